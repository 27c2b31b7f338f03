/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <yyjson.h>

#include "bw-json.h"
#include "fixture.h"

typedef struct {
  BwReport *report;
  GBytes *bytes;
  yyjson_doc *doc;
} Case;

static void
set_up (Case *self, gconstpointer user_data)
{
  self->report = fixture_report ();
  self->bytes = fixture_export ("json", self->report);
  self->doc = yyjson_read (g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes), 0);
  g_assert_nonnull (self->doc);
}

static void
tear_down (Case *self, gconstpointer user_data)
{
  yyjson_doc_free (self->doc);
  g_bytes_unref (self->bytes);
  g_object_unref (self->report);
}

static yyjson_val *
find (const Case *self, const char *pointer)
{
  yyjson_val *value = yyjson_doc_ptr_get (self->doc, pointer);
  if (!value)
    g_test_message ("nothing at %s", pointer);
  g_assert_nonnull (value);
  return value;
}

static void
assert_text (const Case *self, const char *pointer, const char *expected)
{
  g_assert_cmpstr (yyjson_get_str (find (self, pointer)), ==, expected);
}

static void
assert_number (const Case *self, const char *pointer, double expected)
{
  yyjson_val *value = find (self, pointer);
  if (isnan (expected))
    g_assert_true (yyjson_is_null (value));
  else
    g_assert_cmpfloat (yyjson_get_num (value), ==, expected);
}

