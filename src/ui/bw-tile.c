/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure at a glance.
 *
 * CSS node: "button.card.tile" with .tile-name, .tile-value, .success or .error on the change.
 * Accessibility: a button whose name says all that the tile shows; the sparkline is presentation.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-view.h"
#include "bw-figure-words.h"
#include "bw-tile.h"

struct _BwTile {
  GtkButton parent_instance;

  /* Template */
  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *change_box;
  GtkImage *change_icon;
  GtkLabel *change;
  GtkLabel *details;
  BwChartView *sparkline;

  /* Owned */
  BwFigure *figure;
};

typedef enum {
  PROP_FIGURE = 1,
} BwTileProperty;

static GParamSpec *props[PROP_FIGURE + 1];

G_DEFINE_FINAL_TYPE (BwTile, bw_tile, GTK_TYPE_BUTTON)

static void
show_value (BwTile *self)
{
  g_autofree char *value = bw_figure_words_value (self->figure, BW_FORMAT_SHORT);
  gboolean missing = isnan (self->figure->current.value);

  gtk_label_set_label (self->name, _ (self->figure->metric->name));
  gtk_label_set_label (self->value, value);
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dimmed");
}

static void
show_change (BwTile *self)
{
  g_autofree char *change = bw_figure_words_change (self->figure, BW_FORMAT_SHORT);
  const char *classes[] = { bw_figure_get_change_style (self->figure), "tile-change", NULL };

  gtk_widget_set_visible (self->change_box, change != NULL);
  gtk_label_set_label (self->change, change != NULL ? change : "");
  gtk_image_set_from_icon_name (self->change_icon, bw_figure_get_change_icon (self->figure));
  gtk_widget_set_css_classes (self->change_box, classes);
}

static void
append_words (GString *text, const char *separator, char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", words);
  g_free (words);
}

static void
show_details (BwTile *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_words (text, " · ", bw_figure_words_n (self->figure));
  append_words (text, " · ", bw_figure_words_previous (self->figure));
  append_words (text, "\n", bw_figure_words_doubt (self->figure));
  gtk_label_set_label (self->details, text->str);
}

static void
show_course (BwTile *self)
{
  g_autoptr (BwChart) chart = NULL;
  BwSeries *series = self->figure->series;
  gboolean has_course = series != NULL && bw_axis_get_length (bw_series_get_axis (series)) > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), has_course);
  if (!has_course)
    return;
  chart = bw_chart_new ("sparkline", NULL, NULL, series);
  bw_chart_view_set_chart (self->sparkline, chart);
}

static void
bw_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwTile *self = BW_TILE (object);

  switch ((BwTileProperty) id) {
  case PROP_FIGURE:
    g_value_set_boxed (value, self->figure);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwTile *self = BW_TILE (object);

  switch ((BwTileProperty) id) {
  case PROP_FIGURE:
    bw_tile_set_figure (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_tile_dispose (GObject *object)
{
  BwTile *self = BW_TILE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_TILE);
  g_clear_pointer (&self->figure, bw_figure_unref);
  G_OBJECT_CLASS (bw_tile_parent_class)->dispose (object);
}

static void
bw_tile_class_init (BwTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_tile_get_property;
  object_class->set_property = bw_tile_set_property;
  object_class->dispose = bw_tile_dispose;

  props[PROP_FIGURE] =
      g_param_spec_boxed ("figure", NULL, NULL, BW_TYPE_FIGURE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (BW_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, BwTile, name);
  gtk_widget_class_bind_template_child (widget_class, BwTile, value);
  gtk_widget_class_bind_template_child (widget_class, BwTile, change_box);
  gtk_widget_class_bind_template_child (widget_class, BwTile, change_icon);
  gtk_widget_class_bind_template_child (widget_class, BwTile, change);
  gtk_widget_class_bind_template_child (widget_class, BwTile, details);
  gtk_widget_class_bind_template_child (widget_class, BwTile, sparkline);
}

static void
bw_tile_init (BwTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_tile_new (void)
{
  return g_object_new (BW_TYPE_TILE, NULL);
}

void
bw_tile_set_figure (BwTile *self, BwFigure *figure)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (BW_IS_TILE (self));
  g_return_if_fail (figure != NULL && figure->available);

  if (self->figure == figure)
    return;
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  show_value (self);
  show_change (self);
  show_details (self);
  show_course (self);
  spoken = bw_figure_words_spoken (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", figure->metric->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-kpi");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURE]);
}

BwFigure *
bw_tile_get_figure (BwTile *self)
{
  return self->figure;
}
