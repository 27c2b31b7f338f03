/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inner loops over the cells of a column. A shape is recognised by arithmetic on eight bytes at
 * a time, dates are added up from a table of months, and zones are asked once a day. */
#include "config.h"

#include <math.h>

#include "bw-civil.h"
#include "bw-parse.h"
#include "bw-typing.h"

/* Dates that the quick way knows: 2000-01-01 up to the last whole year that BW_STORE_TIME holds. */
#define FIRST_YEAR 2000
#define N_YEARS 68
#define N_DAYS (N_YEARS * 366)

/* Offsets of a zone by local day since 2000-01-01, in a form in which zeroed memory is unknown. */
#define OFFSET_UNKNOWN 0
#define OFFSET_VARIES 1
#define OFFSET_BIAS (1 << 20)

typedef struct {
  const BwZone *zone;
  gint32 *offsets; /* N_DAYS */
} ZoneDays;

struct _BwTypist {
  /* Borrowed */
  const BwTarget *targets;
  guint n_targets;

  /* Owned */
  BwWords *words; /* one a target */
  GArray *zones;  /* ZoneDays */
  GString *scratch;

  gint32 month_starts[12 * N_YEARS + 1]; /* in days since 2000-01-01 */
};

BwTypist *
bw_typist_new (const BwTarget *targets, guint n_targets)
{
  BwTypist *self = g_new0 (BwTypist, 1);
  self->targets = targets;
  self->n_targets = n_targets;
  self->words = g_new0 (BwWords, n_targets + 1);
  self->zones = g_array_new (FALSE, FALSE, sizeof (ZoneDays));
  self->scratch = g_string_new (NULL);
  for (guint i = 0; i < n_targets; i++)
    if (bw_store_is_code (targets[i].store))
      bw_words_init (&self->words[i]);
  for (int i = 0; i <= 12 * N_YEARS; i++)
    self->month_starts[i] = (gint32) (bw_civil_to_days (FIRST_YEAR + i / 12, 1 + i % 12, 1) -
                                      BW_TIME_ORIGIN / 86400);
  return self;
}

void
bw_typist_free (BwTypist *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_targets; i++)
    bw_words_clear (&self->words[i]);
  for (guint i = 0; i < self->zones->len; i++)
    g_free (g_array_index (self->zones, ZoneDays, i).offsets);
  g_free (self->words);
  g_array_unref (self->zones);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

BwWords *
bw_typist_get_words (BwTypist *self, guint i)
{
  return self->words[i].slots ? &self->words[i] : NULL;
}

/* --- Cells -------------------------------------------------------------------------------------- */

typedef struct {
  const char *at;
  gsize length;
} Cell;

/* The cells of one column; a copy of what the loops need, for the compiler to keep at hand. */
typedef struct {
  const char *base;
  const char *text_end;
  const guint32 *ends;
  const BwBatchRow *rows;
  guint n_rows;
  guint column;
  int quote; /* a byte, or -1 */
  BwDialect dialect;
  GString *scratch;
} Cells;

static inline Cells
get_cells (const BwTypist *self, const BwTarget *target, const BwBatch *batch)
{
  const BwScan *scan = &batch->tokenizer->scan;
  return (Cells) {
    .base = batch->tokenizer->base,
    .text_end = scan->text + scan->size,
    .ends = scan->ends,
    .rows = batch->rows,
    .n_rows = batch->n_rows,
    .column = target->index,
    .quote = scan->dialect.quote ? scan->dialect.quote : -1,
    .dialect = scan->dialect,
    .scratch = self->scratch,
  };
}

static inline gsize
readable (const Cells *cells, const char *at)
{
  return (gsize) (cells->text_end - at);
}

/* The text of a quoted cell; not copied unless there are quotes in it. */
static Cell
unquote (const Cells *cells, Cell cell)
{
  BwDialect dialect = cells->dialect;
  GString *scratch = cells->scratch;
  const char *last = cell.at + cell.length - 1;
  if (cell.length >= 2 && *last == dialect.quote &&
      !memchr (cell.at + 1, dialect.quote, cell.length - 2))
    return (Cell) { cell.at + 1, cell.length - 2 };
  BwCellSpan span = { cell.at, cell.length, TRUE };
  g_string_truncate (scratch, 0);
  bw_cell_decode (&span, dialect, scratch);
  return (Cell) { scratch->str, scratch->len };
}

