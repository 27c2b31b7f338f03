/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said by hand of one file. */
#include "config.h"

#include <math.h>

#include "bw-overrides.h"

BwOverrides *
bw_overrides_new (void)
{
  BwOverrides *self = g_new0 (BwOverrides, 1);
  self->kind = BW_KIND_LAST;
  self->said = g_array_new (FALSE, FALSE, sizeof (BwColumnOverride));
  return self;
}

BwOverrides *
bw_overrides_copy (const BwOverrides *self)
{
  g_return_val_if_fail (self, NULL);
  BwOverrides *copy = g_new (BwOverrides, 1);
  *copy = (BwOverrides) { g_strdup (self->encoding),
                          self->delimiter,
                          g_strdup (self->profile),
                          self->kind,
                          self->order,
                          g_strdup (self->zone),
                          g_strdup (self->columns),
                          g_array_copy (self->said) };
  return copy;
}

void
bw_overrides_free (BwOverrides *self)
{
  g_free (self->encoding);
  g_free (self->profile);
  g_free (self->zone);
  g_free (self->columns);
  g_array_unref (self->said);
  g_free (self);
}

static gboolean
says_something (const BwColumnOverride *column)
{
  return column->has_field || column->has_unit || !isnan (column->scale_high) ||
         column->effort != BW_EFFORT_UNKNOWN || column->rank != BW_RANK_UNKNOWN;
}

gboolean
bw_overrides_is_empty (const BwOverrides *self)
{
  g_return_val_if_fail (self, TRUE);
  for (guint i = 0; i < self->said->len; i++)
    if (says_something (&g_array_index (self->said, BwColumnOverride, i)))
      return FALSE;
  return !self->encoding && !self->delimiter && !self->profile && self->kind == BW_KIND_LAST &&
         self->order == BW_DATE_UNDECIDED && !self->zone;
}

static BwColumnOverride *
find (const BwOverrides *self, guint column)
{
  for (guint i = 0; i < self->said->len; i++) {
    BwColumnOverride *override = &g_array_index (self->said, BwColumnOverride, i);
    if (override->column == column)
      return override;
  }
  return NULL;
}

static BwColumnOverride *
need (BwOverrides *self, guint column)
{
  if (!find (self, column)) {
    BwColumnOverride override = { .column = column, .scale_low = NAN, .scale_high = NAN };
    g_array_append_val (self->said, override);
  }
  return find (self, column);
}

void
bw_overrides_set_field (BwOverrides *self, guint column, BwFieldId field)
{
  g_return_if_fail (self && field < BW_FIELD_LAST);
  BwColumnOverride *override = need (self, column);
  override->has_field = TRUE;
  override->field = field;
}

void
bw_overrides_unset_field (BwOverrides *self, guint column)
{
  g_return_if_fail (self);
  need (self, column)->has_field = FALSE;
}

void
bw_overrides_set_scale (BwOverrides *self, guint column, double low, double high)
{
  g_return_if_fail (self);
  g_return_if_fail (isnan (high) || low < high);
  BwColumnOverride *override = need (self, column);
  override->scale_low = low;
  override->scale_high = high;
}

void
bw_overrides_set_effort (BwOverrides *self, guint column, BwEffort effort)
{
  g_return_if_fail (self);
  need (self, column)->effort = effort;
}

void
bw_overrides_set_rank (BwOverrides *self, guint column, BwRank rank)
{
  g_return_if_fail (self);
  need (self, column)->rank = rank;
}

void
bw_overrides_set_unit (BwOverrides *self, guint column, BwDurationUnit unit)
{
  g_return_if_fail (self);
  BwColumnOverride *override = need (self, column);
  override->has_unit = TRUE;
  override->unit = unit;
}

void
bw_overrides_unset_unit (BwOverrides *self, guint column)
{
  g_return_if_fail (self);
  need (self, column)->has_unit = FALSE;
}

const BwColumnOverride *
bw_overrides_get_column (const BwOverrides *self, guint column)
{
  return self ? find (self, column) : NULL;
}
