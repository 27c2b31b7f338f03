/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the sample data. */
#include "config.h"

#include "bw-sample-data.h"

static char *
find_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

char *
bw_sample_data_find (void)
{
  const char *own = g_getenv ("BELLWETHER_DATA");
  const char *const *folders = g_get_system_data_dirs ();
  char *path = own != NULL ? find_in (own, "sample/tickets.csv") : NULL;

  for (guint i = 0; path == NULL && folders[i] != NULL; i++)
    path = find_in (folders[i], "bellwether/sample/tickets.csv");
  return path;
}

gboolean
bw_sample_data_is (const char *path)
{
  g_autofree char *sample = bw_sample_data_find ();

  return g_strcmp0 (path, sample) == 0;
}
