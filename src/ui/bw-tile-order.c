/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order, pins and hidden tiles, kept as lists of KPIs. */
#include "config.h"

#include "bw-tile-order.h"

#define ORDER BW_TILES_ORDER
#define PINNED BW_TILES_PINNED
#define HIDDEN BW_TILES_HIDDEN

/* In the settings of the program. */
static const char *const keys[] = {
  [BW_TILES_ORDER] = "tile-order",
  [BW_TILES_PINNED] = "pinned-tiles",
  [BW_TILES_HIDDEN] = "hidden-tiles",
  [BW_TILES_LAST] = NULL,
};

struct _BwTileOrder {
  GObject parent_instance;

  /* Owned */
  GSettings *settings;
  BwReportPlan *plan; /* or NULL */
  GPtrArray *places;  /* arrays (GPtrArray) of KPIs: the sections as last arranged */
};

typedef enum {
  CHANGED,
  LAST_SIGNAL,
} BwTileOrderSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwTileOrder, bw_tile_order, G_TYPE_OBJECT)

static void
bw_tile_order_finalize (GObject *object)
{
  BwTileOrder *self = BW_TILE_ORDER (object);

  g_object_unref (self->settings);
  g_clear_object (&self->plan);
  g_ptr_array_unref (self->places);
  G_OBJECT_CLASS (bw_tile_order_parent_class)->finalize (object);
}

