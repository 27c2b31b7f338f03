/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Call records of Asterisk (Master.csv): delimited text without a header. Which columns there are
 * is seen from their number and from where the disposition stands. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-reader.h"

#define HEAD_BYTES ((gsize) 16 << 10)
#define MAX_CELLS 22

extern const BwReader bw_reader_delimited;

/* As cdr_csv writes them; then unique id, user field and the linked ones, each by its own option.
 */
static const char *const plain[] = { "accountcode", "src",     "dst",         "dcontext",
                                     "clid",        "channel", "dstchannel",  "lastapp",
                                     "lastdata",    "start",   "answer",      "end",
                                     "duration",    "billsec", "disposition", "amaflags" };
static const char *const linked[] = { "peeraccount", "linkedid", "sequence" };
/* As the sample of cdr_custom has them. */
static const char *const custom[] = { "clid",     "src",         "dst",      "dcontext",
                                      "channel",  "dstchannel",  "lastapp",  "lastdata",
                                      "start",    "answer",      "end",      "duration",
                                      "billsec",  "disposition", "amaflags", "accountcode",
                                      "uniqueid", "userfield",   "sequence" };
#define N_PLAIN G_N_ELEMENTS (plain)
#define N_LINKED G_N_ELEMENTS (linked)

typedef struct {
  BwCellSpan cells[MAX_CELLS];
  gsize n;
} Record;

static gboolean
is_disposition (const BwCellSpan *cell)
{
  static const char *const words[] = { "ANSWERED", "NO ANSWER",  "BUSY",
                                       "FAILED",   "CONGESTION", "CANCEL" };
  const char *text = cell->start + cell->quoted;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize n = strlen (words[i]);
    if (cell->length == n + 2 * cell->quoted && memcmp (text, words[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* "2025-03-01 10:00:00" */
static gboolean
is_moment (const BwCellSpan *cell)
{
  const char *text = cell->start + cell->quoted;
  return cell->length >= 19 && g_ascii_isdigit (text[0]) && text[4] == '-' && text[7] == '-' &&
         text[10] == ' ' && text[13] == ':' && text[16] == ':';
}

/* "1366720340.303267" */
static gboolean
is_unique_id (const BwCellSpan *cell)
{
  const char *dot = memchr (cell->start, '.', cell->length);
  return dot && cell->length > 12 && g_ascii_isdigit (dot[-1]);
}

static gboolean
is_plain (const Record *record)
{
  return record->n >= N_PLAIN && record->n <= N_PLAIN + 2 + N_LINKED &&
         is_disposition (&record->cells[14]) && is_moment (&record->cells[9]);
}

static gboolean
is_custom (const Record *record)
{
  return record->n >= N_PLAIN && record->n <= G_N_ELEMENTS (custom) &&
         is_disposition (&record->cells[13]) && is_moment (&record->cells[8]);
}

static void
read_first (BwText *text, gsize at, Record *record)
{
  const char *start = bw_text_get_start (text);
  gsize size = MIN (bw_text_get_size (text), at + HEAD_BYTES);
  const char *next;
  record->n = at < size ? bw_record_read (start + at, start + size, (BwDialect) { ',', '"' },
                                          record->cells, MAX_CELLS, &next)
                        : 0;
}

static double
sniff (BwText *raw)
{
  Record record;
  read_first (raw, 0, &record);
  return is_plain (&record) || is_custom (&record) ? 0.8 : 0;
}

static GStrv
name_columns (const Record *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  if (!is_plain (record)) {
    for (gsize i = 0; i < record->n; i++)
      g_strv_builder_add (builder, custom[i]);
    return g_strv_builder_end (builder);
  }
  for (gsize i = 0; i < N_PLAIN; i++)
    g_strv_builder_add (builder, plain[i]);
  gsize n_more = record->n - N_PLAIN;
  gboolean has_linked = n_more >= N_LINKED;
  n_more -= has_linked ? N_LINKED : 0;
  if (n_more == 2 || (n_more == 1 && is_unique_id (&record->cells[N_PLAIN])))
    g_strv_builder_add (builder, "uniqueid");
  if (n_more == 2 || (n_more == 1 && !is_unique_id (&record->cells[N_PLAIN])))
    g_strv_builder_add (builder, "userfield");
  for (gsize i = 0; has_linked && i < N_LINKED; i++)
    g_strv_builder_add (builder, linked[i]);
  return g_strv_builder_end (builder);
}

static gboolean
read_cdr (BwText *raw,
          const BwReadOptions *options,
          GPtrArray *shapes,
          GCancellable *cancellable,
          BwProgress progress,
          gpointer user_data,
          GError **error)
{
  BwReadOptions comma = options ? *options : (BwReadOptions) { 0 };
  comma.delimiter = ',';
  if (!bw_reader_delimited.read (raw, &comma, shapes, cancellable, progress, user_data, error))
    return FALSE;
  BwShape *shape = shapes->pdata[shapes->len - 1];
  Record record;
  read_first (shape->text, shape->start_at, &record);
  if (is_plain (&record) || is_custom (&record))
    bw_shape_set_header (shape, name_columns (&record), shape->start_at, shape->start_at);
  return TRUE;
}

const BwReader bw_reader_cdr = {
  .id = "cdr",
  .title = N_ ("Asterisk call records"),
  .sniff = sniff,
  .read = read_cdr,
};
