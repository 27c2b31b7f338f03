/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of a text's bytes in a thread of its own, while others read them for other ends. */
#pragma once

#include "bw-text.h"

typedef struct _BwDigest BwDigest;

BwDigest *bw_digest_start (BwText *text, GCancellable *cancellable);
/* Waits. Lower-case hex, or NULL when it was cancelled; frees the digest. */
char *bw_digest_finish (BwDigest *digest);
