/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How files are read, in the words of the command line and of saved reports. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-importer.h"

static gboolean
fail (GError **error, const char *word, const char *const *words)
{
  g_autofree char *known = g_strjoinv (", ", (GStrv) words);
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _ ("“%s” is not known; there are: %s"), word, known);
  return FALSE;
}

/* Index of the word; -1 and an error when it is none of them. */
static int
choose (const char *word, const char *const *words, GError **error)
{
  for (int i = 0; words[i]; i++)
    if (g_str_equal (word, words[i]))
      return i;
  fail (error, word, words);
  return -1;
}

static gboolean
say_map (BwImporter *self, const char *value, GError **error)
{
  const char *field = strrchr (value, '=');
  if (!field) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _ ("“%s” is not of the form HEADER=FIELD"), value);
    return FALSE;
  }
  if (!bw_field_find (field + 1) && !g_str_equal (field + 1, "none")) {
    const char *names[BW_FIELD_LAST] = { NULL };
    for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++)
      names[id - 1] = bw_field_get (id)->name;
    return fail (error, field + 1, names);
  }
  bw_importer_add_map (self, value);
  return TRUE;
}

/* "FIELD=VALUE" with a field of that kind of value. */
static const BwField *
split (const char *wish, BwValue value, const char **rest, GError **error)
{
  const char *equals = strchr (wish, '=');
  g_autofree char *name = g_strndup (wish, equals ? (gsize) (equals - wish) : 0);
  const BwField *field = equals ? bw_field_find (name) : NULL;
  if (field && field->value == value) {
    *rest = equals + 1;
    return field;
  }
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _ ("“%s” does not begin with a field of that kind and “=”"), wish);
  return NULL;
}

static gboolean
say_scale (BwImporter *self, const char *value, GError **error)
{
  const char *rest;
  const BwField *field = split (value, BW_VALUE_RATING, &rest, error);
  if (!field)
    return FALSE;
  char *dash;
  double low = g_ascii_strtod (rest, &dash);
  double high = *dash == '-' ? g_ascii_strtod (dash + 1, NULL) : low;
  if (dash > rest && high > low) {
    bw_importer_set_scale (self, field->id, low, high);
    return TRUE;
  }
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _ ("“%s” is no scale: write it as 'csat=1-5'"), value);
  return FALSE;
}

static gboolean
say_unit (BwImporter *self, const char *value, GError **error)
{
  static const char *const units[] = {
    "seconds", "milliseconds", "minutes", "hours", "days", NULL
  };
  static const BwDurationUnit values[] = { BW_DURATION_SECONDS, BW_DURATION_MILLISECONDS,
                                           BW_DURATION_MINUTES, BW_DURATION_HOURS,
                                           BW_DURATION_DAYS };
  const char *rest;
  const BwField *field = split (value, BW_VALUE_DURATION, &rest, error);
  int unit = field ? choose (rest, units, error) : -1;
  if (unit >= 0)
    bw_importer_set_unit (self, field->id, values[unit]);
  return unit >= 0;
}

static gboolean
say_effort (BwImporter *self, const char *value, GError **error)
{
  static const char *const efforts[] = { "easy", "hard", NULL };
  int effort = choose (value, efforts, error);
  if (effort >= 0)
    bw_importer_set_effort (self, effort == 0 ? BW_EFFORT_HIGH_IS_EASY : BW_EFFORT_HIGH_IS_HARD);
  return effort >= 0;
}

static gboolean
say_priority (BwImporter *self, const char *value, GError **error)
{
  static const char *const ranks[] = { "1-highest", "1-lowest", NULL };
  BwRank rank = BW_RANK_UNKNOWN;
  if (choose (value, ranks, error) < 0 || !bw_rank_parse (value, &rank))
    return FALSE;
  bw_importer_set_rank (self, rank);
  return TRUE;
}

