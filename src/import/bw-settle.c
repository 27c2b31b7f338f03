/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Once all cells were read: does every plan still hold? */
#include "config.h"

#include "bw-note.h"
#include "bw-settle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ZEROS_LEAST 5 /* fewer rows may well all be zero */

BwColumnPlan *
bw_settle_get_plan (const BwSettling *settling, guint i)
{
  return settling->plan->columns->pdata[i];
}

const BwColumn *
bw_settle_get_column (const BwSettling *settling, guint i)
{
  guint n = bw_table_get_n_columns (settling->table);

  for (guint at = i < n ? i : 0; at < n; at++)
    if (bw_table_get_column (settling->table, at)->index == (int) i)
      return bw_table_get_column (settling->table, at);
  return NULL;
}

int
bw_settle_find (const BwSettling *settling, BwFieldId field)
{
  for (guint i = 0; i < settling->plan->columns->len; i++)
    if (bw_settle_get_plan (settling, i)->field == field)
      return settling->again[i] ? -1 : (int) i;
  return -1;
}

void
bw_settle_add_evidence (BwColumnPlan *plan, const char *sentence)
{
  g_autofree char *before = NULL;

  if (plan->evidence && strstr (plan->evidence, sentence))
    return;
  before = g_steal_pointer (&plan->evidence);
  plan->evidence = before ? g_strdup_printf ("%s; %s", before, sentence) : g_strdup (sentence);
}

const BwNote *
bw_settle_add_note (
    const BwSettling *settling, guint i, const char *code, gint64 count, const char *format, ...)
{
  va_list arguments;
  BwNote *note;

  va_start (arguments, format);
  note =
      bw_note_new_of (code, bw_settle_get_plan (settling, i)->header, count, 0, format, arguments);
  va_end (arguments);
  g_ptr_array_add (settling->plan->notes, note);
  return note;
}

void
bw_settle_drop (
    const BwSettling *settling, guint i, const char *code, gint64 count, const char *why)
{
  BwColumnPlan *plan = bw_settle_get_plan (settling, i);

  bw_settle_add_note (settling, i, code, count, "%-s", why);
  g_free (plan->evidence);
  plan->evidence = g_strdup_printf (_ ("not used: %-s"), _ (why));
  plan->field = BW_FIELD_NONE;
  plan->confidence = 0;
  settling->again[i] = TRUE;
}

static void
settle_zeros (const BwSettling *settling)
{
  for (guint i = 0; i < settling->plan->columns->len; i++) {
    const BwField *field = bw_field_get (bw_settle_get_plan (settling, i)->field);
    const BwEvidence *evidence = &settling->evidence[i];

    if (field && (field->value == BW_VALUE_DURATION || field->value == BW_VALUE_COUNT) &&
        evidence->n_read >= ZEROS_LEAST && evidence->n_zero == evidence->n_read)
      bw_settle_drop (settling, i, "all-zero", evidence->n_zero,
                      N_ ("it is zero in every row, which says that there are no data"));
  }
}

gboolean
bw_recognise_settle (BwPlan *plan,
                     const BwEvidence *evidence,
                     const BwTable *table,
                     gboolean *again)
{
  BwSettling settling = { plan, evidence, table, again };

  settle_zeros (&settling);
  bw_settle_targets (&settling);
  bw_settle_dates (&settling);
  bw_settle_durations (&settling);
  bw_settle_ratings (&settling);
  bw_settle_ranks (&settling);
  for (guint i = 0; i < plan->columns->len; i++)
    if (again[i])
      return TRUE;
  return FALSE;
}
