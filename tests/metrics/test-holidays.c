/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays out of iCalendar files: tests/data/holidays. Beside ok-NAME.ics there is ok-NAME.txt
 * with the years that are asked for and the days that come of them; beside bad-NAME.ics the words
 * that the message has. */
#include "bw-civil.h"
#include "bw-error.h"
#include "bw-holidays.h"
#include <stdio.h>
#include <string.h>

static char *
load (const char *name, const char *suffix, gsize *size)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  const char *path = g_test_get_filename (G_TEST_DIST, "data", "holidays", file, NULL);
  char *text;

  if (!g_file_get_contents (path, &text, size, NULL))
    g_error ("%s cannot be read", path);
  return text;
}

static GBytes *
load_calendar (const char *name)
{
  gsize size;
  char *text = load (name, ".ics", &size);

  return g_bytes_new_take (text, size);
}

static char *
spell (const BwSettings *settings)
{
  const GPtrArray *holidays = bw_settings_get_holidays (settings);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++) {
    const BwHoliday *holiday = holidays->pdata[i];
    int year, month, day;

    bw_civil_from_days (holiday->day, &year, &month, &day);
    g_string_append_printf (text, "%04d-%02d-%02d%s%s\n", year, month, day,
                            *holiday->name != '\0' ? " " : "", holiday->name);
  }
  return g_string_free (text, FALSE);
}

static void
test_ok (gconstpointer name)
{
  g_autoptr (GBytes) bytes = load_calendar (name);
  g_autofree char *expected = load (name, ".txt", NULL);
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;
  int first, last, n;

  g_assert_cmpint (sscanf (expected, "%d %d", &first, &last), ==, 2);
  n = bw_settings_parse_holidays (settings, bytes, first, last, &error);
  g_assert_no_error (error);
  got = spell (settings);
  g_assert_cmpstr (got, ==, strchr (expected, '\n') + 1);
  g_assert_cmpint (n, ==, bw_settings_get_holidays (settings)->len);
  g_assert_cmpint (bw_settings_parse_holidays (settings, bytes, first, last, &error), ==, 0);
}

static void
test_bad (gconstpointer name)
{
  g_autoptr (GBytes) bytes = load_calendar (name);
  g_autofree char *words = load (name, ".txt", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (words), "\n", -1);
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bw_settings_parse_holidays (settings, bytes, 2024, 2030, &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BW_ERROR);
  for (char **line = lines; *line != NULL; line++)
    if (strstr (error->message, *line) == NULL)
      g_error ("“%s” is not in: %s", *line, error->message);
  g_assert_cmpuint (bw_settings_get_holidays (settings)->len, ==, 0);
}

/* What is there stays, under the name that it has. */
static void
test_typed_stay (void)
{
  g_autoptr (GBytes) bytes = load_calendar ("ok-plain");
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autofree char *got = NULL;

  bw_settings_add_holiday (settings, bw_civil_to_days (2025, 5, 1), "Tag der Arbeit");
  bw_settings_add_holiday (settings, bw_civil_to_days (2025, 6, 2), "Outing");
  g_assert_cmpint (bw_settings_parse_holidays (settings, bytes, 2025, 2025, NULL), ==, 1);
  got = spell (settings);
  g_assert_cmpstr (got, ==, "2025-01-01 New Year\n2025-05-01 Tag der Arbeit\n2025-06-02 Outing\n");
}

static void
test_too_large (void)
{
  gsize size = BW_HOLIDAYS_MAX_SIZE + 1;
  char *text = g_malloc (size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (GError) error = NULL;

  memset (text, '\n', size);
  g_assert_cmpint (bw_settings_parse_holidays (settings, bytes, 2025, 2025, &error), ==, -1);
  g_assert_error (error, BW_ERROR, BW_ERROR_LIMIT);
}

static void
test_files (void)
{
  g_autoptr (GFile) none = g_file_new_for_path ("nowhere.ics");
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bw_settings_import_holidays (settings, none, NULL, zone, NULL, &error), ==, -1);
  g_assert_error (error, BW_ERROR, BW_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "nowhere.ics"));
}

static void
add_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "holidays", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while ((file = g_dir_read_name (dir)) != NULL) {
    char *name;
    g_autofree char *path = NULL;

    if (!g_str_has_suffix (file, ".ics"))
      continue;
    name = g_strndup (file, strlen (file) - strlen (".ics"));
    path = g_strconcat ("/metrics/holidays/", name, NULL);
    g_test_add_data_func_full (path, name, g_str_has_prefix (name, "ok-") ? test_ok : test_bad,
                               g_free);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ();
  g_test_add_func ("/metrics/holidays/typed-stay", test_typed_stay);
  g_test_add_func ("/metrics/holidays/too-large", test_too_large);
  g_test_add_func ("/metrics/holidays/files", test_files);
  return g_test_run ();
}
