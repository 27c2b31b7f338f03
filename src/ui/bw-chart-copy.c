/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and saves charts: always light and with their heading, as they go into documents. */
#include "config.h"

#include <adwaita.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-copy.h"
#include "bw-messages.h"
#include "bw-screen-theme.h"

#define SCALE 2
#define MARGIN 16

typedef struct {
  BwChart *chart;
  GtkWidget *widget;
} Saving;

static void
saving_free (Saving *saving)
{
  bw_chart_unref (saving->chart);
  g_object_unref (saving->widget);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* Heading lines come on top of what the canvas shows. */
static void
get_size (const BwTheme *theme, GtkWidget *widget, int *width, int *height)
{
  *width = MAX (gtk_widget_get_width (widget), 320) + 2 * MARGIN;
  *height = MAX (gtk_widget_get_height (widget), 160) + 2 * MARGIN + (int) (theme->font_size * 4);
}

static void
draw (const BwChart *chart, const BwTheme *theme, int width, int height, cairo_t *cr)
{
  g_autoptr (BwScene) scene = NULL;

  scene = bw_chart_layout (chart, width - 2 * MARGIN, height - 2 * MARGIN, theme);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  bw_scene_draw (scene, cr);
}

GdkTexture *
bw_chart_copy_render (const BwChart *chart, GtkWidget *widget)
{
  int width, height, stride;
  BwTheme theme;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;

  bw_screen_theme_init_picture (&theme, widget);
  get_size (&theme, widget, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * SCALE, height * SCALE);
  cairo_surface_set_device_scale (surface, SCALE, SCALE);
  cr = cairo_create (surface);
  draw (chart, &theme, width, height, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height * SCALE);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width * SCALE, height * SCALE, GDK_MEMORY_DEFAULT, bytes, stride);
}

void
bw_chart_copy_picture (const BwChart *chart, GtkWidget *widget)
{
  g_autoptr (GdkTexture) texture = bw_chart_copy_render (chart, widget);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

/* --- Data --------------------------------------------------------------------------------------
 */

static void
append_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, '\t');
  if (isfinite (value))
    g_string_append (text, g_ascii_dtostr (digits, sizeof digits, value));
}

static void
append_head (GString *text, const char *first, const BwSeries *series)
{
  guint n = bw_series_get_n_members (series);

  g_string_append (text, first);
  for (guint m = 0; m < n; m++)
    g_string_append_printf (text, "\t%s",
                            n > 1 ? bw_series_get_member_label (series, m) : _ ("Value"));
  if (n == 1)
    g_string_append_printf (text, "\t%s", _ ("n"));
  g_string_append_c (text, '\n');
}

static void
append_periods (GString *text, const BwSeries *series)
{
  BwAxis *axis = bw_series_get_axis (series);
  guint n = bw_series_get_n_members (series);

  append_head (text, _ ("Period"), series);
  for (guint p = 0; p < bw_axis_get_length (axis); p++) {
    g_string_append (text, bw_axis_get_key (axis, p));
    for (guint m = 0; m < n; m++)
      append_number (text, bw_series_get (series, p, m)->value);
    if (n == 1)
      append_number (text, (double) bw_series_get (series, p, 0)->n);
    g_string_append_c (text, '\n');
  }
}

static void
append_members (GString *text, const BwSeries *series)
{
  g_string_append_printf (text, "%s\t%s\t%s\n", bw_field_get_title (bw_series_get_field (series)),
                          _ ("Value"), _ ("n"));
  for (guint m = 0; m < bw_series_get_n_members (series); m++) {
    const BwCell *cell = bw_series_get (series, 0, m);
    g_string_append (text, bw_series_get_member_label (series, m));
    append_number (text, cell->value);
    append_number (text, (double) cell->n);
    g_string_append_c (text, '\n');
  }
}

char *
bw_chart_copy_text (const BwChart *chart)
{
  GString *text = g_string_new (NULL);
  const BwSeries *series = chart->series;

  if (series == NULL)
    return g_string_free_and_steal (text);
  if (bw_axis_get_length (bw_series_get_axis (series)) == 1 && bw_series_get_n_members (series) > 1)
    append_members (text, series);
  else
    append_periods (text, series);
  return g_string_free_and_steal (text);
}

/* --- Files -------------------------------------------------------------------------------------
 */

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
write_svg (const BwChart *chart, GtkWidget *widget)
{
  int width, height;
  BwTheme theme;
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  bw_screen_theme_init_picture (&theme, widget);
  get_size (&theme, widget, &width, &height);
  surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cr = cairo_create (surface);
  draw (chart, &theme, width, height, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
bw_chart_copy_write (const BwChart *chart, GtkWidget *widget, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (path, ".svg")) {
    bytes = write_svg (chart, widget);
  } else {
    g_autoptr (GdkTexture) texture = bw_chart_copy_render (chart, widget);
    bytes = gdk_texture_save_to_png_bytes (texture);
  }
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL) {
    bw_messages_show_dialog_error (saving->widget, error);
    return;
  }
  if (bw_chart_copy_write (saving->chart, saving->widget, g_file_peek_path (file), &error))
    bw_messages_show_saved (saving->widget, file);
  else
    bw_messages_show_error (saving->widget, _ ("The Chart Was Not Saved"), error->message);
}

void
bw_chart_copy_save (const BwChart *chart, GtkWidget *widget, const char *suffix)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name =
      g_strconcat (chart->title != NULL ? chart->title : _ ("Chart"), suffix, NULL);
  Saving *saving = g_new0 (Saving, 1);

  g_strdelimit (name, "/", '-');
  saving->chart = bw_chart_ref ((BwChart *) chart);
  saving->widget = g_object_ref (widget);
  gtk_file_dialog_set_title (dialog, _ ("Save Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, saving);
}
