/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of delimited text. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "bw-csv.h"

void
bw_csv_append_text (GString *out, const char *text, BwCsvGuard guard)
{
  g_return_if_fail (out);
  if (!text || !*text)
    return;

  const char *apostrophe = guard == BW_CSV_GUARDED && strchr ("=+-@\t\r", *text) ? "'" : "";
  if (!strpbrk (text, ",\"\r\n")) {
    g_string_append (out, apostrophe);
    g_string_append (out, text);
    return;
  }
  g_string_append_c (out, '"');
  g_string_append (out, apostrophe);
  for (const char *p = text; *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

void
bw_csv_append_number (GString *out, double number)
{
  g_return_if_fail (out);
  if (!isfinite (number))
    return;

  char text[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (text, sizeof text, formats[i], number);
    if (g_ascii_strtod (text, NULL) == number)
      break;
  }
  g_string_append (out, text);
}
