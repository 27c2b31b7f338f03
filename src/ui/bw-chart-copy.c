/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and saves charts: always light and with their heading, as they go into documents. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-chart-copy.h"
#include "bw-chart-file.h"
#include "bw-chart-table.h"
#include "bw-messages.h"
#include "bw-picture.h"
#include "bw-screen-theme.h"

/* Of what is copied: sharp on every screen. */
#define SCALE 2

typedef struct {
  int scale;

  /* Owned */
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

/* As wide as on the page; the heading lines come on top of what is seen there. */
static void
get_size (
    const BwChart *chart, const BwTheme *theme, GtkWidget *widget, double *width, double *height)
{
  double seen = gtk_widget_get_height (widget) + 2 * BW_PICTURE_MARGIN + theme->font_size * 4;

  *width = MAX (gtk_widget_get_width (widget), 320) + 2 * BW_PICTURE_MARGIN;
  *height = gtk_widget_get_height (widget) > 0 ? floor (seen)
                                               : bw_picture_get_height (chart, theme, *width);
}

static GBytes *
draw (const BwChart *chart, GtkWidget *widget)
{
  double width, height;
  BwTheme theme;

  bw_screen_theme_init_picture (&theme, widget);
  get_size (chart, &theme, widget, &width, &height);
  return bw_picture_png (chart, &theme, width, height, SCALE);
}

GdkTexture *
bw_chart_copy_render (const BwChart *chart, GtkWidget *widget)
{
  g_autoptr (GBytes) png = draw (chart, widget);

  return gdk_texture_new_from_bytes (png, NULL);
}

void
bw_chart_copy_picture (const BwChart *chart, GtkWidget *widget)
{
  g_autoptr (GdkTexture) texture = bw_chart_copy_render (chart, widget);

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

char *
bw_chart_copy_text (const BwChart *chart)
{
  g_autoptr (BwChartTable) table = bw_chart_table_new (chart);

  return bw_chart_table_to_text (table);
}

/* --- Files -------------------------------------------------------------------------------------
 */

gboolean
bw_chart_copy_write (
    const BwChart *chart, GtkWidget *widget, const char *path, int scale, GError **error)
{
  double width, height;
  BwTheme theme;

  bw_screen_theme_init_picture (&theme, widget);
  get_size (chart, &theme, widget, &width, &height);
  return bw_chart_file_write (chart, path, &theme, width, height, scale, FALSE, NULL, error);
}

static char *
name_data (const char *path)
{
  const char *suffix = strrchr (path, '.');
  g_autofree char *stem =
      suffix != NULL ? g_strndup (path, (gsize) (suffix - path)) : g_strdup (path);

  return g_strconcat (stem, ".csv", NULL);
}

/* The picture, then the data beside it: where only the chosen file may be written, as in a sandbox,
 * the picture is there all the same. */
static void
save (Saving *saving, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *beside = name_data (path);
  g_autoptr (GError) error = NULL;

  if (!bw_chart_copy_write (saving->chart, saving->widget, path, saving->scale, &error))
    bw_messages_show_error (saving->widget, _ ("The Chart Was Not Saved"), error->message);
  else if (!g_str_equal (beside, path) &&
           !bw_chart_copy_write (saving->chart, saving->widget, beside, 1, &error))
    bw_messages_show_error (saving->widget, _ ("The Data Were Not Saved Beside the Picture"),
                                              error->message);
  else
    bw_messages_show_saved (saving->widget, file);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    bw_messages_show_dialog_error (saving->widget, error);
  else
    save (saving, file);
}

void
bw_chart_copy_save (const BwChart *chart, GtkWidget *widget, const char *suffix, int scale)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name =
      g_strconcat (chart->title != NULL ? chart->title : _ ("Chart"), suffix, NULL);
  Saving *saving = g_new0 (Saving, 1);

  g_strdelimit (name, "/", '-');
  saving->scale = scale;
  saving->chart = bw_chart_ref ((BwChart *) chart);
  saving->widget = g_object_ref (widget);
  gtk_file_dialog_set_title (dialog, _ ("Save Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, saving);
}
