/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of reports, and the pages that they are set on. */
#include "config.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <math.h>

#include "bw-block.h"
#include "bw-pages-private.h"
#include "bw-section.h"
#include "report-fixture.h"

static guint
count_blocks (BwReport *report, BwBlockKind kind)
{
  guint n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (report)); i++) {
    g_autoptr (BwBlock) block = g_list_model_get_item (G_LIST_MODEL (report), i);
    n += block->kind == kind;
  }
  return n;
}

/* All texts of the report, a line each; cells of a row with bars between. */
static char *
write_out (BwReport *report)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (report)); i++) {
    g_autoptr (BwBlock) block = g_list_model_get_item (G_LIST_MODEL (report), i);
    if (block->text)
      g_string_append_printf (text, "%s\n", block->text);
    for (guint r = 0; block->table && r < block->table->n_rows; r++) {
      for (guint c = 0; c < block->table->n_columns; c++)
        g_string_append_printf (text, "%s|", bw_text_table_get (block->table, r, c));
      g_string_append_c (text, '\n');
    }
  }
  return g_string_free_and_steal (text);
}

static void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_test_message ("missing: %s", part);
  g_assert_nonnull (strstr (text, part));
}

static void
test_blocks (void)
{
  g_autoptr (BwReport) report = fixture_report ();
  g_autofree char *text = write_out (report);
  g_autoptr (BwBlock) first = g_list_model_get_item (G_LIST_MODEL (report), 0);

  g_assert_cmpint (first->kind, ==, BW_BLOCK_HEADING);
  g_assert_cmpint (first->level, ==, 1);
  g_assert_cmpuint (count_blocks (report, BW_BLOCK_SCORES), ==, 1);
  g_assert_cmpuint (count_blocks (report, BW_BLOCK_TILES), >=, 4);
  g_assert_cmpuint (count_blocks (report, BW_BLOCK_CHART), >=, 8);
  g_assert_cmpstr (bw_report_get_title (report), ==, "Support report");
  g_assert_cmpstr (bw_report_get_subtitle (report), ==,
                   "March 2025 · compared with February 2025 · all rows");
  g_assert_cmpint (bw_report_get_date (report), ==, 1743465600);
  assert_has (text, "What changed");
  assert_has (text, "than before.");
  assert_has (text, "Technical support|");
  assert_has (text, "No team|");
  assert_has (text, "Result: ");
  assert_has (text, "Still unanswered: 31");
  assert_has (text, "Not in this report");
  assert_has (text, "Oldest: 41");
}

static void
test_scores (void)
{
  g_autoptr (BwReport) report = fixture_report ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (report)); i++) {
    g_autoptr (BwBlock) block = g_list_model_get_item (G_LIST_MODEL (report), i);
    if (block->kind != BW_BLOCK_SCORES)
      continue;
    const BwScore *score = block->scores->pdata[0];
    g_assert_cmpuint (block->scores->len, >=, 8);
    g_assert_cmpuint (block->scores->len, <=, 10);
    g_assert_cmpstr (score->figure->metric->id, ==, "tickets-created");
    g_assert_cmpfloat (score->previous.value, ==, score->figure->previous.value);
    g_assert_true (isnan (score->year_before.value));
  }
}

/* Headings of level 1, with bars between. */
static char *
list_sections (BwReport *report)
{
  GString *text = g_string_new ("|");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (report)); i++) {
    g_autoptr (BwBlock) block = g_list_model_get_item (G_LIST_MODEL (report), i);
    if (block->kind == BW_BLOCK_HEADING && block->level == 1)
      g_string_append_printf (text, "%s|", block->text);
  }
  return g_string_free_and_steal (text);
}

static void
test_templates (void)
{
  static const struct {
    const char *template;
    const char *sections;
  } cases[] = {
    { "monthly", "|Summary|Demand|Backlog|Speed and service levels|Quality|Satisfaction|"
                 "Teams and agents|Definitions and sources|" },
    { "summary", "|Summary|" },
    { "finance", "|Summary|Demand|All figures|Definitions and sources|" },
    { "team", "|Summary|Backlog|Speed and service levels|Quality|Satisfaction|Teams and agents|"
              "Definitions and sources|" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
    bw_report_plan_set_template (plan, cases[i].template);
    g_autoptr (BwReport) report = fixture_report_of_plan (plan);
    g_autofree char *sections = list_sections (report);
    g_assert_cmpstr (sections, ==, cases[i].sections);
  }
}

/* What the manager wrote is there, and only the chosen sections in the chosen order. */
static void
test_plan (void)
{
  static const char *const sections[] = { "outlook", "team", "summary", NULL };
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);
  g_ptr_array_add (actions, bw_report_action_new ("Hire two", "Ada", "2025-04-30"));
  g_ptr_array_add (actions, bw_report_action_new ("Rest", "Björn", "soon"));
  bw_report_plan_set_sections (plan, sections);
  bw_report_plan_set_title (plan, "Board & owners");
  bw_report_plan_set_comment (plan, "summary", "A good <month>.");
  bw_report_plan_set_actions (plan, actions);
  g_autoptr (BwReport) report = fixture_report_of_plan (plan);
  bw_report_plan_set_title (plan, "Later");
  g_autofree char *text = write_out (report);
  g_autofree char *headings = list_sections (report);

  g_assert_cmpstr (bw_report_get_title (report), ==, "Board & owners");
  g_assert_cmpstr (headings, ==, "|Outlook and actions|Teams and agents|Summary|");
  assert_has (text, "A good <month>.");
  assert_has (text, "Hire two|Ada|30 April 2025|");
  assert_has (text, "Rest|Björn|soon|");
}

