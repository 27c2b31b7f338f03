/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of HTML, which many web programs save under the name .xls. Only tables that hold figures
 * are read: a page with a form, or one laid out by tables, is refused. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-disguise.h"
#include "bw-encoding.h"
#include "bw-entity.h"
#include "bw-error.h"
#include "bw-grid.h"
#include "bw-note.h"
#include "bw-reader.h"

#define HEAD_BYTES ((gsize) 256 << 10)
#define FIRST_BYTES ((gsize) 256) /* that hold the first tag */
#define SPARE_ROOM ((gint64) 64 << 20)
#define CANCEL_TAGS 4096
#define DEPTH_MOST 64
#define NAME_BYTES 16

/* A table that is open. */
typedef struct {
  BwGrid *grid;
  GString *text;   /* of the current cell */
  GArray *covered; /* guint, one a column: rows that a cell above still covers */
  guint column;    /* of the current cell */
  guint n_columns; /* that the current cell covers */
  guint n_rows;    /* the same of rows */
  guint n_filled;  /* cells with text of the current row */
  guint n_full;    /* rows with two such cells and more */
  gboolean in_row;
  gboolean in_cell;
  gboolean has_names; /* cells that are headers */
  gboolean is_layout; /* holds another table, or a form */
} Table;

typedef struct {
  /* Template */
  BwText *raw;
  gint64 *room;
  GCancellable *cancellable;

  /* Owned */
  GPtrArray *shapes;
  GPtrArray *tables; /* Table, the innermost last */
} Page;

static void
free_table (gpointer item)
{
  Table *table = item;
  bw_grid_free (table->grid);
  g_string_free (table->text, TRUE);
  g_array_unref (table->covered);
  g_free (table);
}

static Table *
get_table (const Page *page)
{
  return page->tables->len > 0 ? page->tables->pdata[page->tables->len - 1] : NULL;
}

/* --- Text -------------------------------------------------------------------------------------
 */

/* Appends the entity at `at`, which is '&', or the sign itself; returns what follows. */
static const char *
append_entity (GString *text, const char *at, const char *end)
{
  gunichar sign = '&';
  const char *next = bw_entity_read (at, end, &sign);
  g_string_append_unichar (text, sign);
  return next ? next : at + 1;
}

/* Blanks of any number are one. */
static void
append_text (Table *table, const char *at, const char *end)
{
  while (at < end) {
    gsize length = table->text->len;
    if (*at == '&') {
      at = append_entity (table->text, at, end);
    } else if (g_ascii_isspace (*at)) {
      if (length > 0 && !g_ascii_isspace (table->text->str[length - 1]))
        g_string_append_c (table->text, ' ');
      at++;
    } else {
      g_string_append_c (table->text, *at++);
    }
  }
}

/* --- Cells and rows ---------------------------------------------------------------------------
 */

/* The number of an attribute, 1 without it. */
static guint
get_span (const char *tag, const char *end, const char *name)
{
  g_autofree char *text = g_ascii_strdown (tag, end - tag);
  const char *at = strstr (text, name);
  if (!at)
    return 1;
  at += strlen (name);
  at += strspn (at, " =\"'");
  guint64 span = g_ascii_strtoull (at, NULL, 10);
  return (guint) CLAMP (span, 1, BW_GRID_MAX_COLUMNS);
}

static guint *
get_covered (Table *table, guint column)
{
  if (table->covered->len <= column)
    g_array_set_size (table->covered, column + 1);
  return &g_array_index (table->covered, guint, column);
}

static void
cover (Table *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->column + i < BW_GRID_MAX_COLUMNS)
      *get_covered (table, table->column + i) = table->n_rows;
}

static void
end_cell (Table *table)
{
  if (!table->in_cell)
    return;
  g_strstrip (table->text->str);
  gsize n = strlen (table->text->str);
  bw_grid_add (table->grid, table->column, table->text->str, n);
  table->n_filled += n > 0;
  cover (table);
  table->column += table->n_columns;
  table->in_cell = FALSE;
}

static void
end_row (Table *table)
{
  end_cell (table);
  if (!table->in_row)
    return;
  bw_grid_end_row (table->grid);
  table->n_full += table->n_filled >= 2;
  for (guint i = 0; i < table->covered->len; i++)
    if (*get_covered (table, i) > 0)
      --*get_covered (table, i);
  table->in_row = FALSE;
}

static void
start_row (Table *table)
{
  end_row (table);
  table->in_row = TRUE;
  table->column = 0;
  table->n_filled = 0;
}

