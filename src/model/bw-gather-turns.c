/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts the messages of each ticket into turns: what the customer writes until an agent answers. */
#include "config.h"

#include <string.h>

#include "bw-gather.h"
#include "bw-log.h"

#define NEVER BW_MISSING

typedef struct {
  gsize start; /* its rows, among those of the gathering */
  gsize end;
  guint32 first; /* row in the file */
  gint32 asked;
  gint32 replied;
  guint32 agent; /* code */
} Turn;

/* --- Cutting ---------------------------------------------------------------------------------- */

static void
begin (GArray *turns, const BwLog *log, gsize i, gint32 at)
{
  Turn turn = { i, i + 1, log->gathering->rows[i], at, NEVER, 0 };
  g_array_append_val (turns, turn);
}

/* Messages of the customer that nobody has answered yet belong to one turn. */
static void
cut_ticket (const BwLog *log, gsize group, GArray *turns)
{
  const BwGathering *gathering = log->gathering;
  const gint32 *times = gathering->at->values;
  gsize start = gathering->starts[group];
  Turn *turn = NULL;
  for (gsize i = start; i < gathering->starts[group + 1]; i++) {
    guint32 row = gathering->rows[i];
    if (i > start && bw_log_is_repeated (log, row, gathering->rows[i - 1]))
      continue;
    BwEvent event =
        bw_log_read_event (log, row, bw_log_read_role (log, row, gathering->rows[start]));
    if (event == BW_EVENT_ASKED && (!turn || turn->replied != NEVER)) {
      begin (turns, log, i, times[row]);
      turn = &g_array_index (turns, Turn, turns->len - 1);
    } else if (turn && turn->replied == NEVER) {
      turn->end = i + 1;
      turn->first = MIN (turn->first, row);
      if (event == BW_EVENT_REPLIED) {
        turn->replied = times[row];
        turn->agent = log->author ? bw_column_code (log->author, row) : 0;
      }
    }
  }
}

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *turn = a, *other = b;
  return turn->first < other->first ? -1 : turn->first > other->first;
}

static GArray *
cut (const BwLog *log)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  for (gsize group = 0; group < log->gathering->n; group++)
    cut_ticket (log, group, turns);
  g_array_sort (turns, compare_turns);
  return turns;
}

/* Turns take the place of tickets as groups. */
static void
regroup (BwGathering *gathering, const GArray *turns)
{
  guint32 *rows = g_new (guint32, gathering->starts[gathering->n] + 1);
  g_free (gathering->starts);
  gathering->n = turns->len;
  gathering->starts = g_new0 (gsize, turns->len + 1);
  gathering->firsts = g_new (guint32, turns->len + 1);
  for (guint i = 0; i < turns->len; i++) {
    const Turn *turn = &g_array_index (turns, Turn, i);
    gsize n = turn->end - turn->start;
    memcpy (rows + gathering->starts[i], gathering->rows + turn->start, n * sizeof *rows);
    gathering->starts[i + 1] = gathering->starts[i] + n;
    gathering->firsts[i] = turn->first;
  }
  g_free (gathering->rows);
  gathering->rows = rows;
}

/* --- Columns ---------------------------------------------------------------------------------- */

static void
put_times (BwGathering *gathering, const GArray *turns, BwFieldId field, gsize member)
{
  BwColumn *column = bw_gathering_add (gathering, field, BW_STORE_TIME);
  column->n_present = 0;
  for (guint i = 0; i < turns->len; i++) {
    gint32 at = G_STRUCT_MEMBER (gint32, &g_array_index (turns, Turn, i), member);
    ((gint32 *) column->values)[i] = at;
    column->n_present += at != NEVER;
  }
}

static void
put_agents (BwGathering *gathering, const GArray *turns, const BwColumn *author)
{
  g_autofree guint32 *codes = g_new (guint32, turns->len + 1);
  for (guint i = 0; i < turns->len; i++)
    codes[i] = g_array_index (turns, Turn, i).agent;
  bw_gathering_add_words (gathering, BW_FIELD_AGENT, author->dictionary, codes);
}

/* What a message says of itself, and times and numbers of the ticket: a turn has its own. */
static GArray *
list_others (const BwTable *table)
{
  static const BwFieldId own[] = { BW_FIELD_EVENT,     BW_FIELD_CHANGED,   BW_FIELD_AUTHOR,
                                   BW_FIELD_OLD_VALUE, BW_FIELD_NEW_VALUE, BW_FIELD_ROLE,
                                   BW_FIELD_PUBLIC,    BW_FIELD_AUTOMATIC, BW_FIELD_BODY,
                                   BW_FIELD_ID,        BW_FIELD_AGENT,     BW_FIELD_DIRECTION };
  GArray *fields = g_array_new (TRUE, FALSE, sizeof (BwFieldId));
  g_array_append_vals (fields, own, G_N_ELEMENTS (own));
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    const BwColumn *column = bw_table_get_column (table, c);
    if (column->store != BW_STORE_NONE && !bw_store_is_code (column->store))
      g_array_append_val (fields, column->field);
  }
  return fields;
}

BwTable *
bw_gather_turns (const BwTable *table)
{
  g_auto (BwGathering) gathering = { 0 };
  if (!bw_gathering_init (&gathering, table, BW_FIELD_TICKET_ID, BW_FIELD_AT))
    return NULL;
  BwLog log;
  bw_log_init (&log, &gathering);
  g_autoptr (GArray) turns = cut (&log);
  if (turns->len == 0)
    return NULL;
  g_autoptr (GArray) others = list_others (table);
  regroup (&gathering, turns);
  bw_gathering_carry (&gathering, (const BwFieldId *) others->data);
  put_times (&gathering, turns, BW_FIELD_CREATED, G_STRUCT_OFFSET (Turn, asked));
  put_times (&gathering, turns, BW_FIELD_FIRST_REPLY, G_STRUCT_OFFSET (Turn, replied));
  if (log.author)
    put_agents (&gathering, turns, log.author);
  return bw_gathering_finish (&gathering, BW_KIND_TURNS, NULL);
}
