/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How easy customers found it to get help. */
#include "config.h"

#include "bw-metric.h"
#include <glib/gi18n-lib.h>
#include <math.h>

enum {
  DIRECTION_OF_FILE,
  DIRECTION_EASE,
  DIRECTION_EFFORT,
};
enum {
  METHOD_AGREE,
  METHOD_TOP_TWO,
};

/* How many of the boxes at the good end count. */
static double
count_boxes (const BwRow *row)
{
  double choices = row->ces_high - row->ces_low + 1;

  if ((int) bw_row_choice (row, 1) == METHOD_TOP_TWO)
    return 2;
  return choices <= 5 ? 2 : floor ((choices - 1) / 2);
}

/* Whether low answers are the good ones. */
static gboolean
is_effort (const BwRow *row)
{
  int direction = (int) bw_row_choice (row, 0);

  return direction == DIRECTION_OF_FILE ? row->ces_effort == BW_EFFORT_HIGH_IS_HARD
                                        : direction == DIRECTION_EFFORT;
}

static double
say (const BwRow *row, BwReason *reason)
{
  double boxes = count_boxes (row);

  if (isnan (row->ces)) {
    *reason = BW_REASON_NOT_RATED;
    return NAN;
  }
  if (is_effort (row))
    return row->ces < row->ces_low + boxes;
  return row->ces > row->ces_high - boxes;
}

static const char *
remark (const BwTable *table)
{
  const BwColumn *ces = bw_table_find (table, BW_FIELD_CES);

  if (ces->effort == BW_EFFORT_HIGH_IS_HARD)
    return N_ ("The file’s question asks for the effort: low answers are the good ones");
  if (ces->effort == BW_EFFORT_UNKNOWN)
    return N_ ("The file’s question does not say which end of the scale is easy: high answers are "
               "taken for it");
  return ces->scale_high - ces->scale_low == 6
             ? NULL
             : N_ ("Not asked on a scale of 1 to 7: compare it with its own past only");
}

/* Shares of the answers 6 and 7 less those of 1 to 3, of a scale of seven. */
static double
find_index (const BwDetailContext *context, const BwColumn *ces)
{
  int direction = (int) context->choices[0];
  gboolean effort = direction == DIRECTION_OF_FILE ? ces->effort == BW_EFFORT_HIGH_IS_HARD
                                                   : direction == DIRECTION_EFFORT;
  BwDetailRows rows = bw_detail_rows (context);
  gint64 n = 0;
  gint64 sum = 0;
  gsize row;

  while (bw_detail_next (&rows, &row)) {
    double step = bw_column_meaning (ces, row) - ces->scale_low + 1;
    step = effort ? 8 - step : step;
    n++;
    sum += step >= 6 ? 1 : step <= 3 ? -1 : 0;
  }
  return n > 0 ? 100.0 * (double) sum / (double) n : NAN;
}

/* The mean answer beside the share. */
static void
detail (const BwDetailContext *context, GArray *details)
{
  const BwColumn *ces = bw_table_find (context->table, BW_FIELD_CES);

  bw_detail_add (details, "mean", N_ ("Mean answer"), BW_UNIT_SCORE,
                 bw_detail_mean (context, BW_FIELD_CES));
  if (ces->scale_high - ces->scale_low == 6)
    bw_detail_add (details, "index",
                   N_ ("Index: share of the best two answers − of the worst three"), BW_UNIT_POINTS,
                   find_index (context, ces));
}

const BwMetric bw_kpi_ces = {
  .id = "ces",
  .name = N_ ("Customer effort (CES)"),
  .group = "satisfaction",
  .definition =
      N_ ("Answers that found it easy / all answers, so that more is better. The articles "
          "contradict each other on the direction: it belongs to the question of the "
          "survey."),
  .origin =
      N_ ("“CES” in The Go-to-Market Dictionary (both directions), Userpilot, 10 Key Customer "
          "Service KPIs (share that agrees) and 1Point1 (lower effort is better)"),
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_UP,
  .kinds = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_LAST },
  .needs = { { { BW_FIELD_CES }, N_ ("answers on how easy it was") } },
  .fold = BW_FOLD_SHARE,
  .when = BW_WHEN_RATED,
  .say = say,
  .remark = remark,
  .detail = detail,
  .choices = { { .id = "direction",
                 .title = N_ ("A high answer means"),
                 .options = { { "file", N_ ("As the question of the file says"),
                                N_ ("Which answers are good is told from the question of the "
                                    "survey.") },
                              { "ease", N_ ("It was easy"),
                                N_ ("The survey asks whether it was easy: high answers are "
                                    "good.") },
                              { "effort", N_ ("It was hard"),
                                N_ ("The survey asks for the effort: low answers are good.") } } },
               { .id = "method",
                 .title = N_ ("Easy is"),
                 .options = { { "agree", N_ ("All that agree"),
                                N_ ("Easy are the answers beyond the middle: 5 to 7 of 7, 4 and 5 "
                                    "of "
                                    "5.") },
                              { "top-two", N_ ("The top two boxes"),
                                N_ ("Easy are the two best answers only.") } } } },
};
