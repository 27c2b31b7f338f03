/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows themselves: what the file says of each, and what the KPIs make of it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-sheets.h"

#define SECONDS_PER_DAY 86400.0
/* Rows between two looks at whether the work is cancelled. */
#define CANCEL_ROWS 1024
#define KEPT_ROWS 32768 /* whose pages of the file may stay in memory */

typedef struct {
  BwBook *book;
  BwTrace *trace;
  const BwTraceTable *table;
  BwZone *zone;
  BwPseudonyms *pseudonyms;
  GString *text;
  guint row; /* of the sheet */
} Writer;

/* --- Cells ----------------------------------------------------------------------------------- */

static void
write_time (Writer *self, guint column, gint64 unix_time)
{
  if (unix_time == BW_TIME_NONE)
    return;
  gint64 local = bw_zone_to_local (self->zone, unix_time);
  bw_book_number (self->book, self->row, column, BW_LOOK_TIME,
                  BW_BOOK_DAY_OF_EPOCH + (double) local / SECONDS_PER_DAY);
}

static void
write_customer (Writer *self, guint column)
{
  g_autofree char *pseudonym = bw_pseudonyms_dup_customer (self->pseudonyms, self->text->str);
  bw_book_text (self->book, self->row, column, BW_LOOK_PLAIN, pseudonym);
}

/* What is not held but read from the file. */
static void
write_text (Writer *self, guint column, const BwTraceColumn *of, gsize row)
{
  BwFieldId field = of->column->field;
  g_string_truncate (self->text, 0);
  bw_table_read_text (self->table->table, row, of->index, self->text);
  if (self->pseudonyms && (field == BW_FIELD_REQUESTER || field == BW_FIELD_EMAIL))
    write_customer (self, column);
  else
    bw_book_text (self->book, self->row, column, BW_LOOK_PLAIN, self->text->str);
}

static void
write_word (Writer *self, guint column, const BwTraceColumn *of, gsize row)
{
  guint32 code = bw_column_code (of->column, row);
  if (code == 0)
    return;
  if (of->look == BW_LOOK_PLAIN) { /* a rating: the word may be any */
    bw_book_number (self->book, self->row, column, of->look, bw_column_meaning (of->column, row));
    return;
  }
  const char *word = bw_dictionary_get_text (of->column->dictionary, code - 1);
  if (self->pseudonyms && of->column->field == BW_FIELD_AGENT)
    word = bw_pseudonyms_get_agent (self->pseudonyms, word);
  bw_book_text (self->book, self->row, column, BW_LOOK_PLAIN, word);
}

static void
write_int (Writer *self, guint column, const BwTraceColumn *of, int number)
{
  if (number == BW_MISSING)
    return;
  BwUnit unit = of->look == BW_LOOK_DURATION ? BW_UNIT_SECONDS : BW_UNIT_COUNT;
  bw_book_number (self->book, self->row, column, of->look, bw_book_scale (unit, number));
}

static void
write_field (Writer *self, guint column, const BwTraceColumn *of, gsize row)
{
  switch (of->column->store) {
  case BW_STORE_TIME:
    write_time (self, column, bw_column_time (of->column, row));
    break;
  case BW_STORE_INT:
    write_int (self, column, of, bw_column_int (of->column, row));
    break;
  case BW_STORE_DOUBLE:
    bw_book_number (self->book, self->row, column, of->look,
                    ((const double *) of->column->values)[row]);
    break;
  case BW_STORE_CODE8:
  case BW_STORE_CODE16:
  case BW_STORE_CODE32:
    write_word (self, column, of, row);
    break;
  case BW_STORE_NONE:
  default:
    write_text (self, column, of, row);
    break;
  }
}

static void
write_cell (Writer *self, guint column, const BwTraceColumn *of, gsize row)
{
  switch (of->role) {
  case BW_TRACE_FIELD:
    write_field (self, column, of, row);
    break;
  case BW_TRACE_TIME:
    write_time (self, column,
                of->times[row] == BW_MISSING ? BW_TIME_NONE : of->times[row] + BW_TIME_ORIGIN);
    break;
  case BW_TRACE_MEASURE:
  default:
    bw_book_number (self->book, self->row, column, of->look, bw_trace_get_say (of, row));
    break;
  }
}

/* --- Sheets ---------------------------------------------------------------------------------- */

static void
define_ranges (Writer *self, guint sheet, guint last_row)
{
  for (guint c = 0; c < self->table->columns->len; c++) {
    const BwTraceColumn *column = &g_array_index (self->table->columns, BwTraceColumn, c);
    g_autofree char *name = bw_trace_make_range_name (self->table, sheet, column->name);
    bw_book_define_range (self->book, name, 1, c, MAX (1, last_row), c);
  }
}

static void
begin_sheet (Writer *self, guint sheet)
{
  g_autofree char *name = bw_trace_make_sheet_name (self->table, sheet);
  bw_book_add_rows (self->book, name);
  for (guint c = 0; c < self->table->columns->len; c++) {
    const BwTraceColumn *column = &g_array_index (self->table->columns, BwTraceColumn, c);
    bw_book_set_width (self->book, c, column->width);
    bw_book_text (self->book, 0, c,
                  bw_look_is_number (column->look) ? BW_LOOK_NUMBER_HEAD : BW_LOOK_HEAD,
                  column->head);
  }
  self->row = 0;
}

static void
end_sheet (Writer *self, guint sheet)
{
  define_ranges (self, sheet, self->row);
  bw_book_end_rows (self->book, self->row, self->table->columns->len - 1);
}

static void
write_row (Writer *self, gsize row)
{
  self->row++;
  for (guint c = 0; c < self->table->columns->len; c++)
    write_cell (self, c, &g_array_index (self->table->columns, BwTraceColumn, c), row);
}

static void
write_table (Writer *self, GCancellable *cancellable)
{
  gsize limit = bw_trace_get_rows_a_sheet (self->trace);
  guint sheet = 0;
  begin_sheet (self, sheet);
  for (gsize row = 0; row < bw_table_get_n_rows (self->table->table); row++) {
    if (!bw_bits_has (self->table->rows, row))
      continue;
    if (self->row == limit) {
      end_sheet (self, sheet++);
      begin_sheet (self, sheet);
    }
    write_row (self, row);
    if (row % KEPT_ROWS == 0)
      bw_table_let_go (self->table->table);
    if (row % CANCEL_ROWS == 0 &&
        (g_cancellable_is_cancelled (cancellable) || bw_book_has_failed (self->book)))
      break;
  }
  end_sheet (self, sheet);
}

void
bw_sheet_data (BwBook *book, BwTrace *trace, GCancellable *cancellable)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < bw_trace_get_n_tables (trace); i++) {
    Writer writer = {
      .book = book,
      .trace = trace,
      .table = bw_trace_get_table (trace, i),
      .zone = bw_trace_get_zone (trace),
      .pseudonyms = bw_trace_get_pseudonyms (trace),
      .text = text,
    };
    if (!g_cancellable_is_cancelled (cancellable))
      write_table (&writer, cancellable);
  }
}
