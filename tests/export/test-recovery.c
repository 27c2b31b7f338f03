/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of unsaved reports: a kill leaves one behind, anything else none. */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bw-recovery.h"

static guint
count_left (void)
{
  g_autoptr (GPtrArray) left = bw_recovery_list_left ();

  return left->len;
}

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* While somebody holds it, it is not left; whoever ends as it should leaves none. */
static void
test_held (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("{}");
  BwRecovery *recovery = bw_recovery_new ();
  g_autofree char *path = g_strdup (bw_recovery_get_path (recovery));
  g_autoptr (GError) error = NULL;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (bw_recovery_keep (recovery, bytes, "/home/ada/March.bellwether", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_left (), ==, 0);
  bw_recovery_forget (recovery);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (bw_recovery_keep (recovery, bytes, NULL, &error));
  g_assert_finalize_object (G_OBJECT (recovery));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Keeps a copy in a process that is then killed. */
static void
leave (const char *text, const char *origin)
{
  int pid = fork ();

  if (pid == 0) {
    g_autoptr (GBytes) bytes = make_bytes (text);
    BwRecovery *recovery = bw_recovery_new ();

    bw_recovery_keep (recovery, bytes, origin, NULL);
    kill (getpid (), SIGKILL);
  }
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static void
test_killed (void)
{
  static const char *const origins[] = { "/home/ada/March.bellwether", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++) {
    g_autoptr (GPtrArray) left = NULL;
    g_autofree char *text = NULL;
    const BwLeftover *leftover;

    leave ("{\"a\":1}", origins[i]);
    left = bw_recovery_list_left ();
    g_assert_cmpuint (left->len, ==, 1);
    leftover = left->pdata[0];
    g_assert_cmpstr (leftover->origin, ==, origins[i]);
    g_assert_true (g_file_get_contents (leftover->path, &text, NULL, NULL));
    g_assert_cmpstr (text, ==, "{\"a\":1}");
    bw_leftover_discard (leftover);
    g_assert_cmpuint (count_left (), ==, 0);
  }
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (bw_recovery_keep_finish (BW_RECOVERY (source), result, NULL));
  *(guint *) user_data += 1;
}

/* Of several that are asked for the latest is there; of what was forgotten nothing. */
static void
test_latest (void)
{
  g_autoptr (BwRecovery) recovery = bw_recovery_new ();
  g_autoptr (GBytes) old = make_bytes ("old");
  g_autoptr (GBytes) fresh = make_bytes ("new");
  g_autofree char *text = NULL;
  guint n = 0;

  bw_recovery_keep_async (recovery, old, NULL, kept_cb, &n);
  bw_recovery_keep_async (recovery, fresh, NULL, kept_cb, &n);
  while (n < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (bw_recovery_get_path (recovery), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "new");
  bw_recovery_keep_async (recovery, old, NULL, kept_cb, &n);
  bw_recovery_forget (recovery);
  while (n < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (bw_recovery_get_path (recovery), G_FILE_TEST_EXISTS));
}

/* Where nothing can be written that is said, and nothing is left. */
static void
test_no_place (void)
{
  g_autoptr (BwRecovery) recovery = bw_recovery_new ();
  g_autoptr (GBytes) bytes = make_bytes ("{}");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (bw_recovery_get_path (recovery));
  g_autofree char *parent = g_path_get_dirname (folder);

  g_rmdir (folder);
  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (bw_recovery_keep (recovery, bytes, NULL, &error));
  g_assert_nonnull (error);
  g_unlink (folder);
  g_assert_cmpuint (count_left (), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/recovery/held", test_held);
  g_test_add_func ("/recovery/killed", test_killed);
  g_test_add_func ("/recovery/latest", test_latest);
  g_test_add_func ("/recovery/no-place", test_no_place);
  return g_test_run ();
}
