/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a time, a duration, a number and a header. Seeds: one cell a line of
 * tests/data/cases/dates. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "bw-parse.h"
#include "bw-synonyms.h"
#include "bw-vocabulary.h"

int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size);

static void
read_time (const char *text, gsize length)
{
  for (int order = BW_DATE_UNDECIDED; order <= BW_DATE_SERIAL; order++) {
    BwTimeShape shape;
    gint64 seconds = 0;

    if (bw_parse_time (text, length, (BwDateOrder) order, &seconds, &shape) == BW_PARSE_OK)
      g_assert (seconds > -G_GINT64_CONSTANT (200000000000) &&
                seconds < G_GINT64_CONSTANT (300000000000));
  }
}

static void
read_duration (const char *text, gsize length)
{
  for (int unit = BW_DURATION_SECONDS; unit <= BW_DURATION_DAYS; unit++) {
    double seconds = 0;
    gboolean shaped;

    if (bw_parse_duration (text, length, (BwDurationUnit) unit, unit & 1, unit & 2, &seconds,
                           &shaped) == BW_PARSE_OK)
      g_assert (isfinite (seconds));
  }
}

static void
read_number (const char *text, gsize length)
{
  double number = 0;

  if (bw_parse_number (text, length, FALSE, &number) == BW_PARSE_OK)
    g_assert (isfinite (number));
  if (bw_parse_number (text, length, TRUE, &number) == BW_PARSE_OK)
    g_assert (isfinite (number));
}

static void
read_words (const char *text)
{
  g_autoptr (BwHeader) header = bw_header_new (text);
  BwSynonym found[BW_SYNONYMS_MAX];

  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    bw_synonyms_find (header, (BwKind) kind, found);
  bw_vocabulary_status (text, NULL);
  bw_vocabulary_priority (text, NULL);
  bw_vocabulary_verdict (text, NULL);
  bw_vocabulary_rating (text, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size)
{
  g_autofree char *copy = g_memdup2 (bytes, size); /* exactly as long: a step beyond is seen */
  g_autofree char *text = g_strndup ((const char *) bytes, size);

  read_time (copy ? copy : "", size);
  read_duration (copy ? copy : "", size);
  read_number (copy ? copy : "", size);
  if (size < 200)
    read_words (text);
  return 0;
}
