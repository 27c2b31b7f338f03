/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what is ahead of the sheets. Shared texts go on from record to record, each time with a new
 * word on how wide their characters are. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-biff.h"
#include "bw-error.h"

enum {
  RECORD_EOF = 0x0a,
  RECORD_DATE_MODE = 0x22,
  RECORD_PASSWORD = 0x2f,
  RECORD_CONTINUE = 0x3c,
  RECORD_CODE_PAGE = 0x42,
  RECORD_SHEET = 0x85,
  RECORD_CELL_FORMAT = 0xe0,
  RECORD_STRINGS = 0xfc,
  RECORD_NUMBER_FORMAT = 0x41e,
  RECORD_BEGIN = 0x809,
};

#define WIDE_VERSION 0x600
#define MOST_STRINGS 10000000
#define MOST_SHEETS 1000

static void
free_sheet (gpointer item)
{
  BwBiffSheet *sheet = item;
  g_free (sheet->name);
  g_free (sheet);
}

gboolean
bw_biff_next (const BwBiff *self, gsize *at, BwBiffRecord *record)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (self->bytes, &size);
  if (*at > size || size - *at < 4)
    return FALSE;
  record->id = bw_biff_u16 (bytes + *at);
  record->n = bw_biff_u16 (bytes + *at + 2);
  record->at = bytes + *at + 4;
  if (record->n > size - *at - 4)
    return FALSE;
  *at += 4 + record->n;
  return TRUE;
}

/* --- Texts --------------------------------------------------------------------------------------
 */

static void
append_characters (GString *text, const guint8 *at, gsize n, gboolean wide)
{
  for (gsize i = 0; i < n; i++) {
    gunichar c = wide ? bw_biff_u16 (at + 2 * i) : at[i];
    if (wide && c >= 0xd800 && c < 0xdc00 && i + 1 < n) {
      guint low = bw_biff_u16 (at + 2 * (i + 1));
      if (low >= 0xdc00 && low < 0xe000) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        i++;
      }
    }
    if (c >= 0xd800 && c < 0xe000)
      c = 0xfffd;
    if (c != 0)
      g_string_append_unichar (text, c);
  }
}

static char *
read_narrow_text (const BwBiff *self, const guint8 *at, gsize n)
{
  g_autofree char *page = g_strdup_printf ("CP%u", self->code_page);
  char *text =
      g_convert_with_fallback ((const char *) at, (gssize) n, "UTF-8", page, "?", NULL, NULL, NULL);
  return text ? text : g_utf8_make_valid ((const char *) at, (gssize) n);
}

char *
bw_biff_read_text (const BwBiff *self, const guint8 *at, gsize n, gsize n_characters)
{
  if (!self->wide)
    return n_characters <= n ? read_narrow_text (self, at, n_characters) : NULL;
  if (n < 1)
    return NULL;
  gboolean wide = at[0] & 1;
  if (n_characters > (n - 1) / (wide ? 2 : 1))
    return NULL;
  GString *text = g_string_new (NULL);
  append_characters (text, at + 1, n_characters, wide);
  return g_string_free_and_steal (text);
}

/* --- Shared texts -------------------------------------------------------------------------------
 */

/* A place in the record of shared texts and those that continue it. */
typedef struct {
  const BwBiff *biff;
  gsize next; /* record */
  const guint8 *at;
  gsize n;
} Stream;

static gboolean
continue_stream (Stream *stream)
{
  BwBiffRecord record;
  gsize next = stream->next;
  if (!bw_biff_next (stream->biff, &next, &record) || record.id != RECORD_CONTINUE)
    return FALSE;
  stream->next = next;
  stream->at = record.at;
  stream->n = record.n;
  return TRUE;
}

static gboolean
take (Stream *stream, gsize n, guint8 *out)
{
  for (gsize i = 0; i < n; i++) {
    while (stream->n == 0)
      if (!continue_stream (stream))
        return FALSE;
    if (out)
      out[i] = *stream->at;
    stream->at++;
    stream->n--;
  }
  return TRUE;
}

static gboolean
take_characters (Stream *stream, gsize n, gboolean wide, GString *text)
{
  while (n > 0) {
    gsize here = MIN (n, stream->n / (wide ? 2 : 1));
    append_characters (text, stream->at, here, wide);
    stream->at += here * (wide ? 2 : 1);
    stream->n -= here * (wide ? 2 : 1);
    n -= here;
    if (n == 0)
      break;
    if (stream->n > 0 || !continue_stream (stream) || stream->n == 0)
      return FALSE;
    wide = *stream->at & 1;
    stream->at++;
    stream->n--;
  }
  return TRUE;
}

