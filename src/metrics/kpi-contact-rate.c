/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often customers need help. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

const BwMetric bw_kpi_contact_rate = {
  .id = "contact-rate",
  .name = N_ ("Contact rate"),
  .group = "volume",
  .definition =
      N_ ("Tickets created in the period for each 100 active customers: the mean of those "
          "at its start and its end, or those at the start where nobody says how many there were "
          "at the end."),
  .origin = N_ ("“Contact rate” as Ignyte IQ defines it; none of the source articles names it"),
  .unit = BW_UNIT_RATIO,
  .better = BW_BETTER_DOWN,
  .leading = TRUE,
  .kinds = { BW_KIND_TICKETS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .factor = 100,
  .ratios = { { .parts = { "tickets-created", "customers-start", "customers-end" },
                .combine = bw_combine_per_customer },
              { .parts = { "tickets-created", "counts-start", "?counts-end" },
                .combine = bw_combine_per_customer } },
};
