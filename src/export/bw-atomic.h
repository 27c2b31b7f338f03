/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are either whole or not there. */
#pragma once

#include <gio/gio.h>

typedef gboolean (*BwWrite) (GOutputStream *stream,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

/* Lets write fill a temporary file beside path, forces it to the disk and renames it: whatever goes
 * wrong, or when cancelled or killed, an older file of that name is still whole and the temporary
 * file is gone (where file systems have none without a name, a kill leaves a hidden one). A link is
 * followed; an existing file keeps its permissions; what is no regular file (a pipe, a device) is
 * written to directly. Errors are of G_IO_ERROR and begin with the path. */
gboolean bw_write_atomically (
    const char *path, BwWrite write, gpointer user_data, GCancellable *cancellable, GError **error);
/* An empty file in the folder that no name leads to: it is gone with its descriptor, however the
 * program ends. -1 with errno where there are none. */
int bw_open_nameless (const char *folder, int mode);
/* What opens it by name as long as the descriptor is open. */
char *bw_dup_nameless_path (int fd);
/* The same of bytes that are there already. */
gboolean bw_write_bytes_atomically (const char *path,
                                    GBytes *bytes,
                                    GCancellable *cancellable,
                                    GError **error);
