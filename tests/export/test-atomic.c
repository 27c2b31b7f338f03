/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bw-atomic.h"
#include "fixture.h"

typedef struct {
  char *folder;
  char *path;
} Case;

static void
set_up (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  self->folder = g_dir_make_tmp ("bellwether-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "report.json", NULL);
}

static void
tear_down (Case *self, gconstpointer user_data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_contents (const Case *self, const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (self->path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

/* Only the target is there: no temporary file was left. */
static void
assert_files (const Case *self, int expected)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  int n = 0;
  while (g_dir_read_name (folder))
    n++;
  g_assert_cmpint (n, ==, expected);
}

static void
put (const Case *self, const char *contents)
{
  g_assert_true (g_file_set_contents (self->path, contents, -1, NULL));
}

static gboolean
write_text_cb (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, user_data, strlen (user_data), NULL, cancellable,
                                    error);
}

static gboolean
write_then_fail_cb (GOutputStream *stream,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  write_text_cb (stream, user_data, cancellable, NULL);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "out of ideas");
  return FALSE;
}

static gboolean
write_then_cancel_cb (GOutputStream *stream,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_assert_true (write_text_cb (stream, user_data, cancellable, error));
  g_cancellable_cancel (cancellable);
  return TRUE;
}

/* More than any buffer holds. */
static gboolean
write_much_cb (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *block = g_malloc0 (1 << 20);
  for (int i = 0; i < 4; i++)
    if (!g_output_stream_write_all (stream, block, 1 << 20, NULL, cancellable, error))
      return FALSE;
  return TRUE;
}

static void
assert_names_file (const Case *self, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_true (g_str_has_prefix (error->message, self->path));
}

static mode_t
get_mode (const Case *self)
{
  struct stat status;
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_new (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  mode_t before = umask (027);
  g_assert_true (bw_write_atomically (self->path, write_text_cb, (gpointer) "new", NULL, &error));
  umask (before);
  g_assert_no_error (error);
  assert_contents (self, "new");
  g_assert_cmpint (get_mode (self), ==, 0640);
  assert_files (self, 1);
}

static void
test_replace (Case *self, gconstpointer user_data)
{
  put (self, "old, and longer");
  g_chmod (self->path, 0604);
  g_assert_true (bw_write_atomically (self->path, write_text_cb, (gpointer) "new", NULL, NULL));
  assert_contents (self, "new");
  g_assert_cmpint (get_mode (self), ==, 0604);
  assert_files (self, 1);
}

static void
test_fail (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  put (self, "old");
  g_assert_false (
      bw_write_atomically (self->path, write_then_fail_cb, (gpointer) "new", NULL, &error));
  assert_names_file (self, error);
  g_assert_true (g_str_has_suffix (error->message, "out of ideas"));
  assert_contents (self, "old");
  assert_files (self, 1);
}

static void
test_cancel (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  put (self, "old");
  g_assert_false (bw_write_atomically (self->path, write_then_cancel_cb, (gpointer) "new",
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (self, "old");
  assert_files (self, 1);
}

/* The same error that a full disk gives, at the same places, wherever the test runs. */
static void
test_file_too_large (Case *self, gconstpointer user_data)
{
  struct rlimit before, limit;
  g_autoptr (GError) error = NULL;
  put (self, "old");
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 100 * 1000;
  setrlimit (RLIMIT_FSIZE, &limit);
  gboolean done = bw_write_atomically (self->path, write_much_cb, NULL, NULL, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (done);
  assert_names_file (self, error);
  assert_contents (self, "old");
  assert_files (self, 1);
}

static void
test_disk_full (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  if (mount ("none", self->folder, "tmpfs", 0, "size=1m") != 0) {
    g_test_skip (g_strerror (errno));
    return;
  }
  put (self, "old");
  gboolean done = bw_write_atomically (self->path, write_much_cb, NULL, NULL, &error);
  g_assert_false (done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_names_file (self, error);
  assert_contents (self, "old");
  assert_files (self, 1);
  g_assert_cmpint (umount (self->folder), ==, 0);
}

static void
test_link (Case *self, gconstpointer user_data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.json", NULL);
  put (self, "old");
  g_assert_cmpint (symlink ("report.json", link), ==, 0);
  g_assert_true (bw_write_atomically (link, write_text_cb, (gpointer) "new", NULL, NULL));
  assert_contents (self, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_files (self, 2);
  g_unlink (link);
}

/* A device is written to, not replaced. */
static void
test_device (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS)) {
    g_test_skip ("there is no /dev/full");
    return;
  }
  g_assert_cmpint (symlink ("/dev/full", self->path), ==, 0);
  g_assert_false (bw_write_atomically (self->path, write_text_cb, (gpointer) "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_names_file (self, error);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

static void
test_no_folder (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "nowhere", "report.json", NULL);
  g_assert_false (bw_write_atomically (path, write_text_cb, (gpointer) "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, path));
}

static void
test_folder (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (
      bw_write_atomically (self->folder, write_text_cb, (gpointer) "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_read_only (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  if (geteuid () == 0) {
    g_test_skip ("permissions do not stop root");
    return;
  }
  put (self, "old");
  g_chmod (self->path, 0444);
  g_assert_false (bw_write_atomically (self->path, write_text_cb, (gpointer) "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_contents (self, "old");
}

static void
test_exporters (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpstr (bw_exporter_for_path ("a/b.JSON", NULL)->id, ==, "json");
  g_assert_cmpstr (bw_exporter_for_path ("b.xlsx", NULL)->id, ==, "xlsx");
  g_assert_cmpstr (bw_exporter_for_path ("b.csv", NULL)->id, ==, "csv");
  g_assert_null (bw_exporter_for_path ("b.odt", &error));
  g_assert_nonnull (strstr (error->message, "b.odt"));
  g_assert_nonnull (strstr (error->message, ".xlsx"));
}

static void
test_export (Case *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwReport) report = fixture_report ();
  g_autoptr (GBytes) expected = fixture_export ("json", report);
  g_autofree char *contents = NULL;
  gsize length;
  g_assert_true (
      bw_export_to_file (fixture_exporter ("json"), report, NULL, self->path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
}

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/atomic/new", test_new);
  ADD ("/atomic/replace", test_replace);
  ADD ("/atomic/fail", test_fail);
  ADD ("/atomic/cancel", test_cancel);
  ADD ("/atomic/file-too-large", test_file_too_large);
  ADD ("/atomic/disk-full", test_disk_full);
  ADD ("/atomic/link", test_link);
  ADD ("/atomic/device", test_device);
  ADD ("/atomic/no-folder", test_no_folder);
  ADD ("/atomic/folder", test_folder);
  ADD ("/atomic/read-only", test_read_only);
  ADD ("/atomic/export", test_export);
  g_test_add_func ("/atomic/exporters", test_exporters);
  return g_test_run ();
}
