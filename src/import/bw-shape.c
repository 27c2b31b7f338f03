/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the shape of a text from the survey of all and a closer look at its first records. */
#include "config.h"

#include <string.h>

#include "bw-header-rows.h"
#include "bw-note.h"
#include "bw-shape.h"
#include "bw-sniff.h"
#include "bw-tokenizer.h"
#include "bw-unfold.h"

#define LONGEST_NAME ((gsize) 64 << 10) /* bytes */

#define CHECKED_BYTES ((gsize) 1 << 20) /* all that the header and the first rows can be */

BwShape *
bw_shape_new (BwText *text,
              gsize start_at,
              BwSurvey *survey,
              char delimiter,
              GCancellable *cancellable,
              GError **error)
{
  g_return_val_if_fail (text, NULL);
  g_return_val_if_fail (start_at <= bw_text_get_size (text), NULL);
  g_autoptr (BwShape) shape = g_new0 (BwShape, 1);
  shape->text = bw_text_ref (text);
  shape->raw = bw_text_ref (text);
  shape->encoding = g_strdup ("UTF-8");
  shape->survey = survey;
  shape->start_at = start_at;
  shape->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  bw_sniff_dialect (shape, delimiter);
  if (!bw_tokenizer_check (text, shape->dialect, shape->start_at,
                           MIN (bw_text_get_size (text), shape->start_at + CHECKED_BYTES),
                           cancellable, error))
    return NULL;
  bw_sniff_header (shape);
  if (!shape->survey)
    shape->survey = bw_survey_new (text, shape->dialect.quote);
  return g_steal_pointer (&shape);
}

void
bw_shape_free (BwShape *shape)
{
  g_clear_pointer (&shape->text, bw_text_unref);
  g_clear_pointer (&shape->raw, bw_text_unref);
  g_clear_pointer (&shape->survey, bw_survey_free);
  g_clear_pointer (&shape->digest, bw_digest_unref);
  g_clear_pointer (&shape->notes, g_ptr_array_unref);
  g_strfreev (shape->header);
  g_free (shape->encoding);
  g_free (shape->member);
  g_free (shape);
}

void
bw_shape_set_header (BwShape *shape, GStrv header, gsize header_at, gsize data_at)
{
  g_return_if_fail (header_at <= data_at && data_at <= bw_text_get_size (shape->text));
  g_strfreev (shape->header);
  shape->header = header;
  shape->header_at = header_at;
  shape->data_at = data_at;
  for (guint i = shape->notes->len; i-- > 0;)
    if (strcmp (((const BwNote *) shape->notes->pdata[i])->code, "preamble") == 0)
      g_ptr_array_remove_index (shape->notes, i);
}

void
bw_shape_rewrite (BwShape *shape, BwShape *other)
{
  g_return_if_fail (shape && other && other->survey);
  bw_text_unref (shape->text);
  shape->text = bw_text_ref (other->text);
  shape->dialect = other->dialect;
  shape->start_at = other->start_at;
  g_clear_pointer (&shape->survey, bw_survey_free);
  shape->survey = g_steal_pointer (&other->survey);
  bw_shape_set_header (shape, g_strdupv (other->header), other->header_at, other->data_at);
}

gboolean
bw_shape_has_names (const BwShape *shape)
{
  g_return_val_if_fail (shape, FALSE);
  for (char **name = shape->header; name && *name; name++)
    if (strlen (*name) > LONGEST_NAME)
      return FALSE;
  return TRUE;
}

gboolean
bw_shape_arrange (BwShape *shape, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (shape, FALSE);
  if (!bw_shape_has_names (shape))
    return TRUE;
  return bw_header_rows_join (shape, cancellable, error) && bw_unfold (shape, cancellable, error);
}
