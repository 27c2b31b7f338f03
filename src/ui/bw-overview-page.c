/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report as tiles.
 *
 * Tiles stay where they are while figures change, so that focus and scroll position do too; they
 * are made anew only when other figures are available. Accessibility: each group is a heading and
 * its tiles are buttons. Direction: tiles begin where the language does. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-overview-page.h"
#include "bw-plain-row.h"
#include "bw-question-bar.h"
#include "bw-report-header.h"
#include "bw-tile-grid.h"
#include "bw-tile.h"

struct _BwOverviewPage {
  BwReportPage parent_instance;

  /* Template */
  GtkBox *groups;
  AdwPreferencesGroup *missing;

  /* Owned */
  char *group;
  GPtrArray *tiles;        /* BwTile, in the order of their figures */
  GPtrArray *missing_rows; /* of BwOverviewPage.missing */
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
  return chosen;
}

static gboolean
tiles_fit (BwOverviewPage *self, GPtrArray *figures)
{
  if (self->tiles->len != figures->len)
    return FALSE;
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    if (bw_tile_get_figure (g_ptr_array_index (self->tiles, i))->metric != figure->metric)
      return FALSE;
  }
  return TRUE;
}

static GtkWidget *
create_group (const char *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", bw_metric_group_title (group), "xalign", 0.0, "wrap",
                                     TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_box_append (GTK_BOX (box), heading);
  return box;
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
build_groups (BwOverviewPage *self, GPtrArray *figures)
{
  const char *group = NULL;
  GtkWidget *grid = NULL;

  clear_groups (self);
  for (guint i = 0; i < figures->len; i++) {
    BwFigure *figure = g_ptr_array_index (figures, i);
    GtkWidget *tile = bw_tile_new ();
    if (g_strcmp0 (group, figure->metric->group) != 0) {
      GtkWidget *box = create_group (figure->metric->group);
      grid = bw_tile_grid_new ();
      gtk_box_append (GTK_BOX (box), grid);
      gtk_box_append (self->groups, box);
      group = figure->metric->group;
    }
    bw_tile_grid_append (BW_TILE_GRID (grid), tile);
    g_ptr_array_add (self->tiles, tile);
  }
}

static void
show_missing (BwOverviewPage *self)
{
  g_autoptr (GPtrArray) figures = choose_figures (self, FALSE);

  for (guint i = 0; i < self->missing_rows->len; i++)
    adw_preferences_group_remove (self->missing, g_ptr_array_index (self->missing_rows, i));
  g_ptr_array_set_size (self->missing_rows, 0);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    GtkWidget *row = bw_plain_row_new (_ (figure->metric->name), figure->reason);
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
  if (!tiles_fit (self, figures))
    build_groups (self, figures);
  for (guint i = 0; i < figures->len; i++)
    bw_tile_set_figure (g_ptr_array_index (self->tiles, i), g_ptr_array_index (figures, i));
  show_missing (self);
}

static void
bw_overview_page_watch (BwReportPage *self, BwWorkspace *workspace)
{
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
  g_clear_pointer (&self->missing_rows, g_ptr_array_unref);
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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, groups);
  gtk_widget_class_bind_template_child (widget_class, BwOverviewPage, missing);
}

static void
bw_overview_page_init (BwOverviewPage *self)
{
  self->tiles = g_ptr_array_new ();
  self->missing_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
