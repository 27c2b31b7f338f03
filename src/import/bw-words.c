/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open-addressing table that is never more than half full. */
#include "config.h"

#include "bw-parse.h"
#include "bw-words.h"

#define FIRST_SLOTS 64

void
bw_words_init (BwWords *self)
{
  *self = (BwWords) {
    .slots = g_new0 (BwWordSlot, FIRST_SLOTS),
    .mask = FIRST_SLOTS - 1,
    .n = 1,
    .texts = g_ptr_array_new (),
    .arena = g_string_chunk_new (4096),
  };
  g_ptr_array_add (self->texts, g_string_chunk_insert (self->arena, ""));
}

void
bw_words_clear (BwWords *self)
{
  if (!self->slots)
    return;
  g_free (self->slots);
  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->arena);
  *self = (BwWords) { 0 };
}

BwWordKey
bw_words_key_long (const char *text, gsize length)
{
  BwWordKey key = { length, bw_words_load (text + length - 8) };
  for (gsize i = 0; i + 8 <= length; i += 8) {
    guint64 part = bw_words_load (text + i);
    key.low = bw_words_mix (key.low ^ part);
    key.high = bw_words_mix (key.high + part);
  }
  return key;
}

static void
put (BwWordSlot *slots, guint mask, BwWordSlot slot)
{
  guint at = (guint) bw_words_mix (slot.key.low ^ bw_words_mix (slot.key.high + slot.length));
  for (at &= mask; slots[at].number > 0;)
    at = (at + 1) & mask;
  slots[at] = slot;
}

static void
grow (BwWords *self)
{
  guint n_slots = 2 * (self->mask + 1);
  BwWordSlot *slots = g_new0 (BwWordSlot, n_slots);
  for (guint i = 0; i <= self->mask; i++)
    if (self->slots[i].number > 0)
      put (slots, n_slots - 1, self->slots[i]);
  g_free (self->slots);
  self->slots = slots;
  self->mask = n_slots - 1;
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
    g_ptr_array_add (self->texts, shown ? shown : kept);
    self->n++;
  }
  if (2 * (self->texts->len + 16) > self->mask)
    grow (self);
  put (self->slots, self->mask, (BwWordSlot) { key, kept, (guint32) length, number + 1 });
  return number;
}
