/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of a text's bytes, worked out by those who read them for another end, or in a thread of
 * its own. Counted. */
#pragma once

#include "bw-text.h"

typedef struct _BwDigest BwDigest;

/* Nothing begins yet. */
BwDigest *bw_digest_new (BwText *text);
BwDigest *bw_digest_ref (BwDigest *digest);
/* The last one stops it. */
void bw_digest_unref (BwDigest *digest);

/* Begins in a thread of its own, which stops when the digest is fed. Once. */
void bw_digest_begin (BwDigest *digest);
/* Several threads are going to read all chunks of so many bytes, in order, and feed each to the
 * digest. Once, before bw_digest_go_on. */
void bw_digest_begin_feed (BwDigest *digest, gsize chunk);
/* The i-th chunk begins at *buffer + skip. Takes over the buffer, of bw_large_new and *room bytes,
 * and puts another one or NULL in its place, or leaves it where it is when it is not wanted. NULL:
 * the chunk is to be read again. The caller may find itself hashing. Thread-safe. */
void bw_digest_feed (BwDigest *digest, guint i, char **buffer, gsize *room, gsize skip);
/* What has not been fed is read by a thread of the digest's own, which begins now. */
void bw_digest_go_on (BwDigest *digest);

/* Waits for it. Lower-case hex. Thread-safe. */
const char *bw_digest_get (BwDigest *digest);

/* Whether the text still has the bytes of the digest. Reads them again only when somebody has
 * written to their file. */
gboolean bw_digest_holds (BwDigest *digest);

/* The same of a stream, here and now: NULL on error; *size receives how many bytes it had. */
char *bw_digest_read (GInputStream *stream, gint64 *size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDigest, bw_digest_unref)
