/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on fields, and how they are written. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-filter.h"

struct _BwFilter {
  /* Owned */
  GStrv values[BW_FIELD_LAST]; /* NULL = no condition; sorted, distinct, not empty */
  BwFieldId fields[BW_FIELD_LAST];
};

G_DEFINE_BOXED_TYPE (BwFilter, bw_filter, bw_filter_ref, bw_filter_unref)

static void
free_filter (gpointer mem)
{
  BwFilter *filter = mem;
  for (guint f = 0; f < BW_FIELD_LAST; f++)
    g_strfreev (filter->values[f]);
}

BwFilter *
bw_filter_new (void)
{
  return g_atomic_rc_box_new0 (BwFilter);
}

BwFilter *
bw_filter_ref (BwFilter *filter)
{
  return g_atomic_rc_box_acquire (filter);
}

void
bw_filter_unref (BwFilter *filter)
{
  g_atomic_rc_box_release_full (filter, free_filter);
}

static int
compare_values (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* NULL when there are none. */
static GStrv
sort_values (const char *const *values)
{
  gsize n = values ? g_strv_length ((GStrv) values) : 0;
  if (n == 0)
    return NULL;
  g_autofree const char **sorted = g_memdup2 (values, n * sizeof (char *));
  qsort (sorted, n, sizeof (char *), compare_values);
  g_autoptr (GStrvBuilder) distinct = g_strv_builder_new ();
  for (gsize i = 0; i < n; i++)
    if (i == 0 || !g_str_equal (sorted[i], sorted[i - 1]))
      g_strv_builder_add (distinct, sorted[i]);
  return g_strv_builder_end (distinct);
}

BwFilter *
bw_filter_with (const BwFilter *self, BwFieldId field, const char *const *values)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail (field > BW_FIELD_NONE && field < BW_FIELD_LAST, NULL);
  BwFilter *copy = bw_filter_new ();
  guint n = 0;
  for (BwFieldId f = BW_FIELD_NONE + 1; f < BW_FIELD_LAST; f++) {
    copy->values[f] = f == field ? sort_values (values) : g_strdupv (self->values[f]);
    if (copy->values[f])
      copy->fields[n++] = f;
  }
  return copy;
}

gboolean
bw_filter_is_empty (const BwFilter *self)
{
  g_return_val_if_fail (self, TRUE);
  return self->fields[0] == BW_FIELD_NONE;
}

gboolean
bw_filter_equal (const BwFilter *a, const BwFilter *b)
{
  g_return_val_if_fail (a && b, FALSE);
  if (memcmp (a->fields, b->fields, sizeof (a->fields)) != 0)
    return FALSE;
  for (const BwFieldId *field = a->fields; *field != BW_FIELD_NONE; field++)
    if (!g_strv_equal ((const char *const *) a->values[*field],
                       (const char *const *) b->values[*field]))
      return FALSE;
  return TRUE;
}

const BwFieldId *
bw_filter_get_fields (const BwFilter *self)
{
  g_return_val_if_fail (self, NULL);
  return self->fields;
}

const char *const *
bw_filter_get_values (const BwFilter *self, BwFieldId field)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail ((guint) field < BW_FIELD_LAST, NULL);
  return (const char *const *) self->values[field];
}

/* --- Parsing ---------------------------------------------------------------------------------- */

static void
add_value (GStrvBuilder *values, GString *value)
{
  g_strv_builder_take (values, g_strstrip (g_strdup (value->str)));
  g_string_truncate (value, 0);
}

static void
add_values (GStrvBuilder *values, const char *text)
{
  g_autoptr (GString) value = g_string_new (NULL);
  for (; *text; text++) {
    if (*text == ',') {
      add_value (values, value);
      continue;
    }
    if (*text == '\\' && (text[1] == ',' || text[1] == '\\'))
      text++;
    g_string_append_c (value, *text);
  }
  add_value (values, value);
}

BwFilter *
bw_filter_parse (const BwFilter *self, const char *text, GError **error)
{
  g_return_val_if_fail (self, NULL);
  g_return_val_if_fail (text, NULL);
  const char *equals = strchr (text, '=');
  if (!equals) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("“%s” is not a filter: it is written FIELD=VALUE[,VALUE…]"), text);
    return NULL;
  }
  g_autofree char *name = g_strstrip (g_strndup (text, (gsize) (equals - text)));
  const BwField *field = bw_field_find (name);
  if (!field || !(bw_field_is_dimension (field) || field->value == BW_VALUE_RATING)) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD, _ ("There is no field “%s” to filter by"), name);
    return NULL;
  }
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  if (self->values[field->id])
    g_strv_builder_addv (builder, (const char **) self->values[field->id]);
  add_values (builder, equals + 1);
  g_auto (GStrv) values = g_strv_builder_end (builder);
  return bw_filter_with (self, field->id, (const char *const *) values);
}
