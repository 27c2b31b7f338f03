/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the system's list of time zones. */
#include "config.h"

#include <string.h>

#include "bw-zone-names.h"

#define FOLDER "/usr/share/zoneinfo"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* zone.tab: country, coordinates, name, and remarks, with tabs between. */
static void
add_names (GPtrArray *names, const char *table)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) cells = g_strsplit (*line, "\t", -1);
    if (**line != '#' && g_strv_length (cells) >= 3)
      g_ptr_array_add (names, g_steal_pointer (&cells[2]));
  }
}

GStrv
bw_zone_list_names (void)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : FOLDER, "zone.tab", NULL);
  g_autofree char *table = NULL;
  GPtrArray *names = g_ptr_array_new ();

  if (g_file_get_contents (path, &table, NULL, NULL))
    add_names (names, table);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_insert (names, 0, g_strdup ("UTC"));
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
