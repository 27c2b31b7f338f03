/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows chains of sectors; a chain that is longer than the file is a loop. */
#include "config.h"

#include <string.h>

#include "bw-compound.h"

#define HEADER_BYTES 512
#define ENTRY_BYTES 128
#define N_HEADER_PLACES 109 /* of sectors with the table, in the header itself */
#define LAST_SECTOR 0xfffffff9u

typedef struct {
  /* Borrowed */
  const guint8 *bytes;
  gsize size;

  /* Owned */
  GArray *next;       /* guint32: the sector after each one */
  GArray *small_next; /* of small sectors */
  GByteArray *small;  /* what small sectors are parts of */
  GByteArray *entries;

  guint shift; /* of a sector's bytes */
  guint small_shift;
  guint32 cutoff; /* streams of fewer bytes are in small sectors */
} Compound;

static inline guint16
read_u16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static inline guint32
read_u32 (const guint8 *at)
{
  return read_u16 (at) | (guint32) read_u16 (at + 2) << 16;
}

gboolean
bw_compound_is (BwText *raw)
{
  static const char signature[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  return bw_text_get_size (raw) >= HEADER_BYTES &&
         memcmp (bw_text_get_start (raw), signature, 8) == 0;
}

/* NULL when it is not all in the file. */
static const guint8 *
get_sector (const Compound *self, guint32 i)
{
  gsize at = ((gsize) i + 1) << self->shift;
  gsize n = (gsize) 1 << self->shift;
  return i <= LAST_SECTOR && at <= self->size && n <= self->size - at ? self->bytes + at : NULL;
}

static void
append_numbers (GArray *numbers, const guint8 *at, gsize n_bytes)
{
  for (gsize i = 0; i + 4 <= n_bytes; i += 4) {
    guint32 number = read_u32 (at + i);
    g_array_append_val (numbers, number);
  }
}

/* All of a chain, or as much as there is. */
static GByteArray *
read_chain (const Compound *self, guint32 first)
{
  GByteArray *bytes = g_byte_array_new ();
  const guint8 *sector;
  for (guint n = 0; n <= self->next->len && (sector = get_sector (self, first)); n++) {
    g_byte_array_append (bytes, sector, 1u << self->shift);
    if (first >= self->next->len)
      break;
    first = g_array_index (self->next, guint32, first);
  }
  return bytes;
}

static GByteArray *
read_small_chain (const Compound *self, guint32 first)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize size = (gsize) 1 << self->small_shift;
  for (guint n = 0; n <= self->small_next->len && first < self->small_next->len; n++) {
    gsize at = (gsize) first << self->small_shift;
    if (at + size > self->small->len)
      break;
    g_byte_array_append (bytes, self->small->data + at, (guint) size);
    first = g_array_index (self->small_next, guint32, first);
  }
  return bytes;
}

/* The table of sectors is itself in sectors, whose places are in the header and in a chain. */
static void
read_table (Compound *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  append_numbers (places, self->bytes + 76, 4 * N_HEADER_PLACES);
  guint32 more = read_u32 (self->bytes + 68);
  gsize n_bytes = (gsize) 1 << self->shift;
  const guint8 *sector;
  for (gsize n = 0; n < self->size >> self->shift && (sector = get_sector (self, more)); n++) {
    append_numbers (places, sector, n_bytes - 4);
    more = read_u32 (sector + n_bytes - 4);
  }
  gsize n_sectors = self->size >> self->shift;
  for (guint i = 0; i < places->len && self->next->len < n_sectors; i++) {
    sector = get_sector (self, g_array_index (places, guint32, i));
    if (sector)
      append_numbers (self->next, sector, n_bytes);
  }
}

static gboolean
open_compound (Compound *self, BwText *raw)
{
  self->bytes = (const guint8 *) bw_text_get_start (raw);
  self->size = bw_text_get_size (raw);
  self->shift = read_u16 (self->bytes + 30);
  self->small_shift = read_u16 (self->bytes + 32);
  self->cutoff = read_u32 (self->bytes + 56);
  if ((self->shift != 9 && self->shift != 12) || self->small_shift != 6)
    return FALSE;
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->small_next = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_table (self);
  self->entries = read_chain (self, read_u32 (self->bytes + 48));
  g_autoptr (GByteArray) small_table = read_chain (self, read_u32 (self->bytes + 60));
  append_numbers (self->small_next, small_table->data, small_table->len);
  if (self->entries->len >= ENTRY_BYTES)
    self->small = read_chain (self, read_u32 (self->entries->data + 116));
  return self->small != NULL;
}

static void
close_compound (Compound *self)
{
  g_clear_pointer (&self->next, g_array_unref);
  g_clear_pointer (&self->small_next, g_array_unref);
  g_clear_pointer (&self->small, g_byte_array_unref);
  g_clear_pointer (&self->entries, g_byte_array_unref);
}

/* Names are UTF-16. */
static gboolean
has_name (const guint8 *entry, const char *name)
{
  gsize n = strlen (name);
  gboolean same = read_u16 (entry + 64) == 2 * (n + 1) && n < 32;
  for (gsize i = 0; i < n && same; i++)
    same = read_u16 (entry + 2 * i) == (guint8) name[i];
  return same;
}

GBytes *
bw_compound_read (BwText *raw, const char *name)
{
  Compound self = { 0 };
  GBytes *bytes = NULL;
  if (!bw_compound_is (raw) || !open_compound (&self, raw)) {
    close_compound (&self);
    return NULL;
  }
  for (guint at = 0; at + ENTRY_BYTES <= self.entries->len && !bytes; at += ENTRY_BYTES) {
    const guint8 *entry = self.entries->data + at;
    if (entry[66] != 2 || !has_name (entry, name))
      continue;
    guint32 first = read_u32 (entry + 116);
    guint32 size = read_u32 (entry + 120);
    GByteArray *all =
        size < self.cutoff ? read_small_chain (&self, first) : read_chain (&self, first);
    if (all->len > size)
      g_byte_array_set_size (all, size);
    if (all->len == size)
      bytes = g_byte_array_free_to_bytes (all);
    else
      g_byte_array_unref (all);
  }
  close_compound (&self);
  return bytes;
}
