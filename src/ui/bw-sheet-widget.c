/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page, drawn in a thread at the size it is shown in; what was drawn before stays until then.
 *
 * CSS: the node is "sheet". Paper is white in dark windows too. */
#include "config.h"

#include "bw-sheet-widget.h"
#include <math.h>

#define PIXELS_PER_POINT (96.0 / 72)
#define LEAST_WIDTH 160
/* Wider than the paper, a page is not read better. */
#define MOST_ZOOM 1.35
#define MARGIN 10

struct _BwSheetWidget {
  GtkWidget parent_instance;

  guint page;
  double zoom;

  /* Owned */
  BwPages *pages;
  GdkTexture *texture;
  BwPages *drawn_pages; /* of the texture */
  guint drawn_page;
  int drawn_width; /* in device pixels */
  GCancellable *running;
  BwPages *running_pages; /* only to compare */
  int running_width;
};

G_DEFINE_FINAL_TYPE (BwSheetWidget, bw_sheet_widget, GTK_TYPE_WIDGET)

typedef struct {
  BwPages *pages;
  guint page;
  int width;
  int height;
} Job;

static void
job_free (Job *job)
{
  bw_pages_unref (job->pages);
  g_free (job);
}

static void
get_paper (BwSheetWidget *self, double *width, double *height)
{
  if (self->pages != NULL)
    bw_pages_get_size (self->pages, width, height);
  else
    bw_sheet_get_size (BW_SHEET_LOCALE, width, height);
}

static int
choose_width (BwSheetWidget *self, int available)
{
  double width, height;

  get_paper (self, &width, &height);
  width *= PIXELS_PER_POINT;
  if (self->zoom > 0)
    return (int) round (width * self->zoom);
  return (int) CLAMP (available - 2 * MARGIN, LEAST_WIDTH, width * MOST_ZOOM);
}

static int
choose_height (BwSheetWidget *self, int page_width)
{
  double width, height;

  get_paper (self, &width, &height);
  return (int) round (page_width * height / width);
}

/* --- Drawing ------------------------------------------------------------------------------------
 */

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;
  gsize stride;

  if (g_task_return_error_if_cancelled (task))
    return;
  bw_pages_get_size (job->pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, job->width / width, job->height / height);
  bw_pages_draw (job->pages, job->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) job->height);
  cairo_surface_destroy (surface);
  g_task_return_pointer (
      task, gdk_memory_texture_new (job->width, job->height, GDK_MEMORY_DEFAULT, bytes, stride),
      g_object_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BwSheetWidget *self = BW_SHEET_WIDGET (source);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    return;
  g_clear_object (&self->running);
  if (texture == NULL)
    return;
  g_set_object (&self->texture, texture);
  bw_pages_ref (job->pages);
  g_clear_pointer (&self->drawn_pages, bw_pages_unref);
  self->drawn_pages = job->pages;
  self->drawn_page = job->page;
  self->drawn_width = job->width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop (BwSheetWidget *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
start_drawing (BwSheetWidget *self, int width, int height)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->running != NULL && self->running_pages == self->pages && self->running_width == width)
    return;
  stop (self);
  self->running = g_cancellable_new ();
  self->running_pages = self->pages;
  self->running_width = width;
  job = g_new0 (Job, 1);
  job->pages = bw_pages_ref (self->pages);
  job->page = self->page;
  job->width = width;
  job->height = height;
  task = g_task_new (self, self->running, drawn_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
bw_sheet_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BwSheetWidget *self = BW_SHEET_WIDGET (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  int width = choose_width (self, gtk_widget_get_width (widget));
  int height = choose_height (self, width);
  int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t area;

  graphene_rect_init (&area, MAX (0, (gtk_widget_get_width (widget) - width) / 2), MARGIN, width,
                      height);
  gtk_snapshot_append_color (snapshot, &white, &area);
  if (self->pages == NULL)
    return;
  if (self->drawn_pages != self->pages || self->drawn_page != self->page ||
      self->drawn_width != width * scale)
    start_drawing (self, width * scale, height * scale);
  if (self->texture != NULL && self->drawn_page == self->page)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
}

static void
bw_sheet_widget_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  BwSheetWidget *self = BW_SHEET_WIDGET (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = (self->zoom > 0 ? choose_width (self, 0) : LEAST_WIDTH) + 2 * MARGIN;
    *natural = choose_width (self, G_MAXINT16) + 2 * MARGIN;
  } else {
    *minimum = *natural =
        choose_height (self, choose_width (self, for_size < 0 ? G_MAXINT16 : for_size)) +
        2 * MARGIN;
  }
}

static GtkSizeRequestMode
bw_sheet_widget_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bw_sheet_widget_dispose (GObject *object)
{
  BwSheetWidget *self = BW_SHEET_WIDGET (object);

  stop (self);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->pages, bw_pages_unref);
  g_clear_pointer (&self->drawn_pages, bw_pages_unref);
  G_OBJECT_CLASS (bw_sheet_widget_parent_class)->dispose (object);
}

static void
bw_sheet_widget_class_init (BwSheetWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_sheet_widget_dispose;
  widget_class->snapshot = bw_sheet_widget_snapshot;
  widget_class->measure = bw_sheet_widget_measure;
  widget_class->get_request_mode = bw_sheet_widget_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bw_sheet_widget_init (BwSheetWidget *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
bw_sheet_widget_new (void)
{
  return g_object_new (BW_TYPE_SHEET_WIDGET, NULL);
}

void
bw_sheet_widget_show (BwSheetWidget *self, BwPages *pages, guint page)
{
  if (pages != NULL)
    bw_pages_ref (pages);
  g_clear_pointer (&self->pages, bw_pages_unref);
  self->pages = pages;
  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
bw_sheet_widget_set_zoom (BwSheetWidget *self, double zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
