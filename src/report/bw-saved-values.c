/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single values of a saved report. */
#include "config.h"

#include "bw-saved.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-error.h"

gboolean
bw_saved_fail (const BwReportFile *self, const char *key, const char *what, GError **error)
{
  /* Translators: a file, a key in it and a kind of value: March.bellwether: “sources” is not a list
   */
  g_set_error (error, BW_ERROR, BW_ERROR_FORMAT, _ ("%s: “%s” is not %s"), self->name, key, what);
  return FALSE;
}

gboolean
bw_saved_pass_on (const BwReportFile *self, const char *key, GError *problem, GError **error)
{
  g_set_error (error, BW_ERROR, BW_ERROR_FORMAT, "%s: “%s”: %s", self->name, key, problem->message);
  g_error_free (problem);
  return FALSE;
}

const char *
bw_saved_last_part (const char *key)
{
  const char *dot = strrchr (key, '.');

  return dot != NULL ? dot + 1 : key;
}

Json *
bw_saved_get (Json *object, const char *key)
{
  Json *value = yyjson_mut_obj_get (object, bw_saved_last_part (key));

  return yyjson_mut_is_null (value) ? NULL : value;
}

gboolean
bw_saved_get_text (
    const BwReportFile *self, Json *object, const char *key, const char **text, GError **error)
{
  Json *value = bw_saved_get (object, key);

  *text = yyjson_mut_get_str (value);
  return value == NULL || *text != NULL || bw_saved_fail (self, key, _ ("a text"), error);
}

gboolean
bw_saved_need_text (
    const BwReportFile *self, Json *object, const char *key, const char **text, GError **error)
{
  if (!bw_saved_get_text (self, object, key, text, error))
    return FALSE;
  return *text != NULL || bw_saved_fail (self, key, _ ("a text"), error);
}

gboolean
bw_saved_get_number (
    const BwReportFile *self, Json *object, const char *key, double *number, GError **error)
{
  Json *value = bw_saved_get (object, key);

  *number = value != NULL ? yyjson_mut_get_num (value) : NAN;
  return value == NULL || yyjson_mut_is_num (value) ||
         bw_saved_fail (self, key, _ ("a number"), error);
}

gboolean
bw_saved_get_flag (
    const BwReportFile *self, Json *object, const char *key, gboolean *flag, GError **error)
{
  Json *value = bw_saved_get (object, key);

  if (yyjson_mut_is_bool (value))
    *flag = yyjson_mut_get_bool (value);
  return value == NULL || yyjson_mut_is_bool (value) ||
         bw_saved_fail (self, key, _ ("true or false"), error);
}

gboolean
bw_saved_get_object (
    const BwReportFile *self, Json *object, const char *key, Json **found, GError **error)
{
  *found = bw_saved_get (object, key);
  return *found == NULL || yyjson_mut_is_obj (*found) ||
         bw_saved_fail (self, key, _ ("an object"), error);
}

gboolean
bw_saved_get_list (
    const BwReportFile *self, Json *object, const char *key, Json **found, GError **error)
{
  *found = bw_saved_get (object, key);
  return *found == NULL || yyjson_mut_is_arr (*found) ||
         bw_saved_fail (self, key, _ ("a list"), error);
}

gboolean
bw_saved_get_texts (
    const BwReportFile *self, Json *object, const char *key, GStrv *texts, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Json *list, *item;
  size_t i, n;

  if (!bw_saved_get_list (self, object, key, &list, error))
    return FALSE;
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    if (!yyjson_mut_is_str (item))
      return bw_saved_fail (self, key, _ ("a list of texts"), error);
    g_strv_builder_add (builder, yyjson_mut_get_str (item));
  }
  *texts = list != NULL ? g_strv_builder_end (builder) : NULL;
  return TRUE;
}

