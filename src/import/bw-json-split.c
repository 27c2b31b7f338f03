/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks only at quotes and brackets: whether what stands between them is JSON is for the parser to
 * say. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-json-split.h"

#define BLOCK_BYTES ((gsize) 512 << 10)
#define LONGEST_BLOCK ((gsize) 4 << 20) /* of lines */
#define MAX_DEPTH 512
#define MAX_LIST_DEPTH 3          /* {"data":{"page":{"tickets":[ */
#define LOOK_UP ((gsize) 1 << 20) /* bytes between two looks at the cancellable */

/* Objects of one array, or of arrays of the same name. */
typedef struct {
  char *path;
  GArray *blocks; /* BwJsonBlock */
  gsize n_bytes;
} List;

typedef struct {
  /* Template */
  const char *text;
  const char *end;
  GCancellable *cancellable;

  /* Owned */
  GPtrArray *lists;
  GError *error;

  const char *at;
  const char *next_look;
  gboolean has_id;     /* the object at the top looks like a record itself */
  gboolean has_others; /* there are values that are no objects where records should be */
  gboolean has_empty;  /* a list that could hold records holds nothing */
  guint n_members;     /* of the object at the top */
  guint n_columns;     /* of these, objects with a cell for each row */
} Splitter;

static void
free_list (gpointer item)
{
  List *list = item;
  g_free (list->path);
  g_array_unref (list->blocks);
  g_free (list);
}

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void
bw_json_set_error (GError **error, const char *text, gsize at, gboolean ends_early)
{
  gulong line = 1;
  while (ends_early && at > 0 && is_space (text[at - 1]))
    at--;
  for (gsize i = 0; i < at; i++)
    line += text[i] == '\n';
  if (ends_early)
    bw_error_set (error, BW_ERROR_FORMAT,
                  N_ ("The JSON text ends in the middle of a record (line %lu): the file is not "
                      "complete, export it again."),
                  line);
  else
    bw_error_set (error, BW_ERROR_FORMAT, N_ ("The JSON text is broken in line %lu."), line);
}

static gboolean
fail (Splitter *self, gboolean ends_early)
{
  if (!self->error)
    bw_json_set_error (&self->error, self->text, (gsize) (self->at - self->text), ends_early);
  return FALSE;
}

static gboolean
fail_deep (Splitter *self)
{
  if (!self->error)
    g_set_error (&self->error, BW_ERROR, BW_ERROR_LIMIT,
                 _ ("The JSON text is nested more than %d levels deep: it is not opened."),
                   MAX_DEPTH);
  return FALSE;
}

/* The next byte that is no white space; 0 at the end. */
static inline char
peek (Splitter *self)
{
  while (self->at < self->end && is_space (*self->at))
    self->at++;
  return self->at < self->end ? *self->at : '\0';
}

/* at is the opening quote; moves behind the closing one. */
static inline gboolean
skip_string (Splitter *self)
{
  const char *at = self->at + 1;
  for (;;) {
    const char *quote = memchr (at, '"', (gsize) (self->end - at));
    if (!quote)
      return fail (self, TRUE);
    const char *slash = quote;
    while (slash[-1] == '\\')
      slash--;
    at = quote + 1;
    if ((quote - slash) % 2 == 0) {
      self->at = at;
      return TRUE;
    }
  }
}

/* Behind the bracket that closes the one at `at`. */
static gboolean
skip_brackets (Splitter *self)
{
  static const char steps[256] = { ['{'] = 1, ['['] = 1, ['}'] = 2, [']'] = 2, ['"'] = 3 };
  guint depth = 0;
  while (self->at < self->end) {
    switch (steps[(guint8) *self->at]) {
    case 1:
      if (++depth > MAX_DEPTH)
        return fail_deep (self);
      break;
    case 2:
      if (--depth == 0) {
        self->at++;
        return TRUE;
      }
      break;
    case 3:
      if (!skip_string (self))
        return FALSE;
      continue;
    default:
      break;
    }
    self->at++;
  }
  return fail (self, TRUE);
}

static gboolean
skip_value (Splitter *self)
{
  char c = peek (self);
  if (c == '"')
    return skip_string (self);
  if (c == '{' || c == '[')
    return skip_brackets (self);
  const char *start = self->at;
  while (self->at < self->end && !is_space (*self->at) && !strchr (",]}:\"", *self->at))
    self->at++;
  return self->at > start || fail (self, self->at == self->end);
}

/* --- Lists --------------------------------------------------------------------------------------
 */

static List *
get_list (Splitter *self, const char *path)
{
  for (guint i = 0; i < self->lists->len; i++) {
    List *list = self->lists->pdata[i];
    if (strcmp (list->path, path) == 0)
      return list;
  }
  List *list = g_new0 (List, 1);
  list->path = g_strdup (path);
  list->blocks = g_array_new (FALSE, FALSE, sizeof (BwJsonBlock));
  g_ptr_array_add (self->lists, list);
  return list;
}

