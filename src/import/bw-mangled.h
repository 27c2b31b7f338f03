/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters of UTF-8 that were once read as windows-1252, as spreadsheets do: "PrioritÃ¤t". */
#pragma once

#include <glib.h>

/* The text as it was meant, when every letter in it that is not ASCII is such a one; else NULL.
 * text: valid UTF-8. */
char *bw_mangled_mend (const char *text);
