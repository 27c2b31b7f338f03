/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Durations, counts and other numbers. */
#include "config.h"

#include <math.h>

#include "bw-parse.h"
#include "bw-typing-private.h"

static gint32
store_rounded (double number)
{
  double rounded = round (number);
  return rounded > G_MININT32 && rounded <= G_MAXINT32 ? (gint32) rounded : BW_MISSING;
}

/* What is common to all numbers once one is read. */
static void
count_number (BwParse result, double number, Cell cell, gsize row, BwEvidence *evidence)
{
  if (result == BW_PARSE_BLANK) {
    evidence->n_blank++;
  } else if (result == BW_PARSE_BAD) {
    bw_evidence_add_bad (evidence, cell, row);
  } else {
    evidence->n_read++;
    evidence->n_negative += number < 0;
    evidence->n_zero += number == 0;
  }
}

static gint32
read_duration (const BwColumnPlan *plan, Cell cell, gsize row, BwEvidence *evidence)
{
  double seconds = 0;
  gboolean shaped = FALSE;
  BwParse result = bw_parse_duration (cell.at, cell.length, plan->unit, plan->minutes_seconds,
                                      plan->decimal_comma, &seconds, &shaped);
  gint32 value = result == BW_PARSE_OK ? store_rounded (seconds) : BW_MISSING;
  if (result == BW_PARSE_OK && value == BW_MISSING)
    result = BW_PARSE_BAD;
  evidence->n_shaped += result == BW_PARSE_OK && shaped;
  count_number (result, seconds, cell, row, evidence);
  return value;
}

/* A yes or no where a count was expected. */
static BwParse
read_meaning (const BwColumnPlan *plan, Cell cell, double *number)
{
  g_autofree char *text = g_strndup (cell.at, cell.length);
  *number = plan->meaning (text, plan->meaning_data);
  return isnan (*number) ? BW_PARSE_BAD : BW_PARSE_OK;
}

static gint32
read_count (const BwColumnPlan *plan, Cell cell, gsize row, BwEvidence *evidence)
{
  double number = 0;
  BwParse result = bw_parse_number (cell.at, cell.length, plan->decimal_comma, &number);
  if (result == BW_PARSE_BAD && plan->meaning)
    result = read_meaning (plan, cell, &number);
  gint32 value = result == BW_PARSE_OK ? store_rounded (number) : BW_MISSING;
  if (result == BW_PARSE_OK && value == BW_MISSING)
    result = BW_PARSE_BAD;
  evidence->n_fraction += result == BW_PARSE_OK && number != (double) value;
  count_number (result, number, cell, row, evidence);
  return value;
}

/* Seconds of a unit; 0 for those of which many make a second. */
static gint64
get_scale (BwDurationUnit unit)
{
  static const int seconds[] = {
    [BW_DURATION_SECONDS] = 1,  [BW_DURATION_MILLISECONDS] = 0, [BW_DURATION_MINUTES] = 60,
    [BW_DURATION_HOURS] = 3600, [BW_DURATION_DAYS] = 86400,
  };
  return seconds[unit];
}

/* H:MM:SS or HH:MM:SS */
static inline gboolean
read_quick_clock (const Cells *cells, Cell cell, gint32 *seconds)
{
  if ((cell.length != 8 && cell.length != 7) || readable (cells, cell.at) < 8)
    return FALSE;
  guint64 text = bw_words_load (cell.at);
  if (cell.length == 7)
    text = text << 8 | '0';
  guint h, m, s;
  if (!read_pairs (text, COLONS, &h, &m, &s) || m > 59 || s > 59)
    return FALSE;
  *seconds = (gint32) (h * 3600 + m * 60 + s);
  return TRUE;
}

static inline gboolean
read_quick_number (const Cells *cells, Cell cell, guint32 *number)
{
  return cell.length <= 8 && readable (cells, cell.at) >= 8 && !is_copy (cells, cell) &&
         read_digits (cell.at, cell.length, number);
}

void
bw_typist_type_durations (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  gint64 scale = get_scale (target->plan->unit);
  gint32 *values = (gint32 *) (void *) target->values + row;
  BwEvidence found = { 0 };
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    Cell cell = get_cell (&cells, i);
    guint32 number;
    gint32 value = BW_MISSING;
    if (cell.length == 0) {
      found.n_blank++;
    } else if (read_quick_number (&cells, cell, &number) && number * scale <= G_MAXINT32) {
      value = (gint32) (scale ? number * scale : (number + 500) / 1000);
      found.n_zero += number == 0;
    } else if (!is_copy (&cells, cell) && read_quick_clock (&cells, cell, &value)) {
      found.n_shaped++;
      found.n_zero += value == 0;
    } else {
      value = read_duration (target->plan, cell, row + i, evidence);
      found.n_read--;
    }
    values[i] = value;
  }
  evidence->n_blank += found.n_blank;
  evidence->n_read += cells.n_rows - found.n_blank + found.n_read;
  evidence->n_zero += found.n_zero;
  evidence->n_shaped += found.n_shaped;
}

void
bw_typist_type_counts (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  gint32 *values = (gint32 *) (void *) target->values + row;
  BwEvidence found = { 0 };
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    Cell cell = get_cell (&cells, i);
    guint32 number;
    gint32 value = BW_MISSING;
    if (cell.length == 0) {
      found.n_blank++;
    } else if (read_quick_number (&cells, cell, &number)) {
      value = (gint32) number;
      found.n_zero += number == 0;
    } else {
      value = read_count (target->plan, cell, row + i, evidence);
      found.n_read--;
    }
    values[i] = value;
  }
  evidence->n_blank += found.n_blank;
  evidence->n_read += cells.n_rows - found.n_blank + found.n_read;
  evidence->n_zero += found.n_zero;
}

void
bw_typist_type_numbers (
    BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  double *values = (double *) (void *) target->values + row;
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    Cell cell = get_cell (&cells, i);
    double number = NAN;
    BwParse result = bw_parse_number (cell.at, cell.length, target->plan->decimal_comma, &number);
    count_number (result, number, cell, row + i, evidence);
    values[i] = result == BW_PARSE_OK ? number : NAN;
  }
}
