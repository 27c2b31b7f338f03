/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file before it is loaded: what it is taken for, what comes of knowing better, and that this is
 * remembered for the next file of its shape. */
#include <glib/gstdio.h>
#include <string.h>

#include "bw-error.h"
#include "bw-preview.h"
#include "bw-profile.h"

static const char tickets[] = "Ref,Raised,Done,State,Stars,Span\n"
                              "A1,03/04/2025 10:00,04/04/2025 10:00,Solved,4,90\n"
                              "A2,05/04/2025 10:00,06/04/2025 10:00,Solved,5,30\n"
                              "A3,07/04/2025 10:00,,Open,2,10\n"
                              "A4,08/04/2025 10:00,,Open,,20\n";

static char *
write_file (const char *name, const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "files", NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static BwImporter *
make_importer (void)
{
  BwImporter *importer = bw_importer_new ();
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  bw_importer_set_zone (importer, utc);
  return importer;
}

static BwPreview *
look_at (const char *path, const BwOverrides *overrides)
{
  g_autoptr (BwImporter) importer = make_importer ();
  g_autoptr (GError) error = NULL;
  BwPreview *preview = bw_preview_new (importer, path, NULL, overrides, NULL, &error);
  g_assert_no_error (error);
  return preview;
}

static const BwDecision *
get_decision (BwSource *source, guint column)
{
  g_assert_cmpuint (column, <, source->decisions->len);
  return source->decisions->pdata[column];
}

static BwSource *
load (const char *path, const BwOverrides *overrides)
{
  g_autoptr (BwImporter) importer = make_importer ();
  g_autoptr (GError) error = NULL;
  const char *paths[] = { path, NULL };
  bw_importer_set_overrides (importer, path, NULL, overrides);
  g_autoptr (BwDataset) dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
}

/* What a preview says of columns is what a load says of them. */
static void
test_agrees_with_loading (void)
{
  g_autofree char *path = write_file ("tickets.csv", tickets);
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_autoptr (BwSource) loaded = load (path, NULL);
  BwSource *source = bw_preview_get_source (preview);
  g_assert_null (bw_preview_get_lack (preview));
  g_assert_cmpint (source->kind, ==, BW_KIND_TICKETS);
  g_assert_cmpuint (source->decisions->len, ==, loaded->decisions->len);
  for (guint i = 0; i < loaded->decisions->len; i++) {
    g_assert_cmpint (get_decision (source, i)->field, ==, get_decision (loaded, i)->field);
    g_assert_cmpstr (get_decision (source, i)->format, ==, get_decision (loaded, i)->format);
  }
  GPtrArray *rows = bw_preview_get_rows (preview);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpstr (((GStrv) rows->pdata[1])[0], ==, "A2");
  g_assert_cmpuint (g_strv_length ((char **) bw_preview_get_members (preview)), ==, 0);
}

static void
test_knows_better (void)
{
  g_autofree char *path = write_file ("better.csv", tickets);
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_autoptr (BwOverrides) overrides = bw_overrides_copy (bw_preview_get_overrides (preview));
  g_autoptr (GError) error = NULL;
  g_assert_true (bw_overrides_is_empty (overrides));

  overrides->order = BW_DATE_MDY;
  g_set_str (&overrides->zone, "Europe/Berlin");
  bw_overrides_set_field (overrides, 3, BW_FIELD_NONE);
  bw_overrides_set_field (overrides, 4, BW_FIELD_CES);
  bw_overrides_set_scale (overrides, 4, 1, 7);
  bw_overrides_set_effort (overrides, 4, BW_EFFORT_HIGH_IS_HARD);
  bw_overrides_set_field (overrides, 5, BW_FIELD_HANDLE_TIME);
  bw_overrides_set_unit (overrides, 5, BW_DURATION_HOURS);
  g_assert_true (bw_preview_judge (preview, overrides, &error));
  g_assert_no_error (error);

  BwSource *source = bw_preview_get_source (preview);
  g_assert_cmpstr (source->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (get_decision (source, 1)->format, ==, "date mdy, zone Europe/Berlin");
  g_assert_cmpint (get_decision (source, 3)->field, ==, BW_FIELD_NONE);
  g_assert_cmpstr (get_decision (source, 4)->format, ==, "rating 1-7, high is hard");
  g_assert_cmpstr (get_decision (source, 5)->format, ==, "duration: hours");

  g_autoptr (BwSource) loaded = load (path, overrides);
  const BwColumn *ces = bw_table_find (loaded->table, BW_FIELD_CES);
  g_assert_cmpfloat (ces->scale_high, ==, 7);
  g_assert_cmpint (ces->effort, ==, BW_EFFORT_HIGH_IS_HARD);
  const BwColumn *created = bw_table_find (loaded->table, BW_FIELD_CREATED);
  g_assert_cmpint (bw_column_time (created, 0), ==, 1741078800); /* 2025-03-04 10:00 in Berlin */
  g_assert_cmpint (bw_column_int (bw_table_find (loaded->table, BW_FIELD_HANDLE_TIME), 0), ==,
                   90 * 3600);
}

/* Without a date there are no tickets: that is said, and the rows are there to choose from. */
static void
test_says_what_is_missing (void)
{
  g_autofree char *path = write_file ("lack.csv", "Ticket ID,Foo,Status\n1,a,Open\n2,b,Closed\n");
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_assert_nonnull (bw_preview_get_lack (preview));
  g_assert_cmpuint (bw_preview_get_rows (preview)->len, ==, 2);
  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    if (!bw_kind_is_derived ((BwKind) kind))
      g_assert_nonnull (strstr (bw_preview_get_needs ((BwKind) kind), "--map"));
}

static void
test_is_remembered (void)
{
  static const char text[] = "Ref;Foo;Bar\n1;2025-03-01 10:00;x\n2;2025-03-02 10:00;y\n"
                             "3;2025-03-03 10:00;z\n";
  g_autofree char *path = write_file ("first.csv", text);
  g_autofree char *next = write_file ("next.csv", text);
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_autoptr (BwOverrides) overrides = bw_overrides_new ();
  g_autoptr (GError) error = NULL;
  overrides->kind = BW_KIND_TICKETS;
  bw_overrides_set_field (overrides, 1, BW_FIELD_CREATED);
  bw_overrides_set_field (overrides, 2, BW_FIELD_BRAND);
  g_set_str (&overrides->zone, "Asia/Tokyo");
  g_assert_true (bw_preview_judge (preview, overrides, &error));
  g_assert_false (bw_preview_is_remembered (preview));
  g_assert_true (bw_preview_remember (preview, "Our desk", &error));
  g_assert_no_error (error);

  g_autoptr (BwSource) source = load (next, NULL);
  g_assert_cmpstr (source->profile_title, ==, "Our desk");
  g_assert_cmpint (get_decision (source, 2)->field, ==, BW_FIELD_BRAND);
  g_assert_cmpint (bw_column_time (bw_table_find (source->table, BW_FIELD_CREATED), 0), ==,
                   1740790800); /* 10:00 in Tokyo */

  g_autoptr (BwPreview) again = look_at (next, NULL);
  g_assert_true (bw_preview_is_remembered (again));
  g_assert_true (bw_preview_forget (again, &error));
  g_autoptr (BwPreview) forgotten = look_at (next, NULL);
  g_assert_false (bw_preview_is_remembered (forgotten));
}

/* What the product's own profile knows of words and units still holds. */
static void
test_keeps_the_product (void)
{
  g_autofree char *sample =
      g_test_build_filename (G_TEST_DIST, "data", "profiles", "zendesk-csv", NULL);
  g_autoptr (GDir) dir = g_dir_open (sample, 0, NULL);
  g_autofree char *path = NULL;
  const char *name;
  while (!path && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".csv"))
      path = g_build_filename (sample, name, NULL);
  g_autoptr (BwSource) before = load (path, NULL);
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (bw_preview_remember (preview, "Zendesk as we export it", &error));
  g_assert_no_error (error);
  g_autoptr (BwSource) after = load (path, NULL);
  g_assert_cmpstr (after->profile_title, ==, "Zendesk as we export it");
  for (guint i = 0; i < before->decisions->len; i++) {
    g_assert_cmpint (get_decision (after, i)->field, ==, get_decision (before, i)->field);
    g_assert_cmpstr (get_decision (after, i)->format, ==, get_decision (before, i)->format);
  }
  g_autoptr (BwPreview) again = look_at (path, NULL);
  g_assert_true (bw_preview_forget (again, &error));
}

/* Even a delimiter that cannot be told: it is part of what is remembered. */
static void
test_remembers_the_delimiter (void)
{
  static const char text[] = "Ref!Raised at!Note, long\n1!2025-03-01 10:00!a, b\n"
                             "2!2025-03-02 10:00!c, d\n3!2025-03-03 10:00!e, f\n";
  g_autofree char *path = write_file ("marks.csv", text);
  g_autofree char *next = write_file ("marks-2.csv", text);
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_autoptr (BwOverrides) overrides = bw_overrides_new ();
  g_autoptr (GError) error = NULL;
  overrides->delimiter = '!';
  overrides->kind = BW_KIND_TICKETS;
  g_assert_true (bw_preview_judge (preview, overrides, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bw_preview_get_source (preview)->decisions->len, ==, 3);
  g_assert_null (bw_preview_get_lack (preview));
  g_assert_true (bw_preview_remember (preview, "Marks", &error));

  g_autoptr (BwSource) source = load (next, NULL);
  g_assert_cmpstr (source->profile_title, ==, "Marks");
  g_assert_cmpstr (source->delimiter, ==, "!");
  g_assert_cmpint (source->n_rows, ==, 3);
}

/* A long file is judged by its beginning, with samples from all over. */
static void
test_long_file (void)
{
  g_autoptr (GString) text = g_string_new ("Ticket ID,Created at,Status,Subject\n");
  for (guint i = 0; i < 80000; i++)
    g_string_append_printf (text, "%u,2025-03-%02u 10:00:00,Open,\"%s\nline, two\"\n", i,
                            1 + i % 28, "some words that make a row as long as rows are");
  g_autofree char *path = write_file ("long.csv", text->str);
  g_autoptr (BwPreview) preview = look_at (path, NULL);
  g_assert_cmpuint (bw_preview_get_rows (preview)->len, ==, BW_PREVIEW_ROWS);
  g_assert_cmpint (bw_preview_get_source (preview)->n_rows, >, 10000);
  g_assert_cmpint (bw_preview_get_source (preview)->n_rows, <, 80000);
  g_assert_cmpint (bw_preview_get_n_lines (preview), >=, 80000);
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **got = user_data;
  *got = g_object_ref (result);
}

static void
test_async (void)
{
  g_autofree char *path = write_file ("async.csv", tickets);
  g_autoptr (BwImporter) importer = make_importer ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  bw_preview_new_async (importer, path, NULL, NULL, NULL, finished_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (BwPreview) preview = bw_preview_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview);

  g_autoptr (BwPreview) none = bw_preview_new (importer, "/no/such.csv", NULL, NULL, NULL, &error);
  g_assert_null (none);
  g_assert_true (g_str_has_prefix (error->message, "such.csv: "));
}

/* What is said by hand comes back from the texts that it is kept as. */
static void
test_texts (void)
{
  static const char *const texts[] = { "columns=0123",
                                       "encoding=WINDOWS-1252",
                                       "delimiter=tab",
                                       "profile=generic",
                                       "kind=tickets",
                                       "date-order=mdy",
                                       "time-zone=Europe/Berlin",
                                       "field.3=none",
                                       "field.4=ces",
                                       "scale.4=1..5",
                                       "effort.4=hard",
                                       "field.5=handle-time",
                                       "unit.5=minutes",
                                       NULL };
  static const char *const more[] = {
    "weather=rain", "field.4=ces", "field.x=ces", "mood.4=good", "", NULL
  };
  g_autoptr (BwOverrides) overrides = bw_overrides_of_texts (texts);
  g_autoptr (BwOverrides) newer = bw_overrides_of_texts (more);
  g_autoptr (BwOverrides) none = bw_overrides_new ();
  g_auto (GStrv) again = bw_overrides_to_texts (overrides);
  g_auto (GStrv) known = bw_overrides_to_texts (newer);

  g_assert_cmpstrv (again, texts);
  g_assert_cmpstrv (known, ((const char *[]) { "field.4=ces", NULL }));
  g_assert_null (bw_overrides_to_texts (none));
}

static char *
load_zone (BwImporter *importer, const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BwDataset) dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BwSource) source = g_list_model_get_item (bw_dataset_get_sources (dataset), 0);
  return g_strdup (source->zone);
}

