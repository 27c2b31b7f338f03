/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the first rows as what they are for, and rewrites a table whose answers are spread. */
#include "config.h"

#include <string.h>

#include "bw-grid.h"
#include "bw-header-rows.h"
#include "bw-tokenizer.h"

#define HEAD_ROWS 8
#define CANCEL_ROWS 1024
#define IMPORT_ID "ImportId"

typedef struct {
  GStrv cells;
  gsize start;
  gsize next; /* where the next record starts */
} Record;

static void
free_record (gpointer item)
{
  Record *record = item;
  g_strfreev (record->cells);
  g_free (record);
}

static GStrv
decode (const BwCellSpan *cells, gsize n, BwDialect dialect)
{
  GStrv texts = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    bw_cell_decode (&cells[i], dialect, text);
    texts[i] = g_strstrip (g_strdup (text->str));
  }
  return texts;
}

static gboolean
is_blank (GStrv cells)
{
  for (; *cells; cells++)
    if (**cells)
      return FALSE;
  return TRUE;
}

/* The next record that is no blank line, or NULL. */
static Record *
read_record (const BwShape *shape, gsize at, BwCellSpan *cells)
{
  const char *text = bw_text_get_start (shape->text);
  const char *end = text + bw_text_get_size (shape->text);
  const char *next = text + at;
  while (next < end) {
    Record *record = g_new0 (Record, 1);
    record->start = (gsize) (next - text);
    gsize n = bw_record_read (next, end, shape->dialect, cells, BW_RECORD_MAX_CELLS, &next);
    record->cells = decode (cells, MIN (n, BW_RECORD_MAX_CELLS), shape->dialect);
    record->next = (gsize) (next - text);
    if (!is_blank (record->cells))
      return record;
    free_record (record);
  }
  return NULL;
}

static GPtrArray *
read_head (const BwShape *shape, BwCellSpan *cells)
{
  GPtrArray *head = g_ptr_array_new_with_free_func (free_record);
  gsize at = shape->start_at;
  Record *record;
  while (head->len < HEAD_ROWS && (record = read_record (shape, at, cells)) != NULL) {
    g_ptr_array_add (head, record);
    at = record->next;
  }
  return head;
}

static const char *
get_cell (const Record *record, guint i)
{
  return i < g_strv_length (record->cells) ? record->cells[i] : "";
}

/* --- Qualtrics --------------------------------------------------------------------------------
 */

/* What {"ImportId":"QID1_TEXT"} names, or NULL. */
static const char *
find_import_id (const char *cell)
{
  if (*cell != '{')
    return NULL;
  cell += 1 + strspn (cell + 1, " \"");
  if (!g_str_has_prefix (cell, IMPORT_ID))
    return NULL;
  cell += strlen (IMPORT_ID);
  return cell + strspn (cell, "\" :");
}

/* Which of the first rows numbers the questions, or -1. */
static int
find_import_ids (GPtrArray *head)
{
  for (guint i = 1; i < MIN (head->len, 3); i++)
    if (find_import_id (get_cell (head->pdata[i], 0)))
      return (int) i;
  return -1;
}

/* A question is called what it asks; what else is exported keeps its English name, in whatever
 * language the second row is. */
static char *
name_question (const Record *names, const Record *texts, const Record *ids, guint i)
{
  const char *id = find_import_id (get_cell (ids, i));
  const char *short_name = get_cell (names, i);
  gboolean is_question = (id && g_str_has_prefix (id, "QID")) ||
                         (short_name[0] == 'Q' && g_ascii_isdigit (short_name[1]));
  gboolean is_group = g_str_has_suffix (short_name, "_NPS_GROUP");
  const char *text = get_cell (texts, i);
  char *name = g_strdup (is_question && !is_group && *text ? text : short_name);
  return g_strdelimit (name, "\r\n", ' ');
}

static void
join_questions (BwShape *shape, GPtrArray *head, guint ids)
{
  const Record *names = head->pdata[0];
  guint n = g_strv_length (names->cells);
  GStrv header = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    header[i] = name_question (names, head->pdata[ids > 1 ? 1 : 0], head->pdata[ids], i);
  bw_shape_set_header (shape, header, names->start, ((Record *) head->pdata[ids])->next);
}

