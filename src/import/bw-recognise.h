/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From headers and a sample of cells to a plan; and from the whole columns back to a better one. */
#pragma once

#include "bw-overrides.h"
#include "bw-shape.h"
#include "bw-source.h"

typedef struct {
  const char *profile;     /* id, or NULL = the best */
  const char *const *maps; /* "Header=field", NULL-terminated; or NULL */
  BwDateOrder order;
  BwZone *zone;        /* of naive times */
  gboolean zone_known; /* said by the user: not worth a note */
  gboolean zone_said;  /* of this file: a line of it that names another does not matter */
  gboolean kind_set;
  BwKind kind;
  const BwOverrides *overrides; /* of columns, over all of the above; or NULL */
  const BwOverrides *of_fields; /* the same by BwFieldId instead of place, under them; or NULL */
  gboolean lenient; /* a table of which nothing can be made is a plan too, which says its lack */
} BwRecogniseOptions;

/* Completes "needs ...": what a table of that kind (no derived one) cannot do without. */
const char *bw_recognise_get_needs (BwKind kind);

/* rows: of GStrv, a sample from the beginning and from all over the file.
 * NULL and BW_ERROR_PROFILE when no kind of table can be made of it: the sentence says which
 * columns were seen and what is needed ("needs a column with the date on which tickets were
 * created"). */
BwPlan *bw_recognise (const char *const *header,
                      GPtrArray *rows,
                      const BwRecogniseOptions *options,
                      GError **error);

/* The time that places a row; NONE = rows need none. */
BwFieldId bw_recognise_get_place (BwKind kind);

/* After loading: evidence has one entry for each column of the plan. Changes plans whose whole
 * column says otherwise than the sample did, marks their entry of `again` TRUE (to be loaded anew)
 * and returns whether there is any. To be called again with what was loaded then, until it is
 * FALSE. */
gboolean bw_recognise_settle (BwPlan *plan,
                              const BwEvidence *evidence,
                              const BwTable *table,
                              gboolean *again);

/* At last: fills decisions and notes of the source (bad cells, assumed date order and zone,
 * duration against dates, columns that are zero in every row), and returns which rows to set aside
 * (BwAside bytes, n_rows) or NULL. Says nothing of worth once it is cancelled. */
guint8 *bw_recognise_finish (BwPlan *plan,
                             const BwEvidence *evidence,
                             BwTable *table,
                             BwSource *source,
                             GCancellable *cancellable);
