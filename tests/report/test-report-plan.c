/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the manager decides, and the templates to begin from. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "bw-error.h"
#include "bw-report-plan.h"
#include "bw-report-template.h"
#include "bw-section.h"

static void
count_cb (BwReportPlan *plan, guint *n)
{
  (*n)++;
}

static GPtrArray *
create_actions (const char *text)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);

  g_ptr_array_add (actions, bw_report_action_new (text, "Ada", "2025-04-30"));
  return actions;
}

/* Each setting tells once that it changed, and not when it is set to what it is. */
static void
test_changed (void)
{
  static const char *const sections[] = { "summary", "team", NULL };
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  guint n = 0;

  g_signal_connect (plan, "changed", G_CALLBACK (count_cb), &n);
  for (guint round = 0; round < 2; round++) {
    bw_report_plan_set_template (plan, "team");
    bw_report_plan_set_sections (plan, sections);
    bw_report_plan_set_title (plan, "Board");
    bw_report_plan_set_logo (plan, "/logo.png");
    bw_report_plan_set_language (plan, "de_DE.UTF-8");
    bw_report_plan_set_sheet (plan, BW_SHEET_LETTER);
    bw_report_plan_set_anonymise (plan, TRUE);
    bw_report_plan_set_quotes (plan, TRUE);
    bw_report_plan_set_comment (plan, "summary", "Well done.");
    bw_report_plan_set_actions (plan, create_actions ("Hire"));
  }
  g_assert_cmpuint (n, ==, 10);
}

static void
test_copy (void)
{
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  g_autoptr (BwReportPlan) copy = NULL;
  g_autofree const char **commented = NULL;
  const BwReportAction *action;

  bw_report_plan_set_template (plan, "finance");
  bw_report_plan_set_title (plan, "Board");
  bw_report_plan_set_sheet (plan, BW_SHEET_A4);
  bw_report_plan_set_comment (plan, "team", "One is new.");
  bw_report_plan_set_comment (plan, "costs", "Rent rose.");
  bw_report_plan_set_actions (plan, create_actions ("Hire"));
  copy = bw_report_plan_copy (plan);
  bw_report_plan_set_comment (plan, "team", NULL);
  bw_report_plan_set_actions (plan, create_actions ("Train"));

  commented = bw_report_plan_get_commented (copy);
  action = bw_report_plan_get_actions (copy)->pdata[0];
  g_assert_cmpstr (bw_report_plan_get_template (copy), ==, "finance");
  g_assert_cmpstr (bw_report_plan_get_title (copy), ==, "Board");
  g_assert_cmpint (bw_report_plan_get_sheet (copy), ==, BW_SHEET_A4);
  g_assert_cmpstr (bw_report_plan_get_comment (copy, "team"), ==, "One is new.");
  g_assert_cmpstr (bw_report_plan_get_comment (plan, "team"), ==, "");
  g_assert_cmpstr (commented[0], ==, "costs");
  g_assert_cmpstr (commented[1], ==, "team");
  g_assert_cmpstr (action->text, ==, "Hire");
  g_assert_null (bw_report_plan_get_sections (copy));
}

/* Sections belong to their template. */
static void
test_other_template (void)
{
  static const char *const sections[] = { "summary", NULL };
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();

  bw_report_plan_set_sections (plan, sections);
  g_assert_cmpstr (bw_report_plan_get_sections (plan)[0], ==, "summary");
  bw_report_plan_set_template (plan, "team");
  g_assert_null (bw_report_plan_get_sections (plan));
}

static void
test_sheets (void)
{
  for (BwSheet sheet = BW_SHEET_LOCALE; sheet <= BW_SHEET_LETTER; sheet++) {
    BwSheet read;

    g_assert_true (bw_sheet_parse (bw_sheet_to_string (sheet), &read));
    g_assert_cmpint (read, ==, sheet);
  }
  g_assert_false (bw_sheet_parse ("legal", &(BwSheet) { 0 }));
}

/* All that our templates name is there, and every section is in one of them. */
static void
test_built_in (void)
{
  static const char *const ids[] = { "monthly", "summary", "finance", "team" };
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    const BwReportTemplate *template = bw_report_template_find (ids[i], NULL);

    g_assert_nonnull (template);
    g_assert_cmpstr (bw_report_template_get_name (template), !=, ids[i]);
    for (const char *const *id = bw_report_template_get_sections (template); *id; id++) {
      g_assert_nonnull (bw_section_find (*id));
      g_hash_table_add (used, (gpointer) *id);
    }
  }
  for (const BwSection *const *section = bw_sections (); *section; section++)
    g_assert_true (g_hash_table_contains (used, (*section)->id));
}

static void
write_own_template (void)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "bellwether", "reports", NULL);
  g_autofree char *path = g_build_filename (folder, "board.report", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.report", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path,
                                      "[Report]\nName=For the board\nSections=summary\n"
                                      "[summary]\nKpis=backlog;csat\n",
                                      -1, NULL));
  g_assert_true (g_file_set_contents (broken, "[Report]\nSections=sumary\n", -1, NULL));
}

/* The user's own stand beside ours. The templates are read once: this test is the first to ask. */
static void
test_own (void)
{
  write_own_template ();
  const BwReportTemplate *own = bw_report_template_find ("board", NULL);
  const BwReportTemplate *replaced = bw_report_template_find ("team", NULL);

  g_assert_nonnull (own);
  g_assert_cmpstr (bw_report_template_get_name (own), ==, "For the board");
  g_assert_cmpstr (bw_report_template_get_list (own, "summary", "Kpis")[1], ==, "csat");
  g_assert_null (bw_report_template_get_list (own, "summary", "Splits"));
  g_assert_cmpstr (bw_report_template_get_name (replaced), ==, "Team report");
}

/* The others are there all the same. */
static void
test_broken (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bw_report_template_find ("broken", &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
  g_assert_nonnull (strstr (error->message, "sumary"));
  g_assert_cmpstr (bw_report_template_list_problems ()[0], ==, error->message);
  g_assert_null (bw_report_template_list_problems ()[1]);
}

static void
test_errors (void)
{
  static const char *const texts[] = { "",
                                       "Sections=summary",
                                       "[Report]\nName=x",
                                       "\xff\xfe",
                                       "[Report]\nSections=summary;none",
                                       "[Report]\nSections=summary\n[sumary]\nKpis=csat",
                                       "[Report]\nSections=summary\n[summary]\nKpis=csta",
                                       "[Report]\nSections=team\n[team]\nSplits=teem" };
  g_autoptr (GError) unknown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
    g_autoptr (GError) error = NULL;

    g_assert_null (bw_report_template_read ("x", bytes, &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_FORMAT);
  }
  g_assert_null (bw_report_template_find ("weekly", &unknown));
  g_assert_error (unknown, BW_ERROR, BW_ERROR_FIELD);
  g_assert_nonnull (strstr (unknown->message, "monthly"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-plan/changed", test_changed);
  g_test_add_func ("/report-plan/copy", test_copy);
  g_test_add_func ("/report-plan/other-template", test_other_template);
  g_test_add_func ("/report-plan/sheets", test_sheets);
  g_test_add_func ("/report-template/own", test_own);
  g_test_add_func ("/report-template/broken", test_broken);
  g_test_add_func ("/report-template/built-in", test_built_in);
  g_test_add_func ("/report-template/errors", test_errors);
  return g_test_run ();
}