gboolean
bw_saved_get_word (const BwReportFile *self,
                   Json *object,
                   const char *key,
                   const char *const *words,
                   guint *place,
                   GError **error)
{
  const char *text;
  g_autofree char *list = g_strjoinv (", ", (GStrv) words);
  g_autofree char *what = NULL;

  if (!bw_saved_get_text (self, object, key, &text, error))
    return FALSE;
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], text)) {
      *place = i;
      return TRUE;
    }
  /* Translators: “…” is not one of these: mean, median */
  what = g_strdup_printf (_ ("one of these: %s"), list);
  return text == NULL || bw_saved_fail (self, key, what, error);
}

gboolean
bw_saved_get_day (
    const BwReportFile *self, Json *object, const char *key, gint64 *day, GError **error)
{
  const char *text;
  int year, month, of_month, end = 0;

  if (!bw_saved_need_text (self, object, key, &text, error))
    return FALSE;
  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &of_month, &end) != 3 || text[end] != '\0' ||
      year < 1 || month < 1 || month > 12 || of_month < 1 ||
      of_month > bw_civil_month_length (year, month))
    return bw_saved_fail (self, key, _ ("a day like 2025-03-01"), error);
  *day = bw_civil_to_days (year, month, of_month);
  return TRUE;
}

gboolean
bw_saved_get_field (
    const BwReportFile *self, Json *object, const char *key, BwFieldId *field, GError **error)
{
  const char *text;
  const BwField *found;

  if (!bw_saved_get_text (self, object, key, &text, error))
    return FALSE;
  found = text != NULL ? bw_field_find (text) : NULL;
  *field = found != NULL ? found->id : BW_FIELD_NONE;
  return text == NULL || found != NULL || bw_saved_fail (self, key, _ ("a field"), error);
}

/* --- Writing ---------------------------------------------------------------------------------
 */

void
bw_saved_put (JsonDoc *doc, Json *object, const char *key, Json *value)
{
  yyjson_mut_obj_add (object, yyjson_mut_strcpy (doc, key), value);
}

void
bw_saved_put_text (JsonDoc *doc, Json *object, const char *key, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  bw_saved_put (doc, object, key,
                valid != NULL ? yyjson_mut_strcpy (doc, valid) : yyjson_mut_null (doc));
}

void
bw_saved_put_number (JsonDoc *doc, Json *object, const char *key, double number)
{
  bw_saved_put (doc, object, key,
                isfinite (number) ? yyjson_mut_real (doc, number) : yyjson_mut_null (doc));
}

void
bw_saved_put_flag (JsonDoc *doc, Json *object, const char *key, gboolean flag)
{
  bw_saved_put (doc, object, key, yyjson_mut_bool (doc, flag != FALSE));
}

void
bw_saved_put_day (JsonDoc *doc, Json *object, const char *key, gint64 days)
{
  int year, month, day;
  g_autofree char *text = NULL;

  bw_civil_from_days (days, &year, &month, &day);
  text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  bw_saved_put_text (doc, object, key, text);
}

Json *
bw_saved_put_list (JsonDoc *doc, Json *object, const char *key)
{
  Json *list = yyjson_mut_arr (doc);

  bw_saved_put (doc, object, key, list);
  return list;
}

Json *
bw_saved_put_object (JsonDoc *doc, Json *object, const char *key)
{
  Json *value = yyjson_mut_obj (doc);

  bw_saved_put (doc, object, key, value);
  return value;
}

void
bw_saved_put_texts (JsonDoc *doc, Json *object, const char *key, const char *const *texts)
{
  Json *list;

  if (texts == NULL) {
    bw_saved_put_text (doc, object, key, NULL);
    return;
  }
  list = bw_saved_put_list (doc, object, key);
  for (; *texts != NULL; texts++) {
    g_autofree char *valid = g_utf8_make_valid (*texts, -1);
    yyjson_mut_arr_add_strcpy (doc, list, valid);
  }
}

void
bw_saved_put_field (JsonDoc *doc, Json *object, const char *key, BwFieldId field)
{
  bw_saved_put_text (doc, object, key, field != BW_FIELD_NONE ? bw_field_get (field)->name : NULL);
}
