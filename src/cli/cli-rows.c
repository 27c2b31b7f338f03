/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bellwether-cli rows: the rows as canonical fields, after reading. */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-csv.h"
#include "bw-dataset.h"
#include "cli-files.h"

#define FLUSH_SIZE (256 * 1024)
/* Rows between two looks at whether the work is cancelled. */
#define CANCEL_ROWS 1024

/* A column of what is printed. */
typedef struct {
  const BwField *field;
  gboolean meaning; /* what the word was taken for, beside the word */
  char *name;
} Column;

/* The same in one table. */
typedef struct {
  const BwColumn *values; /* NULL when the table has none */
  guint index;
  gboolean meaning;
  BwValue value;
} Place;

typedef struct {
  gboolean json;
  gboolean several_kinds;
  BwZone *zone;
  GArray *columns; /* Column */
  GOutputStream *output;
  GString *out;
  gboolean any_row;
} Printer;

/* --- Cells ----------------------------------------------------------------------------------- */

static void
append_json_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++) {
    guchar c = (guchar) *p;
    if (c == '"' || c == '\\')
      g_string_append_c (out, '\\');
    if (c < 0x20)
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
put_text (Printer *self, const char *text)
{
  if (!self->json)
    bw_csv_append_text (self->out, text, BW_CSV_PLAIN);
  else
    append_json_text (self->out, text);
}

static void
put_nothing (Printer *self)
{
  if (self->json)
    g_string_append (self->out, "null");
}

static void
put_number (Printer *self, double number)
{
  if (isnan (number))
    put_nothing (self);
  else
    bw_csv_append_number (self->out, number);
}

/* Without printf, which would be half of the time that a million rows take. */
static char *
write_digits (char *end, guint64 number, int width)
{
  for (int i = 0; i < width || number > 0; i++, number /= 10)
    *--end = (char) ('0' + number % 10);
  return end;
}

static void
put_int (Printer *self, int number)
{
  char digits[16];
  char *end = digits + sizeof digits;
  if (number == BW_MISSING) {
    put_nothing (self);
    return;
  }
  char *start = write_digits (end, (guint64) ABS ((gint64) number), 1);
  if (number < 0)
    *--start = '-';
  g_string_append_len (self->out, start, end - start);
}

static void
put_time (Printer *self, gint64 unix_time)
{
  if (unix_time == BW_TIME_NONE) {
    put_nothing (self);
    return;
  }
  int offset = bw_zone_offset (self->zone, unix_time);
  gint64 local = unix_time + offset;
  gint64 days = bw_civil_floor_days (local);
  guint second = (guint) (local - days * 86400);
  int year, month, day;
  bw_civil_from_days (days, &year, &month, &day);

  char text[] = "0000-00-00T00:00:00+00:00";
  guint east = (guint) ABS (offset) / 60;
  write_digits (text + 4, (guint) year, 4);
  write_digits (text + 7, (guint) month, 2);
  write_digits (text + 10, (guint) day, 2);
  write_digits (text + 13, second / 3600, 2);
  write_digits (text + 16, second / 60 % 60, 2);
  write_digits (text + 19, second % 60, 2);
  text[19] = offset < 0 ? '-' : '+';
  write_digits (text + 22, east / 60, 2);
  write_digits (text + 25, east % 60, 2);
  if (self->json)
    g_string_append_c (self->out, '"');
  g_string_append_len (self->out, text, sizeof text - 1);
  if (self->json)
    g_string_append_c (self->out, '"');
}

static void
put_meaning (Printer *self, BwValue value, double meaning)
{
  static const char *const priorities[] = { "low", "normal", "high", "urgent" };
  if (isnan (meaning))
    put_nothing (self);
  else if (value == BW_VALUE_STATUS)
    put_text (self, bw_status_to_string ((BwStatus) meaning));
  else if (value == BW_VALUE_PRIORITY && meaning >= 1 && meaning <= G_N_ELEMENTS (priorities))
    put_text (self, priorities[(int) meaning - 1]);
  else if (value == BW_VALUE_FLAG)
    put_text (self, meaning != 0 ? "yes" : "no");
  else if (value == BW_VALUE_VERDICT)
    put_text (self, meaning != 0 ? "met" : "breached");
  else if (value == BW_VALUE_EVENT)
    put_text (self, bw_event_to_string ((BwEvent) meaning));
  else if (value == BW_VALUE_ROLE)
    put_text (self, bw_role_to_string ((BwRole) meaning));
  else if (value == BW_VALUE_OUTCOME)
    put_text (self, meaning != 0 ? "answered" : "not-answered");
  else
    put_number (self, meaning);
}

static void
put_word (Printer *self, const BwColumn *column, gsize row)
{
  guint32 code = bw_column_code (column, row);
  if (code == 0)
    put_nothing (self);
  else
    put_text (self, bw_dictionary_get_text (column->dictionary, code - 1));
}

/* texts: of the row, or NULL when no column needs them. */
static void
put_cell (Printer *self, const Place *place, gsize row, char **texts)
{
  const BwColumn *column = place->values;
  if (!column) {
    put_nothing (self);
    return;
  }
  if (place->meaning) {
    put_meaning (self, place->value, bw_column_meaning (column, row));
    return;
  }
  switch (column->store) {
  case BW_STORE_TIME:
    put_time (self, bw_column_time (column, row));
    break;
  case BW_STORE_INT:
    put_int (self, bw_column_int (column, row));
    break;
  case BW_STORE_DOUBLE:
    put_number (self, ((const double *) column->values)[row]);
    break;
  case BW_STORE_CODE8:
  case BW_STORE_CODE16:
  case BW_STORE_CODE32:
    put_word (self, column, row);
    break;
  case BW_STORE_NONE:
  default:
    put_text (self, texts[place->index]);
    break;
  }
}

/* --- Columns --------------------------------------------------------------------------------- */

static void
clear_column (gpointer item)
{
  g_free (((Column *) item)->name);
}

static void
add_column (GArray *columns, const BwField *field, gboolean meaning)
{
  Column column = { field, meaning, g_strconcat (field->name, meaning ? "_read" : NULL, NULL) };
  g_array_append_val (columns, column);
}

static gboolean
has_meaning (BwValue value)
{
  return value == BW_VALUE_STATUS || value == BW_VALUE_PRIORITY || value == BW_VALUE_FLAG ||
         value == BW_VALUE_VERDICT || value == BW_VALUE_OUTCOME || value == BW_VALUE_RATING ||
         value == BW_VALUE_EVENT || value == BW_VALUE_ROLE;
}

/* Rows of logs are printed as the tickets and calls that they are gathered to. */
static BwTable *
get_table (BwDataset *dataset, BwKind kind)
{
  return bw_kind_is_gathered (kind) || bw_kind_is_derived (kind)
             ? NULL
             : bw_dataset_get_table (dataset, kind);
}

/* The fields that any of the tables has, in the order of the catalogue of fields. */
static GArray *
list_columns (BwDataset *dataset)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (columns, clear_column);
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++) {
    const BwField *field = bw_field_get (id);
    gboolean is_there = FALSE;
    for (BwKind kind = 0; kind < BW_KIND_LAST && !is_there; kind++) {
      BwTable *table = get_table (dataset, kind);
      is_there = table && bw_table_find (table, id);
    }
    if (is_there)
      add_column (columns, field, FALSE);
    if (is_there && has_meaning (field->value))
      add_column (columns, field, TRUE);
  }
  return columns;
}

