/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of words share: how a word is found in one. */
#pragma once

#include "bw-vocabulary.h"

typedef struct {
  double meaning;
  const char *words; /* separated by '|' */
} BwVocabularyRow;

/* The row of a folded word, or NULL. *index: NULL at first, filled when first asked. Thread-safe.
 */
const BwVocabularyRow *
bw_vocabulary_find (GHashTable **index, const BwVocabularyRow *rows, guint n, const char *word);
/* Folded, all punctuation gone. */
char *bw_vocabulary_fold (const char *text);
/* The same of words that a profile has; user_data as of the readers of bw-vocabulary.h. */
gboolean bw_vocabulary_find_own (gpointer user_data, const char *word, double *meaning);