static void
assert_zone (BwImporter *importer, const char *path, const char *expected)
{
  g_autofree char *zone = load_zone (importer, path);

  g_assert_cmpstr (zone, ==, expected);
}

/* What a source says of its reading holds for the same file later, and for any file with the same
 * columns; not for others, not even under the same name. */
static void
test_used_again (void)
{
  g_autofree char *march = write_file ("march.csv", tickets);
  g_autofree char *april = write_file ("april.csv", tickets);
  g_autofree char *other = write_file (
      "other.csv", "Ticket ID,Subject,Status,Created at\n1,Printer,Open,2025-03-01 10:00\n"
                   "2,Screen,Open,2025-03-02 10:00\n3,Mouse,Open,2025-03-03 10:00\n");
  g_autoptr (BwOverrides) said = bw_overrides_new ();
  g_set_str (&said->zone, "Asia/Tokyo");
  g_autoptr (BwSource) source = load (march, said);
  g_autoptr (BwImporter) importer = make_importer ();
  g_assert_nonnull (source->reading);
  bw_importer_use_reading (importer, march, NULL, (const char *const *) source->reading);
  assert_zone (importer, march, "Asia/Tokyo");
  assert_zone (importer, april, "Asia/Tokyo");
  bw_importer_use_reading (importer, other, NULL, (const char *const *) source->reading);
  assert_zone (importer, other, "UTC");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/preview/agrees-with-loading", test_agrees_with_loading);
  g_test_add_func ("/preview/knows-better", test_knows_better);
  g_test_add_func ("/preview/says-what-is-missing", test_says_what_is_missing);
  g_test_add_func ("/preview/is-remembered", test_is_remembered);
  g_test_add_func ("/preview/keeps-the-product", test_keeps_the_product);
  g_test_add_func ("/preview/remembers-the-delimiter", test_remembers_the_delimiter);
  g_test_add_func ("/preview/long-file", test_long_file);
  g_test_add_func ("/preview/async", test_async);
  g_test_add_func ("/preview/texts", test_texts);
  g_test_add_func ("/preview/used-again", test_used_again);
  return g_test_run ();
}
