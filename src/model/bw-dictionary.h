/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distinct texts of a column, sorted by their bytes, so that codes are the same whatever the
 * number of threads. Immutable, counted. */
#pragma once

#include <glib-object.h>
#include <math.h>

/* Public for the inline functions below, which run once a row. */
typedef struct {
  gsize n;
  const char **texts; /* n, ascending */
  double *meanings;   /* 1 + n, meanings[1 + code], meanings[0] is NAN; NULL = nothing has any */
} BwDictionary;

#define BW_TYPE_DICTIONARY (bw_dictionary_get_type ())
GType bw_dictionary_get_type (void);

/* texts: n, distinct; sorted here. meaning (may be NULL): what each given text means (see BwValue),
 * NAN = nothing. remap (may be NULL) receives for each given text its code. A text may be given
 * twice with different meanings (two files can disagree): both are kept, one after the other. */
BwDictionary *
bw_dictionary_new (const char *const *texts, gsize n, const double *meaning, guint32 *remap);
/* All texts of all. remaps (may be NULL): for each dictionary NULL, or an array of its size that
 * receives the new codes. */
BwDictionary *
bw_dictionary_unite (const BwDictionary *const *dictionaries, gsize n, guint32 *const *remaps);
BwDictionary *bw_dictionary_ref (BwDictionary *dictionary);
void bw_dictionary_unref (BwDictionary *dictionary);

/* FALSE when the text is not in it. Of equal texts the first. */
gboolean bw_dictionary_find (const BwDictionary *dictionary, const char *text, guint32 *code);

static inline gsize
bw_dictionary_get_size (const BwDictionary *dictionary)
{
  return dictionary->n;
}

static inline const char *
bw_dictionary_get_text (const BwDictionary *dictionary, guint32 code)
{
  return dictionary->texts[code];
}

/* NAN when the words of this column carry no meaning, or this one does not. */
static inline double
bw_dictionary_get_meaning (const BwDictionary *dictionary, guint32 code)
{
  return dictionary->meanings ? dictionary->meanings[1 + (gsize) code] : NAN;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDictionary, bw_dictionary_unref)