static Place *
find_places (const BwTable *table, const GArray *columns, gboolean *needs_texts)
{
  Place *places = g_new0 (Place, columns->len);
  *needs_texts = FALSE;
  for (guint c = 0; c < columns->len; c++) {
    const Column *column = &g_array_index (columns, Column, c);
    places[c] = (Place) { .meaning = column->meaning, .value = column->field->value };
    int index = bw_table_find_index (table, column->field->id);
    if (index >= 0) {
      places[c].values = bw_table_get_column (table, (guint) index);
      places[c].index = (guint) index;
    }
    if (places[c].values && places[c].values->store == BW_STORE_NONE)
      *needs_texts = TRUE;
  }
  return places;
}

/* --- Rows ------------------------------------------------------------------------------------ */

static void
begin_cell (Printer *self, gboolean first, const char *name)
{
  if (!first)
    g_string_append_c (self->out, ',');
  if (self->json)
    g_string_append_printf (self->out, "\"%s\":", name);
}

static void
put_row (Printer *self, const BwTable *table, const Place *places, gsize row, char **texts)
{
  BwAside aside = bw_table_get_aside (table, row);
  if (self->json)
    g_string_append (self->out, self->any_row ? ",\n{" : "\n{");
  self->any_row = TRUE;
  if (self->several_kinds) {
    begin_cell (self, TRUE, "kind");
    put_text (self, bw_kind_to_string (bw_table_get_kind (table)));
  }
  for (guint c = 0; c < self->columns->len; c++) {
    begin_cell (self, c == 0 && !self->several_kinds,
                g_array_index (self->columns, Column, c).name);
    put_cell (self, &places[c], row, texts);
  }
  begin_cell (self, FALSE, "aside");
  if (aside == BW_ASIDE_NONE)
    put_nothing (self);
  else
    put_text (self, bw_aside_to_string (aside));
  g_string_append (self->out, self->json ? "}" : "\r\n");
}

