/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Granularity and comparison, above the figures that they change.
 *
 * CSS node: "questionbar". Accessibility: a group of toggles and a drop-down, both named. */
#include "config.h"

#include <adwaita.h>

#include "bw-children.h"
#include "bw-question-bar.h"

struct _BwQuestionBar {
  GtkWidget parent_instance;

  /* Template */
  AdwToggleGroup *grain;
  GtkDropDown *compare;

  /* Owned */
  BwWorkspace *workspace;
};

typedef enum {
  PROP_WORKSPACE = 1,
} BwQuestionBarProperty;

static GParamSpec *props[PROP_WORKSPACE + 1];

G_DEFINE_FINAL_TYPE (BwQuestionBar, bw_question_bar, GTK_TYPE_WIDGET)

static void
grain_chosen_cb (BwQuestionBar *self)
{
  const char *name = adw_toggle_group_get_active_name (self->grain);
  BwGrain grain;

  if (self->workspace != NULL && name != NULL && bw_grain_parse (name, &grain))
    bw_workspace_set_grain (self->workspace, grain);
}

static void
compare_chosen_cb (BwQuestionBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->compare);

  if (self->workspace != NULL && selected != GTK_INVALID_LIST_POSITION)
    bw_workspace_set_compare (self->workspace, (BwCompare) selected);
}

static void
update (BwQuestionBar *self)
{
  adw_toggle_group_set_active_name (self->grain,
                                    bw_grain_to_string (bw_workspace_get_grain (self->workspace)));
  gtk_drop_down_set_selected (self->compare, bw_workspace_get_compare (self->workspace));
}

static void
bw_question_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwQuestionBar *self = BW_QUESTION_BAR (object);

  switch ((BwQuestionBarProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, self->workspace);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_question_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwQuestionBar *self = BW_QUESTION_BAR (object);

  switch ((BwQuestionBarProperty) id) {
  case PROP_WORKSPACE:
    bw_question_bar_set_workspace (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_question_bar_dispose (GObject *object)
{
  BwQuestionBar *self = BW_QUESTION_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_QUESTION_BAR);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bw_question_bar_parent_class)->dispose (object);
}

static void
bw_question_bar_class_init (BwQuestionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bw_question_bar_get_property;
  object_class->set_property = bw_question_bar_set_property;
  object_class->dispose = bw_question_bar_dispose;

  props[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "questionbar");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-question-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, grain);
  gtk_widget_class_bind_template_child (widget_class, BwQuestionBar, compare);
  gtk_widget_class_bind_template_callback (widget_class, grain_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_chosen_cb);
}

static void
bw_question_bar_init (BwQuestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_question_bar_set_workspace (BwQuestionBar *self, BwWorkspace *workspace)
{
  g_return_if_fail (BW_IS_QUESTION_BAR (self));

  if (!g_set_object (&self->workspace, workspace))
    return;
  if (workspace != NULL) {
    g_signal_connect_object (workspace, "notify::grain", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (workspace, "notify::compare", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
    update (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}
