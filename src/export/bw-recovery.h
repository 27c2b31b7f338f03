/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a report with unsaved changes, which lies in bellwether/unsaved of the user's state
 * folder as long as there are some. A copy that nobody holds was left behind by a program that
 * could not end as it should. Beside ID.bellwether lies ID.lock, locked by whoever holds it; in it
 * is the path of the report's own file, if any. */
#pragma once

#include <gio/gio.h>

#define BW_TYPE_RECOVERY (bw_recovery_get_type ())
G_DECLARE_FINAL_TYPE (BwRecovery, bw_recovery, BW, RECOVERY, GObject)

/* Without a copy as yet; the last reference removes it. */
BwRecovery *bw_recovery_new (void);
/* Where the copy lies, or will. */
const char *bw_recovery_get_path (BwRecovery *self);
/* Writes a copy in a thread; the latest one wins. origin: the report's own file, or NULL. */
void bw_recovery_keep_async (BwRecovery *self,
                             GBytes *bytes,
                             const char *origin,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean bw_recovery_keep_finish (BwRecovery *self, GAsyncResult *result, GError **error);
/* The same here and now. */
gboolean bw_recovery_keep (BwRecovery *self, GBytes *bytes, const char *origin, GError **error);
/* Removes the copy, and keeps none that was asked for before. */
void bw_recovery_forget (BwRecovery *self);

/* A copy that was left behind. */
typedef struct {
  char *path;
  char *origin; /* NULL = it was never saved */
} BwLeftover;

/* The latest first. Of BwLeftover. */
GPtrArray *bw_recovery_list_left (void);
BwLeftover *bw_leftover_copy (const BwLeftover *leftover);
void bw_leftover_free (BwLeftover *leftover);
/* Removes it for good. */
void bw_leftover_discard (const BwLeftover *leftover);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLeftover, bw_leftover_free)
