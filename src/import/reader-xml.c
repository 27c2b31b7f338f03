/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as products export it: elements of one name, one a record, whose leaves are cells. Lists
 * within a record are left out: they are tables of their own. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-parse.h"
#include "bw-reader.h"
#include "bw-xml.h"

#define HEAD_BYTES 4096
#define SPARE_ROOM ((gint64) 64 << 20)
#define NAMES_MOST 1000000 /* places in the document that are counted */

/* What is known of the document, and of the place in it. */
typedef struct {
  GString *path;       /* names from the root on, '/' before each */
  GHashTable *times;   /* path -> how often, in all */
  GHashTable *parents; /* paths of elements that hold elements */
  GPtrArray *order;    /* paths as they are met first */
  char *record;        /* path of a record, once it is known */
  GHashTable *columns; /* path of a leaf -> 1 + its column */
  GPtrArray *names;
  GPtrArray *cells; /* GString, one a column; of the current record */
  GString *text;
  GString *name;       /* of what a leaf says, in an attribute */
  gboolean name_first; /* the leaf itself says only a key */
  guint n_skipped;     /* levels inside a list that is left out */
  guint n_lists;
  gboolean leaf;
  BwGrid *grid;
} Document;

static Document *
document_new (void)
{
  Document *self = g_new0 (Document, 1);
  self->path = g_string_new (NULL);
  self->times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
  self->text = g_string_new (NULL);
  self->name = g_string_new (NULL);
  return self;
}

static void
document_free (Document *self)
{
  g_string_free (self->path, TRUE);
  g_hash_table_unref (self->times);
  g_hash_table_unref (self->parents);
  g_ptr_array_unref (self->order);
  g_free (self->record);
  g_hash_table_unref (self->columns);
  g_ptr_array_unref (self->names);
  for (guint i = 0; i < self->cells->len; i++)
    g_string_free (self->cells->pdata[i], TRUE);
  g_ptr_array_unref (self->cells);
  g_string_free (self->text, TRUE);
  g_string_free (self->name, TRUE);
  g_clear_pointer (&self->grid, bw_grid_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_free)

static void
enter (Document *self, const char *name)
{
  g_string_append_c (self->path, '/');
  g_string_append (self->path, name);
}

static void
leave (Document *self)
{
  g_string_truncate (self->path, (gsize) (strrchr (self->path->str, '/') - self->path->str));
}

static gboolean
is_list (const char **attributes)
{
  return g_strcmp0 (bw_xml_get (attributes, "type"), "array") == 0;
}

/* --- What repeats -----------------------------------------------------------------------------
 */

static void
count_start_cb (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Document *self = user_data;
  if (self->path->len > 0 && !g_hash_table_contains (self->parents, self->path->str))
    g_hash_table_add (self->parents, g_strdup (self->path->str));
  enter (self, name);
  guint times = GPOINTER_TO_UINT (g_hash_table_lookup (self->times, self->path->str));
  if (times == 0)
    g_ptr_array_add (self->order, g_strdup (self->path->str));
  g_hash_table_insert (self->times, g_strdup (self->path->str), GUINT_TO_POINTER (times + 1));
  if (self->order->len > NAMES_MOST)
    bw_xml_stop (xml, g_error_new_literal (BW_ERROR, BW_ERROR_LIMIT,
                                           _ ("The document has more than a million kinds of "
                                              "elements: it is not opened.")));
}

static void
count_end_cb (BwXml *xml, const char *name, gpointer user_data)
{
  leave (user_data);
}

static void
ignore_text_cb (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
}

static guint
count_levels (const char *path)
{
  guint n = 0;
  for (; *path; path++)
    n += *path == '/';
  return n;
}

/* The outermost elements that repeat and hold others, or the only one below the root. */
static gboolean
find_record (Document *self)
{
  const char *best = NULL;
  for (guint i = 0; i < self->order->len; i++) {
    const char *path = self->order->pdata[i];
    guint times = GPOINTER_TO_UINT (g_hash_table_lookup (self->times, path));
    if (count_levels (path) < 2 || !g_hash_table_contains (self->parents, path))
      continue;
    if (!best || (times > 1 && count_levels (path) < count_levels (best)) ||
        (times > 1 && GPOINTER_TO_UINT (g_hash_table_lookup (self->times, best)) == 1))
      best = path;
  }
  self->record = g_strdup (best);
  return best != NULL;
}

/* --- Records ----------------------------------------------------------------------------------
 */

static gboolean
is_within (const Document *self)
{
  gsize n = strlen (self->record);
  return strncmp (self->path->str, self->record, n) == 0 && self->path->str[n] == '/';
}

static guint
need_column (Document *self, const char *path)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, path));
  if (column > 0)
    return column - 1;
  g_hash_table_insert (self->columns, g_strdup (path), GUINT_TO_POINTER (self->names->len + 1));
  g_ptr_array_add (self->names, g_strdelimit (g_strdup (path), "/", '.'));
  g_ptr_array_add (self->cells, g_string_new (NULL));
  return self->names->len - 1;
}

/* <assigned_to display_value="Ann">46d4</assigned_to>, <assigned_to id="7" name="Ann"/> */
static void
note_name (Document *self, const char **attributes)
{
  const char *shown = bw_xml_get (attributes, "display_value");
  const char *name = shown ? shown : bw_xml_get (attributes, "name");
  g_string_assign (self->name, name ? name : "");
  self->name_first = shown != NULL;
}

