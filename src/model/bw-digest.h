/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of a text's bytes, worked out in a thread of its own while others read them for other
 * ends. Counted. */
#pragma once

#include "bw-text.h"

typedef struct _BwDigest BwDigest;

/* Begins at once. */
BwDigest *bw_digest_new (BwText *text);
BwDigest *bw_digest_ref (BwDigest *digest);
/* The last one stops it. */
void bw_digest_unref (BwDigest *digest);

/* Whoever reads all of the text for another end can spare the digest reading it again. From now on
 * it waits for each chunk from the first-th on to be fed, until that ends. Once for a digest. */
void bw_digest_begin_feed (BwDigest *digest, gsize chunk, guint first);
/* The i-th chunk begins at *buffer + skip. Takes over the buffer, of bw_large_new and *room bytes,
 * and puts another one or NULL in its place; leaves it where it is when it is not wanted, or NULL:
 * then the chunk is read. Thread-safe. */
void bw_digest_feed (BwDigest *digest, guint i, char **buffer, gsize *room, gsize skip);
/* What has not been fed is read. */
void bw_digest_end_feed (BwDigest *digest);

/* Waits for it. Lower-case hex. Thread-safe. */
const char *bw_digest_get (BwDigest *digest);

/* Whether the text still has the bytes of the digest. Reads them again only when somebody has
 * written to their file. */
gboolean bw_digest_holds (BwDigest *digest);

/* The same of a stream, here and now: NULL on error; *size receives how many bytes it had. */
char *bw_digest_read (GInputStream *stream, gint64 *size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDigest, bw_digest_unref)
