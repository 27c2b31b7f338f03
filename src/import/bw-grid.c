/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appends line by line, and puts many lines into a file; the first rows wait until their width is
 * known. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-scratch.h"

#define DELIMITER ','
#define PIECE_BYTES ((gsize) 1 << 20)
#define MOST_IN_MEMORY ((gsize) 64 << 20) /* a larger table goes to a file */
#define HEAD_ROWS 50 /* rows with text that decide on the width; a header is among them */

typedef struct {
  gsize end;   /* offset behind its last cell */
  guint width; /* cells */
} Head;

struct _BwGrid {
  /* Template */
  gint64 *room;

  /* Owned */
  GString *out;       /* the last lines */
  BwScratch *written; /* the lines before them */
  GArray *heads;      /* Head of all lines so far; NULL once the width is known */
  GError *problem;

  guint n_heads; /* of them with text */
  guint width;
  guint column; /* cells of the current row so far */
  guint n_rows;
  gint64 n_written; /* bytes */
};

BwGrid *
bw_grid_new (gint64 *room)
{
  BwGrid *self = g_new0 (BwGrid, 1);
  self->room = room;
  self->out = g_string_new (NULL);
  self->written = bw_scratch_new (MOST_IN_MEMORY);
  self->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  return self;
}

BwGrid *
bw_grid_new_of_width (gint64 *room, guint width)
{
  BwGrid *self = bw_grid_new (room);
  self->width = width;
  g_clear_pointer (&self->heads, g_array_unref);
  return self;
}

