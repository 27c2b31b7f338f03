/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sorted list of texts in one block of memory: the pointers, the meanings and the texts. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "bw-dictionary.h"

G_DEFINE_BOXED_TYPE (BwDictionary, bw_dictionary, bw_dictionary_ref, bw_dictionary_unref)

typedef struct {
  guint64 prefix; /* the first 8 bytes as a number: most texts differ there */
  const char *text;
  double meaning;
  gsize given; /* place among the given texts */
} Entry;

static Entry
make_entry (const char *text, double meaning, gsize given)
{
  guint64 prefix = 0;
  const char *at = text;
  for (int shift = 56; shift >= 0 && *at; shift -= 8)
    prefix |= (guint64) (guint8) *at++ << shift;
  return (Entry) { prefix, text, meaning, given };
}

/* NAN comes first, so that the order does not hang on the given one. */
static int
compare_meanings (double a, double b)
{
  if (isnan (a) || isnan (b))
    return !isnan (a) - !isnan (b);
  return (a > b) - (a < b);
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *first = a;
  const Entry *second = b;
  if (first->prefix != second->prefix)
    return first->prefix < second->prefix ? -1 : 1;
  int order = strcmp (first->text, second->text);
  return order != 0 ? order : compare_meanings (first->meaning, second->meaning);
}

/* Sorts the entries; codes (as long) receives for each entry its code. Returns how many are
 * distinct. */
static gsize
assign_codes (Entry *entries, gsize n, guint32 *codes)
{
  gboolean sorted = TRUE;
  for (gsize i = 1; i < n && sorted; i++)
    sorted = compare_entries (&entries[i - 1], &entries[i]) <= 0;
  if (!sorted)
    qsort (entries, n, sizeof (Entry), compare_entries);

  gsize distinct = 0;
  for (gsize i = 0; i < n; i++) {
    distinct += i == 0 || compare_entries (&entries[i - 1], &entries[i]) != 0;
    codes[i] = (guint32) (distinct - 1);
  }
  return distinct;
}

static BwDictionary *
allocate (const Entry *entries, gsize n_entries, const guint32 *codes, gsize n)
{
  gsize n_bytes = 0;
  gboolean meant = FALSE;
  for (gsize i = 0; i < n_entries; i++) {
    if (i == 0 || codes[i] != codes[i - 1])
      n_bytes += strlen (entries[i].text) + 1;
    meant |= !isnan (entries[i].meaning);
  }

  gsize n_meanings = meant ? 1 + n : 0;
  gsize size = sizeof (BwDictionary) + n * sizeof (char *) + n_meanings * sizeof (double) + n_bytes;
  BwDictionary *self = g_atomic_rc_box_alloc (size);
  self->n = n;
  self->texts = (const char **) (self + 1);
  self->meanings = meant ? (double *) (self->texts + n) : NULL;
  return self;
}

static BwDictionary *
build (Entry *entries, gsize n_entries, const guint32 *codes, gsize n)
{
  BwDictionary *self = allocate (entries, n_entries, codes, n);
  char *at = (char *) (self->texts + n) + (self->meanings ? (1 + n) * sizeof (double) : 0);
  if (self->meanings)
    self->meanings[0] = NAN;
  for (gsize i = 0; i < n_entries; i++) {
    if (i > 0 && codes[i] == codes[i - 1])
      continue;
    self->texts[codes[i]] = at;
    at = stpcpy (at, entries[i].text) + 1;
    if (self->meanings)
      self->meanings[1 + (gsize) codes[i]] = entries[i].meaning;
  }
  return self;
}

/* Takes over the entries. remap: by their `given`. */
static BwDictionary *
build_unsorted (Entry *entries, gsize n, guint32 *remap)
{
  g_autofree Entry *owned = entries;
  g_autofree guint32 *codes = g_new (guint32, n + 1);
  gsize distinct = assign_codes (entries, n, codes);
  for (gsize i = 0; remap && i < n; i++)
    remap[entries[i].given] = codes[i];
  return build (entries, n, codes, distinct);
}

BwDictionary *
bw_dictionary_new (const char *const *texts, gsize n, const double *meaning, guint32 *remap)
{
  g_return_val_if_fail (texts || n == 0, NULL);
  g_return_val_if_fail (n < G_MAXUINT32, NULL);
  Entry *entries = g_new (Entry, n + 1);
  for (gsize i = 0; i < n; i++)
    entries[i] = make_entry (texts[i], meaning ? meaning[i] : NAN, i);
  return build_unsorted (entries, n, remap);
}

BwDictionary *
bw_dictionary_unite (const BwDictionary *const *dictionaries, gsize n, guint32 *const *remaps)
{
  gsize total = 0;
  for (gsize i = 0; i < n; i++)
    total += dictionaries[i]->n;
  g_return_val_if_fail (total < G_MAXUINT32, NULL);

  Entry *entries = g_new (Entry, total + 1);
  gsize at = 0;
  for (gsize i = 0; i < n; i++)
    for (guint32 c = 0; c < dictionaries[i]->n; c++, at++)
      entries[at] = make_entry (dictionaries[i]->texts[c],
                                bw_dictionary_get_meaning (dictionaries[i], c), at);

  g_autofree guint32 *codes = g_new (guint32, total + 1);
  BwDictionary *united = build_unsorted (entries, total, codes);
  const guint32 *from = codes;
  for (gsize i = 0; i < n; from += dictionaries[i]->n, i++)
    if (remaps && remaps[i])
      memcpy (remaps[i], from, dictionaries[i]->n * sizeof (guint32));
  return united;
}

BwDictionary *
bw_dictionary_ref (BwDictionary *dictionary)
{
  return g_atomic_rc_box_acquire (dictionary);
}

void
bw_dictionary_unref (BwDictionary *dictionary)
{
  g_atomic_rc_box_release (dictionary);
}

gboolean
bw_dictionary_find (const BwDictionary *dictionary, const char *text, guint32 *code)
{
  g_return_val_if_fail (dictionary, FALSE);
  g_return_val_if_fail (text, FALSE);
  gsize low = 0;
  gsize high = dictionary->n;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    if (strcmp (dictionary->texts[middle], text) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == dictionary->n || strcmp (dictionary->texts[low], text) != 0)
    return FALSE;
  if (code)
    *code = (guint32) low;
  return TRUE;
}
