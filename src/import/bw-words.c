/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open-addressing table that is never more than a quarter full: most words are where they are
 * looked for first. */
#include "config.h"

#include "bw-parse.h"
#include "bw-record.h"
#include "bw-words.h"

#define FIRST_SLOTS 64

void
bw_words_init (BwWords *self)
{
  *self = (BwWords) {
    .slots = g_new0 (guint32, FIRST_SLOTS),
    .mask = FIRST_SLOTS - 1,
    .entries = g_new (BwWordEntry, FIRST_SLOTS / 4),
    .n = 1,
    .texts = g_ptr_array_new (),
    .arena = g_string_chunk_new (4096),
  };
  g_ptr_array_add (self->texts, g_string_chunk_insert (self->arena, ""));
}

void
bw_words_seal (BwWords *self)
{
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->entries, g_free);
}

void
bw_words_clear (BwWords *self)
{
  if (!self->arena)
    return;
  bw_words_seal (self);
  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->arena);
  *self = (BwWords) { 0 };
}

BwWordKey
bw_words_key_long (const char *text, gsize length)
{
  BwWordKey key = { { length, bw_words_load (text + length - 8), bw_words_load (text), 0 } };
  for (gsize i = 0; i + 8 <= length; i += 8) {
    guint64 *part = &key.parts[i / 8 % 2];
    *part = (*part ^ bw_words_load (text + i)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    *part ^= *part >> 32;
  }
  return key;
}

BwWordKey
bw_words_key_at_end (const char *text, gsize length)
{
  char copy[BW_WORD_KEY_BYTES] = { 0 };
  memcpy (copy, text, length);
  return bw_words_key_short (copy, length);
}

static void
put (BwWords *self, guint entry)
{
  const BwWordEntry *word = &self->entries[entry];
  guint at = bw_words_hash (&word->key, word->length) & self->mask;
  while (self->slots[at] > 0)
    at = (at + 1) & self->mask;
  self->slots[at] = entry + 1;
}

static void
grow (BwWords *self)
{
  guint n_slots = 2 * (self->mask + 1);
  g_free (self->slots);
  self->slots = g_new0 (guint32, n_slots);
  self->mask = n_slots - 1;
  self->entries = g_renew (BwWordEntry, self->entries, n_slots / 4);
  for (guint i = 0; i < self->n_entries; i++)
    put (self, i);
}

/* A NUL cannot be part of a text in memory: it shows as U+FFFD. */
static char *
without_nuls (BwWords *self, const char *text, gsize length)
{
  if (!memchr (text, '\0', length))
    return NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    if (text[i])
      g_string_append_c (shown, text[i]);
    else
      g_string_append (shown, "\xef\xbf\xbd");
  return g_string_chunk_insert (self->arena, shown->str);
}

guint32
bw_words_add (BwWords *self, BwWordKey key, const char *text, gsize length)
{
  gboolean blank = bw_parse_is_blank (text, length);
  guint32 number = blank ? 0 : self->n;
  char *kept = g_string_chunk_insert_len (self->arena, text, (gssize) length);
  if (!blank) {
    char *shown = without_nuls (self, text, length);
    g_ptr_array_add (self->texts, (shown ? shown : kept) + bw_cell_guard_length (text, length));
    self->n++;
  }
  if (self->n_entries == (self->mask + 1) / 4)
    grow (self);
  self->entries[self->n_entries] = (BwWordEntry) { key, kept, (guint32) length, number };
  put (self, self->n_entries++);
  return number;
}