/* A section without data stays for the sake of its comment. */
static void
test_absent_section (void)
{
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  bw_report_plan_set_comment (plan, "costs", "Costs follow.");
  g_autoptr (BwReport) report = fixture_report_of_plan (plan);
  g_autofree char *text = write_out (report);
  g_autofree char *headings = list_sections (report);

  g_assert_nonnull (strstr (headings, "|Self-service, costs and customers|"));
  g_assert_null (strstr (headings, "|Outlook"));
  assert_has (text, "Costs follow.");
  assert_has (text, "Outlook and actions|no decisions were written down|");
}

/* The appendix tells of all sections, wherever it stands; without one, the end of the report. */
static void
test_absent_is_told (void)
{
  static const char *const first[] = { "appendix", "summary", "contact-centre", NULL };
  static const char *const none[] = { "summary", "contact-centre", NULL };
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  bw_report_plan_set_sections (plan, first);
  g_autoptr (BwReport) report = fixture_report_of_plan (plan);
  g_autofree char *text = write_out (report);
  bw_report_plan_set_sections (plan, none);
  g_autoptr (BwReport) without = fixture_report_of_plan (plan);
  g_autofree char *text_without = write_out (without);

  g_assert_true (g_str_has_prefix (text, "Definitions and sources\n"));
  assert_has (text, "Contact centre|no file has calls or chats|");
  assert_has (text, "Result: ");
  g_assert_true (g_str_has_suffix (
      text_without, "Not in this report: Contact centre: no file has calls or chats.\n"));
}

static void
test_missing (void)
{
  g_autoptr (BwReport) none = fixture_report_without_data ();
  g_autoptr (BwReport) nothing = fixture_report_of_nothing ();
  g_autofree char *none_text = write_out (none);
  g_autofree char *nothing_text = write_out (nothing);

  g_assert_cmpuint (count_blocks (none, BW_BLOCK_CHART), ==, 0);
  g_assert_cmpuint (count_blocks (none, BW_BLOCK_TILES), ==, 0);
  assert_has (none_text, "There are no data for this period.");
  assert_has (none_text, "Page or figure|Why|");
  g_assert_cmpuint (count_blocks (nothing, BW_BLOCK_CHART), ==, 0);
  assert_has (nothing_text, "There are no data for this period.");
  g_assert_null (strstr (nothing_text, "|0|0"));
  g_assert_null (strstr (nothing_text, "|nan"));
}

static void
test_small_numbers (void)
{
  BwCell few = { .value = 0.75, .n = 4, .numerator = 3, .denominator = 4 };
  BwCell many = { .value = 0.75, .n = 400, .numerator = 300, .denominator = 400 };
  BwCell none = BW_CELL_NONE;
  BwCell ratio = { .value = 0.075, .n = 1, .numerator = 7500, .denominator = 100000 };
  g_autofree char *ratio_text = bw_section_format_cell (BW_UNIT_FRACTION, &ratio);
  g_autofree char *few_text = bw_section_format_cell (BW_UNIT_FRACTION, &few);
  g_autofree char *many_text = bw_section_format_cell (BW_UNIT_FRACTION, &many);
  g_autofree char *none_text = bw_section_format_cell (BW_UNIT_FRACTION, &none);
  g_assert_cmpstr (few_text, ==, "3 of 4");
  g_assert_cmpstr (ratio_text, ==, "7.5\u202f%");
  g_assert_cmpstr (many_text, ==, "75.0\u202f%");
  g_assert_cmpstr (none_text, ==, "no data");
}