/* The last cell of a row, or one that it lacks: empty. */
static Cell
get_edge_cell (const Cells *cells, guint place, guint last)
{
  if (place > last)
    return (Cell) { cells->base, 0 };
  guint32 start = cells->ends[place - 1] + 1;
  Cell cell = { cells->base + start, cells->ends[place] - start };
  const char *end = cell.at + cell.length;
  if (cell.length > 0 && end < cells->text_end && *end == '\n')
    cell.length -= end[-1] == '\r';
  return cell.length > 0 && *cell.at == cells->quote ? unquote (cells, cell) : cell;
}

/* The text of a cell. An empty one in the row has its delimiter to be looked at. */
static inline Cell
get_cell (const Cells *cells, guint i)
{
  BwBatchRow row = cells->rows[i];
  guint place = row.first + cells->column;
  if (G_UNLIKELY (place >= row.last))
    return get_edge_cell (cells, place, row.last);
  guint32 start = cells->ends[place - 1] + 1;
  Cell cell = { cells->base + start, cells->ends[place] - start };
  return G_UNLIKELY (*cell.at == cells->quote) ? unquote (cells, cell) : cell;
}

/* Whether the text was copied: it does not stand in the file. */
static inline gboolean
is_copy (const Cells *cells, Cell cell)
{
  return cell.at == cells->scratch->str;
}

static Cell
trim (Cell cell)
{
  while (cell.length > 0 && g_ascii_isspace (*cell.at)) {
    cell.at++;
    cell.length--;
  }
  while (cell.length > 0 && g_ascii_isspace (cell.at[cell.length - 1]))
    cell.length--;
  return cell;
}

#define SHOWN_BYTES 60

static void
note_bad (BwEvidence *evidence, Cell cell, gsize row)
{
  evidence->n_bad++;
  if (evidence->first_bad)
    return;
  evidence->first_bad_row = (gint64) row;
  gboolean whole = cell.length <= SHOWN_BYTES;
  g_autofree char *start = g_strndup (cell.at, MIN (cell.length, SHOWN_BYTES));
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  evidence->first_bad = whole ? g_steal_pointer (&valid) : g_strconcat (valid, "…", NULL);
}

/* --- Figures in eight bytes --------------------------------------------------------------------- */

#define ALL(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define DASHES G_GUINT64_CONSTANT (0x30302d30302d3030) /* "00-00-00" */
#define COLONS G_GUINT64_CONSTANT (0x30303a30303a3030)

/* "dd-dd-dd", or with the other separator, to three numbers; FALSE when it is not. */
static inline gboolean
read_pairs (guint64 text, guint64 pattern, guint *a, guint *b, guint *c)
{
  guint64 digits = text ^ pattern;
  guint64 beyond = digits + G_GUINT64_CONSTANT (0x76767f76767f7676);
  guint64 numbers = digits * 10 + (digits >> 8);
  *a = numbers & 0xff;
  *b = numbers >> 24 & 0xff;
  *c = numbers >> 48 & 0xff;
  return !((digits | beyond) & ALL (0x80));
}

/* Up to eight digits. */
static inline gboolean
read_digits (const char *at, gsize length, guint32 *number)
{
  guint empty = (guint) (64 - 8 * length);
  guint64 digits = (bw_words_load (at) << empty) ^ (ALL (0x30) << empty);
  gboolean ok = !((digits | (digits + ALL (0x76))) & ALL (0x80));
  digits = digits * 10 + (digits >> 8);
  guint64 upper = (digits & G_GUINT64_CONSTANT (0xff000000ff)) *
                  G_GUINT64_CONSTANT (0x000f424000000064);
  guint64 lower = (digits >> 16 & G_GUINT64_CONSTANT (0xff000000ff)) *
                  G_GUINT64_CONSTANT (0x0000271000000001);
  *number = (guint32) ((upper + lower) >> 32);
  return ok;
}

/* --- Times -------------------------------------------------------------------------------------- */

static gint32
find_offset (const BwZone *zone, gint32 day)
{
  gint64 first = BW_TIME_ORIGIN + (gint64) day * 86400;
  BwZoneFit fits[3];
  gint64 morning = bw_zone_to_unix (zone, first, &fits[0]);
  gint64 noon = bw_zone_to_unix (zone, first + 43200, &fits[1]);
  gint64 night = bw_zone_to_unix (zone, first + 86399, &fits[2]);
  gboolean exact = fits[0] == BW_ZONE_EXACT && fits[1] == BW_ZONE_EXACT && fits[2] == BW_ZONE_EXACT;
  if (!exact || noon - morning != 43200 || night - morning != 86399)
    return OFFSET_VARIES;
  return (gint32) (first - morning) + OFFSET_BIAS;
}

