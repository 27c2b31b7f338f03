/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report as tiles, what changed, and what cannot be told.
 *
 * Tiles stay where they are while figures change, so that focus and scroll position do too; they
 * are made anew only when other figures are available. Accessibility: each group is a heading and
 * its tiles are buttons. Direction: tiles begin where the language does. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-changes.h"
#include "bw-overview-page.h"
#include "bw-plain-row.h"
#include "bw-question-bar.h"
#include "bw-report-header.h"
#include "bw-tile-grid.h"
#include "bw-tile-order.h"
#include "bw-tile.h"

/* More figures that cannot be told are listed by group. */
#define MANY_MISSING 6

struct _BwOverviewPage {
  BwReportPage parent_instance;

  guint n_sections;

  /* Template */
  GtkBox *groups;
  AdwBin *part;
  BwChanges *changes;
  GtkWidget *reset;
  AdwPreferencesGroup *hidden;
  AdwPreferencesGroup *missing;

  /* Borrowed */
  const char *const *also; /* KPIs of other groups; may be NULL */

  /* Owned */
  char *group;
  BwTileOrder *order;
  GPtrArray *tiles;        /* BwTile, as they are shown */
  GPtrArray *hidden_rows;  /* of BwOverviewPage.hidden */
  GPtrArray *missing_rows; /* of BwOverviewPage.missing */
  char *missing_said;      /* what they say, to tell whether they have to be made anew */
};

typedef enum {
  PROP_GROUP = 1,
} BwOverviewPageProperty;

static GParamSpec *props[PROP_GROUP + 1];

G_DEFINE_FINAL_TYPE (BwOverviewPage, bw_overview_page, BW_TYPE_REPORT_PAGE)

static GPtrArray *
get_figures (BwOverviewPage *self)
{
  return bw_workspace_get_figures (bw_report_page_get_workspace (BW_REPORT_PAGE (self)));
}

static gboolean
is_ours (BwOverviewPage *self, const BwFigure *figure)
{
  return self->group == NULL || g_str_equal (self->group, figure->metric->group);
}

static gboolean
is_also_shown (BwOverviewPage *self, const BwFigure *figure)
{
  return self->also != NULL && figure->available && !is_ours (self, figure) &&
         g_strv_contains (self->also, figure->metric->id);
}

