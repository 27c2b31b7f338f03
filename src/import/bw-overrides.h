/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user knows better of one file than recognition does. Columns are named by their place in
 * the file, from 0. What is not said is decided as ever. */
#pragma once

#include "bw-plan.h"

typedef struct {
  char *encoding;    /* as iconv spells it; NULL = decide */
  char delimiter;    /* 0 = decide */
  char *profile;     /* id, or "generic"; NULL = decide */
  BwKind kind;       /* BW_KIND_LAST = decide */
  BwDateOrder order; /* UNDECIDED = decide */
  char *zone;        /* "Europe/Berlin", of times that name none; NULL = as the importer says */
  char *columns;     /* bw_profile_fingerprint of the headers that this is said of; NULL = any */

  /*< private >*/
  GArray *said; /* BwColumnOverride */
} BwOverrides;

typedef struct {
  guint column;
  gboolean has_field;
  BwFieldId field; /* NONE = not used */
  double scale_low;
  double scale_high; /* NAN = decide */
  BwEffort effort;   /* UNKNOWN = decide */
  BwRank rank;       /* UNKNOWN = decide */
  gboolean has_unit;
  BwDurationUnit unit;
} BwColumnOverride;

BwOverrides *bw_overrides_new (void);
BwOverrides *bw_overrides_copy (const BwOverrides *self);
void bw_overrides_free (BwOverrides *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwOverrides, bw_overrides_free)

/* Nothing is said at all. */
gboolean bw_overrides_is_empty (const BwOverrides *self);

/* field: NONE = leave the column out. */
void bw_overrides_set_field (BwOverrides *self, guint column, BwFieldId field);
/* As before it was set. */
void bw_overrides_unset_field (BwOverrides *self, guint column);
/* Of a rating; NAN = decide. */
void bw_overrides_set_scale (BwOverrides *self, guint column, double low, double high);
void bw_overrides_set_effort (BwOverrides *self, guint column, BwEffort effort);
/* Of the bare numbers of a priority. */
void bw_overrides_set_rank (BwOverrides *self, guint column, BwRank rank);
/* Of the bare numbers of a length of time. */
void bw_overrides_set_unit (BwOverrides *self, guint column, BwDurationUnit unit);
void bw_overrides_unset_unit (BwOverrides *self, guint column);

/* What a plan decides for good, so that the next file is read like this one whoever reads it. */
BwOverrides *bw_overrides_of_plan (const BwPlan *plan);

/* As a list of texts to be kept: "kind=tickets", "field.3=channel", "scale.4=1-5". NULL when
 * nothing is said. */
GStrv bw_overrides_to_texts (const BwOverrides *self);
/* Texts that are not known are passed over: a newer Bellwether may have said them. */
BwOverrides *bw_overrides_of_texts (const char *const *texts);

/* What is said of a column, or NULL. */
const BwColumnOverride *bw_overrides_get_column (const BwOverrides *self, guint column);
