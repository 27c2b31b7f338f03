/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs that a text names as HTML does: "&#62;", "&gt;", "&eacute;". */
#pragma once

#include <glib.h>

/* The entity at `at`, which is '&', and what follows it; NULL when it is no entity that is known
 * here, with its semicolon. Blanks that are not to be broken are blanks. */
const char *bw_entity_read (const char *at, const char *end, gunichar *sign);
/* Appends the text with its entities as the signs that they name, each once. */
void bw_entities_append (GString *out, const char *text, gsize n);