static void
start_cb (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Document *self = user_data;
  enter (self, name);
  self->leaf = TRUE;
  g_string_truncate (self->text, 0);
  note_name (self, attributes);
  if (self->n_skipped > 0) {
    self->n_skipped++;
  } else if (is_within (self) && is_list (attributes)) {
    self->n_skipped = 1;
    self->n_lists++;
  }
}

static void
text_cb (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
  Document *self = user_data;
  if (self->leaf && self->n_skipped == 0)
    g_string_append_len (self->text, text, (gssize) n);
}

/* Of several elements of one name in a record the first counts. */
static void
end_leaf (Document *self)
{
  guint column = need_column (self, self->path->str + strlen (self->record) + 1);
  GString *cell = self->cells->pdata[column];
  gboolean by_name = self->name->len > 0 &&
                     (self->name_first || bw_parse_is_blank (self->text->str, self->text->len));
  const GString *said = by_name ? self->name : self->text;
  if (cell->len == 0)
    g_string_append_len (cell, said->str, (gssize) said->len);
}

static void
end_record (BwXml *xml, Document *self)
{
  GError *error = NULL;
  for (guint i = 0; i < self->cells->len; i++) {
    GString *cell = self->cells->pdata[i];
    g_strchomp (cell->str);
    if (self->grid)
      bw_grid_add (self->grid, i, cell->str, strlen (cell->str));
    g_string_truncate (cell, 0);
  }
  if (!self->grid)
    return;
  bw_grid_end_row (self->grid);
  if (!bw_grid_check (self->grid, &error))
    bw_xml_stop (xml, error);
}

static void
end_cb (BwXml *xml, const char *name, gpointer user_data)
{
  Document *self = user_data;
  if (self->n_skipped > 0)
    self->n_skipped--;
  else if (self->leaf && is_within (self))
    end_leaf (self);
  else if (g_str_equal (self->path->str, self->record))
    end_record (xml, self);
  self->leaf = FALSE;
  leave (self);
}

/* --- The reader -------------------------------------------------------------------------------
 */

static const BwXmlEvents counting = { count_start_cb, count_end_cb, ignore_text_cb };
static const BwXmlEvents reading = { start_cb, end_cb, text_cb };

static void
write_header (Document *self)
{
  for (guint i = 0; i < self->names->len; i++)
    bw_grid_add (self->grid, i, self->names->pdata[i], strlen (self->names->pdata[i]));
  bw_grid_end_row (self->grid);
}

static gboolean
read_document (Document *self, BwText *raw, gint64 *room, GCancellable *cancellable, GError **error)
{
  const char *text = bw_text_get_start (raw);
  gsize size = bw_text_get_size (raw);
  if (!bw_xml_read_text (text, size, &counting, self, cancellable, error))
    return FALSE;
  if (!find_record (self)) {
    bw_error_set (error, BW_ERROR_FORMAT,
                  N_ ("This XML document holds no list of records: export the same report as "
                      "CSV."));
    return FALSE;
  }
  /* Once for the names, once for the cells. */
  if (!bw_xml_read_text (text, size, &reading, self, cancellable, error))
    return FALSE;
  self->n_lists = 0;
  self->grid = bw_grid_new_of_width (room, self->names->len);
  write_header (self);
  return bw_xml_read_text (text, size, &reading, self, cancellable, error);
}

static void
note_lists (BwShape *shape, guint n_lists)
{
  if (n_lists > 0)
    g_ptr_array_add (shape->notes,
                     bw_note_new ("xml-list", NULL, n_lists, 0,
                                  N_ ("Lists within records are left out: they are tables of their "
                                      "own.")));
}

static gboolean
read_xml (BwText *raw,
          const BwReadOptions *options,
          GPtrArray *shapes,
          GCancellable *cancellable,
          BwProgress progress,
          gpointer user_data,
          GError **error)
{
  g_autoptr (Document) document = document_new ();
  gint64 spare = 2 * (gint64) bw_text_get_size (raw) + SPARE_ROOM;
  gint64 *room = options && options->room ? options->room : &spare;
  if (!read_document (document, raw, room, cancellable, error))
    return FALSE;
  BwShape *shape = bw_grid_finish (document->grid, raw, NULL, cancellable, error);
  if (!shape)
    return FALSE;
  note_lists (shape, document->n_lists);
  g_ptr_array_add (shapes, shape);
  return TRUE;
}

/* A page of the web is refused by its own sentence. */
static double
sniff (BwText *raw)
{
  const char *start = bw_text_get_start (raw);
  g_autofree char *head = g_strndup (start, MIN (bw_text_get_size (raw), HEAD_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *at = g_str_has_prefix (lower, "\xef\xbb\xbf") ? lower + 3 : lower;
  while (g_ascii_isspace (*at))
    at++;
  return g_str_has_prefix (at, "<?xml") && !strstr (at, "<html") && !strstr (at, "<svg") ? 0.9 : 0;
}

const BwReader bw_reader_xml = {
  .id = "xml",
  .title = N_ ("XML"),
  .sniff = sniff,
  .read = read_xml,
};
