/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument spreadsheets (.ods): every visible sheet becomes a table of delimited text. Values
 * are taken from the attributes that hold them exactly, not from the text that is shown. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-reader.h"
#include "bw-serial.h"
#include "bw-xml.h"

/* A cell of the current row. */
typedef struct {
  guint column;
  gsize at; /* in the row's text */
  gsize n;
} Cell;

typedef struct {
  /* Template */
  BwText *raw;
  gint64 *room;
  GCancellable *cancellable;

  /* Owned */
  GPtrArray *shapes;
  GHashTable *hidden; /* names of styles of hidden sheets */
  GPtrArray *hidden_shapes;
  char *style;
  char *name;    /* of the sheet */
  BwGrid *grid;  /* NULL between sheets */
  GArray *cells; /* Cell of the row */
  GString *row;  /* their texts */
  GString *text; /* of the current cell, as shown */
  char *value;   /* as an attribute holds it, written for us */

  gboolean is_hidden;
  guint n_tables; /* elements around: a table in a cell is not read */
  guint n_asides; /* elements around that are notes and drawings on a cell */
  guint n_paragraphs;
  guint column;
  guint n_same_cells;
  guint n_same_rows;
  guint n_blank_rows; /* that wait for a row with text */
  gboolean in_cell;
  gboolean is_error;
  gint64 n_errors;
} Document;

static double
sniff (BwText *raw)
{
  return bw_archive_has (raw, "content.xml") && bw_archive_has (raw, "META-INF/manifest.xml") ? 0.95
                                                                                              : 0;
}

/* --- Values -------------------------------------------------------------------------------------
 */

/* "-PT26H03M00.5S", "P1DT2H" in milliseconds. */
static gboolean
read_iso_duration (const char *text, gint64 *milliseconds)
{
  gboolean negative = *text == '-';
  text += negative;
  if (*text++ != 'P')
    return FALSE;
  double seconds = 0;
  gboolean in_time = FALSE;
  while (*text) {
    if (*text == 'T') {
      in_time = TRUE;
      text++;
      continue;
    }
    char *end;
    double number = g_ascii_strtod (text, &end);
    double unit = *end == 'D'              ? 86400
                  : *end == 'H'            ? 3600
                  : *end == 'M' && in_time ? 60
                  : *end == 'S'            ? 1
                                           : 0;
    if (end == text || unit == 0 || !(number >= 0 && number < 1e10))
      return FALSE;
    seconds += number * unit;
    text = end + 1;
  }
  *milliseconds = (gint64) (seconds * 1000 + 0.5) * (negative ? -1 : 1);
  return TRUE;
}

static char *
write_duration (const char *value)
{
  char text[BW_SERIAL_MAX_TEXT];
  gint64 milliseconds;
  if (!read_iso_duration (value, &milliseconds))
    return g_strdup (value);
  return g_strndup (text, bw_serial_write_duration (milliseconds, text));
}

static char *
write_number (const char *value, BwSerialKind kind)
{
  char text[BW_SERIAL_MAX_TEXT];
  gsize n = bw_serial_write (value, strlen (value), kind, FALSE, text);
  return n > 0 ? g_strndup (text, n) : g_strdup (value);
}

static char *
write_date (const char *value)
{
  char *text = g_strdup (value);
  char *mark = strchr (text, 'T');
  if (mark)
    *mark = ' ';
  return text;
}

static char *
write_value (const char *type, const char **attributes)
{
  const char *value = bw_xml_get (attributes, "value");
  const char *date = bw_xml_get (attributes, "date-value");
  const char *time = bw_xml_get (attributes, "time-value");
  if (strcmp (type, "percentage") == 0 && value)
    return write_number (value, BW_SERIAL_PERCENT);
  if ((strcmp (type, "float") == 0 || strcmp (type, "currency") == 0) && value)
    return write_number (value, BW_SERIAL_NUMBER);
  if (strcmp (type, "date") == 0 && date)
    return write_date (date);
  if (strcmp (type, "time") == 0 && time)
    return write_duration (time);
  if (strcmp (type, "boolean") == 0)
    return g_strdup (bw_xml_get (attributes, "boolean-value"));
  return g_strdup (bw_xml_get (attributes, "string-value"));
}

/* --- Cells --------------------------------------------------------------------------------------
 */

static guint
get_count (const char **attributes, const char *name)
{
  const char *text = bw_xml_get (attributes, name);
  guint64 count = text ? g_ascii_strtoull (text, NULL, 10) : 1;
  return (guint) CLAMP (count, 1, G_MAXINT);
}

