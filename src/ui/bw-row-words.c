/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as words. */
#include "config.h"

#include <gtk/gtk.h>

#include "bw-civil.h"
#include "bw-row-words.h"
#include "bw-unit.h"

/* Before a day and a time, which would change places otherwise. */
#define LEFT_TO_RIGHT "\xe2\x80\x8e"

const char *
bw_row_words_header (const BwColumn *column)
{
  if (column->header != NULL && *column->header != '\0')
    return column->header;
  return column->field != BW_FIELD_NONE ? bw_field_get_title (column->field) : "";
}

gboolean
bw_row_words_is_number (const BwColumn *column)
{
  return column->store == BW_STORE_INT || column->store == BW_STORE_DOUBLE;
}

char *
bw_row_words_time (gint64 unix_time, const BwZone *zone)
{
  gint64 local = bw_zone_to_local (zone, unix_time);
  gint64 days = bw_civil_floor_days (local);
  int second = (int) (local - days * 86400);
  int year, month, day;
  gboolean from_right = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  bw_civil_from_days (days, &year, &month, &day);
  return g_strdup_printf ("%s%04d-%02d-%02d %02d:%02d", from_right ? LEFT_TO_RIGHT : "", year,
                          month, day, second / 3600, second / 60 % 60);
}

/* NULL when the text of the file says it as well. */
static char *
describe_value (const BwColumn *column, gsize row, const BwZone *zone)
{
  const BwField *field = bw_field_get (column->field);

  if (column->store == BW_STORE_TIME) {
    gint64 time = bw_column_time (column, row);
    return time != BW_TIME_NONE ? bw_row_words_time (time, zone) : NULL;
  }
  if (column->store == BW_STORE_INT && field != NULL && field->value == BW_VALUE_DURATION) {
    int seconds = bw_column_int (column, row);
    return seconds != BW_MISSING ? bw_unit_format (BW_UNIT_SECONDS, seconds, BW_FORMAT_SHORT)
                                 : NULL;
  }
  return NULL;
}

char *
bw_row_words_cell (BwRowItem *item, guint column, const BwZone *zone)
{
  const BwColumn *at = bw_table_get_column (bw_row_item_get_table (item), column);
  char *words = describe_value (at, bw_row_item_get_row (item), zone);

  if (words == NULL)
    words = g_strdup (bw_row_item_get_text (item, column));
  return g_strdelimit (words, "\r\n\t", ' ');
}
