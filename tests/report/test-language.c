/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in another language than the program's: words, numbers and dates. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bw-benchmark.h"
#include "bw-block.h"
#include "bw-error.h"
#include "bw-language.h"
#include "bw-pages.h"
#include "bw-period.h"
#include "bw-section.h"
#include "bw-source.h"
#include "bw-unit.h"
#include "report-fixture.h"

#define GERMAN "de_DE.UTF-8"

/* The system's own, else made from its sources. */
static gboolean
has_german (void)
{
  g_autofree char *made = g_build_filename (g_getenv ("BW_TEST_LOCALES"), GERMAN, NULL);
  const char *arguments[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", made, NULL };
  if (bw_language_is_known (GERMAN))
    return TRUE;
  g_mkdir_with_parents (g_getenv ("BW_TEST_LOCALES"), 0700);
  g_spawn_sync (NULL, (char **) arguments, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", g_getenv ("BW_TEST_LOCALES"), TRUE);
  return bw_language_is_known (GERMAN);
}

static BwReportPlan *
create_plan (const char *locale)
{
  BwReportPlan *plan = bw_report_plan_new ();
  bw_report_plan_set_language (plan, locale);
  return plan;
}

/* All words of the report and, at last, of its subtitle. */
static GPtrArray *
list_texts (BwReport *report)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (report)); i++) {
    g_autoptr (BwBlock) block = g_list_model_get_item (G_LIST_MODEL (report), i);
    if (block->text)
      g_ptr_array_add (texts, g_strdup (block->text));
    for (guint r = 0; block->table && r < block->table->n_rows; r++)
      for (guint c = 0; c < block->table->n_columns; c++)
        g_ptr_array_add (texts, g_strdup (bw_text_table_get (block->table, r, c)));
  }
  g_ptr_array_add (texts, g_strdup (bw_report_get_subtitle (report)));
  return texts;
}

static gboolean
has_text (GPtrArray *texts, const char *part)
{
  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], part))
      return TRUE;
  return FALSE;
}

static void
test_words (void)
{
  g_autoptr (BwReportPlan) german = create_plan (GERMAN);
  g_autoptr (BwReportPlan) own = create_plan ("");
  g_autoptr (BwReport) report = fixture_report_of_plan (german);
  g_autoptr (BwReport) plain = fixture_report_of_plan (own);
  g_autoptr (GPtrArray) texts = list_texts (report);
  g_autoptr (GPtrArray) own_texts = list_texts (plain);
  g_assert_true (has_text (texts, "Übersicht"));
  g_assert_false (has_text (texts, "Summary"));
  g_assert_true (has_text (texts, "März 2025"));
  g_assert_true (has_text (texts, "78,"));
  g_assert_true (has_text (own_texts, "Summary"));
  g_assert_true (has_text (own_texts, "March 2025"));
}

/* What the thread says before and after is in the program's own language. */
static void
test_ends (void)
{
  BwLanguage language;
  bw_language_begin (&language, GERMAN);
  g_autofree char *inside = bw_unit_format (BW_UNIT_RATIO, 1.25, BW_FORMAT_SHORT);
  g_assert_cmpstr (_ ("Summary"), ==, "Übersicht");
  bw_language_end (&language);
  g_autofree char *outside = bw_unit_format (BW_UNIT_RATIO, 1.25, BW_FORMAT_SHORT);
  g_assert_cmpstr (inside, ==, "1,25");
  g_assert_cmpstr (outside, ==, "1.25");
  g_assert_cmpstr (_ ("Summary"), ==, "Summary");
}

/* The other way round: a German program, an English report. */
static void
test_english (void)
{
  BwLanguage german, english;
  g_autofree char *locale = bw_language_find_locale ("en");
  bw_language_begin (&german, GERMAN);
  bw_language_begin (&english, locale);
  g_assert_cmpstr (_ ("Summary"), ==, "Summary");
  bw_language_end (&english);
  g_assert_cmpstr (_ ("Summary"), ==, "Übersicht");
  bw_language_end (&german);
}

