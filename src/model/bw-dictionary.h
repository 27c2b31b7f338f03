/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distinct texts of a column, sorted by their bytes, so that codes are the same whatever the
 * number of threads. Immutable, counted. */
#pragma once

#include <glib-object.h>

typedef struct _BwDictionary BwDictionary;

#define BW_TYPE_DICTIONARY (bw_dictionary_get_type ())
GType bw_dictionary_get_type (void);

/* texts: NULL-terminated or n long, distinct; sorted here. remap (may be NULL) receives for each
 * given text its code. meaning (may be NULL): what each given text means (see BwValue), NAN =
 * nothing. */
BwDictionary *bw_dictionary_new (const char *const *texts, gsize n, const double *meaning,
                                 guint32 *remap);
BwDictionary *bw_dictionary_ref (BwDictionary *dictionary);
void bw_dictionary_unref (BwDictionary *dictionary);

gsize bw_dictionary_get_size (const BwDictionary *dictionary);
const char *bw_dictionary_get_text (const BwDictionary *dictionary, guint32 code);
/* NAN when the words of this column carry no meaning, or this one does not. */
double bw_dictionary_get_meaning (const BwDictionary *dictionary, guint32 code);
/* FALSE when the text is not in it. */
gboolean bw_dictionary_find (const BwDictionary *dictionary, const char *text, guint32 *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDictionary, bw_dictionary_unref)
