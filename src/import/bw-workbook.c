/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the small parts and the shared texts in one walk over the archive. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-workbook.h"

#define FOLDER "xl/"

typedef struct {
  /* Borrowed */
  BwWorkbook *book;

  /* Owned */
  GHashTable *codes; /* number format id -> BwSerialKind + 1 */
  GHashTable *paths; /* relation id -> path */
  GString *text;

  gboolean in_formats;
  gboolean in_text;
  guint n_phonetic; /* elements around that hold a reading aid, not text */
} Reading;

static void
free_sheet (gpointer item)
{
  BwWorkbookSheet *sheet = item;
  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->path);
  g_free (sheet);
}

static guint64
get_number (const char **attributes, const char *name)
{
  const char *text = bw_xml_get (attributes, name);
  return text ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
get_flag (const char **attributes, const char *name)
{
  const char *text = bw_xml_get (attributes, name);
  return text &&
         (strcmp (text, "1") == 0 || strcmp (text, "true") == 0 || strcmp (text, "on") == 0);
}

static void
ignore_end (BwXml *xml, const char *name, gpointer user_data)
{
}

static void
ignore_text (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
}

/* --- Workbook and relations ---------------------------------------------------------------------
 */

static void
start_workbook (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reading *reading = user_data;
  if (strcmp (name, "workbookPr") == 0)
    reading->book->since_1904 = get_flag (attributes, "date1904");
  if (strcmp (name, "sheet") != 0)
    return;
  const char *state = bw_xml_get (attributes, "state");
  const char *title = bw_xml_get (attributes, "name");
  BwWorkbookSheet *sheet = g_new0 (BwWorkbookSheet, 1);
  sheet->name = g_strdup (title ? title : "?");
  sheet->relation = g_strdup (bw_xml_get (attributes, "id"));
  sheet->hidden = state && strcmp (state, "visible") != 0;
  g_ptr_array_add (reading->book->sheets, sheet);
}

/* A target counts from the folder of the workbook, or from the top. */
static char *
resolve (const char *target)
{
  if (*target == '/')
    return g_strdup (target + 1);
  g_autofree char *path = g_strconcat ("/" FOLDER, target, NULL);
  g_autofree char *plain = g_canonicalize_filename (path, "/");
  return g_strdup (plain + 1);
}

static void
start_relation (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reading *reading = user_data;
  const char *type = bw_xml_get (attributes, "Type");
  const char *id = bw_xml_get (attributes, "Id");
  const char *target = bw_xml_get (attributes, "Target");
  if (id && target && type && g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (reading->paths, g_strdup (id), resolve (target));
}

/* --- Styles -------------------------------------------------------------------------------------
 */

static void
start_style (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reading *reading = user_data;
  if (strcmp (name, "numFmt") == 0) {
    const char *code = bw_xml_get (attributes, "formatCode");
    guint64 id = get_number (attributes, "numFmtId");
    if (code && id < G_MAXUINT)
      g_hash_table_insert (reading->codes, GUINT_TO_POINTER ((guint) id),
                           GUINT_TO_POINTER (bw_serial_kind_of_code (code) + 1));
  } else if (strcmp (name, "cellXfs") == 0) {
    reading->in_formats = TRUE;
  } else if (reading->in_formats && strcmp (name, "xf") == 0) {
    guint64 id = get_number (attributes, "numFmtId");
    guint known =
        id < G_MAXUINT
            ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->codes, GUINT_TO_POINTER ((guint) id)))
            : 0;
    guint8 kind = (guint8) (known ? known - 1 : bw_serial_kind_of_id ((guint) MIN (id, G_MAXUINT)));
    g_byte_array_append (reading->book->kinds, &kind, 1);
  }
}

static void
end_style (BwXml *xml, const char *name, gpointer user_data)
{
  Reading *reading = user_data;
  if (strcmp (name, "cellXfs") == 0)
    reading->in_formats = FALSE;
}

/* --- Shared texts -------------------------------------------------------------------------------
 */

static int
read_hex (const char *at)
{
  int code = 0;
  for (int i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (at[i]);
    if (digit < 0)
      return -1;
    code = 16 * code + digit;
  }
  return code;
}

