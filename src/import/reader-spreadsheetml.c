/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Excel 2003 as one XML document: what many programs write under the name .xls. Every
 * sheet becomes a table of delimited text. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-reader.h"
#include "bw-serial.h"
#include "bw-xml.h"

#define HEAD_BYTES 4096
#define NAMESPACE "urn:schemas-microsoft-com:office:spreadsheet"
#define SPARE_ROOM ((gint64) 64 << 20)
#define ORIGIN bw_civil_to_days (1899, 12, 31) /* of lengths of time */
#define LONGEST 400                            /* days; a later date is a date */

typedef struct {
  /* Template */
  BwText *raw;
  gint64 *room;
  GCancellable *cancellable;

  /* Owned */
  GPtrArray *shapes;
  GHashTable *kinds; /* id of a style -> BwSerialKind + 1 */
  char *style;       /* being defined */
  char *name;        /* of the sheet */
  BwGrid *grid;      /* NULL between sheets */
  GString *text;     /* of the current cell */
  char *type;

  BwSerialKind kind; /* of the current cell */
  guint column;
  guint n_merged; /* cells that the current one covers to its right */
  guint n_asides; /* elements around that are a comment on a cell */
  gboolean in_cell;
  gboolean in_data;
  gint64 n_errors;
} Document;

/* --- Values -----------------------------------------------------------------------------------
 */

/* Days and milliseconds of "2025-03-05T09:15:00.000". */
static gboolean
read_moment (const char *text, gint64 *days, gint64 *milliseconds)
{
  int year, month, day, hour, minute;
  double second;
  char mark;
  if (sscanf (text, "%d-%d-%d%c%d:%d", &year, &month, &day, &mark, &hour, &minute) != 6 ||
      mark != 'T' || month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999)
    return FALSE;
  const char *colon = strrchr (text, ':');
  second = g_ascii_strtod (colon + 1, NULL);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || !(second >= 0 && second < 61))
    return FALSE;
  *days = bw_civil_to_days (year, month, day);
  *milliseconds = (hour * 3600 + minute * 60) * 1000 + (gint64) (second * 1000 + 0.5);
  return TRUE;
}

/* Lengths of time are written as moments after the last day of 1899. */
static char *
write_moment (const char *value)
{
  gint64 days, milliseconds;
  char text[BW_SERIAL_MAX_TEXT];
  if (!read_moment (value, &days, &milliseconds))
    return g_strdup (value);
  if (days >= ORIGIN && days < ORIGIN + LONGEST) {
    milliseconds += (days - ORIGIN) * 86400 * 1000;
    return g_strndup (text, bw_serial_write_duration (milliseconds, text));
  }
  char *moment = g_strdup (value);
  moment[strcspn (moment, "T")] = ' ';
  if (g_str_has_suffix (moment, ".000"))
    moment[strlen (moment) - 4] = '\0';
  return moment;
}

static char *
write_number (const char *value, BwSerialKind kind)
{
  char text[BW_SERIAL_MAX_TEXT];
  gsize n = bw_serial_write (value, strlen (value), kind, FALSE, text);
  return n > 0 ? g_strndup (text, n) : g_strdup (value);
}

static char *
write_value (Document *self)
{
  const char *value = self->text->str;
  if (g_strcmp0 (self->type, "Number") == 0)
    return write_number (value, self->kind);
  if (g_strcmp0 (self->type, "DateTime") == 0)
    return write_moment (value);
  if (g_strcmp0 (self->type, "Boolean") == 0)
    return g_strdup (strcmp (value, "0") == 0 ? "false" : "true");
  if (g_strcmp0 (self->type, "Error") != 0)
    return g_strdup (value);
  self->n_errors++;
  return g_strdup ("");
}

/* --- Styles -----------------------------------------------------------------------------------
 */

