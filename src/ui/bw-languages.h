/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages that a report can be written in here. */
#pragma once

#include <glib.h>

typedef struct {
  char *locale; /* "" = the program's own */
  char *name;   /* in that language */
} BwLanguageChoice;

/* Of BwLanguageChoice, the program's own first: those with a translation and a locale. */
GPtrArray *bw_languages (void);
