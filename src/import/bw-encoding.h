/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a file to UTF-8 text, whatever their encoding; decided from the whole file. */
#pragma once

#include "bw-survey.h"
#include "bw-text.h"

/* wanted: the encoding by the name that iconv or Python gives it, or NULL to decide:
 * by the byte-order mark; UTF-16 by its zero bytes; UTF-8 when most of what is not ASCII is valid
 * (what is not becomes U+FFFD, and a note "mixed-encoding"); windows-1252 otherwise.
 * Returns raw itself when its bytes can stay. *start_at: behind the byte-order mark.
 * *name: what it was; *survey (NULL = not wanted): of the text, NULL when it was converted. NULL
 * and BW_ERROR_UNSUPPORTED for a name nobody knows, or when cancelled. */
BwText *bw_encoding_decode (BwText *raw,
                            const char *wanted,
                            gsize *start_at,
                            char **name,
                            BwSurvey **survey,
                            GPtrArray *notes,
                            GCancellable *cancellable,
                            GError **error);
/* Whether the bytes can be taken for UTF-8 for the time being: nothing in their beginning speaks
 * against it, and nothing else is wanted. What follows has not been looked at. */
gboolean bw_encoding_begins_as_utf8 (const BwText *raw, const char *wanted, gsize *start_at);
