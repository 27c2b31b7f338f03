/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date of solving that tickets have while they are not solved is a target, not an event; a first
 * reply at the very moment of creation of each ticket is none. */
#include "config.h"

#include "bw-settle.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define UNSOLVED_LEAST 5
#define UNSOLVED_SHARE 0.05 /* of the rows */
#define REPEATED_LEAST 5
#define FILLED 0.95 /* of the rows, and of those that are not solved */

typedef struct {
  gsize n_unsolved;
  gsize n_dated; /* of these, with the date */
} Tally;

static gboolean
is_unsolved (double meaning)
{
  return meaning == BW_STATUS_NEW || meaning == BW_STATUS_OPEN || meaning == BW_STATUS_PENDING ||
         meaning == BW_STATUS_HOLD;
}

static Tally
count_unsolved (const BwSettling *settling, const BwColumn *status, const BwColumn *date)
{
  gsize n_rows = bw_table_get_n_rows (settling->table);
  Tally tally = { 0, 0 };

  for (gsize row = 0; row < n_rows; row++) {
    gboolean unsolved = is_unsolved (bw_column_meaning (status, row));

    tally.n_unsolved += unsolved;
    tally.n_dated += unsolved && bw_column_time (date, row) != BW_TIME_NONE;
  }
  return tally;
}

static gboolean
is_target (const BwSettling *settling, const BwColumn *status, int at)
{
  const BwColumn *date = bw_settle_get_column (settling, (guint) at);
  double n_rows = (double) bw_table_get_n_rows (settling->table);
  Tally tally;

  if ((double) settling->evidence[at].n_read < FILLED * n_rows)
    return FALSE;
  tally = count_unsolved (settling, status, date);
  return tally.n_unsolved >= UNSOLVED_LEAST &&
         (double) tally.n_unsolved >= UNSOLVED_SHARE * n_rows &&
         (double) tally.n_dated >= FILLED * (double) tally.n_unsolved;
}

/* Whether the dates are those of the creation, to the second and in every row. */
static gboolean
repeats_creation (const BwSettling *settling, int created_at, int at)
{
  const BwColumn *created = bw_settle_get_column (settling, (guint) created_at);
  const BwColumn *date = bw_settle_get_column (settling, (guint) at);
  gsize n_rows = bw_table_get_n_rows (settling->table), n_of_day = 0;

  for (gsize row = 0; row < n_rows; row++) {
    gint64 time = bw_column_time (date, row);

    if (time != BW_TIME_NONE && time != bw_column_time (created, row))
      return FALSE;
    n_of_day += time != BW_TIME_NONE && time % 3600 != 0;
  }
  return n_of_day > 0;
}

static void
drop_repeated_creation (const BwSettling *settling)
{
  int created_at = bw_settle_find (settling, BW_FIELD_CREATED);
  int at = bw_settle_find (settling, BW_FIELD_FIRST_REPLY);

  if (created_at >= 0 && at >= 0 && settling->evidence[at].n_read >= REPEATED_LEAST &&
      repeats_creation (settling, created_at, at))
    bw_settle_drop (settling, (guint) at, "all-zero", settling->evidence[at].n_read,
                    N_ ("it is the moment of creation in every row, which says that there are no "
                        "data"));
}

void
bw_settle_targets (const BwSettling *settling)
{
  static const BwFieldId ends[] = { BW_FIELD_SOLVED, BW_FIELD_CLOSED };
  int status_at = bw_settle_find (settling, BW_FIELD_STATUS);
  const BwColumn *status =
      status_at >= 0 ? bw_settle_get_column (settling, (guint) status_at) : NULL;

  if (settling->plan->kind == BW_KIND_TICKETS)
    drop_repeated_creation (settling);
  if (settling->plan->kind != BW_KIND_TICKETS || !status || !status->dictionary ||
      !g_str_equal (settling->plan->profile, "generic"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    int at = bw_settle_find (settling, ends[i]);

    if (at >= 0 && is_target (settling, status, at))
      bw_settle_drop (settling, (guint) at, "target-date", settling->evidence[at].n_read,
                      N_ ("tickets that are not solved have it, too: a target or the last change, "
                          "not the date on which they were solved"));
  }
}