static BwSerialKind
find_kind (const char *format)
{
  static const struct {
    const char *name;
    BwSerialKind kind;
  } named[] = {
    { "General Date", BW_SERIAL_MOMENT }, { "Long Date", BW_SERIAL_DATE },
    { "Medium Date", BW_SERIAL_DATE },    { "Short Date", BW_SERIAL_DATE },
    { "Long Time", BW_SERIAL_DURATION },  { "Medium Time", BW_SERIAL_DURATION },
    { "Short Time", BW_SERIAL_DURATION }, { "Percent", BW_SERIAL_PERCENT },
    { "General", BW_SERIAL_NUMBER },      { "General Number", BW_SERIAL_NUMBER },
    { "Currency", BW_SERIAL_NUMBER },     { "Euro Currency", BW_SERIAL_NUMBER },
    { "Fixed", BW_SERIAL_NUMBER },        { "Standard", BW_SERIAL_NUMBER },
    { "Scientific", BW_SERIAL_NUMBER },   { "Yes/No", BW_SERIAL_NUMBER },
    { "True/False", BW_SERIAL_NUMBER },   { "On/Off", BW_SERIAL_NUMBER },
  };
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (named[i].name, format) == 0)
      return named[i].kind;
  return bw_serial_kind_of_code (format);
}

static void
start_style (Document *self, const char *name, const char **attributes)
{
  const char *format = bw_xml_get (attributes, "Format");
  if (strcmp (name, "Style") == 0)
    g_set_str (&self->style, bw_xml_get (attributes, "ID"));
  else if (strcmp (name, "NumberFormat") == 0 && self->style && format)
    g_hash_table_insert (self->kinds, g_strdup (self->style),
                         GUINT_TO_POINTER (find_kind (format) + 1));
}

/* --- Rows and cells ---------------------------------------------------------------------------
 */

/* From 1 on; 0 when it is not said. */
static guint
get_index (const char **attributes, const char *name)
{
  const char *text = bw_xml_get (attributes, name);
  guint64 index = text ? g_ascii_strtoull (text, NULL, 10) : 0;
  return (guint) MIN (index, G_MAXINT);
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
start_row (Document *self, BwXml *xml, const char **attributes)
{
  guint index = get_index (attributes, "Index");
  guint n_rows = bw_grid_get_n_rows (self->grid);
  self->column = 0;
  if (index > n_rows + 1 && check_rows (self, xml, index - n_rows))
    for (; n_rows + 1 < index; n_rows++)
      bw_grid_end_row (self->grid);
}

static void
start_cell (Document *self, const char **attributes)
{
  const char *style = bw_xml_get (attributes, "StyleID");
  guint index = get_index (attributes, "Index");
  guint kind = style ? GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, style)) : 0;
  if (index > 0)
    self->column = index - 1;
  self->kind = kind > 0 ? (BwSerialKind) (kind - 1) : BW_SERIAL_NUMBER;
  self->n_merged = get_index (attributes, "MergeAcross");
  self->in_cell = TRUE;
  g_set_str (&self->type, NULL);
  g_string_truncate (self->text, 0);
}

static void
end_cell (Document *self)
{
  g_autofree char *value = write_value (self);
  bw_grid_add (self->grid, self->column, value, strlen (value));
  self->column =
      MIN (self->column, BW_GRID_MAX_COLUMNS) + 1 + MIN (self->n_merged, BW_GRID_MAX_COLUMNS);
  self->in_cell = FALSE;
}

/* --- Sheets -----------------------------------------------------------------------------------
 */

static void
start_table (Document *self)
{
  g_clear_pointer (&self->grid, bw_grid_free);
  self->grid = bw_grid_new (self->room);
  self->n_errors = 0;
}

static void
end_table (Document *self, BwXml *xml)
{
  GError *error = NULL;
  BwShape *shape = bw_grid_finish (self->grid, self->raw, self->name, self->cancellable, &error);
  g_clear_pointer (&self->grid, bw_grid_free);
  if (shape && self->n_errors > 0)
    g_ptr_array_add (shape->notes,
                     bw_note_new ("workbook-error", NULL, self->n_errors, 0,
                                  N_ ("Cells that hold an error such as #DIV/0! count as blank.")));
  if (shape)
    g_ptr_array_add (self->shapes, shape);
  else if (g_error_matches (error, BW_ERROR, BW_ERROR_EMPTY))
    g_error_free (error);
  else
    bw_xml_stop (xml, error);
}

