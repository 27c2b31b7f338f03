/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands among calls without being one. */
#include "config.h"

#include "bw-call-rows.h"
#include "bw-gather.h"
#include "bw-synonyms.h"

#include <glib/gi18n-lib.h>

static gboolean
is_among (const char *text, const char *const *words)
{
  g_autofree char *folded = bw_fold (text);

  return g_strv_contains (words, folded);
}

/* The column that says of what sort each row is, or -1. */
static int
find_sort (const BwPlan *plan)
{
  static const char *const headers[] = { "type",
                                         "call type",
                                         "record type",
                                         "typ",
                                         "art",
                                         "anruftyp",
                                         "anrufart",
                                         "type d appel",
                                         "tipo",
                                         "tipo de llamada",
                                         "tipo de chamada",
                                         "interaction type",
                                         "kind",
                                         NULL };

  for (guint i = 0; i < plan->columns->len; i++) {
    const BwColumnPlan *column = plan->columns->pdata[i];
    if (is_among (column->header, headers))
      return (int) i;
  }
  return -1;
}

typedef enum {
  SORT_OTHER,
  SORT_CALL,
  SORT_MESSAGE,
} Sort;

static Sort
judge (const char *text)
{
  static const char *const calls[] = { "voice",   "call",      "phone",     "phone call",
                                       "voip",    "voip call", "telephone", "telephony",
                                       "anruf",   "telefon",   "appel",     "llamada",
                                       "chamada", "voz",       "sprache",   "voix",
                                       NULL };
  static const char *const messages[] = {
    "fax",          "sms",          "mms",       "text",    "text message", "message", "pager",
    "voicemail",    "voice mail",   "nachricht", "mensaje", "mensagem",     "telefax", "mailbox",
    "incoming fax", "outgoing fax", NULL
  };

  return is_among (text, messages) ? SORT_MESSAGE : is_among (text, calls) ? SORT_CALL : SORT_OTHER;
}

/* judged: text to Sort. There are few texts, and many rows. */
static Sort
look_up (GHashTable *judged, const char *text)
{
  gpointer sort;

  if (!g_hash_table_lookup_extended (judged, text, NULL, &sort)) {
    sort = GINT_TO_POINTER (judge (text));
    g_hash_table_insert (judged, g_strdup (text), sort);
  }
  return GPOINTER_TO_INT (sort);
}

void
bw_call_rows_set_aside (const BwPlan *plan, const BwTable *table, guint8 **aside)
{
  int column = plan->kind == BW_KIND_CALLS ? find_sort (plan) : -1;
  gsize n_rows = bw_table_get_n_rows (table);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GHashTable) judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean tells = FALSE;

  for (gsize row = 0; column >= 0 && row < n_rows; row++) {
    g_string_truncate (text, 0);
    bw_table_read_text (table, row, (guint) column, text);
    Sort sort = look_up (judged, text->str);
    tells |= sort == SORT_CALL;
    if (sort == SORT_MESSAGE)
      g_array_append_val (others, row);
  }
  if (!tells || others->len == 0)
    return;
  if (!*aside)
    *aside = g_new0 (guint8, n_rows);
  for (guint i = 0; i < others->len; i++)
    if ((*aside)[g_array_index (others, gsize, i)] == BW_ASIDE_NONE)
      (*aside)[g_array_index (others, gsize, i)] = BW_ASIDE_NO_CALL;
}

/* How many, and the first of them. */
static gint64
count (const guint8 *values, gsize n_rows, guint8 value, gsize *first)
{
  gint64 n = 0;

  for (gsize row = n_rows; values && row-- > 0;)
    if (values[row] == value) {
      n++;
      *first = row;
    }
  return n;
}

/* Legs of one call are joined by what calls are told apart by, else where it is proven. */
static void
note_legs (const BwTable *table, const guint8 *aside, BwSource *source)
{
  g_autofree guint8 *legs = bw_gather_judge_legs (table, aside);
  gsize n_rows = bw_table_get_n_rows (table), first = 0;
  gint64 n = count (legs, n_rows, BW_LEG_PROVEN, &first);

  if (n > 0)
    bw_source_add_note (source, "legs-by-moment", NULL, n, bw_table_get_line (table, first),
                        N_ ("Begin together with the row before, with the same party, and before "
                            "that call can have ended: legs of one call, counted once."));
  n = count (legs, n_rows, BW_LEG_POSSIBLE, &first);
  if (n > 0)
    bw_source_add_note (
        source, "legs-without-id", NULL, n, bw_table_get_line (table, first),
        N_ ("Begin when the row before does, with the same party: they may be legs "
            "of one call, but no column tells calls apart, and each row counts as a "
            "call (--map 'Header=id' names a column that does)."));
}

void
bw_call_rows_note (const BwPlan *plan, const BwTable *table, const guint8 *aside, BwSource *source)
{
  gsize n_rows = bw_table_get_n_rows (table), first = 0;
  gint64 n = count (aside, n_rows, BW_ASIDE_NO_CALL, &first);
  int sort = n > 0 ? find_sort (plan) : -1;

  if (sort >= 0)
    bw_source_add_note (source, "no-calls",
                        ((const BwColumnPlan *) plan->columns->pdata[sort])->header, n,
                        bw_table_get_line (table, first),
                        N_ ("Faxes, text messages and voicemail among the calls: set aside."));
  if (plan->kind == BW_KIND_CALLS && !bw_table_find (table, BW_FIELD_ID))
    note_legs (table, aside, source);
}
