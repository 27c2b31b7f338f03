/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a ticket costs. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* The parts after the costs stand in the order of the options. */
static void
combine (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  *denominator = parts[1 + (int) choices[0]].value;
}

/* Each of the three parts by itself. */
static void
detail (const BwCell *parts, const double *choices, GArray *details)
{
  static const struct {
    const char *id;
    const char *title;
  } shares[] = { { "per-training", N_ ("Training and management, for each") },
                 { "per-salaries", N_ ("Salaries, for each") },
                 { "per-infrastructure", N_ ("Infrastructure, for each") } };
  double denominator = parts[1 + (int) choices[0]].value;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (denominator > 0 && !isnan (parts[4 + i].value))
      bw_detail_add (details, shares[i].id, shares[i].title, BW_UNIT_MONEY,
                     parts[4 + i].value / denominator);
}

const BwMetric bw_kpi_cost_per_ticket = {
  .id = "cost-per-ticket",
  .name = N_ ("Cost per ticket"),
  .group = "cost",
  .definition = N_ ("Costs of support in the period: training and management + salaries + "
                    "infrastructure, for each ticket."),
  .origin =
      N_ ("“Cost per conversation” in Userpilot, 10 Key Customer Service KPIs, which calls it a "
          "percentage; “support cost” in Atlasmic, Best Customer Service KPI To Follow, 2021"),
  .unit = BW_UNIT_MONEY,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_FINANCE, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .ratios = { { .parts = { "cost", "tickets-created", "?tickets-closed", "?contacts-handled",
                           "?cost-training", "?cost-salaries", "?cost-infrastructure" },
                .combine = combine,
                .detail = detail } },
  .choices = { { .id = "denominator",
                 .title = N_ ("For each"),
                 .options = { { "created", N_ ("Ticket created"),
                                N_ ("Divided by the tickets created in the same period, solved or "
                                    "not.") },
                              { "closed", N_ ("Ticket closed"),
                                N_ ("Divided by the tickets closed in the same period.") },
                              { "handled", N_ ("Contact handled"),
                                N_ ("Divided by the contacts handled in the same period.") } } } },
};
