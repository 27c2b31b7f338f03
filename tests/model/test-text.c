/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of files, and files that shrink, vanish or grow while they are open. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bw-error.h"
#include "bw-guard.h"
#include "bw-text.h"

static gsize
get_page (void)
{
  return (gsize) sysconf (_SC_PAGESIZE);
}

static char *
write_file (gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = g_strnfill (size, 'x');
  char *path = NULL;
  int fd = g_file_open_tmp ("bw-text-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, content, (gssize) size, &error);
  g_assert_no_error (error);
  return path;
}

static BwText *
open_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  BwText *text = bw_text_new_from_file (path, &error);
  g_assert_no_error (error);
  return text;
}

static gsize
count_x (const BwText *text)
{
  gsize n = 0;
  const char *start = bw_text_get_start (text);
  for (gsize i = 0; i < bw_text_get_size (text); i++)
    n += start[i] == 'x';
  return n;
}

/* --- Reading ---------------------------------------------------------------------------------- */

static void
test_file (void)
{
  static const gsize sizes[] = { 1, 4095, 4096, 4097, 100000 };
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *path = write_file (sizes[i]);
    g_autoptr (BwText) text = open_text (path);
    g_assert_cmpuint (bw_text_get_size (text), ==, sizes[i]);
    g_assert_cmpuint (count_x (text), ==, sizes[i]);
    bw_text_let_go (text);
    g_assert_cmpuint (count_x (text), ==, sizes[i]);
    g_remove (path);
    g_assert_cmpuint (count_x (text), ==, sizes[i]);
    g_assert_false (bw_text_is_damaged (text));
  }
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (BwText) text = bw_text_new_from_bytes (bytes);
  g_autoptr (BwText) empty = bw_text_new_from_bytes (nothing);
  bw_text_let_go (text);
  g_assert_cmpmem (bw_text_get_start (text), bw_text_get_size (text), "abc", 3);
  g_assert_nonnull (bw_text_get_start (empty));
  g_assert_cmpuint (bw_text_get_size (empty), ==, 0);
  g_assert_false (bw_text_is_damaged (text));
}

