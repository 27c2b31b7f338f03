/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children in place of each other. CSS node: "fitting". Accessibility: only what is shown is there.
 */
#include "config.h"

#include "bw-children.h"
#include "bw-fitting.h"

struct _BwFitting {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BwFitting, bw_fitting, GTK_TYPE_WIDGET)

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* width -1: any. */
static GtkWidget *
find_fitting (GtkWidget *self, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (self), *next;

  while (width >= 0 && child != NULL && get_natural_width (child) > width &&
         (next = gtk_widget_get_next_sibling (child)) != NULL)
    child = next;
  return child;
}

static void
bw_fitting_measure (GtkWidget *self,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GtkWidget *last = gtk_widget_get_last_child (self);
  GtkWidget *shown = find_fitting (self, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1);

  if (shown == NULL)
    return;
  gtk_widget_measure (shown, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (last, orientation, for_size, minimum, NULL, NULL, NULL);
}

static void
bw_fitting_size_allocate (GtkWidget *self, int width, int height, int baseline)
{
  GtkWidget *shown = find_fitting (self, width);

  for (GtkWidget *child = gtk_widget_get_first_child (self); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_child_visible (child, child == shown);
  if (shown != NULL)
    gtk_widget_allocate (shown, width, height, baseline, NULL);
}

static GtkSizeRequestMode
bw_fitting_get_request_mode (GtkWidget *self)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bw_fitting_dispose (GObject *object)
{
  bw_children_unparent (GTK_WIDGET (object));
  G_OBJECT_CLASS (bw_fitting_parent_class)->dispose (object);
}

static void
bw_fitting_class_init (BwFittingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_fitting_dispose;
  widget_class->measure = bw_fitting_measure;
  widget_class->size_allocate = bw_fitting_size_allocate;
  widget_class->get_request_mode = bw_fitting_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "fitting");
}

static void
bw_fitting_init (BwFitting *self)
{
}
