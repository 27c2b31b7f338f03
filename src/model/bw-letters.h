/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as people compare them: without regard to capitals and accents, numbers by their size. */
#pragma once

#include <glib.h>

/* Appends the text in lower case and without accents: what is searched. */
void bw_letters_append (GString *out, const char *text, gsize length);
/* Appends a key of it whose bytes sort as people sort: "Ticket 9" before "ticket 10". */
void bw_letters_append_key (GString *out, const char *text, gsize length);
