/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every profile has samples, and each sample is taken for what it is: NAME.csv beside
 * NAME.expected, which says the kind, the columns in use, the notes and the rows set aside. Adding
 * a sample is adding two files; BELLWETHER_GOLDEN=write writes the second. */
#include <string.h>

#include "bw-error.h"
#include "bw-importer.h"
#include "bw-profile.h"

static char *
get_folder (const char *id)
{
  return g_test_build_filename (G_TEST_DIST, "data", "profiles", id, NULL);
}

static gboolean
is_sample (const char *name)
{
  return !g_str_has_suffix (name, ".expected") && !g_str_has_suffix (name, ".rows");
}

/* Sorted. */
static GPtrArray *
list_samples (const char *id)
{
  g_autofree char *folder = get_folder (id);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (is_sample (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
  return names;
}

static void
describe_columns (const BwSource *source, GString *text)
{
  for (guint i = 0; i < source->decisions->len; i++) {
    const BwDecision *decision = source->decisions->pdata[i];

    if (decision->field != BW_FIELD_NONE)
      g_string_append_printf (text, "%s = %s%s%s\n", bw_field_get (decision->field)->name,
                              decision->header, decision->format ? " | " : "",
                              decision->format ? decision->format : "");
  }
}

static void
describe_notes (const BwSource *source, GString *text)
{
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];

    g_string_append_printf (text, "note %s %" G_GINT64_FORMAT " line %" G_GINT64_FORMAT "%s%s\n",
                            note->code, note->count, note->first_line, note->column ? " " : "",
                            note->column ? note->column : "");
  }
}

static void
describe_asides (const BwSource *source, GString *text)
{
  gint64 counts[BW_ASIDE_LAST];

  bw_table_count_aside (source->table, counts);
  for (int aside = 0; aside < BW_ASIDE_LAST; aside++)
    if (counts[aside] > 0)
      g_string_append_printf (text, "rows %s %" G_GINT64_FORMAT "\n",
                              bw_aside_to_string ((BwAside) aside), counts[aside]);
}

static char *
describe (const char *path)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  const char *paths[] = { path, NULL };
  g_autoptr (BwDataset) dataset = NULL;
  g_autoptr (BwSource) source = NULL;
  GString *text = g_string_new (NULL);

  bw_importer_set_zone (importer, zone);
  dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  source = g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
  g_string_append_printf (text, "%s, %s\n", source->profile, bw_kind_to_string (source->kind));
  describe_columns (source, text);
  describe_notes (source, text);
  describe_asides (source, text);
  return g_string_free_and_steal (text);
}

static void
test_samples (gconstpointer user_data)
{
  const char *id = user_data;
  g_autoptr (GPtrArray) names = list_samples (id);
  g_autofree char *folder = get_folder (id);

  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
    g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
    g_autofree char *expected = NULL;
    g_autofree char *found = describe (path);

    g_test_message ("%s/%s", id, name);
    if (g_strcmp0 (g_getenv ("BELLWETHER_GOLDEN"), "write") == 0)
      g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
    if (!g_file_get_contents (expected_path, &expected, NULL, NULL))
      g_error ("%s is missing: BELLWETHER_GOLDEN=write makes it", expected_path);
    g_assert_cmpstr (found, ==, expected);
    g_assert_true (g_str_has_prefix (found, id));
  }
}

/* --- Key files
 * ------------------------------------------------------------------------------------- */

static BwProfile *
read_profile (const char *text, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_assert_true (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL));
  return bw_profile_new ("own", file, error);
}

static GPtrArray *
read_headers (const char *line)
{
  g_auto (GStrv) names = g_strsplit (line, ";", -1);
  GPtrArray *headers = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_header_free);

  for (char **name = names; *name; name++)
    g_ptr_array_add (headers, bw_header_new (*name));
  return headers;
}

#define HEAD "[profile]\ntitle=Own\nkind=tickets\n"

