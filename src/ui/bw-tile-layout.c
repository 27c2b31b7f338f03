/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid that reflows. Columns are at least MIN_WIDTH of the text's scale wide, or as wide as the
 * widest child needs; children fill them from the side where the language begins. */
#include "config.h"

#include <adwaita.h>

#include "bw-tile-layout.h"

#define MIN_WIDTH 212
#define SPACING 12
#define USUAL_COLUMNS 4

struct _BwTileLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (BwTileLayout, bw_tile_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

#define FOR_EACH(child, widget)                                                                    \
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;         \
       child = next_shown (gtk_widget_get_next_sibling (child)))

/* What the widest child cannot do without. */
static int
get_least_width (GtkWidget *widget)
{
  int least = 0;

  FOR_EACH (child, widget)
  {
    int minimum;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    least = MAX (least, minimum);
  }
  return least;
}

static int
get_column_width (GtkWidget *widget)
{
  double wanted =
      adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MIN_WIDTH, gtk_widget_get_settings (widget));

  return MAX ((int) wanted, get_least_width (widget));
}

static int
count_columns (GtkWidget *widget, int width)
{
  return MAX (1, (width + SPACING) / (get_column_width (widget) + SPACING));
}

static int
get_child_width (int width, int n_columns)
{
  return (width - (n_columns - 1) * SPACING) / n_columns;
}

/* Height of the row that begins with *child, which becomes the first of the next row. */
static int
measure_row (GtkWidget **child, int n_columns, int child_width)
{
  int height = 0;

  for (int i = 0; i < n_columns && *child != NULL; i++) {
    int natural;
    gtk_widget_measure (*child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &natural, NULL, NULL);
    height = MAX (height, natural);
    *child = next_shown (gtk_widget_get_next_sibling (*child));
  }
  return height;
}

static GtkSizeRequestMode
bw_tile_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bw_tile_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int column = get_column_width (widget);
  int width, n_columns;
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = get_least_width (widget);
    *natural = USUAL_COLUMNS * column + (USUAL_COLUMNS - 1) * SPACING;
    return;
  }
  width = for_size < 0 ? column : for_size;
  n_columns = count_columns (widget, width);
  *natural = 0;
  while (child != NULL)
    *natural += measure_row (&child, n_columns, get_child_width (width, n_columns)) +
                (*natural > 0 ? SPACING : 0);
  *minimum = *natural;
}

static void
bw_tile_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  int n_columns = count_columns (widget, width);
  int child_width = get_child_width (width, n_columns);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL) {
    GtkWidget *next = child;
    int row_height = measure_row (&next, n_columns, child_width);
    for (int i = 0; child != next; i++) {
      int x = i * (child_width + SPACING);
      gtk_widget_size_allocate (
          child,
          &(GtkAllocation) { mirrored ? width - x - child_width : x, y, child_width, row_height },
          -1);
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
    y += row_height + SPACING;
  }
}

static void
bw_tile_layout_class_init (BwTileLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = bw_tile_layout_get_request_mode;
  layout_class->measure = bw_tile_layout_measure;
  layout_class->allocate = bw_tile_layout_allocate;
}

static void
bw_tile_layout_init (BwTileLayout *self)
{
}
