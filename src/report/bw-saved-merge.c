/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a newer Bellwether wrote into a saved report stays in it. */
#include "config.h"

#include "bw-saved.h"

/* Objects whose keys the user made. */
static gboolean
is_map (const char *key)
{
  static const char *const maps[] = { "filter", "choices", "comments", NULL };

  return g_strv_contains (maps, key);
}

/* What we know of both is the same. */
static gboolean
is_twin (Json *fresh, Json *old)
{
  Json *key, *value;
  size_t i, n;

  if (!yyjson_mut_is_obj (fresh) || !yyjson_mut_is_obj (old))
    return FALSE;
  yyjson_mut_obj_foreach (fresh, i, n, key, value)
  {
    if (!yyjson_mut_equals (value, yyjson_mut_obj_get (old, yyjson_mut_get_str (key))))
      return FALSE;
  }
  return TRUE;
}

static void
merge_lists (JsonDoc *doc, Json *fresh, Json *old)
{
  Json *item, *other;
  size_t i, n, j, m;

  yyjson_mut_arr_foreach (fresh, i, n, item)
  {
    yyjson_mut_arr_foreach (old, j, m, other)
    {
      if (is_twin (item, other)) {
        bw_saved_merge (doc, item, other);
        break;
      }
    }
  }
}

static void
merge_objects (JsonDoc *doc, Json *fresh, Json *old)
{
  Json *key, *value;
  size_t i, n;

  yyjson_mut_obj_foreach (old, i, n, key, value)
  {
    Json *known = yyjson_mut_obj_get (fresh, yyjson_mut_get_str (key));

    if (known == NULL)
      yyjson_mut_obj_add (fresh, yyjson_mut_val_mut_copy (doc, key),
                          yyjson_mut_val_mut_copy (doc, value));
    else if (!is_map (yyjson_mut_get_str (key)))
      bw_saved_merge (doc, known, value);
  }
}

void
bw_saved_merge (JsonDoc *doc, Json *fresh, Json *old)
{
  if (yyjson_mut_is_obj (fresh) && yyjson_mut_is_obj (old))
    merge_objects (doc, fresh, old);
  else if (yyjson_mut_is_arr (fresh) && yyjson_mut_is_arr (old))
    merge_lists (doc, fresh, old);
}

void
bw_saved_merge_sources (
    const BwReportFile *self, const GPtrArray *sources, JsonDoc *doc, Json *fresh, Json *old)
{
  for (guint i = 0; i < sources->len; i++)
    for (guint j = 0; j < self->sources->len; j++) {
      const BwSavedSource *source = sources->pdata[i];
      const BwSavedSource *other = self->sources->pdata[j];

      if (g_str_equal (source->path, other->path) && g_strcmp0 (source->member, other->member) == 0)
        bw_saved_merge (doc, yyjson_mut_arr_get (fresh, i), yyjson_mut_arr_get (old, j));
    }
}