static void
start_cell (Document *self, const char **attributes)
{
  self->in_cell = TRUE;
  self->n_paragraphs = 0;
  self->is_error = FALSE;
  self->n_same_cells = get_count (attributes, "number-columns-repeated");
  g_string_truncate (self->text, 0);
  g_clear_pointer (&self->value, g_free);
  const char *type = NULL;
  for (guint i = 0; attributes[i]; i += 2) {
    if (strcmp (attributes[i], "calcext:value-type") == 0)
      self->is_error = strcmp (attributes[i + 1], "error") == 0;
    else if (g_str_has_suffix (attributes[i], ":value-type"))
      type = attributes[i + 1];
  }
  if (type)
    self->value = write_value (type, attributes);
}

static void
end_cell (Document *self)
{
  self->in_cell = FALSE;
  const char *text = self->value ? self->value : self->text->str;
  gsize n = self->is_error ? 0 : strlen (text);
  self->n_errors += self->is_error;
  guint stop = MIN (BW_GRID_MAX_COLUMNS, self->column + self->n_same_cells);
  Cell cell = { 0, self->row->len, n };
  g_string_append_len (self->row, text, (gssize) n);
  for (guint i = self->column; n > 0 && i < stop; i++) {
    cell.column = i;
    g_array_append_val (self->cells, cell);
  }
  self->column = stop;
}

static void
append_text (Document *self, const char *text, gsize n)
{
  if (self->in_cell && self->n_asides == 0 && !self->value)
    g_string_append_len (self->text, text, (gssize) n);
}

/* --- Rows ---------------------------------------------------------------------------------------
 */

static void
start_row (Document *self, const char **attributes)
{
  self->column = 0;
  self->n_same_rows = get_count (attributes, "number-rows-repeated");
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->row, 0);
}

static gboolean
check_rows (Document *self, BwXml *xml, guint n)
{
  GError *error = NULL;
  if (!bw_grid_check_rows (self->grid, n, &error))
    bw_xml_stop (xml, error);
  return error == NULL;
}

static void
end_row (Document *self, BwXml *xml)
{
  if (self->cells->len == 0) {
    self->n_blank_rows = MIN (self->n_blank_rows, G_MAXINT) + self->n_same_rows;
    return;
  }
  if (!check_rows (self, xml, MIN (self->n_blank_rows, BW_GRID_MAX_ROWS + 1)))
    return;
  for (guint i = 0; i < self->n_blank_rows; i++)
    bw_grid_end_row (self->grid);
  self->n_blank_rows = 0;
  for (guint i = 0; i < self->n_same_rows && check_rows (self, xml, 1); i++) {
    for (guint j = 0; j < self->cells->len; j++) {
      const Cell *cell = &g_array_index (self->cells, Cell, j);
      bw_grid_add (self->grid, cell->column, self->row->str + cell->at, cell->n);
    }
    bw_grid_end_row (self->grid);
  }
}

/* --- Sheets -------------------------------------------------------------------------------------
 */

static void
start_sheet (Document *self, const char **attributes)
{
  const char *style = bw_xml_get (attributes, "style-name");
  if (self->n_tables++ > 0)
    return;
  g_set_str (&self->name, bw_xml_get (attributes, "name"));
  self->is_hidden = style && g_hash_table_contains (self->hidden, style);
  self->n_blank_rows = 0;
  self->n_errors = 0;
  self->grid = bw_grid_new (self->room);
}

static void
end_sheet (Document *self, BwXml *xml)
{
  if (--self->n_tables > 0)
    return;
  GError *error = NULL;
  BwShape *shape = bw_grid_finish (self->grid, self->raw, self->name, self->cancellable, &error);
  g_clear_pointer (&self->grid, bw_grid_free);
  if (!shape && g_error_matches (error, BW_ERROR, BW_ERROR_EMPTY)) {
    g_error_free (error);
  } else if (!shape) {
    bw_xml_stop (xml, error);
  } else {
    if (self->n_errors > 0)
      g_ptr_array_add (
          shape->notes,
          bw_note_new ("workbook-error", NULL, self->n_errors, 0,
                       N_ ("Cells that hold an error such as #DIV/0! count as blank.")));
    g_ptr_array_add (self->is_hidden ? self->hidden_shapes : self->shapes, shape);
  }
}

/* Notes, text boxes and drawings: their text is not that of the cell. */
static gboolean
is_aside (const char *name)
{
  static const char *const names[] = { "annotation", "frame",     "custom-shape", "shapes",
                                       "g",          "ruby-text", "caption",      NULL };
  return g_strv_contains (names, name);
}

static void
start_text_element (Document *self, const char *name, const char **attributes)
{
  if (strcmp (name, "p") == 0 && self->n_asides == 0 && self->n_paragraphs++ > 0)
    append_text (self, "\n", 1);
  else if (strcmp (name, "s") == 0)
    for (guint i = MIN (get_count (attributes, "c"), 1000); i > 0; i--)
      append_text (self, " ", 1);
  else if (strcmp (name, "tab") == 0)
    append_text (self, "\t", 1);
  else if (strcmp (name, "line-break") == 0)
    append_text (self, "\n", 1);
}

