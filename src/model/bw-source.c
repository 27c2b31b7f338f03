/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was learnt of one file. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-error.h"
#include "bw-source.h"

G_DEFINE_FINAL_TYPE (BwSource, bw_source, G_TYPE_OBJECT)

BwDecision *
bw_decision_new (void)
{
  BwDecision *decision = g_new0 (BwDecision, 1);
  decision->index = -1;
  return decision;
}

void
bw_decision_free (BwDecision *decision)
{
  if (!decision)
    return;
  g_free (decision->header);
  g_free (decision->evidence);
  g_free (decision->format);
  g_strfreev (decision->samples);
  g_free (decision);
}

static void
bw_source_finalize (GObject *object)
{
  BwSource *self = BW_SOURCE (object);
  g_free (self->path);
  g_free (self->name);
  g_free (self->member);
  g_free (self->profile);
  g_free (self->profile_title);
  g_free (self->evidence);
  g_free (self->encoding);
  g_free (self->delimiter);
  g_free (self->zone);
  g_strfreev (self->reading);
  g_free (self->sha256);
  g_clear_pointer (&self->digest, bw_digest_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->table, bw_table_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (bw_source_parent_class)->finalize (object);
}

static void
bw_source_class_init (BwSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_source_finalize;
}

static void
bw_source_init (BwSource *self)
{
  g_mutex_init (&self->lock);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_decision_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
}

BwSource *
bw_source_new (const char *path)
{
  g_return_val_if_fail (path, NULL);
  BwSource *self = g_object_new (BW_TYPE_SOURCE, NULL);
  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return self;
}

/* Of the file as it is now, if it is still as long as it was. */
static char *
compute_sha256 (BwSource *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  if (!stream)
    return NULL;
  gint64 size;
  g_autofree char *hex = bw_digest_read (G_INPUT_STREAM (stream), &size, error);
  if (hex && self->size > 0 && size != self->size) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The file has changed since it was read"));
    return NULL;
  }
  return g_steal_pointer (&hex);
}

const char *
bw_source_get_product (const BwSource *self)
{
  gboolean is_unknown = g_strcmp0 (self->profile, "generic") == 0;
  return is_unknown ? _ ("Unknown product") : self->profile_title;
}

const char *
bw_source_get_sha256 (BwSource *self, GError **error)
{
  g_return_val_if_fail (BW_IS_SOURCE (self), NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  if (!self->sha256)
    self->sha256 =
        self->digest ? g_strdup (bw_digest_get (self->digest)) : compute_sha256 (self, error);
  if (!self->sha256)
    bw_error_name_file (error, self->name);
  return self->sha256;
}

const char *
bw_source_peek_sha256 (BwSource *self)
{
  g_return_val_if_fail (BW_IS_SOURCE (self), NULL);
  /* Whoever holds it may be reading all of the file. */
  if (!g_mutex_trylock (&self->lock))
    return NULL;
  const char *sha256 = self->sha256;
  g_mutex_unlock (&self->lock);
  return sha256;
}

static gboolean
is_whole (BwSource *self)
{
  if (self->table && bw_table_is_damaged (self->table))
    return FALSE;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  return !self->digest || bw_digest_holds (self->digest);
}

gboolean
bw_source_check (BwSource *self, GError **error)
{
  g_return_val_if_fail (BW_IS_SOURCE (self), FALSE);
  if (is_whole (self))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("%s: the file has changed since it was opened, and its rows cannot be read any "
                  "more: open it again"),
                 self->name);
  return FALSE;
}

void
bw_source_set_digest (BwSource *self, BwDigest *digest)
{
  g_return_if_fail (BW_IS_SOURCE (self));
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  if (!self->digest)
    self->digest = bw_digest_ref (digest);
}

void
bw_source_set_sha256 (BwSource *self, const char *sha256)
{
  g_return_if_fail (BW_IS_SOURCE (self));
  g_return_if_fail (sha256);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  if (!self->sha256)
    self->sha256 = g_strdup (sha256);
}

/* The earlier of two places; 0 = no place. */
static gint64
first_place (gint64 a, gint64 b)
{
  return a == 0 || (b != 0 && b < a) ? b : a;
}

static guint
find_note (BwSource *self, const char *code, const char *column)
{
  guint i = 0;
  for (; i < self->notes->len; i++) {
    const BwNote *note = g_ptr_array_index (self->notes, i);
    if (g_str_equal (note->code, code) && g_strcmp0 (note->column, column) == 0)
      break;
  }
  return i;
}

/* FALSE when there is none like it yet. */
static gboolean
add_count (BwSource *self, const char *code, const char *column, gint64 count, gint64 first_line)
{
  guint i = find_note (self, code, column);
  if (i == self->notes->len)
    return FALSE;
  BwNote *old = g_ptr_array_index (self->notes, i);
  self->notes->pdata[i] =
      bw_note_with_count (old, old->count + count, first_place (old->first_line, first_line));
  bw_note_unref (old);
  return TRUE;
}

void
bw_source_add_note (BwSource *self,
                    const char *code,
                    const char *column,
                    gint64 count,
                    gint64 first_line,
                    const char *format,
                    ...)
{
  g_return_if_fail (BW_IS_SOURCE (self));
  g_return_if_fail (code);
  if (add_count (self, code, column, count, first_line))
    return;
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (self->notes,
                   bw_note_new_of (code, column, count, first_line, format, arguments));
  va_end (arguments);
}

void
bw_source_add_notes (BwSource *self, GPtrArray *notes)
{
  g_return_if_fail (BW_IS_SOURCE (self));
  g_return_if_fail (notes);
  for (guint i = 0; i < notes->len; i++) {
    BwNote *note = g_ptr_array_index (notes, i);
    if (!add_count (self, note->code, note->column, note->count, note->first_line))
      g_ptr_array_add (self->notes, bw_note_ref (note));
  }
}

void
bw_source_remove_notes (BwSource *self, const char *code)
{
  g_return_if_fail (BW_IS_SOURCE (self));
  g_return_if_fail (code);
  for (guint i = self->notes->len; i > 0; i--)
    if (g_str_equal (((BwNote *) g_ptr_array_index (self->notes, i - 1))->code, code))
      g_ptr_array_remove_index (self->notes, i - 1);
}
