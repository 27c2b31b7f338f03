/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period that is reported, in the header of every page.
 *
 * CSS node: "periodcontrol". Shortcuts: the window's, Alt+Left and Alt+Right (the other way round
 * from right to left). Accessibility: the button's name is the period. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-children.h"
#include "bw-period-control.h"

struct _BwPeriodControl {
  GtkWidget parent_instance;

  /* Template */
  GtkMenuButton *menu_button;
  GtkLabel *label;

  /* Owned */
  BwWorkspace *workspace;
};

typedef enum {
  PROP_WORKSPACE = 1,
} BwPeriodControlProperty;

static GParamSpec *props[PROP_WORKSPACE + 1];

G_DEFINE_FINAL_TYPE (BwPeriodControl, bw_period_control, GTK_TYPE_WIDGET)

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

/* The last unit that the data fill, and the one they end in. */
static void
append_unit (GMenu *menu,
             BwGrain grain,
             gint64 as_of,
             BwZone *zone,
             const char *last_format,
             const char *this_format)
{
  g_autoptr (BwPeriod) current = bw_period_new_around (as_of, grain, zone);
  g_autoptr (BwPeriod) last = bw_period_previous (current);
  g_autoptr (GMenu) section = g_menu_new ();

  append_period (section, last_format, last);
  append_period (section, this_format, current);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (BwWorkspace *workspace, gint64 from, gint64 to)
{
  BwZone *zone = bw_workspace_get_zone (workspace);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (BwPeriod) all = bw_period_parse ("all", zone, from, to, NULL);

  append_unit (menu, BW_GRAIN_MONTH, to, zone,
               /* Translators: %s is a period: "Last Month: October 2025". "Last" and "this" are
                  seen from the end of the data. */
               _ ("Last Month: %s"), _ ("This Month: %s"));
  append_unit (menu, BW_GRAIN_QUARTER, to, zone, _ ("Last Quarter: %s"), _ ("This Quarter: %s"));
  append_unit (menu, BW_GRAIN_YEAR, to, zone, _ ("Last Year: %s"), _ ("This Year: %s"));
  if (all != NULL)
    append_period (more, _ ("All Data: %s"), all);
  g_menu_append (more, _ ("_Other…"), "win.choose-period");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

static void
update_menu (BwPeriodControl *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (self->workspace);
  g_autoptr (GMenuModel) menu = NULL;
  gint64 from, to;

  if (dataset != NULL && bw_dataset_get_extent (dataset, &from, &to))
    menu = create_menu (self->workspace, from, to);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

static void
update_label (BwPeriodControl *self)
{
  BwPeriod *period = bw_workspace_get_period (self->workspace);
  g_autofree char *label = period != NULL ? bw_period_get_label (period) : g_strdup ("");
  g_autofree char *name = g_strdup_printf (_ ("Period: %s"), label);

  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
bw_period_control_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwPeriodControl *self = BW_PERIOD_CONTROL (object);

  switch ((BwPeriodControlProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, self->workspace);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_period_control_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwPeriodControl *self = BW_PERIOD_CONTROL (object);

  switch ((BwPeriodControlProperty) id) {
  case PROP_WORKSPACE:
    bw_period_control_set_workspace (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_period_control_dispose (GObject *object)
{
  BwPeriodControl *self = BW_PERIOD_CONTROL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_PERIOD_CONTROL);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_period_control_parent_class)->dispose (object);
}

static void
bw_period_control_class_init (BwPeriodControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_period_control_get_property;
  object_class->set_property = bw_period_control_set_property;
  object_class->dispose = bw_period_control_dispose;

  props[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
}

void
bw_period_control_set_workspace (BwPeriodControl *self, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_PERIOD_CONTROL (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  if (workspace != NULL) {
    g_signal_connect_object (workspace, "notify::dataset", G_CALLBACK (update_menu), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (workspace, "notify::period", G_CALLBACK (update_label), self,
                             G_CONNECT_SWAPPED);
    update_menu (self);
    update_label (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}