static void
start_style (Document *self, const char *name, const char **attributes)
{
  const char *display = bw_xml_get (attributes, "display");
  if (strcmp (name, "style") == 0)
    g_set_str (&self->style, bw_xml_get (attributes, "name"));
  else if (strcmp (name, "table-properties") == 0 && self->style && display &&
           strcmp (display, "false") == 0)
    g_hash_table_add (self->hidden, g_strdup (self->style));
}

static void
start_cb (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Document *self = user_data;
  if (strcmp (name, "table") == 0)
    start_sheet (self, attributes);
  else if (!self->grid)
    start_style (self, name, attributes);
  else if (is_aside (name))
    self->n_asides++;
  else if (self->n_tables > 1 || self->n_asides > 0)
    return;
  else if (strcmp (name, "table-row") == 0)
    start_row (self, attributes);
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    start_cell (self, attributes);
  else
    start_text_element (self, name, attributes);
}

static void
end_cb (BwXml *xml, const char *name, gpointer user_data)
{
  Document *self = user_data;
  if (!self->grid)
    return;
  if (strcmp (name, "table") == 0)
    end_sheet (self, xml);
  else if (is_aside (name))
    self->n_asides--;
  else if (self->n_tables > 1 || self->n_asides > 0)
    return;
  else if (strcmp (name, "table-row") == 0)
    end_row (self, xml);
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    end_cell (self);
}

static void
text_cb (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
  Document *self = user_data;
  if (self->n_tables == 1 && self->n_paragraphs > 0)
    append_text (self, text, n);
}

/* --- The document -------------------------------------------------------------------------------
 */

static void
start_manifest_cb (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  if (strcmp (name, "encryption-data") == 0)
    bw_xml_stop (xml, bw_error_new (BW_ERROR_UNSUPPORTED,
                                    N_ ("The workbook is protected by a password: open it in "
                                        "a spreadsheet program and save it without one.")));
}

static void
ignore_end_cb (BwXml *xml, const char *name, gpointer user_data)
{
}

static void
ignore_text_cb (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
}

static gboolean
read_part (Document *self,
           const char *part,
           const BwXmlEvents *events,
           BwProgress progress,
           gpointer user_data,
           GError **error)
{
  g_autoptr (BwArchive) archive = bw_archive_open (self->raw, self->room, self->cancellable,
                                                  progress, user_data, error);
  GError *problem = NULL;
  const char *name;
  while (archive && (name = bw_archive_next (archive, &problem)))
    if (strcmp (name, part) == 0)
      return bw_xml_read (archive, events, self, error);
  if (problem)
    g_propagate_error (error, problem);
  return archive && !problem;
}

static gboolean
hand_over (Document *self, GPtrArray *shapes, GError **error)
{
  GPtrArray *found = self->shapes->len > 0 ? self->shapes : self->hidden_shapes;
  for (guint i = 0; i < found->len; i++) {
    BwShape *shape = found->pdata[i];
    if (found->len == 1)
      g_clear_pointer (&shape->member, g_free);
    g_ptr_array_add (shapes, shape);
  }
  if (found->len == 0)
    bw_error_set (error, BW_ERROR_EMPTY, N_ ("There is no table in the document."));
  gboolean any = found->len > 0;
  g_ptr_array_set_free_func (found, NULL);
  return any;
}

static gboolean
read_document (Document *self, BwProgress progress, gpointer user_data, GError **error)
{
  static const BwXmlEvents manifest = { start_manifest_cb, ignore_end_cb, ignore_text_cb };
  static const BwXmlEvents content = { start_cb, end_cb, text_cb };
  return read_part (self, "META-INF/manifest.xml", &manifest, NULL, NULL, error) &&
         read_part (self, "content.xml", &content, progress, user_data, error);
}

static gboolean
read_ods (BwText *raw,
          const BwReadOptions *options,
          GPtrArray *shapes,
          GCancellable *cancellable,
          BwProgress progress,
          gpointer user_data,
          GError **error)
{
  gint64 own_room = bw_archive_get_room (bw_text_get_size (raw));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GString) row = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Document document = {
    .raw = raw,
    .room = options && options->room ? options->room : &own_room,
    .cancellable = cancellable,
    .shapes = found,
    .hidden_shapes = hidden,
    .hidden = styles,
    .cells = cells,
    .row = row,
    .text = text,
  };
  gboolean ok =
      read_document (&document, progress, user_data, error) && hand_over (&document, shapes, error);
  g_clear_pointer (&document.grid, bw_grid_free);
  g_free (document.style);
  g_free (document.name);
  g_free (document.value);
  return ok;
}

const BwReader bw_reader_ods = {
  .id = "ods",
  .title = N_ ("OpenDocument spreadsheet"),
  .sniff = sniff,
  .read = read_ods,
};