void
bw_workbook_unescape (GString *text)
{
  if (!strstr (text->str, "_x"))
    return;
  gsize filled = 0;
  for (gsize i = 0; i < text->len;) {
    const char *at = text->str + i;
    int code =
        text->len - i >= 7 && at[0] == '_' && at[1] == 'x' && at[6] == '_' ? read_hex (at + 2) : -1;
    if (code <= 0 || (code >= 0xd800 && code < 0xe000)) {
      text->str[filled++] = *at;
      i++;
      continue;
    }
    filled += (gsize) g_unichar_to_utf8 ((gunichar) code, text->str + filled);
    i += 7;
  }
  g_string_truncate (text, filled);
}

static void
start_string (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reading *reading = user_data;
  if (strcmp (name, "si") == 0)
    g_string_truncate (reading->text, 0);
  else if (strcmp (name, "rPh") == 0)
    reading->n_phonetic++;
  else if (strcmp (name, "t") == 0)
    reading->in_text = reading->n_phonetic == 0;
}

static void
end_string (BwXml *xml, const char *name, gpointer user_data)
{
  Reading *reading = user_data;
  if (strcmp (name, "t") == 0)
    reading->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    reading->n_phonetic--;
  if (strcmp (name, "si") != 0)
    return;
  bw_workbook_unescape (reading->text);
  bw_grid_quote (reading->book->strings, reading->text->str, reading->text->len);
  gsize end = reading->book->strings->len;
  g_array_append_val (reading->book->ends, end);
}

static void
read_string (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
  Reading *reading = user_data;
  if (reading->in_text)
    g_string_append_len (reading->text, text, (gssize) n);
}

/* --- All parts ----------------------------------------------------------------------------------
 */

static gboolean
read_part (Reading *reading, BwArchive *archive, const char *name, GError **error)
{
  static const struct {
    const char *suffix;
    BwXmlEvents events;
  } parts[] = {
    { "workbook.xml.rels", { start_relation, ignore_end, ignore_text } },
    { "workbook.xml", { start_workbook, ignore_end, ignore_text } },
    { "styles.xml", { start_style, end_style, ignore_text } },
    { "sharedStrings.xml", { start_string, end_string, read_string } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!g_str_has_prefix (name, FOLDER) || !g_str_has_suffix (name, parts[i].suffix))
      continue;
    return bw_xml_read (archive, &parts[i].events, reading, error);
  }
  return TRUE;
}

static void
place_sheets (Reading *reading)
{
  GPtrArray *sheets = reading->book->sheets;
  for (guint i = 0; i < sheets->len; i++) {
    BwWorkbookSheet *sheet = sheets->pdata[i];
    if (g_hash_table_size (reading->paths) == 0)
      sheet->path = g_strdup_printf (FOLDER "worksheets/sheet%u.xml", i + 1);
    else if (sheet->relation)
      sheet->path = g_strdup (g_hash_table_lookup (reading->paths, sheet->relation));
  }
}

static gboolean
read_parts (Reading *reading, BwArchive *archive, GError **error)
{
  GError *problem = NULL;
  const char *name;
  while ((name = bw_archive_next (archive, &problem)))
    if (!read_part (reading, archive, name, error))
      return FALSE;
  if (problem)
    g_propagate_error (error, problem);
  return problem == NULL;
}

BwWorkbook *
bw_workbook_read (BwText *raw,
                  gint64 *room,
                  GCancellable *cancellable,
                  BwProgress progress,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (BwArchive) archive =
                bw_archive_open (raw, room, cancellable, progress, user_data, error);
  if (!archive)
    return NULL;
  g_autoptr (BwWorkbook) book = g_new0 (BwWorkbook, 1);
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->kinds = g_byte_array_new ();
  book->strings = g_string_new (NULL);
  book->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { book, codes, paths, text };
  if (!read_parts (&reading, archive, error))
    return NULL;
  place_sheets (&reading);
  return g_steal_pointer (&book);
}

void
bw_workbook_free (BwWorkbook *self)
{
  g_ptr_array_unref (self->sheets);
  g_byte_array_unref (self->kinds);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

const char *
bw_workbook_get_string (const BwWorkbook *self, guint64 i, gsize *n)
{
  if (i >= self->ends->len)
    return NULL;
  gsize start = i > 0 ? g_array_index (self->ends, gsize, i - 1) : 0;
  *n = g_array_index (self->ends, gsize, i) - start;
  return self->strings->str + start;
}

BwSerialKind
bw_workbook_get_kind (const BwWorkbook *self, guint64 format)
{
  return format < self->kinds->len ? self->kinds->data[format] : BW_SERIAL_NUMBER;
}
