/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON values of what the model holds. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-json.h"
#include "bw-large.h"

/* Whole numbers up to here are exact in a double. */
#define MAX_WHOLE 9007199254740992.0

/* Values that a document has room for from the beginning. */
#define MANY_VALUES 16384

/* --- Memory ---------------------------------------------------------------------------------- */

static void *
allocate (void *unused, size_t size)
{
  return bw_large_new (size, 1);
}

static void *
reallocate (void *unused, void *block, size_t old_size, size_t size)
{
  void *other = bw_large_new (size, 1);
  memcpy (other, block, MIN (old_size, size));
  bw_large_free (block);
  return other;
}

static void
release (void *unused, void *block)
{
  bw_large_free (block);
}

static const yyjson_alc memory = { allocate, reallocate, release, NULL };

BwJsonDoc *
bw_json_doc_new (void)
{
  BwJsonDoc *doc = yyjson_mut_doc_new (&memory);
  yyjson_mut_doc_set_val_pool_size (doc, MANY_VALUES);
  return doc;
}

/* --- Values ---------------------------------------------------------------------------------- */

BwJson *
bw_json_text (BwJsonDoc *doc, const char *text)
{
  if (!text)
    return yyjson_mut_null (doc);
  if (g_utf8_validate (text, -1, NULL))
    return yyjson_mut_strcpy (doc, text);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  return yyjson_mut_strcpy (doc, valid);
}

BwJson *
bw_json_number (BwJsonDoc *doc, double number)
{
  if (!isfinite (number))
    return yyjson_mut_null (doc);
  if (number == floor (number) && fabs (number) <= MAX_WHOLE)
    return yyjson_mut_sint (doc, (gint64) number);
  return yyjson_mut_real (doc, number);
}

void
bw_json_add (BwJsonDoc *doc, BwJson *object, const char *name, BwJson *value)
{
  yyjson_mut_obj_add_val (doc, object, name, value);
}

void
bw_json_add_text (BwJsonDoc *doc, BwJson *object, const char *name, const char *text)
{
  bw_json_add (doc, object, name, bw_json_text (doc, text));
}

void
bw_json_add_number (BwJsonDoc *doc, BwJson *object, const char *name, double number)
{
  bw_json_add (doc, object, name, bw_json_number (doc, number));
}

void
bw_json_add_count (BwJsonDoc *doc, BwJson *object, const char *name, gint64 count)
{
  yyjson_mut_obj_add_sint (doc, object, name, count);
}

BwJson *
bw_json_notes (BwJsonDoc *doc, const GPtrArray *notes)
{
  BwJson *array = yyjson_mut_arr (doc);
  for (guint i = 0; i < notes->len; i++) {
    const BwNote *note = notes->pdata[i];
    BwJson *object = yyjson_mut_arr_add_obj (doc, array);
    bw_json_add_text (doc, object, "code", note->code);
    bw_json_add_count (doc, object, "count", note->count);
    bw_json_add_number (doc, object, "first_line",
                        note->first_line > 0 ? (double) note->first_line : NAN);
    bw_json_add_text (doc, object, "column", note->column);
    g_autofree char *text = bw_note_dup_text (note);
    bw_json_add_text (doc, object, "text", text);
  }
  return array;
}

BwJson *
bw_json_excluded (BwJsonDoc *doc, BwDataset *dataset, BwSource *source, gint64 *used)
{
  gint64 counts[BW_ASIDE_LAST];
  bw_dataset_count_aside (dataset, source, counts);
  BwJson *object = yyjson_mut_obj (doc);
  for (BwAside aside = BW_ASIDE_NONE + 1; aside < BW_ASIDE_LAST; aside++)
    if (counts[aside] > 0)
      bw_json_add_count (doc, object, bw_aside_to_string (aside), counts[aside]);
  *used = counts[BW_ASIDE_NONE];
  return object;
}

GBytes *
bw_json_write (BwJsonDoc *doc, BwJson *root, GError **error)
{
  size_t length = 0;
  yyjson_write_err failure;
  yyjson_mut_doc_set_root (doc, root);
  char *text =
      yyjson_mut_write_opts (doc, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END,
                             &memory, &length, &failure);
  yyjson_mut_doc_free (doc);
  if (text)
    return g_bytes_new_with_free_func (text, length, bw_large_free, text);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, failure.msg);
  return NULL;
}