static gboolean
say_date_order (BwImporter *self, const char *value, GError **error)
{
  static const char *const orders[] = { "dmy", "mdy", "ymd", NULL };
  static const BwDateOrder values[] = { BW_DATE_DMY, BW_DATE_MDY, BW_DATE_YMD };
  int order = choose (value, orders, error);
  if (order >= 0)
    bw_importer_set_date_order (self, values[order]);
  return order >= 0;
}

static gboolean
say_kind (BwImporter *self, const char *value, GError **error)
{
  const char *kinds[BW_KIND_LAST + 1] = { NULL };
  for (int i = 0, n = 0; i < BW_KIND_LAST; i++)
    if (!bw_kind_is_derived ((BwKind) i))
      kinds[n++] = bw_kind_to_string ((BwKind) i);
  BwKind kind;
  if (choose (value, kinds, error) < 0 || !bw_kind_parse (value, &kind))
    return FALSE;
  bw_importer_set_kind (self, kind);
  return TRUE;
}

static gboolean
fail_sign (const char *value, GError **error)
{
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _ ("“%s” is not one character"), value);
  return FALSE;
}

gboolean
bw_importer_parse_sign (const char *value, char *sign, GError **error)
{
  g_return_val_if_fail (value, FALSE);
  *sign = *value;
  return (strlen (value) == 1 && (guchar) *value < 0x80 && !strchr ("\r\n", *value)) ||
         fail_sign (value, error);
}

gboolean
bw_importer_parse_delimiter (const char *value, char *delimiter, GError **error)
{
  g_return_val_if_fail (value, FALSE);
  *delimiter = '\t';
  if (g_str_equal (value, "tab") || g_str_equal (value, "\\t"))
    return TRUE;
  return g_str_equal (value, "\"") ? fail_sign (value, error)
                                   : bw_importer_parse_sign (value, delimiter, error);
}

static gboolean
say_profile (BwImporter *self, const char *value, GError **error)
{
  bw_importer_set_profile (self, value);
  return TRUE;
}

static gboolean
say_encoding (BwImporter *self, const char *value, GError **error)
{
  bw_importer_set_encoding (self, value);
  return TRUE;
}

static gboolean
say_delimiter (BwImporter *self, const char *value, GError **error)
{
  char sign;
  gboolean known = bw_importer_parse_delimiter (value, &sign, error);
  if (known)
    bw_importer_set_delimiter (self, sign);
  return known;
}

static gboolean
say_quote (BwImporter *self, const char *value, GError **error)
{
  char sign;
  gboolean known = bw_importer_parse_sign (value, &sign, error);
  if (known)
    bw_importer_set_quote (self, sign);
  return known;
}

static gboolean
say_escape (BwImporter *self, const char *value, GError **error)
{
  char sign;
  gboolean known = bw_importer_parse_sign (value, &sign, error);
  if (known)
    bw_importer_set_escape (self, sign);
  return known;
}

gboolean
bw_importer_say (BwImporter *self, const char *key, const char *value, GError **error)
{
  static const struct {
    const char *key;
    gboolean (*say) (BwImporter *self, const char *value, GError **error);
  } words[] = {
    { "profile", say_profile },     { "map", say_map },           { "date-order", say_date_order },
    { "delimiter", say_delimiter }, { "encoding", say_encoding }, { "quote", say_quote },
    { "escape", say_escape },       { "scale", say_scale },       { "unit", say_unit },
    { "effort", say_effort },       { "priority", say_priority }, { "kind", say_kind },
  };
  g_return_val_if_fail (BW_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (key && value, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].key, key))
      return words[i].say (self, value, error);
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _ ("“%s” says nothing of how to read"), key);
  return FALSE;
}

void
bw_importer_say_all (BwImporter *self, const char *const *words)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  for (; words && *words; words++) {
    const char *equals = strchr (*words, '=');
    g_autofree char *key = g_strndup (*words, equals ? (gsize) (equals - *words) : 0);
    if (equals)
      bw_importer_say (self, key, equals + 1, NULL);
  }
}
