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

/* Waits for it. Lower-case hex. Thread-safe. */
const char *bw_digest_get (BwDigest *digest);

/* Whether the text still has the bytes of the digest. Reads them again only when somebody has
 * written to their file. */
gboolean bw_digest_holds (BwDigest *digest);

/* The same of a stream, here and now: NULL on error; *size receives how many bytes it had. */
char *bw_digest_read (GInputStream *stream, gint64 *size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDigest, bw_digest_unref)