/* adjoining: only white space and a comma stand between this record and the last one. */
static void
add_record (Splitter *self, List *list, const char *start, gboolean adjoining)
{
  BwJsonBlock block = { (gsize) (start - self->text), (gsize) (self->at - self->text) };
  BwJsonBlock *last = list->blocks->len == 0
                          ? NULL
                          : &g_array_index (list->blocks, BwJsonBlock, list->blocks->len - 1);
  list->n_bytes += block.end - block.start;
  if (adjoining && last && block.end - last->start <= BLOCK_BYTES)
    last->end = block.end;
  else
    g_array_append_val (list->blocks, block);
}

static gboolean
take_record (Splitter *self, List *list, gboolean adjoining)
{
  const char *start = self->at;
  if (!skip_brackets (self))
    return FALSE;
  if ((gsize) (self->at - start) > BW_JSON_MAX_RECORD) {
    g_set_error (&self->error, BW_ERROR, BW_ERROR_LIMIT,
                 _ ("A record has more than %d MiB: it is not opened."),
                   (int) (BW_JSON_MAX_RECORD >> 20));
    return FALSE;
  }
  add_record (self, list, start, adjoining);
  if (self->at < self->next_look)
    return TRUE;
  self->next_look = self->at + LOOK_UP;
  return !g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

/* at is the bracket. Values that are no objects are not taken. */
static gboolean
read_array (Splitter *self, List *list)
{
  self->at++;
  gboolean adjoining = FALSE;
  if (peek (self) == ']') {
    self->at++;
    return TRUE;
  }
  for (;;) {
    gboolean is_record = peek (self) == '{';
    self->has_others |= !is_record;
    if (is_record ? !take_record (self, list, adjoining) : !skip_value (self))
      return FALSE;
    adjoining = is_record;
    char c = peek (self);
    if (c != ',' && c != ']')
      return fail (self, c == '\0');
    self->at++;
    if (c == ']')
      return TRUE;
  }
}

/* A name that says which record it is. */
static gboolean
is_id (const char *key, gsize n)
{
  return (n >= 2 && g_ascii_strncasecmp (key + n - 2, "id", 2) == 0) ||
         (n == 3 && strncmp (key, "key", 3) == 0) || (n == 6 && strncmp (key, "number", 6) == 0);
}

static gboolean
is_known_list (const char *path)
{
  static const char *const names[] = {
    "tickets",
    "ticket_metrics",
    "calls",
    "results",
    "result",
    "conversations",
    "responses",
    "records",
    "items",
    "data",
    "values",
    "issues",
    "cases",
    "incidents",
    "requests",
    "contacts",
    "satisfaction_ratings",
    "customers",
    "subscriptions",
    "articles",
    "events",
    "rows",
    NULL,
  };
  const char *dot = strrchr (path, '.');
  return g_strv_contains (names, dot ? dot + 1 : path);
}

/* {"0":...: numbered cells. */
static gboolean
is_column (const char *at, const char *end)
{
  static const char first[] = "{\"0\":";
  for (const char *sign = first; *sign; at++)
    if (at == end || (!is_space (*at) && *at != *sign++))
      return FALSE;
  return TRUE;
}

static gboolean read_object (Splitter *self, const char *path, guint depth);

static gboolean
read_member (Splitter *self, const char *path, guint depth)
{
  if (peek (self) != '"')
    return fail (self, self->at == self->end);
  const char *key = self->at + 1;
  if (!skip_string (self))
    return FALSE;
  gsize n = (gsize) (self->at - 1 - key);
  if (peek (self) != ':')
    return fail (self, self->at == self->end);
  self->at++;
  char c = peek (self);
  self->n_members += depth == 1;
  self->n_columns += depth == 1 && is_column (self->at, self->end);
  if ((c != '[' && c != '{') || depth > MAX_LIST_DEPTH || n == 0 || n > 200) {
    self->has_id |= depth == 1 && c != '[' && c != '{' && is_id (key, n);
    return skip_value (self);
  }
  g_autofree char *inner = g_strdup_printf ("%s%s%.*s", path, *path ? "." : "", (int) n, key);
  if (c == '{')
    return read_object (self, inner, depth + 1);
  const char *start = self->at;
  self->at++;
  gboolean of_objects = peek (self) == '{';
  self->has_empty |= peek (self) == ']' && is_known_list (inner);
  self->at = start;
  return of_objects ? read_array (self, get_list (self, inner)) : skip_value (self);
}

/* at is the bracket. Lists are gathered from its members. */
static gboolean
read_object (Splitter *self, const char *path, guint depth)
{
  self->at++;
  if (peek (self) == '}') {
    self->at++;
    return TRUE;
  }
  for (;;) {
    if (!read_member (self, path, depth))
      return FALSE;
    char c = peek (self);
    if (c != ',' && c != '}')
      return fail (self, c == '\0');
    self->at++;
    if (c == '}')
      return TRUE;
  }
}

/* --- The whole text -----------------------------------------------------------------------------
 */

static List *
find_largest (const Splitter *self)
{
  List *best = NULL;
  for (guint i = 0; i < self->lists->len; i++) {
    List *list = self->lists->pdata[i];
    if (!best || list->n_bytes > best->n_bytes)
      best = list;
  }
  return best;
}

/* Whether an object at the top is but the wrapping of a list of records. */
static List *
choose_list (const Splitter *self, gsize n_bytes)
{
  List *list = find_largest (self);
  if (!list || !(is_known_list (list->path) || (!self->has_id && 2 * list->n_bytes > n_bytes)))
    return NULL;
  return list;
}

static char *
name_others (const Splitter *self, const List *chosen)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint i = 0; i < self->lists->len; i++)
    if (self->lists->pdata[i] != chosen)
      g_strv_builder_add (names, ((List *) self->lists->pdata[i])->path);
  g_auto (GStrv) all = g_strv_builder_end (names);
  return *all ? g_strjoinv (", ", all) : NULL;
}

