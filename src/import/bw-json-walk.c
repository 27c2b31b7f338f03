/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects become names with dots; lists of scalars one cell; lists of objects with an id and a
 * value a column for each id; other lists of objects the names in them, if they have any. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-grid.h"
#include "bw-json-walk.h"
#include "bw-serial.h"

#define MAX_DEPTH 64

static gboolean
walk_value (BwJsonWalk *self, BwJsonNode *node, yyjson_val *value, guint depth, GError **error);

void
bw_json_walk_init (BwJsonWalk *self, BwJsonTree *tree, gboolean learning)
{
  *self = (BwJsonWalk) { .tree = tree, .learning = learning };
  self->scratch = g_string_new (NULL);
  if (!learning)
    self->cells = g_new0 (BwJsonCell, tree->n_columns + 1);
}

void
bw_json_walk_clear (BwJsonWalk *self)
{
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->out, g_free);
  if (self->scratch)
    g_string_free (g_steal_pointer (&self->scratch), TRUE);
}

/* --- Cells --------------------------------------------------------------------------------------
 */

static void
see (BwJsonWalk *self, BwJsonNode *node, BwJsonSeen what)
{
  if (self->learning)
    bw_json_tree_see (self->tree, node, what);
  else if (what == BW_JSON_SCALAR)
    self->surprised |= node->column == BW_JSON_NO_COLUMN;
  else if (what == BW_JSON_OBJECT)
    self->surprised |= !(node->seen & (BW_JSON_OBJECT | BW_JSON_SCALAR));
}

static void
set_cell (BwJsonWalk *self, BwJsonNode *node, BwJsonCell cell)
{
  see (self, node, BW_JSON_SCALAR);
  if (!self->learning && node->column != BW_JSON_NO_COLUMN)
    self->cells[node->column] = cell;
}

/* The text of a scalar as it is to be shown; NULL = null. Numbers are as written, but for
 * exponents. */
static const char *
get_text (yyjson_val *value, char *buffer, gsize *n)
{
  switch (yyjson_get_type (value)) {
  case YYJSON_TYPE_STR:
    *n = yyjson_get_len (value);
    return yyjson_get_str (value);
  case YYJSON_TYPE_RAW: {
    const char *text = yyjson_get_raw (value);
    *n = yyjson_get_len (value);
    if (!g_ascii_isdigit (text[*n - 1]))
      return NULL; /* NaN, Infinity */
    if (!memchr (text, 'e', *n) && !memchr (text, 'E', *n))
      return text;
    gsize written = bw_serial_write_number (text, *n, buffer);
    *n = written > 0 ? written : *n;
    return written > 0 ? buffer : text;
  }
  case YYJSON_TYPE_BOOL:
    *n = yyjson_get_bool (value) ? 4 : 5;
    return yyjson_get_bool (value) ? "true" : "false";
  default:
    return NULL;
  }
}

static void
set_scalar (BwJsonWalk *self, BwJsonNode *node, yyjson_val *value)
{
  char buffer[BW_SERIAL_MAX_TEXT];
  gsize n;
  const char *text = get_text (value, buffer, &n);
  if (!text) {
    see (self, node, BW_JSON_NULL);
  } else if (text == buffer) {
    set_cell (self, node, (BwJsonCell) { self->scratch->len, NULL, n });
    g_string_append_len (self->scratch, text, (gssize) n);
  } else {
    set_cell (self, node, (BwJsonCell) { 0, text, n });
  }
}

/* --- Lists --------------------------------------------------------------------------------------
 */

static yyjson_val *
get_scalar (yyjson_val *object, const char *const *names)
{
  for (guint i = 0; names[i]; i++) {
    yyjson_val *value = yyjson_obj_get (object, names[i]);
    if (yyjson_is_str (value) || yyjson_is_raw (value))
      return value;
  }
  return NULL;
}

/* What an object in a list is called. */
static yyjson_val *
get_title (yyjson_val *object)
{
  static const char *const names[] = { "name", "title", "label", "text", "tag", NULL };
  return get_scalar (object, names);
}

/* {"id": 360001, "value": "x"} */
static gboolean
walk_field (BwJsonWalk *self,
            BwJsonNode *node,
            yyjson_val *field,
            guint depth,
            guint *cursor,
            GError **error)
{
  static const char *const names[] = { "id", "key", "name", "title", "code", NULL };
  yyjson_val *id = get_scalar (field, names);
  char buffer[BW_SERIAL_MAX_TEXT];
  gsize n;
  const char *key = get_text (id, buffer, &n);
  if (!key)
    return TRUE;
  BwJsonNode *child = bw_json_node_find (node, key, n, cursor);
  if (!child && self->learning)
    child = bw_json_node_add (node, key, n);
  if (!child) {
    self->surprised = TRUE;
    return TRUE;
  }
  return walk_value (self, child, yyjson_obj_get (field, "value"), depth + 1, error);
}

