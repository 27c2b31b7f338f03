/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that are gathered one block after the other: few in memory, many in a file without a name,
 * whose pages the system can put away while nobody looks at them. The file is gone with the bytes,
 * however the program ends. */
#pragma once

#include "bw-text.h"

typedef struct _BwScratch BwScratch;

/* most: bytes that stay in memory. */
BwScratch *bw_scratch_new (gsize most);
void bw_scratch_free (BwScratch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwScratch, bw_scratch_free)

/* FALSE when there is no room for them. */
gboolean bw_scratch_add (BwScratch *self, const char *block, gsize n, GError **error);
/* All of them; nothing is to be added after that. NULL when they cannot be read again. */
BwText *bw_scratch_finish (BwScratch *self, GError **error);
/* Whether they lie in a file. */
gboolean bw_scratch_is_file (const BwScratch *self);
