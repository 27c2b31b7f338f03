/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text: CSV and its kin in any encoding, left in the file where it is UTF-8 already. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-disguise.h"
#include "bw-encoding.h"
#include "bw-error.h"
#include "bw-note.h"
#include "bw-reader.h"

static double
sniff (const char *path, const guint8 *head, gsize n)
{
  return bw_disguise_describe (head, n) ? 0 : 0.5;
}

static gboolean
check_text (BwText *text, GError **error)
{
  const guint8 *start = (const guint8 *) bw_text_get_start (text);
  const char *sentence = bw_disguise_describe (start, MIN (bw_text_get_size (text), 64 << 10));
  if (sentence)
    g_set_error_literal (error, BW_ERROR, BW_ERROR_FORMAT, sentence);
  return sentence == NULL;
}

static gboolean
read_delimited (const char *path, const BwReadOptions *options, GPtrArray *shapes,
                GCancellable *cancellable, BwProgress progress, gpointer user_data,
                GError **error)
{
  g_autoptr (BwText) raw = bw_text_new_from_file (path, error);
  if (!raw || !check_text (raw, error))
    return FALSE;

  gsize start_at;
  g_autofree char *encoding = NULL;
  BwSurvey *survey = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  g_autoptr (BwText) text = bw_encoding_decode (raw, options ? options->encoding : NULL, &start_at,
                                                &encoding, &survey, notes, cancellable, error);
  if (!text)
    return FALSE;
  BwShape *shape = bw_shape_new (text, start_at, survey, options ? options->delimiter : 0,
                                 cancellable, error);
  if (!shape)
    return FALSE;
  g_set_str (&shape->encoding, encoding);
  bw_text_unref (shape->raw);
  shape->raw = g_steal_pointer (&raw);
  g_ptr_array_extend_and_steal (shape->notes, g_steal_pointer (&notes));
  g_ptr_array_add (shapes, shape);
  return TRUE;
}

const BwReader bw_reader_delimited = {
  .id = "delimited",
  .title = N_ ("Delimited text"),
  .sniff = sniff,
  .read = read_delimited,
};