static gboolean
is_field (yyjson_val *value)
{
  static const char *const names[] = { "id", "key", "name", "title", "code", NULL };
  return yyjson_is_obj (value) && yyjson_obj_get (value, "value") && get_scalar (value, names);
}

/* Scalars, or names of objects, with commas between. */
static void
join (BwJsonWalk *self, BwJsonNode *node, yyjson_val *list)
{
  gsize start = self->scratch->len;
  gboolean any = FALSE;
  size_t i, max;
  yyjson_val *value;
  yyjson_arr_foreach (list, i, max, value)
  {
    char buffer[BW_SERIAL_MAX_TEXT];
    gsize n;
    const char *text = get_text (yyjson_is_obj (value) ? get_title (value) : value, buffer, &n);
    if (!text)
      continue;
    if (any)
      g_string_append_c (self->scratch, ',');
    g_string_append_len (self->scratch, text, (gssize) n);
    any = TRUE;
  }
  if (any)
    set_cell (self, node, (BwJsonCell) { start, NULL, self->scratch->len - start });
  else
    see (self, node, BW_JSON_NULL);
}

static gboolean
walk_list (BwJsonWalk *self, BwJsonNode *node, yyjson_val *list, guint depth, GError **error)
{
  yyjson_val *first = yyjson_arr_get_first (list);
  if (!is_field (first)) {
    gboolean has_text = !yyjson_is_arr (first) && (!yyjson_is_obj (first) || get_title (first));
    if (has_text)
      join (self, node, list);
    else
      see (self, node, BW_JSON_OBJECT);
    self->n_lists += !has_text;
    return TRUE;
  }
  see (self, node, BW_JSON_OBJECT);
  guint cursor = 0;
  size_t i, max;
  yyjson_val *value;
  yyjson_arr_foreach (list, i, max,
                      value) if (is_field (value) && !walk_field (self, node, value, depth, &cursor,
                                                                  error)) return FALSE;
  return TRUE;
}

/* --- Objects ------------------------------------------------------------------------------------
 */

static gboolean
walk_object (BwJsonWalk *self, BwJsonNode *node, yyjson_val *object, guint depth, GError **error)
{
  if (depth > MAX_DEPTH) {
    g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                 _ ("A record is nested more than %d levels deep: it is not opened."), MAX_DEPTH);
    return FALSE;
  }
  guint cursor = 0;
  size_t i, max;
  yyjson_val *key, *value;
  yyjson_obj_foreach (object, i, max, key, value)
  {
    const char *name = yyjson_get_str (key);
    gsize n = yyjson_get_len (key);
    BwJsonNode *child = bw_json_node_find (node, name, n, &cursor);
    if (!child && self->learning)
      child = bw_json_node_add (node, name, n);
    if (!child)
      self->surprised = TRUE;
    else if (!walk_value (self, child, value, depth, error))
      return FALSE;
    if (self->surprised)
      return TRUE;
  }
  return TRUE;
}

static gboolean
walk_value (BwJsonWalk *self, BwJsonNode *node, yyjson_val *value, guint depth, GError **error)
{
  if (yyjson_is_arr (value) && yyjson_arr_size (value) > 0)
    return walk_list (self, node, value, depth, error);
  if (yyjson_is_obj (value) && yyjson_obj_size (value) > 0) {
    see (self, node, BW_JSON_OBJECT);
    return walk_object (self, node, value, depth + 1, error);
  }
  set_scalar (self, node, value);
  return TRUE;
}

static void
write_row (BwJsonWalk *self)
{
  guint n_columns = self->tree->n_columns;
  gsize needed = self->n_out + 4 * (gsize) n_columns + 4;
  for (guint i = 0; i < n_columns; i++)
    needed += 2 * self->cells[i].n;
  if (needed > self->room_out) {
    self->room_out = 2 * needed;
    self->out = g_realloc (self->out, self->room_out);
  }
  char *at = self->out + self->n_out;
  for (guint i = 0; i < n_columns; i++) {
    const BwJsonCell *cell = &self->cells[i];
    const char *text = cell->text ? cell->text : self->scratch->str + cell->at;
    if (i > 0)
      *at++ = ',';
    if (cell->n > 0)
      at = bw_grid_put (at, text, cell->n);
  }
  *at++ = '\n';
  self->n_out = (gsize) (at - self->out);
}

gboolean
bw_json_walk_record (BwJsonWalk *self, yyjson_val *record, GError **error)
{
  g_string_truncate (self->scratch, 0);
  if (!self->learning)
    memset (self->cells, 0, self->tree->n_columns * sizeof *self->cells);
  if (!walk_object (self, self->tree->root, record, 1, error))
    return FALSE;
  if (!self->learning && !self->surprised)
    write_row (self);
  return TRUE;
}
