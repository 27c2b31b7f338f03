/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period that is reported, in the header of every page.
 *
 * It takes one line, or as many as the name needs where it is roomy.
 *
 * CSS node: "periodcontrol". Shortcuts: the window's, Alt+Left and Alt+Right (the other way round
 * from right to left). Accessibility: the button's name is the period. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-period-control.h"

struct _BwPeriodControl {
  BwReportWidget parent_instance;

  gboolean roomy;

  /* Template */
  GtkMenuButton *menu_button;
  GtkLabel *label;
};

typedef enum {
  PROP_ROOMY = 1,
} BwPeriodControlProperty;

static GParamSpec *props[PROP_ROOMY + 1];

G_DEFINE_FINAL_TYPE (BwPeriodControl, bw_period_control, BW_TYPE_REPORT_WIDGET)

static void
append_period (GMenu *menu, const char *format, const BwPeriod *period)
{
  g_autofree char *label = bw_period_get_label (period);
  g_autofree char *title = g_strdup_printf (format, label);
  g_autofree char *target = bw_period_to_string (period);
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, "win.period", "s", target);
  g_menu_append_item (menu, item);
}

/* The unit that the data end in, and the one before it, by name: what is last and what is this
 * depends on where one looks from. */
static void
append_unit (GMenu *menu, BwGrain grain, gint64 as_of, BwZone *zone)
{
  g_autoptr (BwPeriod) current = bw_period_new_around (as_of, grain, zone);
  g_autoptr (BwPeriod) last = bw_period_previous (current);
  g_autoptr (GMenu) section = g_menu_new ();

  append_period (section, "%s", current);
  append_period (section, "%s", last);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (BwWorkspace *workspace, gint64 from, gint64 to)
{
  BwZone *zone = bw_workspace_get_zone (workspace);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (BwPeriod) all = bw_period_parse ("all", zone, from, to, NULL);

  append_unit (menu, BW_GRAIN_MONTH, to, zone);
  append_unit (menu, BW_GRAIN_QUARTER, to, zone);
  append_unit (menu, BW_GRAIN_YEAR, to, zone);
  if (all != NULL)
    append_period (more, _ ("All Data: %s"), all);
  g_menu_append (more, _ ("_Other…"), "win.choose-period");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* Of the data and the zone as they are now. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  BwPeriodControl *self = user_data;
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  BwDataset *dataset = bw_workspace_get_dataset (workspace);
  g_autoptr (GMenuModel) menu = NULL;
  gint64 from, to;

  if (dataset != NULL && bw_dataset_get_extent (dataset, &from, &to))
    menu = create_menu (workspace, from, to);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
update_label (BwPeriodControl *self)
{
  BwWorkspace *workspace = bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
  BwPeriod *period = bw_workspace_get_period (workspace);
  g_autofree char *label = period != NULL ? bw_period_get_label (period) : g_strdup ("");
  g_autofree char *name = g_strdup_printf (_ ("Period: %s"), label);

  gtk_label_set_label (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
bw_period_control_watch (BwReportWidget *self, BwWorkspace *workspace)
{
  bw_workspace_watch (workspace, self, (BwWatcher) update_label, "period", NULL);
}

static void
bw_period_control_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((BwPeriodControlProperty) id) {
  case PROP_ROOMY:
    g_value_set_boolean (value, BW_PERIOD_CONTROL (object)->roomy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_period_control_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((BwPeriodControlProperty) id) {
  case PROP_ROOMY:
    BW_PERIOD_CONTROL (object)->roomy = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_period_control_constructed (GObject *object)
{
  BwPeriodControl *self = BW_PERIOD_CONTROL (object);

  G_OBJECT_CLASS (bw_period_control_parent_class)->constructed (object);
  if (!self->roomy)
    return;
  gtk_label_set_single_line_mode (self->label, FALSE);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->label, 3);
}

static void
bw_period_control_class_init (BwPeriodControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bw_period_control_constructed;
  object_class->get_property = bw_period_control_get_property;
  object_class->set_property = bw_period_control_set_property;
  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_period_control_watch;

  props[PROP_ROOMY] =
      g_param_spec_boolean ("roomy", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "periodcontrol");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-period-control.ui");
  gtk_widget_class_bind_template_child (widget_class, BwPeriodControl, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BwPeriodControl, label);
}

static void
bw_period_control_init (BwPeriodControl *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}
