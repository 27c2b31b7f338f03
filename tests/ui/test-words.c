/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tiles say, what is said of opened files, which files are remembered. */
#include "config.h"

#include <math.h>

#include "bw-figure-private.h"
#include "bw-figure-words.h"
#include "bw-import-words.h"
#include "bw-opened-words.h"
#include "bw-recent-files.h"
#include "ui-fixture.h"

typedef struct {
  const char *kpi;
  double value, previous;
  gint64 n;
  BwSignal signal;

  const char *shown_value;
  const char *shown_change;
  const char *icon;
  const char *style;
} Case;

#define SPACE "\u202f"
#define SIGN "\u200e"

static const Case cases[] = {
  { "tickets-created", 120, 100, 120, BW_SIGNAL_UP, "120", SIGN "+20, higher", "bw-up-symbolic",
    "dimmed" },
  { "tickets-created", 100, 100, 100, BW_SIGNAL_NONE, "100", "unchanged", "bw-steady-symbolic",
    "dimmed" },
  { "first-response-time", 3600, 7200, 50, BW_SIGNAL_DOWN, "1" SPACE "h",
    SIGN "−1" SPACE "h, better", "bw-down-symbolic", "success" },
  { "first-response-time", 7200, 3600, 50, BW_SIGNAL_UP, "2" SPACE "h", SIGN "+1" SPACE "h, worse",
    "bw-up-symbolic", "error" },
  { "first-response-time", 7200, 3600, 50, BW_SIGNAL_NONE, "2" SPACE "h",
    SIGN "+1" SPACE "h, within noise", "bw-steady-symbolic", "dimmed" },
  { "csat", 0.9, 0.8, 50, BW_SIGNAL_UP, SIGN "90.0" SPACE "%" SIGN, SIGN "+10 points, better",
    "bw-up-symbolic", "success" },
  { "nps", -12.1, NAN, 50, BW_SIGNAL_UNKNOWN, SIGN "−12.1" SIGN, NULL, NULL, "dimmed" },
  { "csat", 0.9, NAN, 50, BW_SIGNAL_UNKNOWN, SIGN "90.0" SPACE "%" SIGN, NULL, NULL, "dimmed" },
  { "csat", NAN, 0.8, 0, BW_SIGNAL_UNKNOWN, "no data", NULL, NULL, "dimmed" },
};

static BwFigure *
create_figure (const Case *c)
{
  BwFigure *figure = bw_figure_new (bw_metric_find (c->kpi));

  figure->available = TRUE;
  figure->current.value = c->value;
  figure->current.n = c->n;
  figure->previous.value = c->previous;
  figure->has_previous = !isnan (c->previous);
  figure->change = c->value - c->previous;
  figure->signal = c->signal;
  return figure;
}

static void
test_change (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (BwFigure) figure = create_figure (c);
  g_autofree char *value = bw_figure_words_value (figure, BW_FORMAT_SHORT);
  g_autofree char *change = bw_figure_words_change (figure, BW_FORMAT_SHORT);
  g_autofree char *spoken = bw_figure_words_spoken (figure);

  g_assert_cmpstr (value, ==, c->shown_value);
  g_assert_cmpstr (change, ==, c->shown_change);
  g_assert_cmpstr (bw_figure_get_change_icon (figure), ==, c->icon);
  g_assert_cmpstr (bw_figure_get_change_style (figure), ==, c->style);
  g_assert_true (g_str_has_prefix (spoken, figure->metric->name));
}

static void
test_doubt (void)
{
  Case c = { "csat", 0.9, NAN, 40 };
  g_autoptr (BwFigure) figure = create_figure (&c);
  g_autofree char *n = bw_figure_words_n (figure);
  g_autofree char *doubt = NULL;

  figure->current.low = 0.8;
  figure->current.high = 0.95;
  doubt = bw_figure_words_doubt (figure);
  g_assert_cmpstr (n, ==, "40 tickets");
  g_assert_cmpstr (doubt, ==, "95 % interval: 80" SPACE "% – 95" SPACE "%");
  figure->current.n = 4000;
  g_assert_null (bw_figure_words_doubt (figure));
}

/* A target and whether it is met are told in words, for screen readers, too. */
static void
test_target (void)
{
  Case c = { "csat", 0.9, NAN, 40 };
  g_autoptr (BwFigure) figure = create_figure (&c);
  g_autofree char *none = bw_figure_words_target (figure);
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  g_assert_null (none);
  figure->target =
      bw_target_copy (&(BwTarget) { (char *) "csat", BW_TARGET_ALWAYS, NULL, 0.95, NAN });
  figure->target_verdict = BW_TARGET_BELOW;
  words = bw_figure_words_target (figure);
  spoken = bw_figure_words_spoken (figure);
  g_assert_cmpstr (words, ==, "target: at least 95" SPACE "%, missed");
  g_assert_nonnull (strstr (spoken, words));
}

/* What is typed in a terminal is not told in the window. */
static void
test_import_words (void)
{
  static const struct {
    const char *text;
    const char *words;
    gboolean hinted;
  } cases[] = {
    { "Read day first. Choose (--date-order mdy).", "Read day first. Choose.", TRUE },
    { "needs a date (--map 'Header=rated') and a score (--map 'Header=csat', --map 'Header=nps')",
      "needs a date and a score", TRUE },
    { "nothing (of interest)", "nothing (of interest)", FALSE },
    { "open (--end", "open (--end", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gboolean hinted;
    g_autofree char *words = bw_import_words (cases[i].text, &hinted);
    g_autofree char *placed = bw_import_words_with_place (cases[i].text);
    g_assert_cmpstr (words, ==, cases[i].words);
    g_assert_cmpint (hinted, ==, cases[i].hinted);
    g_assert_cmpint (strlen (placed) > strlen (words), ==, hinted);
  }
}

static void
test_recent_files (void)
{
  GSettings *settings = bw_application_get_settings (ui_application ());
  g_autofree char *a = ui_make_file ("a.csv", "x");
  g_autofree char *b = ui_make_file ("b.csv", "x");
  g_autofree char *gone = ui_make_file ("gone.csv", NULL);
  g_autoptr (GPtrArray) sets = NULL;

  g_settings_reset (settings, "recent-files");
  bw_recent_files_add (settings, (const char *[]) { a, NULL });
  bw_recent_files_add (settings, (const char *[]) { a, b, NULL });
  bw_recent_files_add (settings, (const char *[]) { a, gone, NULL });
  bw_recent_files_add (settings, (const char *[]) { a, NULL });
  sets = bw_recent_files_list (settings);
  g_assert_cmpuint (sets->len, ==, 2);
  g_assert_cmpuint (g_strv_length (sets->pdata[0]), ==, 1);
  g_assert_cmpuint (g_strv_length (sets->pdata[1]), ==, 2);
  g_settings_reset (settings, "recent-files");
}

static void
test_opened (void)
{
  BwWindow *window = ui_open_sample ();
  g_autofree char *words =
      bw_opened_words (bw_workspace_get_dataset (bw_window_get_workspace (window)));

  g_assert_cmpstr (words, ==, "1200 tickets, 401 survey responses, 179 rows from 5 files");
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("/words/change/%u", i);
    g_test_add_data_func (name, &cases[i], test_change);
  }
  g_test_add_func ("/words/doubt", test_doubt);
  g_test_add_func ("/words/target", test_target);
  g_test_add_func ("/words/import", test_import_words);
  g_test_add_func ("/words/recent-files", test_recent_files);
  g_test_add_func ("/words/opened", test_opened);
  return g_test_run ();
}