/* Older files: V1, V2, Q1_1 above the names. */
static gboolean
are_numbers (const Record *record)
{
  guint n = 0;
  for (char **cell = record->cells; *cell; cell++)
    n += (**cell == 'V' || **cell == 'Q') && g_ascii_isdigit ((*cell)[1]);
  return n >= 3 && g_str_equal (get_cell (record, 0), "V1");
}

static void
join_numbers (BwShape *shape, GPtrArray *head)
{
  const Record *names = head->pdata[1];
  GStrv header = g_strdupv (names->cells);
  for (char **name = header; *name; name++)
    g_strdelimit (*name, "\r\n", ' ');
  bw_shape_set_header (shape, header, names->start, names->next);
}

/* --- A column for each answer -----------------------------------------------------------------
 */

typedef enum {
  COLUMN_PLAIN, /* as it stands */
  COLUMN_FIRST, /* of answers that exclude each other, or stand side by side: all go here */
  COLUMN_OTHER, /* goes to the first of its question */
} Place;

typedef struct {
  BwShape *shape;
  BwCellSpan *cells;
  guint n; /* columns */
  const Record *questions;
  const Record *answers;
  gsize data_at;
  gboolean *repeats; /* whether a column's cells say nothing but its answer */
  Place *places;
} Spread;

/* Every column is named by one of the rows, the second begins blank, and no row of data does. */
static gboolean
is_spread (GPtrArray *head)
{
  if (head->len < 3)
    return FALSE;
  const Record *questions = head->pdata[0];
  const Record *answers = head->pdata[1];
  guint n = g_strv_length (questions->cells);
  guint n_answers = 0, n_only = 0;
  if (!*get_cell (questions, 0) || *get_cell (answers, 0) || g_strv_length (answers->cells) > n)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    gboolean asked = *get_cell (questions, i) != '\0';
    gboolean answered = *get_cell (answers, i) != '\0';
    if (!asked && !answered)
      return FALSE;
    n_answers += answered;
    n_only += !asked;
  }
  for (guint i = 2; i < head->len; i++)
    if (!*get_cell (head->pdata[i], 0))
      return FALSE;
  return n_answers >= 2 && n_only >= 1;
}

/* A second row that says of what sort the answers are, and nothing else. */
static gboolean
is_legend (GPtrArray *head)
{
  static const char *const sorts[] = {
    "Response", "Open-Ended Response", "Antwort",   "Beantwortung mit offenem Ende",
    "Réponse",  "Réponse ouverte",     "Respuesta", "Respuesta abierta",
    "Resposta", "Resposta aberta",     NULL
  };
  const Record *questions = head->pdata[0], *answers = head->pdata[1];
  guint n = 0;
  if (*get_cell (answers, 0))
    return FALSE;
  for (guint i = 0; i < g_strv_length (answers->cells); i++) {
    if (!*answers->cells[i])
      continue;
    if (!*get_cell (questions, i) || !g_strv_contains (sorts, answers->cells[i]))
      return FALSE;
    n++;
  }
  return n > 0;
}

static void
drop_legend (BwShape *shape, GPtrArray *head)
{
  const Record *questions = head->pdata[0];
  GStrv header = g_strdupv (questions->cells);
  for (char **name = header; *name; name++)
    g_strdelimit (*name, "\r\n", ' ');
  bw_shape_set_header (shape, header, questions->start, ((Record *) head->pdata[1])->next);
}

typedef void (*RowFunc) (Spread *spread, const Record *record, gpointer user_data);

