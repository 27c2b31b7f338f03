/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the files of an archive (zip, tar) or the one stream of a compressed file (gz, xz, zst,
 * bz2), and keeps count of what is unpacked: a small file that unpacks without end is refused. */
#pragma once

#include "bw-reader.h"

typedef struct _BwArchive BwArchive;

/* Bytes that a file of this size may unpack to, all members together: a hundred times its size, at
 * least 192 MiB, at most 64 GiB. */
gint64 bw_archive_get_room (gsize size);

/* room: bytes that may still be unpacked, counted down; it outlives the archive.
 * progress: bytes of raw. NULL and BW_ERROR_FORMAT when it is no archive. */
BwArchive *bw_archive_open (BwText *raw,
                            gint64 *room,
                            GCancellable *cancellable,
                            BwProgress progress,
                            gpointer user_data,
                            GError **error);
void bw_archive_free (BwArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwArchive, bw_archive_free)

/* Goes to the next file: its path inside, UTF-8, valid until the next call; "" in a compressed file
 * without names. NULL at the end, and with BW_ERROR_FORMAT or BW_ERROR_UNSUPPORTED (encrypted). */
const char *bw_archive_next (BwArchive *self, GError **error);

/* The file's next bytes, valid until the next call; *n is 0 at its end. FALSE and BW_ERROR_LIMIT,
 * BW_ERROR_FORMAT, BW_ERROR_UNSUPPORTED or G_IO_ERROR_CANCELLED otherwise. */
gboolean bw_archive_read (BwArchive *self, const char **block, gsize *n, GError **error);

/* All bytes of the file. */
BwText *bw_archive_read_all (BwArchive *self, GError **error);

/* Whether there is a file of that path inside of a zip. */
gboolean bw_archive_has (BwText *raw, const char *path);
