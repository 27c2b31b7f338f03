/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-civil.h"
#include "bw-figure-private.h"
#include "fixture.h"
#include "sketch.h"

static const BwMetric created = {
  .id = "tickets-created",
  .name = "Tickets created",
  .group = "volume",
  .definition = "Tickets by the day of their creation.",
  .unit = BW_UNIT_COUNT,
  .fold = BW_FOLD_COUNT,
  .when = BW_WHEN_CREATED,
};
static const BwMetric backlog = {
  .id = "backlog",
  .name = "Backlog",
  .group = "volume",
  .definition = "Unsolved at the end.",
  .unit = BW_UNIT_COUNT,
  .better = BW_BETTER_DOWN,
  .fold = BW_FOLD_STOCK,
};
static const BwMetric reply = {
  .id = "first-response-time",
  .name = "First response time",
  .group = "speed",
  .definition = "From creation to the first reply.",
  .unit = BW_UNIT_SECONDS,
  .better = BW_BETTER_DOWN,
  .fold = BW_FOLD_DURATION,
  .when = BW_WHEN_FIRST_REPLY,
};
static const BwMetric reopened = {
  .id = "reopen-rate",
  .name = "Reopen rate",
  .group = "quality",
  .definition = "Reopened / solved.",
  .unit = BW_UNIT_FRACTION,
  .better = BW_BETTER_DOWN,
  .fold = BW_FOLD_SHARE,
};
static const BwMetric nps = {
  .id = "nps",
  .name = "Net promoter score",
  .group = "satisfaction",
  .definition = "Promoters less detractors.",
  .unit = BW_UNIT_POINTS,
  .better = BW_BETTER_UP,
  .fold = BW_FOLD_NPS,
};
static const BwMetric score = {
  .id = "csat-score",
  .name = "Satisfaction score",
  .group = "satisfaction",
  .definition = "Mean answer.",
  .unit = BW_UNIT_SCORE,
  .better = BW_BETTER_UP,
  .fold = BW_FOLD_MEAN,
};
static const BwMetric handling = {
  .id = "handle-time",
  .name = "Handle time",
  .group = "contact-centre",
  .unit = BW_UNIT_SECONDS,
  .fold = BW_FOLD_DURATION,
};

static BwCell
make_cell (double value, gint64 n)
{
  BwCell cell = BW_CELL_NONE;
  cell.value = value;
  cell.n = n;
  return cell;
}

static BwCell
make_score (double mean, gint64 n)
{
  BwCell cell = make_cell (mean, n);
  cell.mean = mean;
  return cell;
}

static BwCell
make_duration (double mean, double median, gint64 n)
{
  BwCell cell = make_cell (mean, n);
  cell.mean = mean;
  cell.median = median;
  cell.p90 = 3 * median;
  cell.min = 0;
  cell.max = 5 * median;
  cell.low = mean - 10;
  cell.high = mean + 10;
  return cell;
}

static BwCell
make_ratio (double factor, double numerator, double denominator)
{
  BwCell cell =
      make_cell (denominator > 0 ? factor * numerator / denominator : NAN, (gint64) denominator);
  cell.numerator = numerator;
  cell.denominator = denominator;
  return cell;
}

/* n cells, by period or by member. */
static BwFigure *
make_figure (const BwMetric *metric, BwAxis *axis, const BwCell *cells)
{
  BwFigure *figure = bw_figure_new (metric);
  figure->available = TRUE;
  figure->definition = g_strdup (metric->definition);
  figure->series = bw_series_new (axis, metric->unit, BW_FIELD_NONE, NULL, 1);
  for (guint i = 0; i < bw_axis_get_length (axis); i++)
    *bw_series_peek (figure->series, i, 0) = cells[i];
  guint last = bw_axis_get_length (axis) - 1;
  figure->current = cells[last];
  figure->previous = cells[last - 1];
  figure->has_previous = TRUE;
  figure->told.to = 1742774400; /* the data end on 23 March 2025 */
  figure->change = figure->current.value - figure->previous.value;
  return figure;
}

static void
add_split (BwFigure *figure,
           const BwPeriod *period,
           const char *const *members,
           const BwCell *cells,
           guint n)
{
  g_autoptr (BwAxis) axis = bw_axis_new_single (period);
  BwSeries *split = bw_series_new (axis, figure->metric->unit, BW_FIELD_CHANNEL, members, n);
  for (guint i = 0; i < n; i++)
    *bw_series_peek (split, 0, i) = cells[i];
  g_ptr_array_add (figure->splits, split);
}

static BwFigure *
make_created (BwAxis *axis, const BwPeriod *period)
{
  static const char *const members[] = { "email", "=cmd|' /C calc'!A0", "a \"quoted\", one", NULL };
  const BwCell months[] = { make_cell (100, 100), make_cell (0, 0), make_cell (1234, 1234) };
  const BwCell channels[] = { make_cell (1000, 1000), make_cell (200, 200), make_cell (30, 30),
                              make_cell (4, 4) };
  BwFigure *figure = make_figure (&created, axis, months);
  add_split (figure, period, members, channels, G_N_ELEMENTS (channels));
  return figure;
}

