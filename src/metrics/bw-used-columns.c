/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds them by what the measure declares. */
#include "config.h"

#include "bw-used-columns.h"

#define MOST_FIELDS 6

/* What an instant comes from: all of these, or the first that is there. */
typedef struct {
  gboolean first;
  BwFieldId fields[MOST_FIELDS];
} Moment;

static const Moment moments[BW_WHEN_LAST] = {
  [BW_WHEN_CREATED] = { FALSE, { BW_FIELD_CREATED } },
  [BW_WHEN_STARTED] = { FALSE, { BW_FIELD_STARTED, BW_FIELD_ASSIGNED, BW_FIELD_FIRST_REPLY } },
  [BW_WHEN_ASSIGNED] = { FALSE, { BW_FIELD_ASSIGNED } },
  [BW_WHEN_FIRST_REPLY] = { FALSE, { BW_FIELD_FIRST_REPLY, BW_FIELD_FIRST_REPLY_TIME } },
  [BW_WHEN_FIRST_SOLVED] = { FALSE,
                             { BW_FIELD_FIRST_SOLVED, BW_FIELD_FIRST_RESOLUTION_TIME,
                               BW_FIELD_SOLVED, BW_FIELD_CLOSED } },
  [BW_WHEN_SOLVED_OR_RATED] = { FALSE,
                                { BW_FIELD_FIRST_SOLVED, BW_FIELD_FIRST_RESOLUTION_TIME,
                                  BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_RATED } },
  [BW_WHEN_SOLVED] = { FALSE, { BW_FIELD_SOLVED, BW_FIELD_CLOSED } },
  [BW_WHEN_LEFT] = { FALSE, { BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_STATUS } },
  [BW_WHEN_STARTED_OR_LEFT] = { FALSE,
                                { BW_FIELD_STARTED, BW_FIELD_ASSIGNED, BW_FIELD_FIRST_REPLY,
                                  BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_STATUS } },
  [BW_WHEN_DUE] = { TRUE, { BW_FIELD_DUE, BW_FIELD_SOLVED, BW_FIELD_CREATED } },
  [BW_WHEN_REPLY_DUE] = { TRUE, { BW_FIELD_REPLY_DUE, BW_FIELD_FIRST_REPLY, BW_FIELD_CREATED } },
  [BW_WHEN_RATED] = { TRUE,
                      { BW_FIELD_RATED, BW_FIELD_SOLVED, BW_FIELD_CLOSED, BW_FIELD_UPDATED,
                        BW_FIELD_CREATED } },
  [BW_WHEN_SENT] = { FALSE, { BW_FIELD_SENT } },
  [BW_WHEN_ENDED] = { TRUE, { BW_FIELD_ENDED, BW_FIELD_CREATED } },
  [BW_WHEN_CHANGED] = { TRUE, { BW_FIELD_UPDATED, BW_FIELD_CREATED } },
  [BW_WHEN_ANSWERED] = { TRUE, { BW_FIELD_ANSWERED_AT, BW_FIELD_CREATED } },
  [BW_WHEN_DATE] = { FALSE, { BW_FIELD_DATE } },
  [BW_WHEN_SINCE] = { FALSE, { BW_FIELD_SINCE } },
  [BW_WHEN_UNTIL] = { FALSE, { BW_FIELD_UNTIL } },
};

static gboolean
add_column (GPtrArray *names, const BwTable *table, BwFieldId field)
{
  const BwColumn *column = bw_table_find (table, field);

  if (column == NULL || column->header == NULL || *column->header == '\0')
    return FALSE;
  if (!g_ptr_array_find_with_equal_func (names, column->header, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (column->header));
  return TRUE;
}

static void
add_columns (GPtrArray *names, const BwTable *table, const BwFieldId *fields, guint n)
{
  for (guint i = 0; i < n && fields[i] != BW_FIELD_NONE; i++)
    add_column (names, table, fields[i]);
}

static void
add_moment (GPtrArray *names, const BwTable *table, BwWhen when)
{
  const Moment *moment = &moments[when];

  for (guint i = 0; i < MOST_FIELDS && moment->fields[i] != BW_FIELD_NONE; i++)
    if (add_column (names, table, moment->fields[i]) && moment->first)
      return;
}

void
bw_used_columns_add (GPtrArray *names,
                     const BwMetric *metric,
                     const BwTable *table,
                     const double *choices)
{
  for (guint i = 0; i < BW_METRIC_MAX_NEEDS && metric->needs[i].any[0] != BW_FIELD_NONE; i++)
    add_columns (names, table, metric->needs[i].any, G_N_ELEMENTS (metric->needs[i].any));
  add_moment (names, table, metric->when);
  if (bw_metric_has_until (metric))
    add_moment (names, table, metric->until);
  add_columns (names, table, metric->uses, G_N_ELEMENTS (metric->uses));
  for (guint i = 0; i < bw_metric_get_n_choices (metric); i++)
    if (bw_choice_get_n_options (&metric->choices[i]) > 0) {
      const BwOption *option = &metric->choices[i].options[(guint) choices[i]];
      add_columns (names, table, option->uses, G_N_ELEMENTS (option->uses));
    }
}
