/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members side by side: what stands in their cells, and who is further from the others than chance
 * may bring them. */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "bw-importer.h"
#include "bw-scorecard.h"

/* Agent, how many answers, how many of them good. */
static const struct {
  const char *agent;
  int n, good;
} agents[] = {
  { "Ann", 40, 36 }, { "Bob", 40, 33 }, { "Cy", 40, 34 }, { "Di", 40, 20 }, { "Ed", 3, 0 }
};

static BwDataset *
load (void)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (GString) text = g_string_new ("Response ID,Answered at,Agent,CSAT\n");
  g_autofree char *path = NULL;
  BwDataset *dataset;
  int id = 0, file = g_file_open_tmp ("bw-scores-XXXXXX.csv", &path, NULL);

  g_close (file, NULL);
  for (guint a = 0; a < G_N_ELEMENTS (agents); a++)
    for (int i = 0; i < agents[a].n; i++, id++)
      g_string_append_printf (text, "%d,2025-03-%02d 10:00,%s,%d\n", id, 1 + id % 28,
                              agents[a].agent, i < agents[a].good ? 5 : 1);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  bw_importer_set_zone (importer, zone);
  dataset =
      bw_importer_load (importer, (const char *const[]) { path, NULL }, NULL, NULL, NULL, NULL);
  g_assert_nonnull (dataset);
  g_unlink (path);
  return dataset;
}

static BwScorecard *
score (BwFieldId field, gboolean anonymise)
{
  g_autoptr (BwDataset) dataset = load ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwPeriod) period = bw_period_parse ("2025-03", zone, 0, 0, NULL);
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  g_autoptr (BwEngine) engine = bw_engine_new (dataset, NULL, zone);
  const BwQuestion question = { .period = period, .axis = axis, .anonymise = anonymise };

  return bw_scorecard_new (engine, &question, field);
}

static guint
find_member (const BwScorecard *scores, const char *name)
{
  for (guint m = 0; m < scores->names->len; m++)
    if (g_strcmp0 (scores->names->pdata[m], name) == 0)
      return m;
  g_assert_not_reached ();
}

static void
test_cells (void)
{
  g_autoptr (BwScorecard) scores = score (BW_FIELD_AGENT, FALSE);
  const BwScoreColumn *csat = bw_scorecard_find (scores, "csat");

  g_assert_nonnull (csat);
  g_assert_null (bw_scorecard_find (scores, "backlog"));
  g_assert_cmpuint (scores->names->len, ==, 5);
  for (guint a = 0; a < G_N_ELEMENTS (agents); a++) {
    const BwCell *cell = &csat->cells[find_member (scores, agents[a].agent)];
    g_assert_cmpint (cell->n, ==, agents[a].n);
    g_assert_cmpfloat (cell->value, ==, (double) agents[a].good / agents[a].n);
  }
  /* Ed has too few to count as one of the middle. */
  g_assert_cmpfloat_with_epsilon (csat->median, (33. / 40 + 34. / 40) / 2, 1e-12);
}

static void
test_standing (void)
{
  static const struct {
    const char *agent;
    BwStanding expected;
  } cases[] = { { "Ann", BW_STANDING_WITHIN },
                { "Bob", BW_STANDING_WITHIN },
                { "Di", BW_STANDING_BELOW },
                { "Ed", BW_STANDING_FEW } };
  g_autoptr (BwScorecard) scores = score (BW_FIELD_AGENT, FALSE);
  const BwScoreColumn *csat = bw_scorecard_find (scores, "csat");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bw_score_column_judge (csat, find_member (scores, cases[i].agent)), ==,
                     cases[i].expected);
}

/* People are called by other names, and found by their own. */
static void
test_anonymised (void)
{
  g_autoptr (BwScorecard) scores = score (BW_FIELD_AGENT, TRUE);
  g_autoptr (BwSeries) series =
                bw_scorecard_make_series (scores, bw_scorecard_find (scores, "csat"));

  for (guint m = 0; m < scores->names->len; m++) {
    g_assert_true (g_str_has_prefix (scores->labels->pdata[m], "Agent "));
    g_assert_cmpstr (bw_series_get_member (series, m), ==, scores->labels->pdata[m]);
  }
  find_member (scores, "Ann");
}

static void
test_nothing (void)
{
  g_assert_null (score (BW_FIELD_PRODUCT, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scores/cells", test_cells);
  g_test_add_func ("/scores/standing", test_standing);
  g_test_add_func ("/scores/anonymised", test_anonymised);
  g_test_add_func ("/scores/nothing", test_nothing);
  return g_test_run ();
}