/* What was noted when a file was read is said in the language of whoever reads it. */
static void
test_notes (void)
{
  BwLanguage german;
  g_autoptr (BwSource) source = bw_source_new ("tickets.csv");
  bw_source_add_note (source, "assumed-zone", NULL, 3, 0,
                      N_ ("Its times name no zone: read as %s. If that is wrong, set the time zone "
                          "(--time-zone)."),
                      "Europe/Berlin");
  g_autofree char *before = bw_note_dup_text (source->notes->pdata[0]);
  bw_language_begin (&german, GERMAN);
  g_autofree char *text = bw_note_dup_text (source->notes->pdata[0]);
  bw_language_end (&german);
  g_assert_nonnull (strstr (before, "read as Europe/Berlin."));
  g_assert_nonnull (strstr (text, "gelesen als Europe/Berlin."));
}

static char *
dup_german (const BwNote *note)
{
  BwLanguage german;
  bw_language_begin (&german, GERMAN);
  char *text = bw_note_dup_text (note);
  bw_language_end (&german);
  return text;
}

/* So are counts and words of the program among it, but no text of the file. */
static void
test_words_of_notes (void)
{
  g_autoptr (BwNote) word = bw_note_new ("word", NULL, 1, 0, "%s, %-s", "Summary", N_ ("Summary"));
  g_autoptr (BwNote) counted =
                bw_note_new_counted ("preamble", 2, 1, "%u line before the table was left out.",
                                     "%u lines before the table were left out.");
  g_autofree char *text = dup_german (word);
  g_autofree char *several = dup_german (counted);
  g_assert_cmpstr (word->text, ==, "Summary, Summary");
  g_assert_cmpstr (text, ==, "Summary, Übersicht");
  g_assert_cmpstr (several, !=, counted->text);
  g_assert_true (g_str_has_prefix (several, "2 "));
}

/* So is the reason in it, that an error gave. */
static void
test_reasons (void)
{
  g_autoptr (GError) error =
                bw_error_new (BW_ERROR_EMPTY, N_ ("There is no table in the document."));
  bw_error_name_file (&error, "a.html");
  g_autoptr (BwNote) note = bw_note_new_because ("skipped-part", 1,
                                                N_ ("A part of the file is left out. %s"), error);
  g_autofree char *text = dup_german (note);
  g_assert_cmpstr (text, ==,
                   "Ein Teil der Datei ist weggelassen. a.html: Im Dokument ist keine Tabelle.");
}

/* A user's own benchmark is said as its file translates it. */
static void
test_benchmark (void)
{
  static const char text[] =
      "[a]\nkpi=csat\nvalue=1\nunit=percent\nsource=S\nconfidence=published\n"
      "scope=Shops\nscope[de]=Läden\nmethod=Summary\n";
  g_autoptr (GKeyFile) file = g_key_file_new ();
  BwLanguage german;
  g_assert_true (g_key_file_load_from_data (file, text, -1, G_KEY_FILE_KEEP_TRANSLATIONS, NULL));
  g_autoptr (BwBenchmark) benchmark = bw_benchmark_new (file, "a", NULL);
  g_autofree char *plain = bw_benchmark_dup_scope (benchmark);
  bw_language_begin (&german, GERMAN);
  g_autofree char *scope = bw_benchmark_dup_scope (benchmark);
  g_autofree char *method = bw_benchmark_dup_method (benchmark);
  bw_language_end (&german);
  g_assert_cmpstr (plain, ==, "Shops");
  g_assert_cmpstr (scope, ==, "Läden");
  g_assert_cmpstr (method, ==, "Übersicht");
}

static void
test_find (void)
{
  g_autofree char *locale = bw_language_find_locale ("de");
  g_autofree char *none = bw_language_find_locale ("xx");
  g_autofree char *complete = bw_language_find_locale (GERMAN);
  g_assert_cmpstr (locale, ==, GERMAN);
  g_assert_cmpstr (complete, ==, GERMAN);
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* It outweighed the report's own, and the plain locale had no translations at all. */
  g_setenv ("LANGUAGE", "C.UTF-8", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  if (!has_german ()) {
    g_test_skip ("there is no German here");
    return 77;
  }
  bw_language_set_up ();
  g_assert_null (g_getenv ("LANGUAGE"));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("BW_TEST_TRANSLATIONS"));

  g_test_add_func ("/language/words", test_words);
  g_test_add_func ("/language/words-of-notes", test_words_of_notes);
  g_test_add_func ("/language/reasons", test_reasons);
  g_test_add_func ("/language/benchmark", test_benchmark);
  g_test_add_func ("/language/ends", test_ends);
  g_test_add_func ("/language/english", test_english);
  g_test_add_func ("/language/notes", test_notes);
  g_test_add_func ("/language/find", test_find);
  return g_test_run ();
}