static gboolean
walk (Spread *spread, RowFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gsize at = spread->data_at;
  for (gsize row = 0;; row++) {
    if (row % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    Record *record = read_record (spread->shape, at, spread->cells);
    if (!record)
      return TRUE;
    at = record->next;
    func (spread, record, user_data);
    free_record (record);
  }
}

/* The columns of a question: where it is asked, up to the next one. */
static guint
find_last (const Spread *spread, guint first)
{
  guint last = first + 1;
  while (last < spread->n && !*get_cell (spread->questions, last))
    last++;
  return last;
}

static void
look_cb (Spread *spread, const Record *record, gpointer user_data)
{
  for (guint i = 0; i < spread->n; i++) {
    const char *cell = get_cell (record, i);
    if (*cell && !g_str_equal (cell, get_cell (spread->answers, i)))
      spread->repeats[i] = FALSE;
  }
}

static void
place_columns (Spread *spread)
{
  for (guint first = 0, last; first < spread->n; first = last) {
    int to = -1;
    last = find_last (spread, first);
    for (guint i = first; last - first > 1 && i < last; i++) {
      if (!spread->repeats[i])
        continue;
      spread->places[i] = to < 0 ? COLUMN_FIRST : COLUMN_OTHER;
      to = (int) i;
    }
  }
}

/* "Question", or "Question - Answer" for a column that keeps its own answers. */
static char *
name_column (const Spread *spread, guint i)
{
  guint asked = i;
  while (asked > 0 && !*get_cell (spread->questions, asked))
    asked--;
  const char *question = get_cell (spread->questions, asked);
  const char *answer = get_cell (spread->answers, i);
  gboolean single = find_last (spread, asked) - asked == 1;
  char *name = single || spread->places[i] == COLUMN_FIRST || !*answer
                   ? g_strdup (question)
                   : g_strdup_printf ("%s - %s", question, answer);
  return g_strdelimit (name, "\r\n", ' ');
}

/* All answers of a question, side by side. */
static char *
gather_answers (const Spread *spread, const Record *record, guint first)
{
  g_autoptr (GString) text = g_string_new (get_cell (record, first));
  for (guint i = first + 1; i < spread->n && !*get_cell (spread->questions, i); i++) {
    const char *cell = spread->places[i] == COLUMN_OTHER ? get_cell (record, i) : "";
    if (*cell)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", cell);
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_cell (GString *out, guint *column, const char *text)
{
  if ((*column)++ > 0)
    g_string_append_c (out, ',');
  bw_grid_quote (out, text, strlen (text));
}

static void
write_cb (Spread *spread, const Record *record, gpointer user_data)
{
  GString *out = user_data;
  guint column = 0;
  for (guint i = 0; i < spread->n; i++) {
    if (spread->places[i] == COLUMN_OTHER)
      continue;
    g_autofree char *text = spread->places[i] == COLUMN_FIRST ? gather_answers (spread, record, i)
                                                              : g_strdup (get_cell (record, i));
    append_cell (out, &column, text);
  }
  g_string_append_c (out, '\n');
}

static void
write_header (const Spread *spread, GString *out)
{
  guint column = 0;
  for (guint i = 0; i < spread->n; i++) {
    if (spread->places[i] == COLUMN_OTHER)
      continue;
    g_autofree char *name = name_column (spread, i);
    append_cell (out, &column, name);
  }
  /* A blank line for the second row of names: the lines keep their numbers. */
  g_string_append (out, "\n\n");
}

static gboolean
take_over (BwShape *shape, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (out);
  g_autoptr (BwText) text = bw_text_new_from_bytes (bytes);
  g_autoptr (BwShape) joined = bw_shape_new (text, 0, NULL, ',', cancellable, error);
  if (!joined)
    return FALSE;
  bw_shape_rewrite (shape, joined);
  return TRUE;
}

static gboolean
join_answers (
    BwShape *shape, GPtrArray *head, BwCellSpan *cells, GCancellable *cancellable, GError **error)
{
  const Record *questions = head->pdata[0];
  guint n = g_strv_length (questions->cells);
  g_autofree gboolean *repeats = g_new (gboolean, n + 1);
  g_autofree Place *places = g_new0 (Place, n + 1);
  Spread spread = { shape,   cells, n, questions, head->pdata[1], ((Record *) head->pdata[1])->next,
                    repeats, places };
  for (guint i = 0; i < n; i++)
    repeats[i] = *get_cell (spread.answers, i) != '\0';
  if (!walk (&spread, look_cb, NULL, cancellable, error))
    return FALSE;
  place_columns (&spread);
  GString *out = g_string_new (NULL);
  write_header (&spread, out);
  if (!walk (&spread, write_cb, out, cancellable, error)) {
    g_string_free (out, TRUE);
    return FALSE;
  }
  return take_over (shape, out, cancellable, error);
}

gboolean
bw_header_rows_join (BwShape *shape, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (shape, FALSE);
  g_autofree BwCellSpan *cells = g_new (BwCellSpan, BW_RECORD_MAX_CELLS);
  g_autoptr (GPtrArray) head = read_head (shape, cells);
  if (head->len < 2)
    return TRUE;
  int ids = find_import_ids (head);
  if (ids > 0)
    join_questions (shape, head, (guint) ids);
  else if (are_numbers (head->pdata[0]))
    join_numbers (shape, head);
  else if (is_legend (head))
    drop_legend (shape, head);
  else if (is_spread (head))
    return join_answers (shape, head, cells, cancellable, error);
  return TRUE;
}
