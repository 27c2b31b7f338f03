/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML workbooks (.xlsx, .xlsm): every visible sheet becomes a table of delimited text.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-reader.h"
#include "bw-workbook.h"

typedef enum {
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,
  CELL_FLAG,
  CELL_ERROR,
  CELL_DATE
} CellType;

typedef struct {
  /* Borrowed */
  const BwWorkbook *book;
  BwGrid *grid;

  /* Owned */
  GString *value;

  guint column; /* of the current or next cell */
  CellType type;
  guint64 format;
  gboolean in_value;
  guint n_phonetic;
  gint64 n_errors; /* cells such as #DIV/0! */
  guint first_error;
} Sheet;

static double
sniff (BwText *raw)
{
  return bw_archive_has (raw, "xl/workbook.xml") ? 1 : 0;
}

/* --- One sheet ----------------------------------------------------------------------------------
 */

static CellType
read_type (const char *text)
{
  if (!text || strcmp (text, "n") == 0)
    return CELL_NUMBER;
  if (strcmp (text, "s") == 0)
    return CELL_SHARED;
  if (strcmp (text, "b") == 0)
    return CELL_FLAG;
  if (strcmp (text, "e") == 0)
    return CELL_ERROR;
  return strcmp (text, "d") == 0 ? CELL_DATE : CELL_TEXT;
}

/* Of "AB12": 27. Without letters: the default. */
static guint
read_column (const char *reference, guint by_default)
{
  guint column = 0;
  for (; g_ascii_isalpha (*reference) && column < BW_GRID_MAX_COLUMNS; reference++)
    column = 26 * column + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
  return column > 0 ? column - 1 : by_default;
}

static void
start_row (Sheet *sheet, BwXml *xml, const char **attributes)
{
  const char *number = bw_xml_get (attributes, "r");
  guint64 row = number ? g_ascii_strtoull (number, NULL, 10) : 0;
  guint n_rows = bw_grid_get_n_rows (sheet->grid);
  GError *error = NULL;
  sheet->column = 0;
  if (!bw_grid_check_rows (sheet->grid, row > n_rows ? row - n_rows : 1, &error)) {
    bw_xml_stop (xml, error);
    return;
  }
  while (bw_grid_get_n_rows (sheet->grid) + 1 < row)
    bw_grid_end_row (sheet->grid);
}

static void
start_cell (Sheet *sheet, const char **attributes)
{
  sheet->type = CELL_NUMBER;
  sheet->format = 0;
  g_string_truncate (sheet->value, 0);
  for (guint i = 0; attributes[i]; i += 2) {
    if (attributes[i][1] != '\0')
      continue;
    const char *text = attributes[i + 1];
    if (attributes[i][0] == 'r')
      sheet->column = read_column (text, sheet->column);
    else if (attributes[i][0] == 's')
      sheet->format = g_ascii_strtoull (text, NULL, 10);
    else if (attributes[i][0] == 't')
      sheet->type = read_type (text);
  }
}

static void
start_cb (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Sheet *sheet = user_data;
  if (strcmp (name, "c") == 0)
    start_cell (sheet, attributes);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    sheet->in_value = sheet->n_phonetic == 0;
  else if (strcmp (name, "row") == 0)
    start_row (sheet, xml, attributes);
  else if (strcmp (name, "rPh") == 0)
    sheet->n_phonetic++;
}

static void
add_shared (Sheet *sheet)
{
  gsize n;
  char *end;
  guint64 i = g_ascii_strtoull (sheet->value->str, &end, 10);
  const char *text = *end ? NULL : bw_workbook_get_string (sheet->book, i, &n);
  if (text)
    bw_grid_add_quoted (sheet->grid, sheet->column, text, n);
}

static void
add_number (Sheet *sheet)
{
  char text[BW_SERIAL_MAX_TEXT];
  BwSerialKind kind = bw_workbook_get_kind (sheet->book, sheet->format);
  gsize n =
      bw_serial_write (sheet->value->str, sheet->value->len, kind, sheet->book->since_1904, text);
  if (n > 0)
    bw_grid_add_quoted (sheet->grid, sheet->column, text, n);
  else
    bw_grid_add (sheet->grid, sheet->column, sheet->value->str, sheet->value->len);
}

static void
add_text (Sheet *sheet)
{
  bw_workbook_unescape (sheet->value);
  bw_grid_add (sheet->grid, sheet->column, sheet->value->str, sheet->value->len);
}

/* 2025-03-01T10:00:00 */
static void
add_date (Sheet *sheet)
{
  char *mark = strchr (sheet->value->str, 'T');
  if (mark)
    *mark = ' ';
  bw_grid_add (sheet->grid, sheet->column, sheet->value->str, sheet->value->len);
}

static void
end_cell (Sheet *sheet, BwXml *xml)
{
  GError *error = NULL;
  if (sheet->value->len > 0) {
    switch (sheet->type) {
    case CELL_NUMBER:
      add_number (sheet);
      break;
    case CELL_SHARED:
      add_shared (sheet);
      break;
    case CELL_DATE:
      add_date (sheet);
      break;
    case CELL_TEXT:
      add_text (sheet);
      break;
    case CELL_FLAG:
      g_string_assign (sheet->value, sheet->value->str[0] == '0' ? "false" : "true");
      add_text (sheet);
      break;
    case CELL_ERROR:
      if (sheet->n_errors++ == 0)
        sheet->first_error = bw_grid_get_n_rows (sheet->grid) + 1;
      break;
    }
  }
  sheet->column++;
  if (!bw_grid_check (sheet->grid, &error))
    bw_xml_stop (xml, error);
}