void
bw_grid_free (BwGrid *self)
{
  g_string_free (self->out, TRUE);
  bw_scratch_free (self->written);
  g_clear_pointer (&self->heads, g_array_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

#define EVERY_BYTE G_GUINT64_CONSTANT (0x0101010101010101)

/* Non-zero when some byte of the word is c. */
static inline guint64
find_byte (guint64 word, char c)
{
  guint64 x = word ^ (EVERY_BYTE * (guint8) c);
  return (x - EVERY_BYTE) & ~x & (EVERY_BYTE << 7);
}

static inline gboolean
is_special (char c)
{
  return c == DELIMITER || c == '"' || c == '\n' || c == '\r' || c == '\0';
}

static gboolean
needs_quotes (const char *text, gsize n)
{
  gsize i = 0;
  for (; i + sizeof (guint64) <= n; i += sizeof (guint64)) {
    guint64 word;
    memcpy (&word, text + i, sizeof word);
    if (find_byte (word, DELIMITER) | find_byte (word, '"') | find_byte (word, '\n') |
        find_byte (word, '\r') | find_byte (word, '\0'))
      return TRUE;
  }
  for (; i < n; i++)
    if (is_special (text[i]))
      return TRUE;
  return FALSE;
}

char *
bw_grid_put (char *out, const char *text, gsize n)
{
  if (!needs_quotes (text, n)) {
    memcpy (out, text, n);
    return out + n;
  }
  *out++ = '"';
  for (gsize i = 0; i < n; i++) {
    if (text[i] == '"')
      *out++ = '"';
    if (text[i] != '\0')
      *out++ = text[i];
  }
  *out++ = '"';
  return out;
}

void
bw_grid_quote (GString *out, const char *text, gsize n)
{
  gsize filled = out->len;
  g_string_set_size (out, filled + 2 * n + 2);
  char *end = bw_grid_put (out->str + filled, text, n);
  g_string_truncate (out, (gsize) (end - out->str));
}

static inline void
append_delimiters (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, DELIMITER);
}

/* Goes to a column of the row; FALSE when that is behind or out of bounds. */
static inline gboolean
go_to (BwGrid *self, guint column)
{
  if (column < self->column || column >= BW_GRID_MAX_COLUMNS)
    return FALSE;
  append_delimiters (self->out, self->column == 0 ? column : column - self->column + 1);
  self->column = column + 1;
  return TRUE;
}

void
bw_grid_add (BwGrid *self, guint column, const char *text, gsize n)
{
  if (n > 0 && go_to (self, column))
    bw_grid_quote (self->out, text, n);
}

void
bw_grid_add_quoted (BwGrid *self, guint column, const char *text, gsize n)
{
  if (n > 0 && go_to (self, column))
    g_string_append_len (self->out, text, (gssize) n);
}

/* The first rows again, all of one width. */
static void
settle_width (BwGrid *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = 0;
  for (guint i = 0; i < self->heads->len; i++) {
    const Head *head = &g_array_index (self->heads, Head, i);
    g_string_append_len (text, self->out->str + start, (gssize) (head->end - start));
    if (head->width > 0)
      append_delimiters (text, self->width - head->width);
    g_string_append_c (text, '\n');
    start = head->end;
  }
  g_string_append_len (text, self->out->str + start, (gssize) (self->out->len - start));
  g_string_assign (self->out, "");
  g_string_append_len (self->out, text->str, (gssize) text->len);
  g_clear_pointer (&self->heads, g_array_unref);
}

/* Puts the last lines to those before. */
static void
put_away (BwGrid *self)
{
  if (!self->problem)
    bw_scratch_add (self->written, self->out->str, self->out->len, &self->problem);
  self->n_written += (gint64) self->out->len;
  g_string_truncate (self->out, 0);
}

void
bw_grid_end_row (BwGrid *self)
{
  self->n_rows++;
  if (self->heads) {
    Head head = { self->out->len, self->column };
    g_array_append_val (self->heads, head);
    self->width = MAX (self->width, self->column);
    self->n_heads += self->column > 0;
    self->column = 0;
    if (self->n_heads == HEAD_ROWS)
      settle_width (self);
    return;
  }
  if (self->column > 0 && self->column < self->width)
    append_delimiters (self->out, self->width - self->column);
  g_string_append_c (self->out, '\n');
  self->column = 0;
  if (self->out->len >= PIECE_BYTES)
    put_away (self);
}

guint
bw_grid_get_n_rows (const BwGrid *self)
{
  return self->n_rows;
}

gboolean
bw_grid_check (const BwGrid *self, GError **error)
{
  if (self->problem) {
    g_propagate_error (error, g_error_copy (self->problem));
    return FALSE;
  }
  if (self->n_written + (gint64) self->out->len <= *self->room)
    return TRUE;
  g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT,
                       _ ("The table is more than a hundred times as large as its file, which no "
                          "export is: it is not opened."));
  return FALSE;
}

gboolean
bw_grid_check_rows (const BwGrid *self, guint64 n, GError **error)
{
  if (n <= BW_GRID_MAX_ROWS && self->n_rows + n <= BW_GRID_MAX_ROWS)
    return bw_grid_check (self, error);
  g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
               _ ("A sheet has more than %u rows, which no spreadsheet program writes: it is not "
                  "opened."),
                 BW_GRID_MAX_ROWS);
  return FALSE;
}

BwShape *
bw_grid_finish (
    BwGrid *self, BwText *raw, const char *member, GCancellable *cancellable, GError **error)
{
  if (self->column > 0)
    bw_grid_end_row (self);
  if (self->heads)
    settle_width (self);
  put_away (self);
  if (!bw_grid_check (self, error))
    return NULL;
  *self->room -= self->n_written;
  if (self->width == 0) {
    bw_error_set (error, BW_ERROR_EMPTY, N_ ("There is nothing in the table."));
    return NULL;
  }
  g_autoptr (BwText) text = bw_scratch_finish (self->written, error);
  if (!text)
    return NULL;
  BwShape *shape = bw_shape_new (text, 0, NULL, DELIMITER, cancellable, error);
  if (!shape)
    return NULL;
  shape->written = TRUE;
  bw_text_unref (shape->raw);
  shape->raw = bw_text_ref (raw);
  shape->member = g_strdup (member);
  if (bw_shape_arrange (shape, cancellable, error))
    return shape;
  bw_shape_free (shape);
  return NULL;
}