static gboolean
flush (Printer *self, GError **error)
{
  gboolean done = g_output_stream_write_all (self->output, self->out->str, self->out->len, NULL,
                                             cli_get_cancellable (), error);
  g_string_truncate (self->out, 0);
  return done;
}

static gboolean
print_table (Printer *self, const BwTable *table, GError **error)
{
  gboolean needs_texts;
  g_autofree Place *places = find_places (table, self->columns, &needs_texts);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    g_auto (GStrv) texts = needs_texts ? bw_table_dup_row (table, row) : NULL;
    put_row (self, table, places, row, texts);
    if (self->out->len >= FLUSH_SIZE && !flush (self, error))
      return FALSE;
    if (row % CANCEL_ROWS == 0 &&
        g_cancellable_set_error_if_cancelled (cli_get_cancellable (), error))
      return FALSE;
  }
  return TRUE;
}

static void
put_head (Printer *self)
{
  if (self->json) {
    g_string_append_c (self->out, '[');
    return;
  }
  if (self->several_kinds)
    g_string_append (self->out, "kind,");
  for (guint c = 0; c < self->columns->len; c++)
    g_string_append_printf (self->out, "%s,", g_array_index (self->columns, Column, c).name);
  g_string_append (self->out, "aside\r\n");
}

static gboolean
print_tables (Printer *self, BwDataset *dataset, GError **error)
{
  put_head (self);
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = get_table (dataset, kind);
    if (table && !print_table (self, table, error))
      return FALSE;
  }
  if (self->json)
    g_string_append (self->out, "\n]\n");
  return flush (self, error) && g_output_stream_close (self->output, cli_get_cancellable (), error);
}

/* --- The command ----------------------------------------------------------------------------- */

static CliStatus
run (CliFiles *files, gboolean json)
{
  GError *error = NULL;
  CliStatus status;
  g_autoptr (BwDataset) dataset = cli_files_load (files, FALSE, &status, &error);
  if (!dataset)
    return cli_fail (status, error);

  int n_kinds = 0;
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++)
    n_kinds += get_table (dataset, kind) != NULL;
  g_autoptr (GArray) columns = list_columns (dataset);
  g_autoptr (GOutputStream) output = cli_open_output ();
  g_autoptr (GString) out = g_string_sized_new (FLUSH_SIZE + 4096);
  Printer printer = { json, n_kinds > 1, files->zone, columns, output, out, FALSE };
  if (print_tables (&printer, dataset, &error))
    return bw_dataset_check (dataset, &error) ? CLI_DONE : cli_fail (CLI_INPUT, error);
  g_prefix_error_literal (&error, _ ("standard output: "));
  return cli_fail (CLI_OUTPUT, error);
}

static gboolean
check (gboolean csv, gboolean json, CliFiles *files, GError **error)
{
  if (csv && json) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("choose one of --csv and --json"));
    return FALSE;
  }
  return cli_files_check (files, error);
}

CliStatus
cli_rows (int argc, char **argv)
{
  CliFiles files = { 0 };
  gboolean json = FALSE, csv = FALSE;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("as CSV (the default)"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("as JSON"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_summary (context, _ ("Prints the rows of the files as canonical fields."));
  g_option_context_set_description (
      context,
      _ ("Times are ISO 8601 in the report's zone, durations are seconds. A column NAME_read\n"
                  "says what the word beside it was taken for; “aside” says why a row is not counted.\n"
                  "Unlike a report, this prints personal data: names, addresses, comments."));
  cli_files_add_options (&files, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  GError *error = NULL;
  CliStatus status = cli_parse (context, argc, argv, &error) && check (csv, json, &files, &error)
                         ? run (&files, json)
                         : cli_fail_usage ("rows", error);
  cli_files_clear (&files);
  return status;
}
