/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the sample data. */
#include "config.h"

#include "bw-sample-data.h"

static const char *const names[] = { "tickets.csv", "survey.csv", "costs.csv", "customers.csv",
                                     "hours.csv" };

/* NULL when the first of them is not there. */
static GStrv
list_in (const char *folder)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (paths, path);
    else if (i == 0)
      return NULL;
  }
  return g_strv_builder_end (paths);
}

GStrv
bw_sample_data_list (void)
{
  const char *own = g_getenv ("BELLWETHER_DATA");
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char *own_folder = own != NULL ? g_build_filename (own, "sample", NULL) : NULL;
  GStrv paths = own_folder != NULL ? list_in (own_folder) : NULL;

  for (guint i = 0; paths == NULL && folders[i] != NULL; i++) {
    g_autofree char *folder = g_build_filename (folders[i], "bellwether", "sample", NULL);
    paths = list_in (folder);
  }
  return paths;
}

gboolean
bw_sample_data_is (const char *path)
{
  g_auto (GStrv) paths = bw_sample_data_list ();

  return paths != NULL && g_strv_contains ((const char *const *) paths, path);
}