/* Objects at the top, all looked at. */
static GArray *
split_objects (Splitter *self)
{
  List *list = get_list (self, "");
  gboolean adjoining = FALSE;
  char c;
  while ((c = peek (self))) {
    if (c == ',') {
      self->at++;
    } else if (c != '{') {
      fail (self, FALSE);
      return NULL;
    } else if (!take_record (self, list, adjoining)) {
      return NULL;
    }
    adjoining = TRUE;
  }
  return g_array_ref (list->blocks);
}

/* NULL without an error when the lines are no records. */
static GArray *
split_lines (const Splitter *self, const char *start)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (BwJsonBlock));
  while (start < self->end) {
    const char *at = MIN (self->end, start + BLOCK_BYTES);
    const char *cut = at;
    while (cut < self->end && !(*cut == '{' && cut[-1] == '\n')) {
      cut = memchr (cut, '\n', (gsize) (self->end - cut));
      cut = cut ? cut + 1 : self->end;
    }
    if ((gsize) (cut - start) > LONGEST_BLOCK) {
      g_array_unref (blocks);
      return NULL;
    }
    BwJsonBlock block = { (gsize) (start - self->text), (gsize) (cut - self->text) };
    g_array_append_val (blocks, block);
    start = cut;
  }
  return blocks;
}

static GArray *
split_arrays (Splitter *self)
{
  List *list = get_list (self, "");
  char c;
  while ((c = peek (self)))
    if (c != '[' ? !fail (self, FALSE) : !read_array (self, list))
      return NULL;
  return g_array_ref (list->blocks);
}

/* The first object decides: records, or pages of them. */
static GArray *
split_top (Splitter *self, gboolean *exact, char **left_out)
{
  const char *start = self->at;
  if (!read_object (self, "", 1))
    return NULL;
  gboolean is_page = choose_list (self, (gsize) (self->at - start)) != NULL;
  if (!is_page && self->n_columns > 1 && self->n_columns == self->n_members)
    bw_error_set (&self->error, BW_ERROR_FORMAT,
                  N_ ("The JSON text has an object for each column: write one for each row."));
  if (self->error)
    return NULL;
  if (!is_page && self->has_empty && !self->has_id && peek (self) == '\0')
    return g_array_new (FALSE, FALSE, sizeof (BwJsonBlock));
  while (is_page && peek (self) == '{')
    if (!read_object (self, "", 1))
      return NULL;
  if (is_page && peek (self) != '\0') {
    fail (self, FALSE);
    return NULL;
  }
  if (is_page) {
    const List *list = find_largest (self);
    *exact = TRUE;
    *left_out = name_others (self, list);
    return g_array_ref (list->blocks);
  }
  GArray *blocks = *exact ? NULL : split_lines (self, start);
  if (blocks)
    return blocks;
  *exact = TRUE;
  self->at = start;
  return split_objects (self);
}

GArray *
bw_json_split (const char *text,
               gsize size,
               gsize start_at,
               gboolean *exact,
               char **left_out,
               GCancellable *cancellable,
               GError **error)
{
  Splitter self = { .text = text,
                    .end = text + size,
                    .cancellable = cancellable,
                    .at = text + start_at,
                    .next_look = text + start_at + LOOK_UP };
  self.lists = g_ptr_array_new_with_free_func (free_list);
  g_autoptr (GArray) blocks = NULL;
  if (peek (&self) == '[') {
    *exact = TRUE;
    blocks = split_arrays (&self);
  } else if (peek (&self) == '{') {
    blocks = split_top (&self, exact, left_out);
  } else {
    fail (&self, FALSE);
  }
  g_ptr_array_unref (self.lists);
  if (!blocks)
    g_propagate_error (error, self.error);
  else if (blocks->len == 0)
    bw_error_set (error, self.has_others ? BW_ERROR_FORMAT : BW_ERROR_EMPTY,
                  N_ ("There are no records in the JSON text."));
  return blocks && blocks->len > 0 ? g_steal_pointer (&blocks) : NULL;
}