static void
start_cell (Table *table, const char *tag, const char *end, gboolean is_name)
{
  end_cell (table);
  if (!table->in_row)
    start_row (table);
  while (table->column < table->covered->len && *get_covered (table, table->column) > 0)
    table->column++;
  table->n_columns = get_span (tag, end, "colspan");
  table->n_rows = get_span (tag, end, "rowspan");
  table->has_names |= is_name;
  table->in_cell = TRUE;
  g_string_truncate (table->text, 0);
}

/* --- Tables -----------------------------------------------------------------------------------
 */

static gboolean
start_table (Page *page, GError **error)
{
  Table *around = get_table (page);
  if (around)
    around->is_layout = TRUE;
  if (page->tables->len >= DEPTH_MOST) {
    g_set_error_literal (error, BW_ERROR, BW_ERROR_LIMIT,
                         _ ("The document is nested deeper than any table: it is not opened."));
    return FALSE;
  }
  Table *table = g_new0 (Table, 1);
  table->grid = bw_grid_new (page->room);
  table->text = g_string_new (NULL);
  table->covered = g_array_new (FALSE, TRUE, sizeof (guint));
  g_ptr_array_add (page->tables, table);
  return TRUE;
}

static gboolean
holds_figures (const Table *table)
{
  return !table->is_layout && (table->n_full >= 2 || (table->n_full == 1 && table->has_names));
}

static gboolean
end_table (Page *page, GError **error)
{
  Table *table = get_table (page);
  end_row (table);
  BwShape *shape = NULL;
  GError *problem = NULL;
  if (holds_figures (table))
    shape = bw_grid_finish (table->grid, page->raw, NULL, page->cancellable, &problem);
  if (shape)
    g_ptr_array_add (page->shapes, shape);
  g_ptr_array_remove_index (page->tables, page->tables->len - 1);
  if (problem)
    g_propagate_error (error, problem);
  return problem == NULL;
}

/* --- Tags -------------------------------------------------------------------------------------
 */

/* "table", "/td": small letters. */
static void
read_name (const char *tag, const char *end, char name[NAME_BYTES])
{
  gsize n = 0;
  for (; tag < end && n + 1 < NAME_BYTES && (g_ascii_isalnum (*tag) || (n == 0 && *tag == '/'));
       tag++)
    name[n++] = g_ascii_tolower (*tag);
  name[n] = '\0';
}

static gboolean
is_form (const char *name)
{
  static const char *const names[] = { "form", "input", "select", "textarea", "button", NULL };
  return g_strv_contains (names, name);
}

/* Ends like </p> and <br> part lines. */
static gboolean
parts_lines (const char *name)
{
  static const char *const names[] = { "br", "/p", "/div", "/li", NULL };
  return g_strv_contains (names, name);
}

static void
read_table_tag (Table *table, const char *name, const char *tag, const char *end)
{
  if (strcmp (name, "tr") == 0)
    start_row (table);
  else if (strcmp (name, "/tr") == 0)
    end_row (table);
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    start_cell (table, tag, end, *name == 't' && name[1] == 'h');
  else if (strcmp (name, "/td") == 0 || strcmp (name, "/th") == 0)
    end_cell (table);
  else if (is_form (name))
    table->is_layout = TRUE;
  else if (parts_lines (name) && table->in_cell && table->text->len > 0)
    g_string_append_c (table->text, '\n');
}

static gboolean
read_tag (Page *page, const char *name, const char *tag, const char *end, GError **error)
{
  Table *table = get_table (page);
  if (strcmp (name, "table") == 0)
    return start_table (page, error);
  if (!table)
    return TRUE;
  if (strcmp (name, "/table") == 0)
    return end_table (page, error);
  read_table_tag (table, name, tag, end);
  return bw_grid_check (table->grid, error);
}

/* Behind the tag at `at`; quoted ">" do not end it. */
static const char *
find_tag_end (const char *at, const char *end)
{
  char quote = 0;
  for (; at < end; at++) {
    if (quote)
      quote = *at == quote ? 0 : quote;
    else if (*at == '>')
      return at;
    else if ((*at == '"' || *at == '\'') && at[-1] == '=')
      quote = *at;
  }
  return end;
}

/* Where what is no text ends: comments, and elements of which nothing is shown. */
static const char *
skip_unseen (const char *name, const char *tag, const char *after, const char *end)
{
  static const char *const pairs[][2] = { { "style", "</style" },
                                          { "script", "</script" },
                                          { "title", "</title" } };
  const char *stop = NULL;
  if (end - tag > 3 && memcmp (tag, "!--", 3) == 0) {
    stop = g_strstr_len (tag, end - tag, "-->");
    return stop ? stop + 3 : end;
  }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    if (strcmp (name, pairs[i][0]) != 0)
      continue;
    for (stop = after; stop < end; stop++)
      if (*stop == '<' && (gsize) (end - stop) >= strlen (pairs[i][1]) &&
          g_ascii_strncasecmp (stop, pairs[i][1], strlen (pairs[i][1])) == 0)
        break;
    return stop;
  }
  return after;
}