/* The names of an object in their order. */
static char *
list_names (yyjson_val *object)
{
  g_autoptr (GString) names = g_string_new (NULL);
  yyjson_obj_iter iter = yyjson_obj_iter_with (object);
  yyjson_val *name;
  while ((name = yyjson_obj_iter_next (&iter)))
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", yyjson_get_str (name));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (const Case *self, const char *pointer, const char *expected)
{
  g_autofree char *names = list_names (find (self, pointer));
  g_assert_cmpstr (names, ==, expected);
}

static void
test_shape (Case *self, gconstpointer user_data)
{
  assert_names (self, "", "format version generator period sources kpis");
  assert_names (self, "/period", "from to time_zone basis compare");
  assert_names (self, "/sources/0",
                "file sha256 kind profile encoding delimiter rows used excluded notes");
  assert_names (self, "/sources/0/notes/0", "code count first_line column text");
  assert_names (
      self, "/kpis/2",
      "id name group available unit better statistic value n numerator denominator "
      "statistics clock business interval excluded definition columns basis previous change "
      "signal signal_by signal_rules year history control target benchmark benchmarks "
      "series splits details note");
  assert_names (self, "/kpis/2/statistics", "mean median p90 min max");
  assert_names (self, "/kpis/2/interval", "low high level method");
  assert_names (self, "/kpis/2/previous", "value n");
  assert_names (self, "/kpis/6", "id name group available reason");
}

static void
test_head (Case *self, gconstpointer user_data)
{
  assert_text (self, "/format", "bellwether-report");
  assert_number (self, "/version", 1);
  assert_text (self, "/generator", "Bellwether " VERSION);
  assert_text (self, "/period/from", "2025-03-01T00:00:00+01:00");
  assert_text (self, "/period/to", "2025-04-01T00:00:00+02:00");
  assert_text (self, "/period/time_zone", "Europe/Berlin");
  assert_text (self, "/period/basis", "event");
  assert_text (self, "/period/compare", "previous");
}

static void
test_sources (Case *self, gconstpointer user_data)
{
  assert_text (self, "/sources/0/file", "tickets.csv");
  assert_text (self, "/sources/0/sha256", "00ff");
  assert_text (self, "/sources/0/kind", "tickets");
  assert_text (self, "/sources/0/profile", "zendesk-csv");
  assert_text (self, "/sources/0/delimiter", ",");
  assert_number (self, "/sources/0/rows", 3);
  assert_number (self, "/sources/0/used", 2);
  assert_names (self, "/sources/0/excluded", "spam");
  assert_number (self, "/sources/0/excluded/spam", 1);
  assert_text (self, "/sources/0/notes/0/code", "bad-date");
  assert_number (self, "/sources/0/notes/0/first_line", 17);
}

static void
test_figure (Case *self, gconstpointer user_data)
{
  assert_text (self, "/kpis/2/id", "first-response-time");
  assert_text (self, "/kpis/2/unit", "seconds");
  assert_text (self, "/kpis/2/better", "down");
  assert_text (self, "/kpis/2/statistic", "mean");
  assert_number (self, "/kpis/2/value", 0.1 + 0.2);
  assert_number (self, "/kpis/2/n", 812);
  assert_number (self, "/kpis/2/numerator", NAN);
  assert_number (self, "/kpis/2/statistics/median", 5400);
  assert_text (self, "/kpis/2/clock", "calendar");
  assert_number (self, "/kpis/2/business", NAN);
  assert_text (self, "/kpis/2/interval/method", "student");
  assert_number (self, "/kpis/2/interval/level", 0.95);
  assert_names (self, "/kpis/2/excluded", "unanswered agent-created");
  assert_number (self, "/kpis/2/excluded/unanswered", 31);
  assert_text (self, "/kpis/2/basis", "event");
  assert_number (self, "/kpis/2/previous/value", 7200);
  assert_number (self, "/kpis/2/change", 0.1 + 0.2 - 7200);
  assert_text (self, "/kpis/2/signal", "down");
  assert_number (self, "/kpis/2/target", NAN);
  assert_number (self, "/kpis/2/benchmark", NAN);
  assert_text (self, "/kpis/2/note", "As exported by the product.");
}

static void
test_kinds_of_figure (Case *self, gconstpointer user_data)
{
  g_assert_true (yyjson_is_null (find (self, "/kpis/0/better")));
  g_assert_true (yyjson_is_null (find (self, "/kpis/0/statistic")));
  g_assert_true (yyjson_is_null (find (self, "/kpis/0/signal")));
  g_assert_true (yyjson_is_null (find (self, "/kpis/0/interval")));
  g_assert_true (yyjson_is_null (find (self, "/kpis/0/note")));
  assert_number (self, "/kpis/1/details/start", 10);
  assert_number (self, "/kpis/1/details/reopened", NAN);
  assert_number (self, "/kpis/3/numerator", 7);
  assert_number (self, "/kpis/3/denominator", 300);
  assert_text (self, "/kpis/3/signal", "none");
  assert_text (self, "/kpis/3/interval/method", "wilson");
  assert_text (self, "/kpis/4/statistic", "mean");
  g_assert_true (yyjson_is_false (find (self, "/kpis/6/available")));
  assert_text (self, "/kpis/6/reason", "needs a file of calls");
}

static void
test_series (Case *self, gconstpointer user_data)
{
  assert_text (self, "/kpis/2/series/0/key", "2025-01-01");
  assert_number (self, "/kpis/2/series/0/value", NAN);
  assert_number (self, "/kpis/2/series/0/n", 0);
  assert_number (self, "/kpis/2/series/1/median", 3600);
  assert_number (self, "/kpis/3/series/0/value", NAN);
  assert_number (self, "/kpis/3/series/1/numerator", 2);
  assert_names (self, "/kpis/0/series/1", "key value n");
  /* The data end on 23 March. */
  assert_names (self, "/kpis/0/series/2", "key value n partial");
}

static void
test_splits (Case *self, gconstpointer user_data)
{
  assert_names (self, "/kpis/0/splits", "channel");
  assert_text (self, "/kpis/0/splits/channel/0/key", "email");
  assert_number (self, "/kpis/0/splits/channel/0/value", 1000);
  assert_text (self, "/kpis/0/splits/channel/1/key", "=cmd|' /C calc'!A0");
  g_assert_true (yyjson_is_null (find (self, "/kpis/0/splits/channel/3/key")));
  assert_number (self, "/kpis/2/splits/channel/1/value", NAN);
  assert_names (self, "/kpis/3/splits", "");
}

static void
test_same_bytes (Case *self, gconstpointer user_data)
{
  g_autoptr (BwReport) again = fixture_report ();
  g_autoptr (GBytes) bytes = fixture_export ("json", again);
  g_assert_true (g_bytes_equal (bytes, self->bytes));
}

/* Whatever double it is, it reads back. */
static void
test_numbers (void)
{
  static const double numbers[] = { 0,     -1,      0.1, 1.0 / 3, 1e-300, 1e300, 9007199254740993.0,
                                    -12.5, 1e15 + 1 };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GError) error = NULL;
    BwJsonDoc *doc = yyjson_mut_doc_new (NULL);
    g_autoptr (GBytes) bytes = bw_json_write (doc, bw_json_number (doc, numbers[i]), &error);
    g_assert_no_error (error);
    yyjson_doc *read = yyjson_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0);
    g_assert_cmpfloat (yyjson_get_num (yyjson_doc_get_root (read)), ==, numbers[i]);
    yyjson_doc_free (read);
  }
}

static void
test_broken_text (void)
{
  g_autoptr (GError) error = NULL;
  BwJsonDoc *doc = yyjson_mut_doc_new (NULL);
  g_autoptr (GBytes) bytes = bw_json_write (doc, bw_json_text (doc, "a\xff\"\n"), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   "\"a\xef\xbf\xbd\\\"\\n\"\n", 11);
}

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/json/shape", test_shape);
  ADD ("/json/head", test_head);
  ADD ("/json/sources", test_sources);
  ADD ("/json/figure", test_figure);
  ADD ("/json/kinds-of-figure", test_kinds_of_figure);
  ADD ("/json/series", test_series);
  ADD ("/json/splits", test_splits);
  ADD ("/json/same-bytes", test_same_bytes);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/broken-text", test_broken_text);
  return g_test_run ();
}