static gint32 *
get_zone_days (BwTypist *self, const BwZone *zone)
{
  for (guint i = 0; i < self->zones->len; i++)
    if (g_array_index (self->zones, ZoneDays, i).zone == zone)
      return g_array_index (self->zones, ZoneDays, i).offsets;
  ZoneDays days = { zone, g_new0 (gint32, N_DAYS) };
  g_array_append_val (self->zones, days);
  return days.offsets;
}

typedef struct {
  gint32 day; /* since 2000-01-01 */
  gint32 second;
  gboolean is_utc;
} QuickTime;

/* YYYY-MM-DD, then nothing, or a blank or T and HH:MM[:SS], and Z after seconds. */
static inline gboolean
read_quick_time (const BwTypist *self, Cell cell, QuickTime *time)
{
  if (cell.length > 20 || !(1u << cell.length & (1u << 19 | 1u << 16 | 1u << 20 | 1u << 10)))
    return FALSE;
  guint year, month, day;
  if (cell.at[0] != '2' || cell.at[1] != '0' ||
      !read_pairs (bw_words_load (cell.at + 2), DASHES, &year, &month, &day))
    return FALSE;
  if (year >= N_YEARS || month - 1 >= 12)
    return FALSE;
  const gint32 *starts = &self->month_starts[12 * year + month - 1];
  if (day - 1 >= (guint) (starts[1] - starts[0]))
    return FALSE;
  *time = (QuickTime) { starts[0] + (gint32) day - 1, 0, FALSE };
  if (cell.length == 10)
    return TRUE;

  guint64 clock = cell.length == 16
                      ? bw_words_load (cell.at + 8) >> 24 | G_GUINT64_CONSTANT (0x30303a) << 40
                      : bw_words_load (cell.at + 11);
  guint hour, minute, second;
  if ((cell.at[10] != ' ' && cell.at[10] != 'T') ||
      !read_pairs (clock, COLONS, &hour, &minute, &second) || hour > 23 || minute > 59 ||
      second > 59)
    return FALSE;
  time->second = (gint32) (hour * 3600 + minute * 60 + second);
  time->is_utc = cell.length == 20;
  return !time->is_utc || cell.at[19] == 'Z';
}

static gint32
store_time (gint64 unix_time)
{
  gint64 time = unix_time - BW_TIME_ORIGIN;
  return time > G_MININT32 && time <= G_MAXINT32 ? (gint32) time : BW_MISSING;
}

static gint64
leave_zone (const BwZone *zone, gint64 local, BwEvidence *evidence)
{
  BwZoneFit fit = BW_ZONE_EXACT;
  gint64 unix_time = zone ? bw_zone_to_unix (zone, local, &fit) : local;
  evidence->n_gap += fit == BW_ZONE_GAP;
  evidence->n_overlap += fit == BW_ZONE_OVERLAP;
  return unix_time;
}

/* Any other shape. */
static gint32
read_time (const BwColumnPlan *plan, Cell cell, gsize row, BwEvidence *evidence)
{
  gint64 seconds;
  BwTimeShape shape = { 0 };
  BwParse result = bw_parse_time (cell.at, cell.length, plan->order, &seconds, &shape);
  if (result == BW_PARSE_BLANK) {
    evidence->n_blank++;
    return BW_MISSING;
  }
  evidence->n_year_first += result == BW_PARSE_OK && shape.order == BW_DATE_YMD;
  evidence->n_first_over_12 += shape.first > 12;
  evidence->n_second_over_12 += shape.second > 12;
  evidence->n_with_zone += shape.has_zone;
  if (result == BW_PARSE_OK && !shape.has_zone)
    seconds = leave_zone (plan->zone, seconds, evidence);
  gint32 time = result == BW_PARSE_OK ? store_time (seconds) : BW_MISSING;
  if (time == BW_MISSING)
    note_bad (evidence, cell, row);
  else
    evidence->n_read++;
  return time;
}

