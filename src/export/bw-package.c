/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into a zip archive of XML parts. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-package.h"

#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30
#define TOO_LARGE 0xffffffffu
/* Parts that are larger have been told of. */
#define MAX_PART (64 * 1024 * 1024)

typedef struct {
  char *name;
  gint64 packed_size;
  gint64 size;
  gint64 offset;
} Entry;

static guint32
read_number (const guint8 *bytes, guint n)
{
  guint32 number = 0;
  for (guint i = n; i > 0; i--)
    number = number << 8 | bytes[i - 1];
  return number;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _ ("the workbook could not be made: no room for its parts"));
  return FALSE;
}

/* n bytes at offset; free with g_free. */
static guint8 *
read_at (GInputStream *stream, gint64 offset, gsize n, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (n + 1);
  gsize n_read;
  if (!g_seekable_seek (G_SEEKABLE (stream), offset, G_SEEK_SET, cancellable, error) ||
      !g_input_stream_read_all (stream, bytes, n, &n_read, cancellable, error))
    return NULL;
  if (n_read == n)
    return g_steal_pointer (&bytes);
  fail (error);
  return NULL;
}

/* <?xml ...?> <root ...> ... </root> */
static gboolean
is_whole (const char *text, gsize size)
{
  while (size > 0 && g_ascii_isspace (text[size - 1]))
    size--;
  const char *root = memmem (text, size, "?>", 2);
  root = root ? memchr (root, '<', size - (gsize) (root - text)) : NULL;
  if (!root)
    return FALSE;
  gsize length = strcspn (root + 1, " />\r\n");
  gsize tail = length + 3;
  const char *end = text + size - tail;
  return size > tail && end[0] == '<' && end[1] == '/' && end[tail - 1] == '>' &&
         memcmp (end + 2, root + 1, length) == 0;
}

static gboolean
check_end (GInputStream *stream, const Entry *entry, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *local = read_at (stream, entry->offset, LOCAL_SIZE, cancellable, error);
  if (!local)
    return FALSE;
  gint64 start =
      entry->offset + LOCAL_SIZE + read_number (local + 26, 2) + read_number (local + 28, 2);
  g_autofree guint8 *packed =
      read_at (stream, start, (gsize) entry->packed_size, cancellable, error);
  if (!packed)
    return FALSE;
  g_autoptr (GConverter) inflate =
                G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autofree char *text = g_malloc ((gsize) entry->size + 1);
  gsize n_read, n_written;
  GConverterResult result = g_converter_convert (inflate, packed, (gsize) entry->packed_size, text,
                                                 (gsize) entry->size + 1, G_CONVERTER_INPUT_AT_END,
                                                 &n_read, &n_written, error);
  if (result == G_CONVERTER_ERROR)
    return FALSE;
  text[n_written] = '\0';
  return is_whole (text, n_written) || fail (error);
}

static gboolean
check_entry (GInputStream *stream,
             const Entry *entry,
             GHashTable *least,
             GCancellable *cancellable,
             GError **error)
{
  const gint64 *wanted = g_hash_table_lookup (least, entry->name);
  if (wanted)
    return entry->size >= *wanted || fail (error);
  return entry->size > MAX_PART || check_end (stream, entry, cancellable, error);
}

/* Returns the bytes that it takes, 0 when it is none. */
static gsize
parse_entry (const guint8 *bytes, gsize size, Entry *entry)
{
  if (size < ENTRY_SIZE || memcmp (bytes, "PK\1\2", 4) != 0)
    return 0;
  gsize name = read_number (bytes + 28, 2), extra = read_number (bytes + 30, 2);
  gsize total = ENTRY_SIZE + name + extra + read_number (bytes + 32, 2);
  if (size < total)
    return 0;
  entry->name = g_strndup ((const char *) bytes + ENTRY_SIZE, name);
  entry->packed_size = read_number (bytes + 20, 4);
  entry->size = read_number (bytes + 24, 4);
  entry->offset = read_number (bytes + 42, 4);
  if (entry->size == TOO_LARGE) /* of four bytes: the right one stands elsewhere */
    entry->size = G_MAXINT64;
  return total;
}

gboolean
bw_package_check (GInputStream *stream,
                  GHashTable *least,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (G_IS_SEEKABLE (stream) && least, FALSE);
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, cancellable, error))
    return FALSE;
  gint64 size = g_seekable_tell (G_SEEKABLE (stream));
  if (size < END_SIZE)
    return fail (error);
  g_autofree guint8 *end = read_at (stream, size - END_SIZE, END_SIZE, cancellable, error);
  if (!end)
    return FALSE;
  gsize length = read_number (end + 12, 4);
  gint64 start = read_number (end + 16, 4);
  if (start == TOO_LARGE)
    return TRUE;
  if (memcmp (end, "PK\5\6", 4) != 0 || start + (gint64) length > size)
    return fail (error);
  g_autofree guint8 *entries = read_at (stream, start, length, cancellable, error);
  if (!entries)
    return FALSE;
  for (gsize at = 0, n; at < length; at += n) {
    Entry entry;
    n = parse_entry (entries + at, length - at, &entry);
    if (n == 0)
      return fail (error);
    gboolean done = check_entry (stream, &entry, least, cancellable, error);
    g_free (entry.name);
    if (!done)
      return FALSE;
  }
  return TRUE;
}