static gboolean
read_page (Page *page, const char *at, const char *end, GError **error)
{
  char name[NAME_BYTES];
  for (gsize n = 0; at < end; n++) {
    if (n % CANCEL_TAGS == 0 && g_cancellable_set_error_if_cancelled (page->cancellable, error))
      return FALSE;
    const char *tag = memchr (at, '<', (gsize) (end - at));
    Table *table = get_table (page);
    if (table && table->in_cell)
      append_text (table, at, tag ? tag : end);
    if (!tag)
      break;
    tag++;
    const char *stop = find_tag_end (tag, end);
    read_name (tag, stop, name);
    if (!read_tag (page, name, tag, stop, error))
      return FALSE;
    at = skip_unseen (name, tag, MIN (stop + 1, end), end);
  }
  while (get_table (page))
    if (!end_table (page, error))
      return FALSE;
  return TRUE;
}

/* --- The reader -------------------------------------------------------------------------------
 */

static void
say_what_it_is (BwText *raw, GError **error)
{
  const guint8 *head = (const guint8 *) bw_text_get_start (raw);
  const char *sentence = bw_disguise_describe (head, MIN (bw_text_get_size (raw), HEAD_BYTES));
  bw_error_set (error, BW_ERROR_FORMAT, "%-s",
                sentence ? sentence : N_ ("There is no table in the document."));
}

static void
name_tables (GPtrArray *shapes)
{
  for (guint i = 0; shapes->len > 1 && i < shapes->len; i++)
    ((BwShape *) shapes->pdata[i])->member = g_strdup_printf (_ ("Table %u"), i + 1);
}

static gboolean
read_html (BwText *raw,
           const BwReadOptions *options,
           GPtrArray *shapes,
           GCancellable *cancellable,
           BwProgress progress,
           gpointer user_data,
           GError **error)
{
  gsize start_at;
  g_autofree char *encoding = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
  g_autoptr (BwText) text = bw_encoding_decode (raw, options ? options->encoding : NULL, &start_at,
                                               &encoding, NULL, notes, cancellable, error);
  if (!text)
    return FALSE;
  gint64 spare = 2 * (gint64) bw_text_get_size (raw) + SPARE_ROOM;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (free_table);
  Page page = { raw, options && options->room ? options->room : &spare, cancellable, found,
                tables };
  const char *start = bw_text_get_start (text);
  if (!read_page (&page, start + start_at, start + bw_text_get_size (text), error))
    return FALSE;
  if (found->len == 0) {
    say_what_it_is (raw, error);
    return FALSE;
  }
  name_tables (found);
  g_ptr_array_extend (shapes, found, NULL, NULL);
  g_ptr_array_set_free_func (found, NULL);
  return TRUE;
}

/* The beginning, in small letters and without the zero bytes of UTF-16. */
static char *
copy_head (BwText *raw)
{
  const char *start = bw_text_get_start (raw);
  gsize n = MIN (bw_text_get_size (raw), HEAD_BYTES);
  g_autoptr (GString) head = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    if (start[i])
      g_string_append_c (head, g_ascii_tolower (start[i]));
  return g_string_free_and_steal (g_steal_pointer (&head));
}

static gboolean
is_markup (const char *at)
{
  static const char *const beginnings[] = { "<html", "<!doctype html", "<table", "<head",
                                            "<meta", "<body",          "<style", "<div" };
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (at, beginnings[i]))
      return TRUE;
  return (g_str_has_prefix (at, "<?xml") || g_str_has_prefix (at, "<!--")) && strstr (at, "<html");
}

static double
sniff (BwText *raw)
{
  if (!memchr (bw_text_get_start (raw), '<', MIN (bw_text_get_size (raw), FIRST_BYTES)))
    return 0;
  g_autofree char *head = copy_head (raw);
  const char *at = head;
  while (*at && *at != '<' && ((guint8) *at >= 0x80 || g_ascii_isspace (*at)))
    at++;
  return is_markup (at) && strstr (at, "<table") ? 0.85 : 0;
}

const BwReader bw_reader_html = {
  .id = "html",
  .title = N_ ("HTML table"),
  .sniff = sniff,
  .read = read_html,
};
