/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every thread has numbered the words as it met them: one dictionary of all, and its codes in their
 * place. */
#include "config.h"

#include <string.h>

#include "bw-entity.h"
#include "bw-large.h"
#include "bw-load-private.h"
#include "bw-parallel.h"

/* The words of all threads, each once, and for each thread their place in that list; 0 = nothing.
 */
typedef struct {
  GPtrArray *texts;
  gboolean entities;
  gboolean takes_last;
  GStringChunk *resolved; /* texts that are not as they stand in the file; NULL = all are */
  guint32 **places;       /* one a worker, NULL when it has none */
} Union;

static guint32
read_number (const BwTarget *target, gsize row)
{
  if (target->store == BW_STORE_CODE32)
    return ((const guint32 *) (const void *) target->values)[row];
  return ((const guint16 *) (const void *) target->values)[row];
}

/* Which words of each worker some row has; needed only when blocks were walked twice. */
static guint8 **
find_used (const BwLoadJob *job, guint target)
{
  int n_workers = bw_thread_count ();
  guint8 **used = g_new0 (guint8 *, n_workers + 1);
  for (int i = 0; i < n_workers; i++)
    if (job->workers[i].typist)
      used[i] = g_new0 (guint8, bw_typist_get_words (job->workers[i].typist, target)->n);
  gsize row = 0;
  for (guint i = 0; i < job->n_outcomes; i++)
    for (gsize stop = row + job->outcomes[i].n_rows; row < stop; row++)
      used[job->outcomes[i].worker][read_number (&job->targets[target], row)] = 1;
  return used;
}

static void
free_used (guint8 **used)
{
  for (int i = 0; used && i < bw_thread_count (); i++)
    g_free (used[i]);
  g_free (used);
}

/* The last of several values: "Ben" of "Ada; Ben" and of "Ada; Ben; ". */
static const char *
find_last (const char *text, gsize *length)
{
  const char *start = text;
  const char *end = text;
  for (const char *at = text;; at = end + 1) {
    end = strchrnul (at, ';');
    while (g_ascii_isspace (*at))
      at++;
    if (at < end) {
      start = at;
      *length = (gsize) (end - at);
      while (g_ascii_isspace (start[*length - 1]))
        --*length;
    }
    if (!*end)
      return start;
  }
}

/* The text as it is to be shown. */
static char *
resolve (const Union *all, char *text)
{
  if (!all->resolved || !(strchr (text, '&') || (all->takes_last && strchr (text, ';'))))
    return text;
  g_autoptr (GString) signs = g_string_new (NULL);
  bw_entities_append (signs, text, all->entities ? strlen (text) : 0);
  const char *shown = all->entities ? signs->str : text;
  gsize length = strlen (shown);
  const char *start = all->takes_last ? find_last (shown, &length) : shown;
  return g_string_chunk_insert_len (all->resolved, start, (gssize) length);
}

static guint32 *
unite_worker (const BwWords *words, const guint8 *used, GHashTable *known, const Union *all)
{
  guint32 *places = g_new0 (guint32, words->n);
  for (guint i = 1; i < words->n; i++) {
    if (used && !used[i])
      continue;
    char *text = resolve (all, words->texts->pdata[i]);
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known, text));
    if (place == 0) {
      g_ptr_array_add (all->texts, text);
      place = all->texts->len;
      g_hash_table_insert (known, text, GUINT_TO_POINTER (place));
    }
    places[i] = place;
  }
  return places;
}

static Union
unite_words (const BwLoadJob *job, guint target)
{
  int n_workers = bw_thread_count ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint8 **used = job->redone ? find_used (job, target) : NULL;
  Union all = { .texts = g_ptr_array_new (),
                .entities = job->plan->entities,
                .takes_last = job->targets[target].plan->takes_last,
                .places = g_new0 (guint32 *, n_workers) };
  if (all.entities || all.takes_last)
    all.resolved = g_string_chunk_new (4096);
  for (int i = 0; i < n_workers; i++) {
    if (!job->workers[i].typist)
      continue;
    const BwWords *words = bw_typist_get_words (job->workers[i].typist, target);
    all.places[i] = unite_worker (words, used ? used[i] : NULL, known, &all);
  }
  free_used (used);
  return all;
}

static BwDictionary *
make_dictionary (const BwColumnPlan *plan, const Union *all, guint32 *codes)
{
  guint n = all->texts->len;
  g_autofree double *meanings = plan->meaning ? g_new (double, n + 1) : NULL;
  for (guint i = 0; meanings && i < n; i++)
    meanings[i] = plan->meaning (all->texts->pdata[i], plan->meaning_data);
  return bw_dictionary_new ((const char *const *) all->texts->pdata, n, meanings, codes);
}

static inline void
write_code (char *values, BwStore store, gsize row, guint32 code)
{
  if (store == BW_STORE_CODE8)
    ((guint8 *) values)[row] = (guint8) code;
  else if (store == BW_STORE_CODE16)
    ((guint16 *) (void *) values)[row] = (guint16) code;
  else
    ((guint32 *) (void *) values)[row] = code;
}

/* Numbers of threads become codes, in place unless they need more bytes. */
static void
recode (BwLoadJob *job, BwTarget *target, Union *all, const guint32 *codes)
{
  BwStore store = bw_store_for_codes (all->texts->len);
  gboolean in_place = bw_store_width (store) <= bw_store_width (target->store);
  char *values = in_place ? target->values : bw_large_new (job->n_rows + 1, bw_store_width (store));
  for (int i = 0; i < bw_thread_count (); i++) {
    guint n = all->places[i]
                  ? bw_typist_get_words (job->workers[i].typist, (guint) (target - job->targets))->n
                  : 0;
    for (guint j = 0; j < n; j++)
      all->places[i][j] = all->places[i][j] ? codes[all->places[i][j] - 1] + 1 : 0;
  }
  gsize row = 0;
  for (guint i = 0; i < job->n_outcomes; i++) {
    const guint32 *code_of = all->places[job->outcomes[i].worker];
    for (gsize stop = row + job->outcomes[i].n_rows; row < stop; row++)
      write_code (values, store, row, code_of[read_number (target, row)]);
  }
  if (!in_place)
    bw_large_free (target->values);
  target->values = bw_large_shrink (values, job->n_rows + 1, bw_store_width (store));
  target->store = store;
}

static void
seal_words (const BwLoadJob *job, guint target)
{
  for (int i = 0; i < bw_thread_count (); i++)
    if (job->workers[i].typist)
      bw_words_seal (bw_typist_get_words (job->workers[i].typist, target));
}

BwDictionary *
bw_load_job_finish_words (BwLoadJob *job, guint i)
{
  BwTarget *target = &job->targets[i];
  seal_words (job, i);
  Union all = unite_words (job, i);
  g_autofree guint32 *codes = g_new (guint32, all.texts->len + 1);
  BwDictionary *dictionary = make_dictionary (target->plan, &all, codes);
  recode (job, target, &all, codes);
  for (int worker = 0; worker < bw_thread_count (); worker++)
    g_free (all.places[worker]);
  g_free (all.places);
  g_ptr_array_unref (all.texts);
  g_clear_pointer (&all.resolved, g_string_chunk_free);
  return dictionary;
}
