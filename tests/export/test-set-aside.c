/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are not counted: which, where, and saved so that they can be put right. */
#include "config.h"

#include <glib/gstdio.h>

#include "bw-set-aside.h"
#include "sketch.h"

static const char first[] = "id,subject,aside,updated\n"
                            "1,one,none,10\n"
                            "2,\"two, and\nmore\",spam,10\n"
                            "3,=three,none,10\n"
                            "4,four,total,10\n";
static const char second[] = "id,subject,aside,updated\n"
                             "3,three,none,20\n";

static BwDataset *
make_dataset (BwSource **sources)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  sources[0] = sketch_source ("zendesk-csv", BW_KIND_TICKETS, first);
  sources[1] = sketch_source ("zendesk-csv", BW_KIND_TICKETS, second);
  g_ptr_array_add (array, sources[0]);
  g_ptr_array_add (array, sources[1]);
  return bw_dataset_new (array);
}

/* Those of the file itself, and those of which another file has a newer copy. */
static void
test_rows (void)
{
  static const struct {
    BwAside aside;
    guint n;
    guint32 rows[3];
    gint64 lines[3];
  } cases[] = {
    { BW_ASIDE_NONE, 3, { 1, 2, 3 }, { 3, 5, 6 } },
    { BW_ASIDE_SPAM, 1, { 1 }, { 3 } },
    { BW_ASIDE_DUPLICATE, 1, { 2 }, { 5 } },
    { BW_ASIDE_MERGED, 0, { 0 }, { 0 } },
  };
  BwSource *sources[2];
  g_autoptr (BwDataset) dataset = make_dataset (sources);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSetAside) aside = bw_set_aside_new (dataset, sources[0], cases[i].aside);
    g_assert_cmpuint (aside->n, ==, cases[i].n);
    for (guint r = 0; r < cases[i].n; r++) {
      g_assert_cmpuint (aside->rows[r], ==, cases[i].rows[r]);
      g_assert_cmpint (aside->lines[r], ==, cases[i].lines[r]);
    }
  }
  g_autoptr (BwSetAside) none = bw_set_aside_new (dataset, sources[1], BW_ASIDE_NONE);
  g_assert_cmpuint (none->n, ==, 0);
}

static void
test_save (void)
{
  BwSource *sources[2];
  g_autoptr (BwDataset) dataset = make_dataset (sources);
  g_autoptr (BwSetAside) aside = bw_set_aside_new (dataset, sources[0], BW_ASIDE_NONE);
  g_autofree char *folder = g_dir_make_tmp ("bw-aside-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "aside.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bw_set_aside_save (aside, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "Line,Set aside because,id,subject,updated\r\n"
                   "3,Marked as spam,2,\"two, and\nmore\",10\r\n"
                   "5,Older copy of the same entry,3,'=three,10\r\n"
                   "6,Line of totals,4,four,10\r\n");
  g_unlink (path);
  g_rmdir (folder);
}

/* What was there before is whole when nothing can be written. */
static void
test_save_fails (void)
{
  BwSource *sources[2];
  g_autoptr (BwDataset) dataset = make_dataset (sources);
  g_autoptr (BwSetAside) aside = bw_set_aside_new (dataset, sources[0], BW_ASIDE_NONE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bw-aside-older.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (bw_set_aside_save (aside, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "older");
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set-aside/rows", test_rows);
  g_test_add_func ("/set-aside/save", test_save);
  g_test_add_func ("/set-aside/save-fails", test_save_fails);
  return g_test_run ();
}