/* A quick time's value, or BW_MISSING where the zone has to be asked for the very second. */
static inline gint32
place_quick_time (const BwZone *zone, gint32 *days, const QuickTime *time)
{
  gint32 local = time->day * 86400 + time->second;
  if (time->is_utc || !zone)
    return local;
  gint32 offset = days[time->day];
  if (G_UNLIKELY (offset == OFFSET_UNKNOWN))
    offset = days[time->day] = find_offset (zone, time->day);
  return offset == OFFSET_VARIES ? BW_MISSING : local - (offset - OFFSET_BIAS);
}

static void
type_times (BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row,
            BwEvidence *evidence)
{
  const BwColumnPlan *plan = target->plan;
  gint32 *days = plan->zone ? get_zone_days (self, plan->zone) : NULL;
  gint32 *values = (gint32 *) (void *) target->values + row;
  gint64 n_quick = 0;
  gint64 n_utc = 0;
  gint64 n_blank = 0;
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    Cell cell = get_cell (&cells, i);
    QuickTime time;
    gint32 value = BW_MISSING;
    if (cell.length == 0) {
      n_blank++;
    } else if (G_LIKELY (read_quick_time (self, cell, &time)) &&
               (value = place_quick_time (plan->zone, days, &time)) != BW_MISSING) {
      n_quick++;
      n_utc += time.is_utc;
    } else {
      value = read_time (plan, cell, row + i, evidence);
    }
    values[i] = value;
  }
  evidence->n_blank += n_blank;
  evidence->n_read += n_quick;
  evidence->n_year_first += n_quick;
  evidence->n_with_zone += n_utc;
}

/* --- Durations and counts ----------------------------------------------------------------------- */

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
    note_bad (evidence, cell, row);
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

static gint32
read_count (const BwColumnPlan *plan, Cell cell, gsize row, BwEvidence *evidence)
{
  double number = 0;
  BwParse result = bw_parse_number (cell.at, cell.length, plan->decimal_comma, &number);
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

static void
type_durations (BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row,
                BwEvidence *evidence)
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

static void
type_counts (BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row,
             BwEvidence *evidence)
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

static void
type_numbers (BwTypist *self, const BwTarget *target, const BwBatch *batch, gsize row,
              BwEvidence *evidence)
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

/* --- Words -------------------------------------------------------------------------------------- */

/* Bytes that can be blanks or control characters at either end of the word. */
static inline gboolean
has_blanks (Cell cell)
{
  return cell.length > 0 && (((guint8) *cell.at <= ' ') | ((guint8) cell.at[cell.length - 1] <= ' '));
}

static inline guint32
find_word (const Cells *cells, BwWords *words, Cell cell)
{
  gsize limit = is_copy (cells, cell) ? cell.length : readable (cells, cell.at);
  if (G_UNLIKELY (has_blanks (cell))) {
    Cell trimmed = trim (cell);
    limit -= (gsize) (trimmed.at - cell.at);
    cell = trimmed;
  }
  return bw_words_find (words, cell.at, cell.length, limit);
}

static gboolean
type_words (BwTypist *self, guint target_index, const BwBatch *batch, gsize row,
            BwEvidence *evidence)
{
  const BwTarget *target = &self->targets[target_index];
  BwWords *words = &self->words[target_index];
  gboolean wide = target->store == BW_STORE_CODE32;
  gint64 n_blank = 0;
  const Cells cells = get_cells (self, target, batch);
  for (guint i = 0; i < cells.n_rows; i++) {
    guint32 number = find_word (&cells, words, get_cell (&cells, i));
    n_blank += number == 0;
    if (wide)
      ((guint32 *) (void *) target->values)[row + i] = number;
    else
      ((guint16 *) (void *) target->values)[row + i] = (guint16) number;
  }
  evidence->n_blank += n_blank;
  evidence->n_read += cells.n_rows - n_blank;
  return wide || words->n <= G_MAXUINT16;
}

gboolean
bw_typist_type (BwTypist *self, guint i, const BwBatch *batch, gsize row, BwEvidence *evidence)
{
  const BwTarget *target = &self->targets[i];
  switch (target->value) {
  case BW_VALUE_TIME:
    type_times (self, target, batch, row, evidence);
    return TRUE;
  case BW_VALUE_DURATION:
    type_durations (self, target, batch, row, evidence);
    return TRUE;
  case BW_VALUE_COUNT:
    type_counts (self, target, batch, row, evidence);
    return TRUE;
  case BW_VALUE_NUMBER:
    type_numbers (self, target, batch, row, evidence);
    return TRUE;
  default:
    return type_words (self, i, batch, row, evidence);
  }
}
