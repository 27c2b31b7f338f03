/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many customers leave. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* Which customers are in the denominator, and who counts as lost. */
enum {
  FORMULA_START,
  FORMULA_AVERAGE,
  FORMULA_START_AND_NEW,
  FORMULA_WITH_PASSED,
};

/* parts: lost, at the start, new, at the end, came and left within the period. */
static void
combine (const BwCell *parts, const double *choices, double *numerator, double *denominator)
{
  double start = parts[1].value;

  switch ((int) choices[0]) {
  case FORMULA_AVERAGE:
    *denominator = (start + parts[3].value) / 2;
    break;
  case FORMULA_START_AND_NEW:
    *denominator = start + parts[2].value;
    break;
  case FORMULA_WITH_PASSED:
    *numerator = parts[0].value + parts[4].value;
    break;
  case FORMULA_START:
  default:
    break;
  }
}

/* parts: new, at the start, at the end: lost = start + new - end. */
static void
combine_from_new (const BwCell *parts,
                  const double *choices,
                  double *numerator,
                  double *denominator)
{
  const BwCell cells[] = { { .value = parts[1].value + parts[0].value - parts[2].value },
                           parts[1],
                           parts[0],
                           parts[2],
                           BW_CELL_NONE };

  *numerator = cells[0].value;
  *denominator = cells[1].value;
  combine (cells, choices, numerator, denominator);
}

const BwMetric bw_kpi_churn_rate = {
  .id = "churn-rate",
  .name = N_ ("Customer churn rate"),
  .group = "customers",
  .definition = N_ ("Customers lost in the period / customers. New customers do not hide losses."),
  .origin =
      N_ ("“Customer churn rate” in The Go-to-Market Dictionary; Atlasmic prints (start − end) / "
          "start, which is net customer change with its sign turned"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .kinds = { BW_KIND_CUSTOMERS, BW_KIND_LAST },
  .fold = BW_FOLD_RATIO,
  .proportion = TRUE,
  .ratios = { { .parts = { "customers-lost", "customers-start", "customers-new", "customers-end",
                           "customers-passed" },
                .combine = combine },
              { .parts = { "counts-lost", "counts-start", "?counts-new", "?counts-end" },
                .combine = combine,
                .none = N_ ("The counts do not have what the formula asks for: the customers that "
                            "came, those at the end, or who came and left within the period") },
              { .parts = { "counts-new", "counts-start", "counts-end" },
                .combine = combine_from_new,
                .remark = N_ ("Lost customers are worked out: start + new − end") } },
  .choices = { { .id = "formula",
                 .title = N_ ("Formula"),
                 .options = { { "start", N_ ("Of those at the start"),
                                N_ ("Lost of those who were there at the start / those at the "
                                    "start.") },
                              { "average", N_ ("Of the average"),
                                N_ ("Divided by the mean of the customers at the start and the "
                                    "end.") },
                              { "start-and-new", N_ ("Of the start and the new"),
                                N_ ("Divided by the customers at the start and the new ones.") },
                              { "with-passed", N_ ("With those who came and left"),
                                N_ ("Those who came and left within the period count as lost, "
                                    "too: only a list of customers tells them.") } } } },
};