/* Those of other groups come last. */
static GPtrArray *
choose_figures (BwOverviewPage *self, gboolean available)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GPtrArray *figures = get_figures (self);

  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    BwFigure *figure = g_ptr_array_index (figures, i);
    if (figure->available == available && is_ours (self, figure))
      g_ptr_array_add (chosen, figure);
  }
  for (guint i = 0; available && figures != NULL && i < figures->len; i++)
    if (is_also_shown (self, g_ptr_array_index (figures, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (figures, i));
  return chosen;
}

/* --- Tiles -------------------------------------------------------------------------------------
 */

static gboolean
tiles_fit (BwOverviewPage *self, GPtrArray *sections)
{
  guint t = 0;

  if (self->n_sections != sections->len)
    return FALSE;
  for (guint s = 0; s < sections->len; s++) {
    GPtrArray *figures = ((const BwTileSection *) g_ptr_array_index (sections, s))->figures;
    for (guint i = 0; i < figures->len; i++, t++) {
      const BwFigure *figure = g_ptr_array_index (figures, i);
      if (t == self->tiles->len ||
          bw_tile_get_figure (g_ptr_array_index (self->tiles, t))->metric != figure->metric)
        return FALSE;
    }
  }
  return t == self->tiles->len;
}

static GtkWidget *
create_heading (const char *title)
{
  GtkWidget *heading =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                    "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  return heading;
}

static void
clear_groups (BwOverviewPage *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->tiles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
append_section (BwOverviewPage *self, const BwTileSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = bw_tile_grid_new ();

  gtk_box_append (GTK_BOX (box),
                  create_heading (section->group != NULL ? bw_metric_group_title (section->group)
                                                         : _ ("Pinned")));
  gtk_box_append (GTK_BOX (box), grid);
  for (guint i = 0; i < section->figures->len; i++) {
    GtkWidget *tile = bw_tile_new ();
    if (self->group == NULL)
      bw_tile_set_order (BW_TILE (tile), self->order);
    bw_tile_grid_append (BW_TILE_GRID (grid), tile);
    g_ptr_array_add (self->tiles, tile);
  }
  gtk_box_append (self->groups, box);
}

/* The KPI of the tile that has the focus, or NULL. */
static const char *
find_focus (BwOverviewPage *self)
{
  for (guint i = 0; i < self->tiles->len; i++) {
    BwTile *tile = g_ptr_array_index (self->tiles, i);
    if (gtk_widget_has_focus (GTK_WIDGET (tile)))
      return bw_tile_get_figure (tile)->metric->id;
  }
  return NULL;
}

static void
restore_focus (BwOverviewPage *self, const char *kpi)
{
  for (guint i = 0; kpi != NULL && i < self->tiles->len; i++) {
    BwTile *tile = g_ptr_array_index (self->tiles, i);
    if (g_str_equal (bw_tile_get_figure (tile)->metric->id, kpi))
      gtk_widget_grab_focus (GTK_WIDGET (tile));
  }
}

static void
fill_tiles (BwOverviewPage *self, GPtrArray *sections)
{
  guint t = 0;

  for (guint s = 0; s < sections->len; s++) {
    GPtrArray *figures = ((const BwTileSection *) g_ptr_array_index (sections, s))->figures;
    for (guint i = 0; i < figures->len; i++)
      bw_tile_set_figure (g_ptr_array_index (self->tiles, t++), g_ptr_array_index (figures, i));
  }
}

/* The page of a group is one section, what it borrows of others included. */
static void
join_sections (GPtrArray *sections)
{
  while (sections->len > 1) {
    BwTileSection *first = g_ptr_array_index (sections, 0);
    BwTileSection *next = g_ptr_array_index (sections, 1);
    g_ptr_array_extend (first->figures, next->figures, NULL, NULL);
    g_ptr_array_remove_index (sections, 1);
  }
}

static void
show_tiles (BwOverviewPage *self, GPtrArray *figures)
{
  g_autoptr (GPtrArray) sections =
                bw_tile_order_arrange (self->group == NULL ? self->order : NULL, figures);
  const char *focus = find_focus (self);
  gboolean fits;

  if (self->group != NULL)
    join_sections (sections);
  fits = tiles_fit (self, sections);
  if (!fits) {
    clear_groups (self);
    for (guint i = 0; i < sections->len; i++)
      append_section (self, g_ptr_array_index (sections, i));
    self->n_sections = sections->len;
  }
  fill_tiles (self, sections);
  if (!fits)
    restore_focus (self, focus);
}

/* --- What is not shown -------------------------------------------------------------------------
 */

static void
forget_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
unhide_cb (BwOverviewPage *self, GtkButton *button)
{
  bw_tile_order_hide (self->order, g_object_get_data (G_OBJECT (button), "kpi"), FALSE);
}

static GtkWidget *
create_hidden_row (BwOverviewPage *self, const BwFigure *figure)
{
  GtkWidget *row = bw_plain_row_new (_ (figure->metric->name), NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show"));
  g_autofree char *name = g_strdup_printf (_ ("Show %s"), _ (figure->metric->name));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "kpi", (gpointer) figure->metric->id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (unhide_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_hidden (BwOverviewPage *self, GPtrArray *figures)
{
  forget_rows (self->hidden, self->hidden_rows);
  for (guint i = 0; self->group == NULL && i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    GtkWidget *row;
    if (!bw_tile_order_is_hidden (self->order, figure->metric->id))
      continue;
    row = create_hidden_row (self, figure);
    adw_preferences_group_add (self->hidden, row);
    g_ptr_array_add (self->hidden_rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->hidden), self->hidden_rows->len > 0);
  gtk_widget_set_visible (self->reset, self->group == NULL && bw_tile_order_is_own (self->order));
}

static void
reset_cb (BwOverviewPage *self)
{
  bw_tile_order_reset (self->order);
}

/* A row for each group that opens to its figures, where there are many. */
static GtkWidget *
require_expander (BwOverviewPage *self, const char *group)
{
  const char *title = bw_metric_group_title (group);
  GtkWidget *row;

  for (guint i = 0; i < self->missing_rows->len; i++) {
    row = g_ptr_array_index (self->missing_rows, i);
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;
  }
  row = bw_plain_row_new_expander (title, NULL);
  adw_preferences_group_add (self->missing, row);
  g_ptr_array_add (self->missing_rows, row);
  return row;
}

static char *
write_missing (GPtrArray *figures)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    g_string_append_printf (text, "%s: %s\n", figure->metric->id, figure->reason);
  }
  return g_string_free_and_steal (text);
}

/* Mostly the same as before: then the rows stay, and open ones stay open. */
static void
show_missing (BwOverviewPage *self)
{
  g_autoptr (GPtrArray) figures = choose_figures (self, FALSE);
  g_autofree char *said = write_missing (figures);
  gboolean many = figures->len > MANY_MISSING;

  if (!g_set_str (&self->missing_said, said))
    return;
  forget_rows (self->missing, self->missing_rows);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    GtkWidget *row = bw_plain_row_new (_ (figure->metric->name), figure->reason);
    if (many) {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (require_expander (self, figure->metric->group)),
                                row);
      continue;
    }
    adw_preferences_group_add (self->missing, row);
    g_ptr_array_add (self->missing_rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->missing), figures->len > 0);
}

static void
update (BwOverviewPage *self)
{
  g_autoptr (GPtrArray) figures = choose_figures (self, TRUE);

  if (get_figures (self) == NULL)
    return;
  show_tiles (self, figures);
  show_hidden (self, figures);
  show_missing (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_overview_page_watch (BwReportPage *page, BwWorkspace *workspace)
{
  BwOverviewPage *self = BW_OVERVIEW_PAGE (page);

  bw_tile_order_set_plan (self->order, bw_workspace_get_plan (workspace));
  /* What changed is told once, of all groups. */
  if (self->group == NULL)
    bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->changes), workspace);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "figures", NULL);
}

