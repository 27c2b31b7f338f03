/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an importer reads one file: what loading and previews have in common. */
#pragma once

#include "bw-importer.h"
#include "bw-recognise.h"

/* What is said of that table, or NULL. columns: the fingerprint of its headers, NULL = not known
 * yet: what was said of other columns is not said of it, what was said of these is, whichever file
 * they are in. */
const BwOverrides *bw_importer_find_overrides (BwImporter *self,
                                               const char *path,
                                               const char *member,
                                               const char *columns);
/* The wished zone, else the machine's. */
BwZone *bw_importer_dup_zone (BwImporter *self, const BwOverrides *overrides);
/* maps, zone and overrides are borrowed. */
BwRecogniseOptions bw_importer_make_options (BwImporter *self,
                                             const char *const *maps,
                                             BwZone *zone,
                                             const BwOverrides *overrides);
GStrv bw_importer_dup_maps (BwImporter *self);
/* Fills shapes. quick: their encoding is assumed (BwShape.assumed). digest: see BwReadOptions. A
 * file that an own profile knows by how it is sniffed wrongly is read as that says. Errors do not
 * name the file. */
gboolean bw_importer_read (BwImporter *self,
                           const char *path,
                           const BwOverrides *overrides,
                           gboolean quick,
                           BwDigest **digest,
                           GPtrArray *shapes,
                           GCancellable *cancellable,
                           BwProgress progress,
                           gpointer user_data,
                           GError **error);