static void
draw_all (const BwPages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 16, 16);
  cairo_t *cr = cairo_create (surface);
  for (guint i = 0; i < bw_pages_get_n (pages); i++)
    bw_pages_draw (pages, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Each heading is on the page it says, within the paper, with room for something below it. */
static void
check_headings (const BwPages *pages, double height)
{
  for (guint i = 0; i < bw_pages_get_n_headings (pages); i++) {
    const BwPageHeading *heading = bw_pages_get_heading (pages, i);
    g_assert_cmpuint (heading->page, <, bw_pages_get_n (pages));
    g_assert_cmpfloat (heading->y, >, 0);
    g_assert_cmpfloat (heading->y, <, height - 90);
    if (i > 0)
      g_assert_cmpuint (heading->page, >=, bw_pages_get_heading (pages, i - 1)->page);
  }
}

/* Small tables stand whole; others have one part on each page, and no row of them stands alone. */
static void
check_tables (const BwPages *pages)
{
  const BwBlock *before = NULL;
  for (guint i = 0; i < pages->pages->len; i++) {
    const GArray *page = g_ptr_array_index (pages->pages, i);
    before = NULL;
    for (guint k = 0; k < page->len; k++) {
      const BwPageItem *item = &g_array_index (page, BwPageItem, k);
      if (!item->block || item->block->kind != BW_BLOCK_TABLE || item->is_heading)
        continue;
      guint n = item->block->table->n_rows;
      g_assert_true (item->block != before);
      g_assert_true (n > 9 || (item->from == 1 && item->to == n));
      g_assert_true (n <= 2 || item->to - item->from >= 2);
      before = item->block;
    }
  }
}

static void
test_pages (void)
{
  static const double sizes[][2] = { { 595, 842 }, { 612, 792 }, { 420, 595 }, { 842, 595 } };
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++) {
    g_autoptr (BwReport) report = fixture_report_with_agents (75);
    g_autoptr (BwPages) pages = bw_pages_new (report, sizes[s][0], sizes[s][1]);
    g_assert_cmpuint (bw_pages_get_n (pages), >=, 5);
    g_assert_cmpuint (bw_pages_get_n (pages), <, 40);
    check_headings (pages, sizes[s][1]);
    check_tables (pages);
    draw_all (pages);
  }
}

/* The line to sign stands below something, wherever pages end. */
static void
test_last_page (void)
{
  g_autoptr (BwReport) report = fixture_report ();
  for (double height = 500; height < 1000; height += 13) {
    g_autoptr (BwPages) pages = bw_pages_new (report, 595, height);
    guint n = bw_pages_get_n_headings (pages);
    const BwPageHeading *last = bw_pages_get_heading (pages, n - 1);
    g_assert_cmpstr (last->text, ==, "Sign-off");
    g_assert_cmpuint (bw_pages_get_heading (pages, n - 2)->page, ==, last->page);
  }
}

/* Every template on either paper; the summary is one page. */
static void
test_all_sheets (void)
{
  static const char *const templates[] = { "monthly", "summary", "finance", "team" };
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    for (BwSheet sheet = BW_SHEET_A4; sheet <= BW_SHEET_LETTER; sheet++) {
      g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
      double width, height;
      bw_report_plan_set_template (plan, templates[i]);
      bw_report_plan_set_sheet (plan, sheet);
      g_autoptr (BwReport) report = fixture_report_of_plan (plan);
      g_autoptr (BwPages) pages = bw_pages_new_on_sheet (report);
      bw_pages_get_size (pages, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, sheet == BW_SHEET_A4 ? 595.28 : 612, 0.01);
      check_headings (pages, height);
      check_tables (pages);
      draw_all (pages);
      if (i == 1)
        g_assert_cmpuint (bw_pages_get_n (pages), ==, 1);
    }
}

static void
test_small_pages (void)
{
  g_autoptr (BwReport) report = fixture_report_without_data ();
  g_autoptr (BwPages) pages = bw_pages_new (report, 595, 842);
  g_assert_cmpuint (bw_pages_get_n (pages), >=, 1);
  g_assert_cmpuint (bw_pages_get_n (pages), <=, 3);
  draw_all (pages);
}

static void
test_usual_size (void)
{
  double width, height;
  bw_sheet_get_size (BW_SHEET_LOCALE, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  bw_sheet_get_size (BW_SHEET_LETTER, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/blocks", test_blocks);
  g_test_add_func ("/report/scores", test_scores);
  g_test_add_func ("/report/templates", test_templates);
  g_test_add_func ("/report/plan", test_plan);
  g_test_add_func ("/report/absent-section", test_absent_section);
  g_test_add_func ("/report/absent-is-told", test_absent_is_told);
  g_test_add_func ("/report/all-sheets", test_all_sheets);
  g_test_add_func ("/report/missing", test_missing);
  g_test_add_func ("/report/small-numbers", test_small_numbers);
  g_test_add_func ("/report/pages", test_pages);
  g_test_add_func ("/report/last-page", test_last_page);
  g_test_add_func ("/report/small-pages", test_small_pages);
  g_test_add_func ("/report/usual-size", test_usual_size);
  return g_test_run ();
}
