/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logos of every format that people have. */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bw-logo.h"

static char *folder;

/* Red, twice as wide as high. */
static char *
write_image (const char *format, int width)
{
  g_autoptr (GdkPixbuf) image = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, width / 2);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, format, NULL);
  gdk_pixbuf_fill (image, 0xff0000ff);
  g_assert_true (gdk_pixbuf_save (image, path, format, &error, NULL));
  g_assert_no_error (error);
  return path;
}

static char *
write_text (const char *text)
{
  char *path = g_build_filename (folder, "logo", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
write_drawing (void)
{
  return write_text ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>"
                     "<rect width='20' height='10' fill='#f00'/></svg>");
}

static void
check (const char *path, int width)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image = bw_logo_open (path, 72, 72, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, width / 2);
  guint32 pixel = *(guint32 *) cairo_image_surface_get_data (image);
  g_assert_cmphex (pixel & 0xfff0f0f0, ==, 0xfff00000); /* JPEG is not exact */
  cairo_surface_destroy (image);
  g_unlink (path);
}

static void
test_formats (void)
{
  g_autofree char *png = write_image ("png", 40);
  check (png, 40);
  g_autofree char *jpeg = write_image ("jpeg", 40);
  check (jpeg, 40);
  g_autofree char *large = write_image ("png", 5000);
  check (large, 600); /* an inch of paper */
  g_autofree char *svg = write_drawing ();
  check (svg, 600);
}

/* Transparent pixels have no colour. */
static void
test_transparent (void)
{
  g_autofree char *path = write_text ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                                      "<rect width='9' height='9' fill='#f00' fill-opacity='.5'/>"
                                      "</svg>");
  cairo_surface_t *image = bw_logo_open (path, 72, 72, NULL);
  g_assert_nonnull (image);
  guint32 pixel = *(guint32 *) cairo_image_surface_get_data (image);
  g_assert_cmphex (pixel & 0xf8f8ffff, ==, 0x80800000);
  cairo_surface_destroy (image);
  g_unlink (path);
}

static void
test_no_image (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_text ("<p>no image");
  g_assert_null (bw_logo_open (path, 72, 72, &error));
  g_assert_true (g_str_has_prefix (error->message, "logo: "));
  g_clear_error (&error);
  g_unlink (path);
  g_assert_null (bw_logo_open (path, 72, 72, &error));
  g_assert_cmpstr (error->message, ==, "logo: the file is not there any more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("bellwether-XXXXXX", NULL);
  g_test_add_func ("/logo/formats", test_formats);
  g_test_add_func ("/logo/transparent", test_transparent);
  g_test_add_func ("/logo/no-image", test_no_image);
  int status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