static void
test_key_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BwProfile) profile = read_profile (
      HEAD
      "signature=Case ref + Opened\nabsent=Kase\npriority=1-highest\ndate-order=mdy\n"
      "time-zone=Europe/Berlin\n"
      "[columns]\nid=Case ref;Ref\ncreated=Opened\ncsat=Stars\n[refused]\nsla-margin=Left\n"
      "[units]\nhandle-time=mm:ss\n[scales]\ncsat=1-7\n[words status]\npending=Parked;On ice\n",
      &error);
  g_autoptr (GPtrArray) own = read_headers ("CASE_REF;opened;Stars;Left;Else");
  g_autoptr (GPtrArray) other = read_headers ("Case ref;Opened;Kase");
  g_autofree char *evidence = NULL, *no_evidence = NULL;
  BwDurationUnit unit;
  gboolean minutes_seconds;
  double low, high;
  BwFieldId field;
  int rank;

  g_assert_no_error (error);
  g_assert_cmpfloat (bw_profile_score (profile, own, &evidence), >, 0.9);
  g_assert_cmpfloat (bw_profile_score (profile, other, &no_evidence), ==, 0);
  g_assert_cmpint (bw_profile_find (profile, own->pdata[0], &field, &rank), ==, BW_PROFILE_COLUMN);
  g_assert_cmpint (field, ==, BW_FIELD_ID);
  g_assert_cmpint (bw_profile_find (profile, own->pdata[3], &field, &rank), ==,
                   BW_PROFILE_SLA_MARGIN);
  g_assert_cmpint (bw_profile_find (profile, own->pdata[4], &field, &rank), ==, BW_PROFILE_UNKNOWN);
  g_assert_true (bw_profile_get_unit (profile, BW_FIELD_HANDLE_TIME, &unit, &minutes_seconds));
  g_assert_true (minutes_seconds);
  g_assert_true (bw_profile_get_scale (profile, BW_FIELD_CSAT, &low, &high));
  g_assert_cmpfloat (high, ==, 7);
  g_assert_cmpint (bw_profile_get_priority_top (profile), ==, -1);
  g_assert_cmpint (bw_profile_get_date_order (profile), ==, BW_DATE_MDY);
  g_assert_cmpfloat (
      *(double *) g_hash_table_lookup (bw_profile_get_words (profile, BW_FIELD_STATUS), "on ice"),
      ==, BW_STATUS_PENDING);
}

static void
test_bad_key_files (void)
{
  static const char *const texts[] = {
    HEAD "[columns]\nno-such-field=X\n",
    HEAD "date-order=upside-down\n[columns]\nid=X\n",
    HEAD "[columns]\nid=X\n[units]\ntalk-time=fortnights\n",
    HEAD "[columns]\nid=X\n[scales]\ncsat=5\n",
    HEAD "[columns]\nid=X\n[words status]\nno-such-state=Y\n",
    HEAD "[columns]\nid=X\n[words no-such-field]\nyes=Y\n",
    "[profile]\ntitle=Own\nkind=potatoes\n[columns]\nid=X\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_profile (texts[i], &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  }
}

/* A user's own file is there without a rebuild. */
static void
test_own_folder (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "bellwether", "profiles", NULL);
  g_autofree char *path = g_build_filename (folder, "our-desk.profile", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, HEAD "[columns]\nid=Our number\n", -1, NULL));
  g_assert_nonnull (bw_profiles_find ("our-desk", &error));
  g_assert_no_error (error);
  g_assert_null (bw_profiles_find ("their-desk", &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
}

/* The ids of the built-in profiles, from their files: one that the resource list forgets is missed.
 */
static GPtrArray *
list_profiles (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "profiles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".profile"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".profile")));
  g_assert_cmpuint (ids->len, >, 0);
  return ids;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) ids = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/profiles/key-file", test_key_file);
  g_test_add_func ("/profiles/bad-key-files", test_bad_key_files);
  g_test_add_func ("/profiles/own-folder", test_own_folder);
  g_test_add_data_func ("/profiles/samples/generic", "generic", test_samples);
  ids = list_profiles ();
  for (guint i = 0; i < ids->len; i++) {
    g_autofree char *path = g_strconcat ("/profiles/samples/", ids->pdata[i], NULL);

    g_test_add_data_func (path, ids->pdata[i], test_samples);
  }
  return g_test_run ();
}
