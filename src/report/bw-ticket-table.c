/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of tickets. */
#include "config.h"

#include "bw-ticket-table.h"

#define MOST_COLUMNS 8
/* Longer texts of a ticket are cut. */
#define MOST_CHARACTERS 60

BwTextTable *
bw_ticket_table_new (const char *title,
                     const BwTable *table,
                     const BwFieldId *fields,
                     const char *first_head,
                     const char *second_head)
{
  const char *head[MOST_COLUMNS];
  double shares[MOST_COLUMNS];
  gboolean numeric[MOST_COLUMNS] = { FALSE };
  guint n = 0;

  for (guint i = 0; fields[i] != BW_FIELD_NONE; i++)
    if (bw_table_find_index (table, fields[i]) >= 0) {
      shares[n] = 1;
      head[n++] = bw_field_get_title (fields[i]);
    }
  shares[n] = shares[n + 1] = 1.1;
  head[n] = first_head;
  head[n + 1] = second_head;
  numeric[n + 1] = TRUE;
  return bw_text_table_new (title, n + 2, head, shares, numeric);
}

static char *
dup_cell (const BwTable *table, gsize row, guint column)
{
  g_autofree char *text = bw_table_dup_text (table, row, column);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_strdelimit (valid, "\r\n\t", ' ');
  if (g_utf8_strlen (valid, -1) > MOST_CHARACTERS) {
    g_autofree char *begin = g_utf8_substring (valid, 0, MOST_CHARACTERS);
    return g_strconcat (begin, "…", NULL);
  }
  return g_steal_pointer (&valid);
}

void
bw_ticket_table_add (BwTextTable *list,
                     const BwTable *table,
                     gsize row,
                     const BwFieldId *fields,
                     const char *first,
                     const char *second)
{
  char *cells[MOST_COLUMNS] = { NULL };
  guint n = 0;

  for (guint i = 0; fields[i] != BW_FIELD_NONE; i++) {
    int column = bw_table_find_index (table, fields[i]);
    if (column >= 0)
      cells[n++] = dup_cell (table, row, (guint) column);
  }
  cells[n] = g_strdup (first);
  cells[n + 1] = g_strdup (second);
  bw_text_table_add_row (list, cells);
}
