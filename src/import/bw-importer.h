/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files: the one door from paths to a BwDataset. Settings are made before loading, and hold
 * for all files of a load; overrides go before them, for one file. */
#pragma once

#include "bw-dataset.h"
#include "bw-overrides.h"
#include "bw-reader.h"

#define BW_TYPE_IMPORTER (bw_importer_get_type ())
G_DECLARE_FINAL_TYPE (BwImporter, bw_importer, BW, IMPORTER, GObject)

BwImporter *bw_importer_new (void);
void bw_importer_set_zone (BwImporter *self, BwZone *zone); /* of naive times; default: local */
/* Whether the user said so: nothing is noted of times that name no zone then. Default: no. */
void bw_importer_set_zone_known (BwImporter *self, gboolean known);
void bw_importer_set_profile (BwImporter *self, const char *id);
void bw_importer_add_map (BwImporter *self, const char *map); /* "Header=field" */
void bw_importer_set_date_order (BwImporter *self, BwDateOrder order);
void bw_importer_set_delimiter (BwImporter *self, char delimiter);
/* Around cells: 0 = '"'. */
void bw_importer_set_quote (BwImporter *self, char quote);
/* Before a quote within a cell: 0 = the quote itself. */
void bw_importer_set_escape (BwImporter *self, char escape);
void bw_importer_set_encoding (BwImporter *self, const char *encoding);
void bw_importer_set_kind (BwImporter *self, BwKind kind);
/* By field, in whatever column it stands. */
void bw_importer_set_scale (BwImporter *self, BwFieldId field, double low, double high);
void bw_importer_set_unit (BwImporter *self, BwFieldId field, BwDurationUnit unit);
void bw_importer_set_effort (BwImporter *self, BwEffort effort);
void bw_importer_set_rank (BwImporter *self, BwRank rank); /* of bare priorities */
/* The same in words, those of the command line's options: key "map" and value "Header=field",
 * "delimiter" and ";" or "tab". FALSE and BW_ERROR_FIELD when a word says nothing. */
gboolean bw_importer_say (BwImporter *self, const char *key, const char *value, GError **error);
/* "map=Header=field" and so on, as saved reports keep them; those that say nothing are passed over.
 */
void bw_importer_say_all (BwImporter *self, const char *const *words);
/* One character. */
gboolean bw_importer_parse_sign (const char *value, char *sign, GError **error);
/* The same, or "tab". */
gboolean bw_importer_parse_delimiter (const char *value, char *delimiter, GError **error);
/* What is said of one file, or of one table of a container ("tickets.xlsx › Sheet 1", as in
 * BwSource; delimiter and encoding belong to the file as a whole: member NULL). Copied; NULL = say
 * nothing. */
void bw_importer_set_overrides (BwImporter *self,
                                const char *path,
                                const char *member,
                                const BwOverrides *overrides);
/* The same of what a BwSource says of its reading, when it is opened again. */
void bw_importer_use_reading (BwImporter *self,
                              const char *path,
                              const char *member,
                              const char *const *reading);
/* Those of the table, else those of its file, else NULL. */
const BwOverrides *
bw_importer_get_overrides (BwImporter *self, const char *path, const char *member);
/* Whether the sources get the SHA-256 of their files, computed while they load. Default: no, they
 * compute it when asked. */
void bw_importer_set_hash (BwImporter *self, gboolean hash);

/* Synchronous. All files or none: the first error names its file. Cancelling answers within 100 ms.
 */
BwDataset *bw_importer_load (BwImporter *self,
                             const char *const *paths,
                             GCancellable *cancellable,
                             BwProgress progress,
                             gpointer user_data,
                             GError **error);
/* The same in a thread; progress is called in the main context of the caller's thread. Cancelling
 * answers at once, whatever the thread is about; that ends at its next look. */
void bw_importer_load_async (BwImporter *self,
                             const char *const *paths,
                             GCancellable *cancellable,
                             BwProgress progress,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
BwDataset *bw_importer_load_finish (BwImporter *self, GAsyncResult *result, GError **error);
