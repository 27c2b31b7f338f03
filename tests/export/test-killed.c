/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed while a file is written: the older one is whole, nothing else is left, and the next start
 * writes it. */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bw-atomic.h"
#include "bw-report-file.h"
#include "fixture.h"

/* Writes path; NULL exporter: as a saved report. */
static gboolean
write_file (const BwExporter *exporter, const char *path)
{
  if (exporter) {
    g_autoptr (BwReport) report = fixture_report ();
    return bw_export_to_file (exporter, report, NULL, path, NULL, NULL);
  }
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwWorkspace) workspace = bw_workspace_new (zone);
  g_autoptr (BwReportFile) file = bw_report_file_new ();
  g_autoptr (GBytes) bytes = bw_report_file_write (file, path, workspace, NULL);
  return bw_write_bytes_atomically (path, bytes, NULL, NULL);
}

static void
kill_cb (int number)
{
  kill (getpid (), SIGKILL);
}

/* In a process that is killed at the write that would make any file longer than limit. */
static void
write_and_die (const BwExporter *exporter, const char *path, rlim_t limit)
{
  int status;
  int pid = fork ();
  if (pid == 0) {
    signal (SIGXFSZ, kill_cb);
    setrlimit (RLIMIT_FSIZE, &(struct rlimit) { limit, limit });
    write_file (exporter, path);
    _exit (0);
  }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

static void
assert_only (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir));
}

static gsize
get_size (const char *path)
{
  GStatBuf status;
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (gsize) status.st_size;
}

static void
check_file (const BwExporter *exporter, const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("bellwether-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_true (write_file (exporter, path));
  gsize whole = get_size (path);
  const rlim_t limits[] = { 0, whole / 2, whole - 1 };
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autofree char *contents = NULL;
    g_assert_true (g_file_set_contents (path, "older", -1, NULL));
    write_and_die (exporter, path, limits[i]);
    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_cmpstr (contents, ==, "older");
    assert_only (folder, name);
  }
  g_assert_true (write_file (exporter, path));
  g_assert_cmpuint (get_size (path), ==, whole);
  assert_only (folder, name);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_exports (gconstpointer exporter)
{
  g_autofree char *name = g_strconcat ("report", ((const BwExporter *) exporter)->suffix, NULL);
  check_file (exporter, name);
}

static void
test_saved (void)
{
  check_file (NULL, "report.bellwether");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const BwExporter *const *exporter = bw_exporters (); *exporter; exporter++) {
    g_autofree char *path = g_strdup_printf ("/killed/%s", (*exporter)->id);
    g_test_add_data_func (path, *exporter, test_exports);
  }
  g_test_add_func ("/killed/saved-report", test_saved);
  return g_test_run ();
}