static void
end_cb (BwXml *xml, const char *name, gpointer user_data)
{
  Sheet *sheet = user_data;
  if (strcmp (name, "c") == 0)
    end_cell (sheet, xml);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    sheet->in_value = FALSE;
  else if (strcmp (name, "row") == 0)
    bw_grid_end_row (sheet->grid);
  else if (strcmp (name, "rPh") == 0)
    sheet->n_phonetic--;
}

static void
text_cb (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
  Sheet *sheet = user_data;
  if (sheet->in_value)
    g_string_append_len (sheet->value, text, (gssize) n);
}

/* --- All sheets ---------------------------------------------------------------------------------
 */

typedef struct {
  /* Template */
  BwText *raw;
  gint64 *room;
  GCancellable *cancellable;

  /* Owned */
  BwWorkbook *book;
  BwShape **shapes; /* one a sheet, or NULL */

  gboolean all; /* none is visible: take the hidden ones */
  gboolean several;
} Reading;

static void
note_errors (BwShape *shape, const Sheet *sheet)
{
  if (sheet->n_errors == 0)
    return;
  g_ptr_array_add (shape->notes,
                   bw_note_new ("workbook-error", NULL, sheet->n_errors, sheet->first_error,
                                N_ ("Cells that hold an error such as #DIV/0! count as blank.")));
}

static gboolean
read_sheet (Reading *reading, BwArchive *archive, guint i, GError **error)
{
  static const BwXmlEvents events = { start_cb, end_cb, text_cb };
  const BwWorkbookSheet *described = reading->book->sheets->pdata[i];
  g_autoptr (BwGrid) grid = bw_grid_new (reading->room);
  g_autoptr (GString) value = g_string_new (NULL);
  Sheet sheet = { reading->book, grid, value };
  if (!bw_xml_read (archive, &events, &sheet, error))
    return FALSE;
  GError *problem = NULL;
  BwShape *shape = bw_grid_finish (grid, reading->raw, reading->several ? described->name : NULL,
                                   reading->cancellable, &problem);
  if (shape)
    note_errors (shape, &sheet);
  if (!shape && !g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY)) {
    g_propagate_error (error, problem);
    return FALSE;
  }
  g_clear_error (&problem);
  reading->shapes[i] = shape;
  return TRUE;
}

static gboolean
is_wanted (const Reading *reading, guint i, const char *path)
{
  const BwWorkbookSheet *sheet = reading->book->sheets->pdata[i];
  return (!sheet->hidden || reading->all) && !reading->shapes[i] &&
         g_strcmp0 (sheet->path, path) == 0;
}

static gboolean
read_sheets (Reading *reading, BwArchive *archive, GError **error)
{
  GError *problem = NULL;
  const char *name;
  while ((name = bw_archive_next (archive, &problem)))
    for (guint i = 0; i < reading->book->sheets->len; i++)
      if (is_wanted (reading, i, name)) {
        if (!read_sheet (reading, archive, i, error))
          return FALSE;
        break;
      }
  if (problem)
    g_propagate_error (error, problem);
  return problem == NULL;
}

static void
choose_sheets (Reading *reading)
{
  guint n_visible = 0;
  for (guint i = 0; i < reading->book->sheets->len; i++)
    n_visible += !((BwWorkbookSheet *) reading->book->sheets->pdata[i])->hidden;
  reading->all = n_visible == 0;
  reading->several = (n_visible ? n_visible : reading->book->sheets->len) > 1;
}

/* In the order of the workbook. */
static gboolean
hand_over (Reading *reading, GPtrArray *shapes, GError **error)
{
  guint first = shapes->len;
  for (guint i = 0; i < reading->book->sheets->len; i++)
    if (reading->shapes[i])
      g_ptr_array_add (shapes, g_steal_pointer (&reading->shapes[i]));
  if (shapes->len == first)
    bw_error_set (error, BW_ERROR_EMPTY, N_ ("There is nothing in the workbook."));
  return shapes->len > first;
}

/* The file is walked twice: for what its sheets share, and for the sheets. */
typedef struct {
  BwProgress progress;
  gpointer user_data;
  gboolean second;
} Walk;

static void
half_cb (gint64 done, gint64 total, gpointer user_data)
{
  const Walk *walk = user_data;
  if (walk->progress)
    walk->progress (((walk->second ? total : 0) + done) / 2, total, walk->user_data);
}

static gboolean
read_xlsx (BwText *raw,
           const BwReadOptions *options,
           GPtrArray *shapes,
           GCancellable *cancellable,
           BwProgress progress,
           gpointer user_data,
           GError **error)
{
  gint64 own_room = bw_archive_get_room (bw_text_get_size (raw));
  gint64 *room = options && options->room ? options->room : &own_room;
  Walk walk = { progress, user_data, FALSE };
  g_autoptr (BwWorkbook) book = bw_workbook_read (raw, room, cancellable, half_cb, &walk, error);
  if (!book)
    return FALSE;
  walk.second = TRUE;
  g_autoptr (BwArchive) archive = bw_archive_open (raw, room, cancellable, half_cb, &walk, error);
  if (!archive)
    return FALSE;
  Reading reading = { raw, room, cancellable, book, g_new0 (BwShape *, book->sheets->len + 1) };
  choose_sheets (&reading);
  gboolean ok = read_sheets (&reading, archive, error) && hand_over (&reading, shapes, error);
  for (guint i = 0; i < book->sheets->len; i++)
    g_clear_pointer (&reading.shapes[i], bw_shape_free);
  g_free (reading.shapes);
  return ok;
}

const BwReader bw_reader_xlsx = {
  .id = "xlsx",
  .title = N_ ("Workbook"),
  .sniff = sniff,
  .read = read_xlsx,
};