static void
check_error (const char *path, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_assert_null (bw_text_new_from_file (path, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_str_has_prefix (error->message, name));
}

static void
test_errors (void)
{
  g_autofree char *path = write_file (0);
  check_error (path, BW_ERROR, BW_ERROR_EMPTY);
  check_error (g_get_tmp_dir (), G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_remove (path);
  check_error (path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_unreadable (void)
{
  g_autofree char *path = write_file (10);
  g_chmod (path, 0);
  if (access (path, R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    check_error (path, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_remove (path);
}

static gpointer
fill_pipe (gpointer user_data)
{
  int fd = open (user_data, O_WRONLY | O_CLOEXEC);
  g_autofree char *content = g_strnfill (3000000, 'x');
  for (gsize done = 0; done < 3000000;) {
    gssize n = write (fd, content + done, MIN (3000000 - done, 777777));
    g_assert_cmpint (n, >, 0);
    done += (gsize) n;
  }
  close (fd);
  return NULL;
}

static void
test_pipe (void)
{
  g_autofree char *path = write_file (0);
  g_remove (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  GThread *writer = g_thread_new ("pipe", fill_pipe, path);
  g_autoptr (BwText) text = open_text (path);
  g_thread_join (writer);
  g_assert_cmpuint (bw_text_get_size (text), ==, 3000000);
  g_assert_cmpuint (count_x (text), ==, 3000000);
  g_assert_false (bw_text_is_damaged (text));
  g_remove (path);
}

/* Files of the kernel say that they have no bytes. */
static void
test_no_size (void)
{
  const char *path = "/proc/self/status";
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("no /proc here");
    return;
  }
  g_autoptr (BwText) text = open_text (path);
  g_assert_cmpuint (bw_text_get_size (text), >, 5);
  g_assert_cmpmem (bw_text_get_start (text), 5, "Name:", 5);
}

/* --- Files that change ------------------------------------------------------------------------ */

static void
test_cut (void)
{
  const gsize page = get_page ();
  const struct {
    gsize size;
    gsize left;
    gsize hole; /* where reading begins */
  } cases[] = {
    { 10 * page, 0, 0 },
    { 10 * page, 3 * page, 0 },
    { 10 * page, 3 * page, 7 * page + 5 },
    { 10 * page, 3 * page + 100, 0 },
    { 10 * page + 1, 10 * page, 0 },
    { 10 * page, 10 * page - 1, 0 }, /* no page is missing, only a byte */
    { page / 2, 0, 0 },
    { page / 2, 10, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = write_file (cases[i].size);
    g_autoptr (BwText) text = open_text (path);
    g_assert_cmpint (truncate (path, (off_t) cases[i].left), ==, 0);
    const char *start = bw_text_get_start (text);
    g_assert_cmpint (start[cases[i].hole], ==, cases[i].hole < cases[i].left ? 'x' : 0);
    g_assert_cmpuint (count_x (text), ==, cases[i].left);
    g_assert_true (bw_text_is_damaged (text));
    g_assert_cmpuint (bw_text_get_size (text), ==, cases[i].size);
    g_remove (path);
  }
}

/* Each mapping is mended for itself, also after others have come and gone. */
static void
test_cut_among_others (void)
{
  const gsize page = get_page ();
  g_autofree char *good_path = write_file (5 * page);
  g_autofree char *bad_path = write_file (5 * page);
  g_autoptr (BwText) gone = open_text (good_path);
  g_autoptr (BwText) good = open_text (good_path);
  g_autoptr (BwText) bad = open_text (bad_path);
  g_clear_pointer (&gone, bw_text_unref);
  g_autoptr (BwText) late = open_text (bad_path);
  g_assert_cmpint (truncate (bad_path, (off_t) page), ==, 0);
  g_assert_cmpuint (count_x (late), ==, page);
  g_assert_cmpuint (count_x (bad), ==, page);
  g_assert_cmpuint (count_x (good), ==, 5 * page);
  g_assert_false (bw_text_is_damaged (good));
  g_assert_true (bw_text_is_damaged (bad));
  g_assert_true (bw_text_is_damaged (late));
  g_remove (good_path);
  g_remove (bad_path);
}

/* Cut and restored: what was read as missing stays so, and is told. */
static void
test_restored (void)
{
  const gsize page = get_page ();
  g_autofree char *path = write_file (4 * page);
  g_autoptr (BwText) text = open_text (path);
  g_assert_cmpint (truncate (path, (off_t) page), ==, 0);
  g_assert_cmpint (bw_text_get_start (text)[2 * page], ==, 0);
  g_assert_cmpint (truncate (path, (off_t) (4 * page)), ==, 0);
  g_assert_cmpuint (count_x (text), ==, page);
  g_assert_true (bw_text_is_damaged (text));
  g_remove (path);
}

static void
test_grown (void)
{
  g_autofree char *path = write_file (100);
  g_autoptr (BwText) text = open_text (path);
  g_assert_cmpint (truncate (path, 100000), ==, 0);
  g_assert_cmpuint (bw_text_get_size (text), ==, 100);
  g_assert_cmpuint (count_x (text), ==, 100);
  g_assert_false (bw_text_is_damaged (text));
  g_remove (path);
}

static gpointer
count_in_thread (gpointer text)
{
  return GSIZE_TO_POINTER (count_x (text));
}

static void
test_cut_threads (void)
{
  const gsize page = get_page ();
  for (int round = 0; round < 20; round++) {
    g_autofree char *path = write_file (200 * page);
    g_autoptr (BwText) text = open_text (path);
    GThread *threads[4];
    for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
      threads[i] = g_thread_new ("count", count_in_thread, text);
    g_assert_cmpint (truncate (path, (off_t) (20 * page)), ==, 0);
    for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
      g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), >=, 20 * page);
    g_assert_cmpuint (count_x (text), ==, 20 * page);
    g_assert_true (bw_text_is_damaged (text));
    g_remove (path);
  }
}

/* More files than there are guards: the rest is read instead of mapped. */
static void
test_many (void)
{
  g_autofree char *path = write_file (5000);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_text_unref);
  for (int i = 0; i < 300; i++)
    g_ptr_array_add (texts, open_text (path));
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpuint (count_x (g_ptr_array_index (texts, i)), ==, 5000);
  g_remove (path);
}

/* --- Faults that are not ours ----------------------------------------------------------------- */

/* Reads past the end of a mapping that nobody guards. */
static void
fault (void)
{
  const gsize page = get_page ();
  g_autofree char *path = write_file (2 * page);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  volatile const char *start = mmap (NULL, 2 * page, PROT_READ, MAP_PRIVATE, fd, 0);
  g_assert_cmpint (truncate (path, 0), ==, 0);
  g_remove (path);
  if (start[page] == 'x')
    g_assert_not_reached ();
}

static void
test_foreign_fault (void)
{
  if (g_test_subprocess ()) {
    signal (SIGBUS, SIG_DFL); /* a sanitizer may have its own */
    g_autofree char *path = write_file (10);
    g_autoptr (BwText) text = open_text (path);
    g_remove (path);
    fault ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static void
older_handler_cb (int number)
{
  static const char said[] = "older handler\n";
  _exit (write (STDOUT_FILENO, said, sizeof (said) - 1) > 0 ? 0 : 1);
}

static void
test_chained (void)
{
  if (g_test_subprocess ()) {
    signal (SIGBUS, older_handler_cb);
    g_autofree char *path = write_file (10);
    g_autoptr (BwText) text = open_text (path);
    g_remove (path);
    fault ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*older handler*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/file", test_file);
  g_test_add_func ("/text/bytes", test_bytes);
  g_test_add_func ("/text/errors", test_errors);
  g_test_add_func ("/text/unreadable", test_unreadable);
  g_test_add_func ("/text/pipe", test_pipe);
  g_test_add_func ("/text/no-size", test_no_size);
  g_test_add_func ("/text/cut", test_cut);
  g_test_add_func ("/text/cut/among-others", test_cut_among_others);
  g_test_add_func ("/text/cut/restored", test_restored);
  g_test_add_func ("/text/cut/threads", test_cut_threads);
  g_test_add_func ("/text/grown", test_grown);
  g_test_add_func ("/text/many", test_many);
  g_test_add_func ("/text/fault/foreign", test_foreign_fault);
  g_test_add_func ("/text/fault/chained", test_chained);
  return g_test_run ();
}