static void
bw_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwOverviewPage *self = BW_OVERVIEW_PAGE (object);

  switch ((BwOverviewPageProperty) id) {
  case PROP_GROUP:
    g_value_set_string (value, self->group);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwOverviewPage *self = BW_OVERVIEW_PAGE (object);

  switch ((BwOverviewPageProperty) id) {
  case PROP_GROUP:
    g_set_str (&self->group, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_overview_page_dispose (GObject *object)
{
  BwOverviewPage *self = BW_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_pointer (&self->hidden_rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing_rows, g_ptr_array_unref);
  g_clear_pointer (&self->missing_said, g_free);
  g_clear_object (&self->order);
  g_clear_pointer (&self->group, g_free);
  G_OBJECT_CLASS (bw_overview_page_parent_class)->dispose (object);
}

static void
bw_overview_page_class_init (BwOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_overview_page_get_property;
  object_class->set_property = bw_overview_page_set_property;
  object_class->dispose = bw_overview_page_dispose;
  BW_REPORT_PAGE_CLASS (klass)->watch = bw_overview_page_watch;

  props[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (BW_TYPE_REPORT_HEADER);
  g_type_ensure (BW_TYPE_QUESTION_BAR);
  g_type_ensure (BW_TYPE_CHANGES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, groups);
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, part);
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, changes);
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, reset);
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, hidden);
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, missing);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
bw_overview_page_init (BwOverviewPage *self)
{
  self->tiles = g_ptr_array_new ();
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  self->order = bw_tile_order_new (settings);
  self->hidden_rows = g_ptr_array_new ();
  self->missing_rows = g_ptr_array_new ();
  g_signal_connect_object (self->order, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_overview_page_set_part (BwOverviewPage *self, GtkWidget *part, const char *const *also)
{
  g_return_if_fail (BW_IS_OVERVIEW_PAGE (self) && BW_IS_REPORT_WIDGET (part));

  self->also = also;
  adw_bin_set_child (self->part, part);
  gtk_widget_set_visible (GTK_WIDGET (self->part), TRUE);
  bw_report_widget_set_workspace (BW_REPORT_WIDGET (part),
                                  bw_report_page_get_workspace (BW_REPORT_PAGE (self)));
  update (self);
}