static char *
take_string (Stream *stream)
{
  guint8 head[3];
  guint8 runs[2] = { 0, 0 };
  guint8 extra[4] = { 0, 0, 0, 0 };
  if (!take (stream, 3, head) || ((head[2] & 8) && !take (stream, 2, runs)) ||
      ((head[2] & 4) && !take (stream, 4, extra)))
    return NULL;
  GString *text = g_string_new (NULL);
  if (take_characters (stream, bw_biff_u16 (head), head[2] & 1, text) &&
      take (stream, 4 * (gsize) bw_biff_u16 (runs) + bw_biff_u32 (extra), NULL))
    return g_string_free_and_steal (text);
  g_string_free (text, TRUE);
  return NULL;
}

static void
read_strings (BwBiff *self, const BwBiffRecord *record, gsize next)
{
  if (record->n < 8)
    return;
  Stream stream = { self, next, record->at + 8, record->n - 8 };
  guint32 n = MIN (bw_biff_u32 (record->at + 4), MOST_STRINGS);
  char *text;
  for (guint32 i = 0; i < n && (text = take_string (&stream)); i++)
    g_ptr_array_add (self->strings, text);
}

/* --- Other records ------------------------------------------------------------------------------
 */

static void
read_sheet (BwBiff *self, const BwBiffRecord *record)
{
  if (record->n < 7 || record->at[5] != 0 || self->sheets->len >= MOST_SHEETS)
    return;
  gsize at = bw_biff_u32 (record->at);
  for (guint i = 0; i < self->sheets->len; i++)
    if (((BwBiffSheet *) self->sheets->pdata[i])->at == at)
      return;
  BwBiffSheet *sheet = g_new0 (BwBiffSheet, 1);
  sheet->at = at;
  sheet->hidden = record->at[4] != 0;
  sheet->name = bw_biff_read_text (self, record->at + 7, record->n - 7, record->at[6]);
  g_ptr_array_add (self->sheets, sheet);
}

static void
read_number_format (BwBiff *self, const BwBiffRecord *record, GHashTable *codes)
{
  gsize head = self->wide ? 4 : 3;
  if (record->n < head)
    return;
  gsize length = self->wide ? bw_biff_u16 (record->at + 2) : record->at[2];
  g_autofree char *code = bw_biff_read_text (self, record->at + head, record->n - head, length);
  if (code)
    g_hash_table_insert (codes, GUINT_TO_POINTER (bw_biff_u16 (record->at)),
                         GUINT_TO_POINTER (bw_serial_kind_of_code (code) + 1));
}

static void
read_cell_format (BwBiff *self, const BwBiffRecord *record, GHashTable *codes)
{
  guint id = record->n >= 4 ? bw_biff_u16 (record->at + 2) : 0;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (codes, GUINT_TO_POINTER (id)));
  guint8 kind = (guint8) (known ? known - 1 : bw_serial_kind_of_id (id));
  g_byte_array_append (self->kinds, &kind, 1);
}

static gboolean
fail_with_password (GError **error)
{
  bw_error_set (error, BW_ERROR_UNSUPPORTED,
                N_ ("The workbook is protected by a password: open it in a spreadsheet "
                    "program and save it without one."));
  return FALSE;
}

static gboolean
read_globals (BwBiff *self, GHashTable *codes, GError **error)
{
  gsize at = 0;
  BwBiffRecord record;
  while (bw_biff_next (self, &at, &record) && record.id != RECORD_EOF) {
    if (record.id == RECORD_PASSWORD)
      return fail_with_password (error);
    if (record.id == RECORD_BEGIN && record.n >= 2)
      self->wide = bw_biff_u16 (record.at) >= WIDE_VERSION;
    else if (record.id == RECORD_DATE_MODE && record.n >= 2)
      self->since_1904 = bw_biff_u16 (record.at) == 1;
    else if (record.id == RECORD_CODE_PAGE && record.n >= 2)
      self->code_page = bw_biff_u16 (record.at);
    else if (record.id == RECORD_SHEET)
      read_sheet (self, &record);
    else if (record.id == RECORD_NUMBER_FORMAT)
      read_number_format (self, &record, codes);
    else if (record.id == RECORD_CELL_FORMAT)
      read_cell_format (self, &record, codes);
    else if (record.id == RECORD_STRINGS)
      read_strings (self, &record, at);
  }
  if (self->sheets->len > 0)
    return TRUE;
  bw_error_set (error, BW_ERROR_FORMAT,
                N_ ("The workbook is damaged or cut short: save it again."));
  return FALSE;
}

BwBiff *
bw_biff_new (GBytes *bytes, GError **error)
{
  g_autoptr (BwBiff) self = g_new0 (BwBiff, 1);
  self->bytes = g_bytes_ref (bytes);
  self->code_page = 1252;
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_byte_array_new ();
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  return read_globals (self, codes, error) ? g_steal_pointer (&self) : NULL;
}

void
bw_biff_free (BwBiff *self)
{
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->strings);
  g_byte_array_unref (self->kinds);
  g_free (self);
}