static BwFigure *
make_backlog (BwAxis *axis)
{
  static const BwDetail details[] = {
    { "start", "At the start", BW_UNIT_COUNT, 10 },
    { "created", "+ created", BW_UNIT_COUNT, 1234 },
    { "reopened", "+ reopened", BW_UNIT_COUNT, NAN },
    { "solved", "- solved", BW_UNIT_COUNT, 1200 },
    { "end", "= at the end", BW_UNIT_COUNT, 44 },
    { "oldest", "Oldest", BW_UNIT_SECONDS, 86400 },
  };
  const BwCell months[] = { make_cell (20, 20), make_cell (10, 10), make_cell (44, 44) };
  BwFigure *figure = make_figure (&backlog, axis, months);
  g_array_append_vals (figure->details, details, G_N_ELEMENTS (details));
  return figure;
}

static BwFigure *
make_reply (BwAxis *axis, const BwPeriod *period)
{
  static const char *const members[] = { "email", NULL };
  const BwCell months[] = { BW_CELL_NONE, make_duration (7200, 3600, 50),
                            make_duration (0.1 + 0.2, 5400, 812) };
  const BwCell channels[] = { make_duration (4000, 3000, 800), BW_CELL_NONE };
  BwFigure *figure = make_figure (&reply, axis, months);
  figure->signal = BW_SIGNAL_DOWN;
  figure->excluded[BW_REASON_UNANSWERED] = 31;
  figure->excluded[BW_REASON_AGENT_CREATED] = 12;
  figure->note = g_strdup ("As exported by the product.");
  add_split (figure, period, members, channels, G_N_ELEMENTS (channels));
  return figure;
}

static BwFigure *
make_reopened (BwAxis *axis)
{
  const BwCell months[] = { make_ratio (1, 0, 0), make_ratio (1, 2, 50), make_ratio (1, 7, 300) };
  BwFigure *figure = make_figure (&reopened, axis, months);
  figure->signal = BW_SIGNAL_NONE;
  figure->current.low = 0.0113;
  figure->current.high = 0.0474;
  figure->target = bw_target_copy (
      &(const BwTarget) { (char *) "reopen-rate", BW_TARGET_ALWAYS, NULL, NAN, 0.05 });
  figure->target_verdict = BW_TARGET_MET;
  return figure;
}

static BwFigure *
make_unavailable (void)
{
  BwFigure *figure = bw_figure_new (&handling);
  figure->reason = g_strdup ("needs a file of calls");
  return figure;
}

static BwDataset *
make_dataset (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  BwSource *source = sketch_source ("zendesk-csv", BW_KIND_TICKETS,
                                    "id,channel,created,aside\n"
                                    "1,email,796000000,\n" /* 2025-03-23 */
                                    "2,email,796000100,spam\n"
                                    "3,chat,796000200,\n");
  g_ptr_array_add (sources, source);
  g_set_str (&source->name, "tickets.csv");
  g_set_str (&source->encoding, "UTF-8");
  g_set_str (&source->delimiter, ",");
  g_set_str (&source->profile_title, "Zendesk account export");
  source->n_rows = 3;
  bw_source_set_sha256 (source, "00ff");
  bw_source_add_note (source, "bad-date", "Solved at", 3, 17, "=%s", "not a date");
  return bw_dataset_new (sources);
}

BwReport *
fixture_report (void)
{
  g_autoptr (BwZone) zone = bw_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BwPeriod) span = bw_period_new_days (bw_civil_to_days (2025, 1, 1),
                                                 bw_civil_to_days (2025, 3, 31), zone);
  g_autoptr (BwPeriod) period = bw_period_new_days (bw_civil_to_days (2025, 3, 1),
                                                   bw_civil_to_days (2025, 3, 31), zone);
  g_autoptr (BwPeriod) compared = bw_period_previous (period);
  g_autoptr (BwAxis) axis = bw_axis_new (span, BW_GRAIN_MONTH);
  g_autoptr (BwDataset) dataset = make_dataset ();
  g_autoptr (BwFilter) filter = bw_filter_new ();

  const BwCell points[] = { make_ratio (100, 1, 3), make_ratio (100, -5, 40),
                            make_ratio (100, 10, 70) };
  const BwCell scores[] = { make_score (4.1, 3), make_score (4.2, 40), make_score (4.25, 70) };
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  g_ptr_array_add (figures, make_created (axis, period));
  g_ptr_array_add (figures, make_backlog (axis));
  g_ptr_array_add (figures, make_reply (axis, period));
  g_ptr_array_add (figures, make_reopened (axis));
  g_ptr_array_add (figures, make_figure (&score, axis, scores));
  g_ptr_array_add (figures, make_figure (&nps, axis, points));
  g_ptr_array_add (figures, make_unavailable ());

  BwReportContent content = {
    .dataset = dataset,
    .figures = figures,
    .period = period,
    .compared = compared,
    .axis = axis,
    .compare = BW_COMPARE_PREVIOUS,
    .filter = filter,
  };
  return bw_report_new_from_content (&content);
}

const BwExporter *
fixture_exporter (const char *id)
{
  for (const BwExporter *const *exporter = bw_exporters (); *exporter; exporter++)
    if (strcmp ((*exporter)->id, id) == 0)
      return *exporter;
  g_assert_not_reached ();
}

GBytes *
fixture_export (const char *id, BwReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = fixture_exporter (id)->write (report, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
