/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text: CSV and its kin in any encoding, left in the file where it is UTF-8 already. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-disguise.h"
#include "bw-encoding.h"
#include "bw-note.h"
#include "bw-quotes.h"
#include "bw-reader.h"

#define HEAD_BYTES ((gsize) 64 << 10)

static double
sniff (BwText *raw)
{
  const guint8 *head = (const guint8 *) bw_text_get_start (raw);
  return bw_disguise_describe (head, MIN (bw_text_get_size (raw), HEAD_BYTES)) ? 0 : 0.5;
}

static gboolean
rewrite_quotes (BwShape *shape,
                const BwReadOptions *options,
                GCancellable *cancellable,
                GError **error)
{
  char quote = options->quote ? options->quote : '"';
  char escape = options->escape ? options->escape : quote;
  return (quote == '"' && escape == quote) ||
         bw_quotes_rewrite (shape, quote, escape, cancellable, error);
}

/* NULL with an error. */
static BwShape *
shape_as_assumed (
    BwText *raw, gsize start_at, char delimiter, GCancellable *cancellable, GError **error)
{
  BwShape *shape = bw_shape_new (raw, start_at, NULL, delimiter, cancellable, error);
  if (shape)
    shape->assumed = TRUE;
  return shape;
}

static BwShape *
shape_decoded (
    BwText *raw, const char *wanted, char delimiter, GCancellable *cancellable, GError **error)
{
  gsize start_at;
  g_autofree char *encoding = NULL;
  BwSurvey *survey = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  g_autoptr (BwText) text = bw_encoding_decode (raw, wanted, &start_at, &encoding, &survey, notes,
                                               cancellable, error);
  BwShape *shape =
      text ? bw_shape_new (text, start_at, survey, delimiter, cancellable, error) : NULL;
  if (!shape)
    return NULL;
  g_set_str (&shape->encoding, encoding);
  bw_text_unref (shape->raw);
  shape->raw = bw_text_ref (raw);
  g_ptr_array_extend_and_steal (shape->notes, g_steal_pointer (&notes));
  return shape;
}

static gboolean
read_delimited (BwText *raw,
                const BwReadOptions *options,
                GPtrArray *shapes,
                GCancellable *cancellable,
                BwProgress progress,
                gpointer user_data,
                GError **error)
{
  static const BwReadOptions usual = { 0 };
  const BwReadOptions *how = options ? options : &usual;
  gsize start_at;
  BwShape *shape = how->quick && bw_encoding_begins_as_utf8 (raw, how->encoding, &start_at)
                       ? shape_as_assumed (raw, start_at, how->delimiter, cancellable, error)
                       : shape_decoded (raw, how->encoding, how->delimiter, cancellable, error);
  if (!shape)
    return FALSE;
  g_ptr_array_add (shapes, shape);
  return rewrite_quotes (shape, how, cancellable, error) &&
         bw_shape_arrange (shape, cancellable, error);
}

const BwReader bw_reader_delimited = {
  .id = "delimited",
  .title = N_ ("Delimited text"),
  .sniff = sniff,
  .read = read_delimited,
};
