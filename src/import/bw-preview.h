/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a file before it is loaded: its first rows, what each column is taken for and why,
 * and what comes of knowing better. The first megabytes are read exactly as loading would read
 * them, so what it says of columns is what a load says.
 *
 * A user who knows better changes a copy of the overrides and has the preview judge anew; when
 * they are right, they go to bw_importer_set_overrides, or are remembered. */
#pragma once

#include "bw-importer.h"

#define BW_TYPE_PREVIEW (bw_preview_get_type ())
G_DECLARE_FINAL_TYPE (BwPreview, bw_preview, BW, PREVIEW, GObject)

#define BW_PREVIEW_ROWS 100

/* member: which table of a container; NULL = the first that can be used, else the first. The
 * importer's settings hold, overrides (or NULL) go before them. Errors name the file; a table that
 * nothing can be made of is no error, but has a lack. */
BwPreview *bw_preview_new (BwImporter *importer,
                           const char *path,
                           const char *member,
                           const BwOverrides *overrides,
                           GCancellable *cancellable,
                           GError **error);
void bw_preview_new_async (BwImporter *importer,
                           const char *path,
                           const char *member,
                           const BwOverrides *overrides,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
BwPreview *bw_preview_new_finish (GAsyncResult *result, GError **error);

/* Anew by other overrides, in a few hundredths of a second; with another delimiter or encoding the
 * file is read again first. FALSE leaves all as it was. */
gboolean bw_preview_judge (BwPreview *self, const BwOverrides *overrides, GError **error);

/* What was judged: kind, profile, evidence, encoding, delimiter, zone, notes, and a BwDecision for
 * each column (its rows are those of the preview alone). */
BwSource *bw_preview_get_source (BwPreview *self);
/* How it is read: order, zone, unit and scale of each column. */
const BwPlan *bw_preview_get_plan (BwPreview *self);
/* A sentence on what is missing for a table of this kind (or of any); NULL when nothing is. */
const char *bw_preview_get_lack (BwPreview *self);
/* The overrides that it was judged by; never NULL. */
const BwOverrides *bw_preview_get_overrides (BwPreview *self);
/* Up to BW_PREVIEW_ROWS, of GStrv as long as the row. */
GPtrArray *bw_preview_get_rows (BwPreview *self);
/* Lines of the whole table: an upper bound of its rows. */
gint64 bw_preview_get_n_lines (BwPreview *self);
/* The tables of a container, for `member`; none when the file is no container. */
const char *const *bw_preview_get_members (BwPreview *self);

/* Completes "needs ...": what a table of that kind cannot do without. */
const char *bw_preview_get_needs (BwKind kind);

/* Keeps what was judged, so that the next file with these columns is taken for the same: a profile
 * of the user's own, named title. Loads know it at once. */
gboolean bw_preview_remember (BwPreview *self, const char *title, GError **error);
/* This file is known by what was remembered. */
gboolean bw_preview_is_remembered (BwPreview *self);
/* Forgets that again; judge anew to see what is thought of it then. */
gboolean bw_preview_forget (BwPreview *self, GError **error);