static void
start_cb (BwXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Document *self = user_data;
  if (strcmp (name, "Worksheet") == 0)
    g_set_str (&self->name, bw_xml_get (attributes, "Name"));
  else if (strcmp (name, "Table") == 0)
    start_table (self);
  else if (!self->grid)
    start_style (self, name, attributes);
  else if (strcmp (name, "Comment") == 0)
    self->n_asides++;
  else if (self->n_asides > 0)
    return;
  else if (strcmp (name, "Row") == 0)
    start_row (self, xml, attributes);
  else if (strcmp (name, "Cell") == 0)
    start_cell (self, attributes);
  else if (strcmp (name, "Data") == 0 && self->in_cell) {
    g_set_str (&self->type, bw_xml_get (attributes, "Type"));
    self->in_data = TRUE;
  }
}

static void
end_cb (BwXml *xml, const char *name, gpointer user_data)
{
  Document *self = user_data;
  if (!self->grid)
    return;
  if (strcmp (name, "Table") == 0)
    end_table (self, xml);
  else if (strcmp (name, "Comment") == 0)
    self->n_asides--;
  else if (self->n_asides > 0)
    return;
  else if (strcmp (name, "Data") == 0)
    self->in_data = FALSE;
  else if (strcmp (name, "Cell") == 0)
    end_cell (self);
  else if (strcmp (name, "Row") == 0 && check_rows (self, xml, 1))
    bw_grid_end_row (self->grid);
}

static void
text_cb (BwXml *xml, const char *text, gsize n, gpointer user_data)
{
  Document *self = user_data;
  if (self->in_data && self->n_asides == 0)
    g_string_append_len (self->text, text, (gssize) n);
}

/* --- The document -----------------------------------------------------------------------------
 */

static gboolean
hand_over (Document *self, GPtrArray *shapes, GError **error)
{
  if (self->shapes->len == 0) {
    bw_error_set (error, BW_ERROR_EMPTY, N_ ("There is no table in the document."));
    return FALSE;
  }
  if (self->shapes->len == 1)
    g_clear_pointer (&((BwShape *) self->shapes->pdata[0])->member, g_free);
  g_ptr_array_extend_and_steal (shapes, g_steal_pointer (&self->shapes));
  return TRUE;
}

static gboolean
read_spreadsheetml (BwText *raw,
                    const BwReadOptions *options,
                    GPtrArray *shapes,
                    GCancellable *cancellable,
                    BwProgress progress,
                    gpointer user_data,
                    GError **error)
{
  static const BwXmlEvents events = { start_cb, end_cb, text_cb };
  gsize size = bw_text_get_size (raw);
  gint64 spare = 2 * (gint64) size + SPARE_ROOM;
  Document document = {
    .raw = raw,
    .room = options && options->room ? options->room : &spare,
    .cancellable = cancellable,
    .shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free),
    .kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .text = g_string_new (NULL),
  };
  gboolean ok =
      bw_xml_read_text (bw_text_get_start (raw), size, &events, &document, cancellable, error) &&
      hand_over (&document, shapes, error);
  g_clear_pointer (&document.shapes, g_ptr_array_unref);
  g_clear_pointer (&document.grid, bw_grid_free);
  g_hash_table_unref (document.kinds);
  g_string_free (document.text, TRUE);
  g_free (document.style);
  g_free (document.name);
  g_free (document.type);
  return ok;
}

static double
sniff (BwText *raw)
{
  const char *start = bw_text_get_start (raw);
  gsize n = MIN (bw_text_get_size (raw), HEAD_BYTES);
  return g_strstr_len (start, (gssize) n, "<?xml") && g_strstr_len (start, (gssize) n, NAMESPACE) &&
                 g_strstr_len (start, (gssize) n, "Workbook")
             ? 0.95
             : 0;
}

const BwReader bw_reader_spreadsheetml = {
  .id = "spreadsheetml",
  .title = N_ ("Workbook of Excel 2003 (XML)"),
  .sniff = sniff,
  .read = read_spreadsheetml,
};