static void
bw_tile_order_class_init (BwTileOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_tile_order_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_tile_order_init (BwTileOrder *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/* As the report has it; without one, as it was arranged last. */
static GStrv
dup_list (BwTileOrder *self, BwTileList list)
{
  const char *const *kpis = self->plan != NULL ? bw_report_plan_get_tiles (self->plan, list) : NULL;

  return kpis != NULL ? g_strdupv ((char **) kpis)
                      : g_settings_get_strv (self->settings, keys[list]);
}

static void
set_list (BwTileOrder *self, BwTileList list, const char *const *kpis)
{
  g_settings_set_strv (self->settings, keys[list], kpis);
  if (self->plan != NULL)
    bw_report_plan_set_tiles (self->plan, list, kpis);
}

static void
changed_cb (BwTileOrder *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
settings_changed_cb (BwTileOrder *self, const char *key)
{
  if (self->plan == NULL && g_strv_contains (keys, key))
    changed_cb (self);
}

BwTileOrder *
bw_tile_order_new (GSettings *settings)
{
  BwTileOrder *self = g_object_new (BW_TYPE_TILE_ORDER, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
bw_tile_order_set_plan (BwTileOrder *self, BwReportPlan *plan)
{
  g_return_if_fail (BW_IS_TILE_ORDER (self));

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_set_object (&self->plan, plan);
  for (BwTileList list = 0; list < BW_TILES_LAST; list++) {
    g_auto (GStrv) kpis = dup_list (self, list);
    bw_report_plan_set_tiles (plan, list, (const char *const *) kpis);
  }
  g_signal_connect_object (plan, "tiles-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- Lists of KPIs -----------------------------------------------------------------------------
 */

static gboolean
is_listed (BwTileOrder *self, BwTileList which, const char *kpi)
{
  g_auto (GStrv) list = dup_list (self, which);

  return g_strv_contains ((const char *const *) list, kpi);
}

static void
set_listed (BwTileOrder *self, BwTileList which, const char *kpi, gboolean listed)
{
  g_auto (GStrv) list = dup_list (self, which);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (g_strv_contains ((const char *const *) list, kpi) == listed)
    return;
  for (guint i = 0; list[i] != NULL; i++)
    if (!g_str_equal (list[i], kpi))
      g_ptr_array_add (kept, list[i]);
  if (listed)
    g_ptr_array_add (kept, (char *) kpi);
  g_ptr_array_add (kept, NULL);
  set_list (self, which, (const char *const *) kept->pdata);
}

/* Where the KPI stands in the user's order; those that the user has not seen come last. */
static guint
find_place (GStrv order, const char *kpi)
{
  guint i = 0;

  while (order[i] != NULL && !g_str_equal (order[i], kpi))
    i++;
  return i;
}

/* --- Arranging ---------------------------------------------------------------------------------
 */

static void
section_free (BwTileSection *section)
{
  g_ptr_array_unref (section->figures);
  g_free (section);
}

static BwTileSection *
require_section (GPtrArray *sections, const char *group)
{
  BwTileSection *section;

  for (guint i = 0; i < sections->len; i++) {
    section = g_ptr_array_index (sections, i);
    if (g_strcmp0 (section->group, group) == 0)
      return section;
  }
  section = g_new0 (BwTileSection, 1);
  section->group = group;
  section->figures = g_ptr_array_new ();
  /* What is pinned stands first whenever it comes. */
  g_ptr_array_insert (sections, group == NULL ? 0 : -1, section);
  return section;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer order)
{
  const BwFigure *x = *(const BwFigure *const *) a;
  const BwFigure *y = *(const BwFigure *const *) b;

  return (int) find_place (order, x->metric->id) - (int) find_place (order, y->metric->id);
}

static void
remember_places (BwTileOrder *self, GPtrArray *sections)
{
  g_ptr_array_set_size (self->places, 0);
  for (guint i = 0; i < sections->len; i++) {
    const BwTileSection *section = g_ptr_array_index (sections, i);
    GPtrArray *kpis = g_ptr_array_new ();
    for (guint f = 0; f < section->figures->len; f++) {
      const BwFigure *figure = g_ptr_array_index (section->figures, f);
      g_ptr_array_add (kpis, (char *) figure->metric->id);
    }
    g_ptr_array_add (self->places, kpis);
  }
}

GPtrArray *
bw_tile_order_arrange (BwTileOrder *self, GPtrArray *figures)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  g_auto (GStrv) order = NULL;

  for (guint i = 0; i < figures->len; i++) {
    const BwMetric *metric = ((const BwFigure *) g_ptr_array_index (figures, i))->metric;
    gboolean pinned = self != NULL && is_listed (self, PINNED, metric->id);
    if (self == NULL || !is_listed (self, HIDDEN, metric->id))
      g_ptr_array_add (require_section (sections, pinned ? NULL : metric->group)->figures,
                       g_ptr_array_index (figures, i));
  }
  if (self == NULL)
    return sections;
  order = dup_list (self, ORDER);
  for (guint i = 0; i < sections->len; i++) {
    BwTileSection *section = g_ptr_array_index (sections, i);
    g_ptr_array_sort_with_data (section->figures, compare_places, order);
  }
  remember_places (self, sections);
  return sections;
}

gboolean
bw_tile_order_is_pinned (BwTileOrder *self, const char *kpi)
{
  g_return_val_if_fail (BW_IS_TILE_ORDER (self), FALSE);
  return is_listed (self, PINNED, kpi);
}

gboolean
bw_tile_order_is_hidden (BwTileOrder *self, const char *kpi)
{
  g_return_val_if_fail (BW_IS_TILE_ORDER (self), FALSE);
  return is_listed (self, HIDDEN, kpi);
}

void
bw_tile_order_pin (BwTileOrder *self, const char *kpi, gboolean pinned)
{
  g_return_if_fail (BW_IS_TILE_ORDER (self));
  set_listed (self, PINNED, kpi, pinned);
}

void
bw_tile_order_hide (BwTileOrder *self, const char *kpi, gboolean hidden)
{
  g_return_if_fail (BW_IS_TILE_ORDER (self));
  set_listed (self, HIDDEN, kpi, hidden);
}

/* The section of the KPI, and its place there; NULL when it is not shown. */
static GPtrArray *
find_section (BwTileOrder *self, const char *kpi, guint *place)
{
  for (guint s = 0; s < self->places->len; s++) {
    GPtrArray *kpis = g_ptr_array_index (self->places, s);
    if (g_ptr_array_find_with_equal_func (kpis, kpi, g_str_equal, place))
      return kpis;
  }
  return NULL;
}

/* All that is shown, in its order; what is not shown now keeps its place among itself. */
static void
save_places (BwTileOrder *self)
{
  g_auto (GStrv) before = dup_list (self, ORDER);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint place;

  for (guint s = 0; s < self->places->len; s++)
    g_ptr_array_extend (order, g_ptr_array_index (self->places, s), NULL, NULL);
  for (guint i = 0; before[i] != NULL; i++)
    if (find_section (self, before[i], &place) == NULL)
      g_ptr_array_add (order, before[i]);
  g_ptr_array_add (order, NULL);
  set_list (self, ORDER, (const char *const *) order->pdata);
}

gboolean
bw_tile_order_move (BwTileOrder *self, const char *kpi, const char *onto)
{
  GPtrArray *section, *other;
  guint from, to;
  gpointer moved;

  g_return_val_if_fail (BW_IS_TILE_ORDER (self), FALSE);

  section = find_section (self, kpi, &from);
  other = find_section (self, onto, &to);
  if (section == NULL || section != other)
    return FALSE;
  moved = g_ptr_array_steal_index (section, from);
  g_ptr_array_insert (section, (int) to, moved);
  save_places (self);
  return TRUE;
}

gboolean
bw_tile_order_step (BwTileOrder *self, const char *kpi, int by)
{
  GPtrArray *section;
  guint place;

  g_return_val_if_fail (BW_IS_TILE_ORDER (self), FALSE);

  section = find_section (self, kpi, &place);
  if (section == NULL || (by < 0 && place == 0) || (by > 0 && place + 1 == section->len))
    return FALSE;
  return bw_tile_order_move (self, kpi,
                             g_ptr_array_index (section, by < 0 ? place - 1 : place + 1));
}

void
bw_tile_order_reset (BwTileOrder *self)
{
  g_return_if_fail (BW_IS_TILE_ORDER (self));

  for (BwTileList list = 0; list < BW_TILES_LAST; list++)
    set_list (self, list, (const char *const[]) { NULL });
}

gboolean
bw_tile_order_is_own (BwTileOrder *self)
{
  g_auto (GStrv) order = dup_list (self, ORDER);
  g_auto (GStrv) pinned = dup_list (self, PINNED);
  g_auto (GStrv) hidden = dup_list (self, HIDDEN);

  g_return_val_if_fail (BW_IS_TILE_ORDER (self), FALSE);
  return order[0] != NULL || pinned[0] != NULL || hidden[0] != NULL;
}
