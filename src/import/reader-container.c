/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives and compressed files: each file inside is unpacked into memory and read by its own
 * reader. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-archive.h"
#include "bw-error.h"
#include "bw-note.h"
#include "bw-reader.h"

#define MAX_DEPTH 2

typedef struct {
  /* Template */
  BwText *raw;
  BwReadOptions options; /* of the files inside */
  GPtrArray *shapes;
  GCancellable *cancellable;

  /* Owned */
  GError *first_problem; /* of a file that cannot be read */
  guint n_unread;
} Unpacking;

static gboolean
begins_with (const BwText *raw, gsize at, const char *bytes, gsize n)
{
  return bw_text_get_size (raw) >= at + n && memcmp (bw_text_get_start (raw) + at, bytes, n) == 0;
}

static double
sniff (BwText *raw)
{
  static const struct {
    const char *bytes;
    gsize n;
    gsize at;
  } signatures[] = {
    { "PK\3\4", 4, 0 },
    { "PK\5\6", 4, 0 },
    { "\x1f\x8b\x08", 3, 0 },
    { "\xfd"
      "7zXZ",
      5, 0 },
    { "\x28\xb5\x2f\xfd", 4, 0 },
    { "BZh", 3, 0 },
    { "ustar", 5, 257 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (begins_with (raw, signatures[i].at, signatures[i].bytes, signatures[i].n))
      return 0.9;
  return 0;
}

/* What a person did not put there. */
static gboolean
is_litter (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  return g_str_has_prefix (name, "__MACOSX/") || base[0] == '.' ||
         g_ascii_strcasecmp (base, "thumbs.db") == 0 ||
         g_ascii_strcasecmp (base, "desktop.ini") == 0;
}

/* Shapes of a file inside get its name in front of their own, and the bytes of the whole. */
static void
adopt (const Unpacking *unpacking, guint first, const char *name)
{
  for (guint i = first; i < unpacking->shapes->len; i++) {
    BwShape *shape = unpacking->shapes->pdata[i];
    if (*name) {
      g_autofree char *inner = g_steal_pointer (&shape->member);
      shape->member = inner ? g_strdup_printf ("%s › %s", name, inner) : g_strdup (name);
    }
    bw_text_unref (shape->raw);
    shape->raw = bw_text_ref (unpacking->raw);
  }
}

/* A file that is none of ours, or says nothing, does not keep the others from being read. */
static gboolean
is_bearable (const GError *problem)
{
  return g_error_matches (problem, BW_ERROR, BW_ERROR_FORMAT) ||
         g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY) ||
         g_error_matches (problem, BW_ERROR, BW_ERROR_UNSUPPORTED);
}

static gboolean
read_member (Unpacking *unpacking, BwArchive *archive, const char *name, GError **error)
{
  g_autoptr (BwText) text = bw_archive_read_all (archive, error);
  if (!text)
    return FALSE;
  guint first = unpacking->shapes->len;
  g_autoptr (GError) problem = NULL;
  if (bw_text_get_size (text) == 0)
    bw_error_set (&problem, BW_ERROR_EMPTY, N_ ("The file is empty"));
  else if (bw_read_text (text, &unpacking->options, unpacking->shapes, unpacking->cancellable, NULL,
                         NULL, &problem)) {
    adopt (unpacking, first, name);
    return TRUE;
  }
  if (*name)
    bw_error_name_file (&problem, name);
  if (!is_bearable (problem)) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  unpacking->n_unread++;
  if (!unpacking->first_problem)
    unpacking->first_problem = g_steal_pointer (&problem);
  return TRUE;
}

/* Office documents are archives, too. */
static gboolean
check_document (BwText *raw, GError **error)
{
  static const struct {
    const char *part;
    const char *sentence;
  } documents[] = {
    { "word/document.xml",
      N_ ("This is a text document, not a table: save its table as a workbook or CSV.") },
    { "ppt/presentation.xml",
      N_ ("This is a presentation, not a table: save its table as a workbook or CSV.") },
    { "xl/workbook.bin",
      N_ ("This is a binary workbook (.xlsb): save it as .xlsx and open that.") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (bw_archive_has (raw, documents[i].part)) {
      bw_error_set (error, BW_ERROR_FORMAT, "%-s", documents[i].sentence);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_members (Unpacking *unpacking, BwArchive *archive, GError **error)
{
  GError *problem = NULL;
  const char *name;
  while ((name = bw_archive_next (archive, &problem)))
    if (!(*name && is_litter (name)) && !read_member (unpacking, archive, name, error))
      return FALSE;
  if (problem)
    g_propagate_error (error, problem);
  return problem == NULL;
}

static gboolean
conclude (Unpacking *unpacking, guint first, GError **error)
{
  if (unpacking->shapes->len == first) {
    if (unpacking->first_problem)
      g_propagate_error (error, g_steal_pointer (&unpacking->first_problem));
    else
      bw_error_set (error, BW_ERROR_EMPTY, N_ ("There are no files in the archive."));
    return FALSE;
  }
  if (unpacking->first_problem) {
    BwShape *shape = unpacking->shapes->pdata[first];
    g_ptr_array_add (shape->notes, bw_note_new_because ("skipped-part", unpacking->n_unread,
                                                        N_ ("A part of the file is left out. %s"),
                                                        unpacking->first_problem));
  }
  return TRUE;
}

static gboolean
read_container (BwText *raw,
                const BwReadOptions *options,
                GPtrArray *shapes,
                GCancellable *cancellable,
                BwProgress progress,
                gpointer user_data,
                GError **error)
{
  Unpacking unpacking = { .raw = raw, .shapes = shapes, .cancellable = cancellable };
  if (options)
    unpacking.options = *options;
  if (unpacking.options.depth++ >= MAX_DEPTH) {
    g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT,
                         _ ("There are archives inside of archives inside of archives here: unpack "
                            "them and open the files."));
    return FALSE;
  }
  gint64 room = bw_archive_get_room (bw_text_get_size (raw));
  if (!unpacking.options.room)
    unpacking.options.room = &room;
  if (!check_document (raw, error))
    return FALSE;
  guint first = shapes->len;
  g_autoptr (BwArchive) archive = bw_archive_open (raw, unpacking.options.room, cancellable,
                                                  progress, user_data, error);
  gboolean ok =
      archive && read_members (&unpacking, archive, error) && conclude (&unpacking, first, error);
  g_clear_error (&unpacking.first_problem);
  return ok;
}

const BwReader bw_reader_container = {
  .id = "container",
  .title = N_ ("Archive"),
  .sniff = sniff,
  .read = read_container,
};
