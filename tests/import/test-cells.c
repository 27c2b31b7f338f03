/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every reference case of reading CSV: detected unless it needs a hint, and once more with
 * delimiter and encoding named. */
#include <string.h>
#include <yyjson.h>

#include "bw-cells.h"

static char *folder;

static char *
read_cells (const char *path, const BwReadOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  bw_cells_write (path, options, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is expected, or one of the other readings that count as right. */
static gboolean
is_right (yyjson_val *test, yyjson_val *got)
{
  g_autofree char *path =
      g_build_filename (folder, yyjson_get_str (yyjson_obj_get (test, "expected")), NULL);
  yyjson_doc *expected = yyjson_read_file (path, 0, NULL, NULL);
  g_assert_nonnull (expected);
  gboolean right = yyjson_equals (yyjson_doc_get_root (expected), got);
  yyjson_doc_free (expected);

  yyjson_val *accept = yyjson_obj_get (test, "accept");
  yyjson_val *reading;
  gsize i, n;
  yyjson_arr_foreach (accept, i, n, reading) right |=
      yyjson_equals (yyjson_obj_get (reading, "rows"), got);
  return right;
}

static void
check (yyjson_val *test, const BwReadOptions *options)
{
  const char *name = yyjson_get_str (yyjson_obj_get (test, "file"));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *json = read_cells (path, options);
  yyjson_doc *doc = yyjson_read (json, strlen (json), 0);
  g_assert_nonnull (doc);
  if (!is_right (test, yyjson_doc_get_root (doc))) {
    g_test_message ("%s: got %.500s", name, json);
    g_test_fail ();
  }
  yyjson_doc_free (doc);
}

static void
test_detected (gconstpointer data)
{
  yyjson_val *test = (yyjson_val *) data;
  if (yyjson_get_bool (yyjson_obj_get (test, "needs_hint")))
    g_test_skip ("cannot be detected");
  else
    check (test, NULL);
}

static void
test_hinted (gconstpointer data)
{
  yyjson_val *test = (yyjson_val *) data;
  BwReadOptions options = {
    (char *) yyjson_get_str (yyjson_obj_get (test, "encoding")),
    *yyjson_get_str (yyjson_obj_get (test, "delimiter")),
  };
  options.quote = *yyjson_get_str (yyjson_obj_get (test, "quote"));
  options.escape = *yyjson_get_str (yyjson_obj_get (test, "escape"));
  check (test, &options);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "cases", "csv", NULL);
  g_autofree char *path = g_build_filename (folder, "cases.json", NULL);
  yyjson_doc *doc = yyjson_read_file (path, 0, NULL, NULL);
  g_assert_nonnull (doc);
  yyjson_val *test;
  gsize i, n;
  yyjson_arr_foreach (yyjson_doc_get_root (doc), i, n, test)
  {
    const char *name = yyjson_get_str (yyjson_obj_get (test, "file"));
    g_autofree char *detected = g_strconcat ("/cells/detected/", name, NULL);
    g_autofree char *hinted = g_strconcat ("/cells/hinted/", name, NULL);
    g_test_add_data_func (detected, test, test_detected);
    g_test_add_data_func (hinted, test, test_hinted);
  }
  int status = g_test_run ();
  yyjson_doc_free (doc);
  g_free (folder);
  return status;
}
