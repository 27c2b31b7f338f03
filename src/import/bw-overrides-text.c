/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said by hand of one file, kept as texts. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bw-overrides.h"
#include "bw-profile.h"

#define TAB "tab"
#define NO_FIELD "none"

/* --- Writing -----------------------------------------------------------------------------------
 */

static void
add (GStrvBuilder *texts, const char *key, const char *value)
{
  if (value)
    g_strv_builder_take (texts, g_strconcat (key, "=", value, NULL));
}

static void
add_of_column (GStrvBuilder *texts, const char *key, guint column, const char *value)
{
  g_strv_builder_take (texts, g_strdup_printf ("%s.%u=%s", key, column, value));
}

static void
add_scale (GStrvBuilder *texts, guint column, double low, double high)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE], to[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_dtostr (from, sizeof from, low);
  g_ascii_dtostr (to, sizeof to, high);
  g_strv_builder_take (texts, g_strdup_printf ("scale.%u=%s..%s", column, from, to));
}

static void
add_column (GStrvBuilder *texts, const BwColumnOverride *column)
{
  const BwField *field = bw_field_get (column->field);
  if (column->has_field)
    add_of_column (texts, "field", column->column, field ? field->name : NO_FIELD);
  if (!isnan (column->scale_high))
    add_scale (texts, column->column, column->scale_low, column->scale_high);
  if (column->effort != BW_EFFORT_UNKNOWN)
    add_of_column (texts, "effort", column->column,
                   column->effort == BW_EFFORT_HIGH_IS_EASY ? "easy" : "hard");
  if (column->rank != BW_RANK_UNKNOWN)
    add_of_column (texts, "priority", column->column, bw_rank_to_string (column->rank));
  if (column->has_unit)
    add_of_column (texts, "unit", column->column, bw_duration_unit_to_string (column->unit));
}

GStrv
bw_overrides_to_texts (const BwOverrides *self)
{
  g_return_val_if_fail (self, NULL);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  char delimiter[] = { self->delimiter, '\0' };
  if (bw_overrides_is_empty (self))
    return NULL;
  add (texts, "columns", self->columns);
  add (texts, "encoding", self->encoding);
  if (self->delimiter)
    add (texts, "delimiter", self->delimiter == '\t' ? TAB : delimiter);
  add (texts, "profile", self->profile);
  if (self->kind != BW_KIND_LAST)
    add (texts, "kind", bw_kind_to_string (self->kind));
  add (texts, "date-order", bw_date_order_to_string (self->order));
  add (texts, "time-zone", self->zone);
  for (guint i = 0; i < self->said->len; i++)
    add_column (texts, &g_array_index (self->said, BwColumnOverride, i));
  return g_strv_builder_end (texts);
}

/* --- Reading -----------------------------------------------------------------------------------
 */

static void
read_of_column (BwOverrides *self, const char *key, guint column, const char *value)
{
  const BwField *field = bw_field_find (value);
  BwDurationUnit unit;
  BwRank rank;
  const char *to = strstr (value, "..");
  double low = g_ascii_strtod (value, NULL);
  double high = to ? g_ascii_strtod (to + 2, NULL) : NAN;
  if (g_str_equal (key, "field") && (field || g_str_equal (value, NO_FIELD)))
    bw_overrides_set_field (self, column, field ? field->id : BW_FIELD_NONE);
  else if (g_str_equal (key, "scale") && low < high)
    bw_overrides_set_scale (self, column, low, high);
  else if (g_str_equal (key, "effort") && g_str_equal (value, "easy"))
    bw_overrides_set_effort (self, column, BW_EFFORT_HIGH_IS_EASY);
  else if (g_str_equal (key, "effort") && g_str_equal (value, "hard"))
    bw_overrides_set_effort (self, column, BW_EFFORT_HIGH_IS_HARD);
  else if (g_str_equal (key, "priority") && bw_rank_parse (value, &rank))
    bw_overrides_set_rank (self, column, rank);
  else if (g_str_equal (key, "unit") && bw_duration_unit_parse (value, &unit))
    bw_overrides_set_unit (self, column, unit);
}

static void
read_of_file (BwOverrides *self, const char *key, const char *value)
{
  if (g_str_equal (key, "columns"))
    g_set_str (&self->columns, value);
  else if (g_str_equal (key, "encoding"))
    g_set_str (&self->encoding, value);
  else if (g_str_equal (key, "delimiter"))
    self->delimiter = g_str_equal (value, TAB) ? '\t' : *value;
  else if (g_str_equal (key, "profile"))
    g_set_str (&self->profile, value);
  else if (g_str_equal (key, "kind"))
    bw_kind_parse (value, &self->kind);
  else if (g_str_equal (key, "date-order"))
    bw_date_order_parse (value, &self->order);
  else if (g_str_equal (key, "time-zone"))
    g_set_str (&self->zone, value);
}

static void
read_text (BwOverrides *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  guint column;
  int end = 0;
  if (g_strv_length (parts) < 2)
    return;
  char *dot = strchr (parts[0], '.');
  if (!dot) {
    read_of_file (self, parts[0], parts[1]);
    return;
  }
  if (sscanf (dot + 1, "%u%n", &column, &end) != 1 || dot[1 + end] != '\0')
    return;
  *dot = '\0';
  read_of_column (self, parts[0], column, parts[1]);
}

BwOverrides *
bw_overrides_of_texts (const char *const *texts)
{
  BwOverrides *self = bw_overrides_new ();
  for (; texts && *texts; texts++)
    read_text (self, *texts);
  return self;
}

/* --- Of a plan ---------------------------------------------------------------------------------
 */

static void
take_column (BwOverrides *self, guint place, const BwColumnPlan *column)
{
  const BwField *field = bw_field_get (column->field);
  bw_overrides_set_field (self, place, column->field);
  if (!field)
    return;
  if (field->value == BW_VALUE_RATING && column->scale_fixed)
    bw_overrides_set_scale (self, place, column->scale_low, column->scale_high);
  if (field->value == BW_VALUE_DURATION && column->unit_fixed)
    bw_overrides_set_unit (self, place, column->unit);
  if (column->effort != BW_EFFORT_UNKNOWN)
    bw_overrides_set_effort (self, place, column->effort);
  if (column->rank != BW_RANK_UNKNOWN)
    bw_overrides_set_rank (self, place, column->rank);
  if (column->order_fixed)
    self->order = column->order;
}

BwOverrides *
bw_overrides_of_plan (const BwPlan *plan)
{
  BwOverrides *self = bw_overrides_new ();
  BwProfile *profile = plan->profile ? bw_profiles_find (plan->profile, NULL) : NULL;
  const char *id =
      profile && bw_profile_is_own (profile) ? bw_profile_get_base (profile) : plan->profile;
  g_set_str (&self->profile, id);
  self->kind = plan->kind;
  for (guint i = 0; i < plan->columns->len; i++)
    take_column (self, i, plan->columns->pdata[i]);
  return self;
}
