/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of equal width that reflow, in both directions of text. */
#include "config.h"

#include "bw-tile-grid.h"
#include "ui-fixture.h"

typedef struct {
  int width;
  int n_columns; /* expected */
} Case;

/* Columns are at least 212 wide and 12 apart. */
static const Case cases[] = {
  { 212, 1 }, { 435, 1 }, { 436, 2 }, { 659, 2 }, { 660, 3 }, { 884, 4 }, { 1108, 5 },
};

static GtkWidget *
create_grid (int n)
{
  GtkWidget *grid = g_object_ref_sink (bw_tile_grid_new ());

  for (int i = 0; i < n; i++) {
    GtkWidget *child = gtk_label_new ("x");
    gtk_widget_set_size_request (child, -1, 20 + i);
    bw_tile_grid_append (BW_TILE_GRID (grid), child);
  }
  return grid;
}

static void
allocate (GtkWidget *grid, int width)
{
  int height;

  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (grid, width, height, -1, NULL);
}

static graphene_rect_t
get_bounds (GtkWidget *grid, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, grid, &bounds));
  return bounds;
}

static int
count_in_first_row (GtkWidget *grid)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += get_bounds (grid, child).origin.y == 0;
  return n;
}

static void
test_columns (void)
{
  GtkWidget *grid = create_grid (6);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    graphene_rect_t first;
    allocate (grid, cases[i].width);
    g_assert_cmpint (count_in_first_row (grid), ==, cases[i].n_columns);
    first = get_bounds (grid, gtk_widget_get_first_child (grid));
    for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_assert_cmpfloat (get_bounds (grid, child).size.width, ==, first.size.width);
  }
  g_assert_finalize_object (G_OBJECT (grid));
}

/* All tiles of a row are as high as the highest. */
static void
test_rows (void)
{
  GtkWidget *grid = create_grid (3);
  GtkWidget *first = gtk_widget_get_first_child (grid);
  GtkWidget *second = gtk_widget_get_next_sibling (first);

  allocate (grid, 436);
  g_assert_cmpfloat (get_bounds (grid, first).size.height, ==,
                     get_bounds (grid, second).size.height);
  g_assert_cmpfloat (get_bounds (grid, gtk_widget_get_last_child (grid)).origin.y, ==,
                     get_bounds (grid, second).size.height + 12);
  g_assert_finalize_object (G_OBJECT (grid));
}

static void
test_direction (void)
{
  GtkWidget *grid = create_grid (2);
  GtkWidget *first = gtk_widget_get_first_child (grid);

  gtk_widget_set_direction (grid, GTK_TEXT_DIR_RTL);
  allocate (grid, 436);
  g_assert_cmpfloat (get_bounds (grid, first).origin.x, ==, 224);
  g_assert_finalize_object (G_OBJECT (grid));
}

/* What is hidden takes no place. */
static void
test_hidden (void)
{
  GtkWidget *grid = create_grid (3);
  GtkWidget *first = gtk_widget_get_first_child (grid);

  gtk_widget_set_visible (first, FALSE);
  allocate (grid, 436);
  g_assert_cmpfloat (get_bounds (grid, gtk_widget_get_next_sibling (first)).origin.x, ==, 0);
  g_assert_finalize_object (G_OBJECT (grid));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/tile-grid/columns", test_columns);
  g_test_add_func ("/tile-grid/rows", test_rows);
  g_test_add_func ("/tile-grid/direction", test_direction);
  g_test_add_func ("/tile-grid/hidden", test_hidden);
  return g_test_run ();
}
