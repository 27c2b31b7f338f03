/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures at the beginning of files, and signs of markup and of binary bytes. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-disguise.h"

typedef struct {
  const char *bytes;
  gsize length;
  const char *sentence;
} Signature;

#define WORKBOOK                                                                                   \
  N_ ("This is a compressed file or an office document, not delimited text: save the "             \
      "sheet as CSV and open that.")
#define PACKED N_ ("This is a compressed file, not delimited text: unpack it first.")
#define PICTURE N_ ("This is a picture, not a table: export the figures as CSV.")
#define PROGRAM N_ ("This is a program, not a table: choose the export of your ticket system.")

static const Signature signatures[] = {
  { "%PDF-", 5, N_ ("This is a PDF document, not a table: export the same report as CSV.") },
  { "PK\3\4", 4, WORKBOOK },
  { "PK\5\6", 4, WORKBOOK },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8,
    N_ ("This is an old office document, not delimited text: save the sheet as CSV and open "
        "that.") },
  { "\x1f\x8b", 2, PACKED },
  { "\xfd"
    "7zXZ",
    5, PACKED },
  { "\x28\xb5\x2f\xfd", 4, PACKED },
  { "7z\xbc\xaf\x27\x1c", 6, PACKED },
  { "Rar!\x1a\x07", 6, PACKED },
  { "BZh", 3, PACKED },
  { "\x89PNG", 4, PICTURE },
  { "\xff\xd8\xff", 3, PICTURE },
  { "GIF8", 4, PICTURE },
  { "\x7f"
    "ELF",
    4, PROGRAM },
  { "SQLite format 3", 15, N_ ("This is a database, not a table: export its table as CSV.") },
  { "{\\rtf", 5, N_ ("This is a text document, not a table: export the same report as CSV.") },
};

static const Signature markup[] = {
  { "<!doctype html", 14, NULL }, { "<html", 5, NULL },   { "<head", 5, NULL },
  { "<body", 5, NULL },           { "<script", 7, NULL }, { "<table", 6, NULL },
  { "<meta", 5, NULL },           { "<title", 6, NULL },  { "<div", 4, NULL },
};

static gsize
skip_blanks (const char *text, gsize n)
{
  gsize i = n >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (i < n && g_ascii_isspace (text[i]))
    i++;
  return i;
}

static gboolean
begins_with (const char *text, gsize n, const char *word)
{
  gsize length = strlen (word);
  return n >= length && g_ascii_strncasecmp (text, word, length) == 0;
}

static const char *
describe_markup (const char *text, gsize n)
{
  gsize skip = skip_blanks (text, n);
  text += skip;
  n -= skip;
  gboolean is_page = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (markup) && !is_page; i++)
    is_page = begins_with (text, n, markup[i].bytes);
  if (begins_with (text, n, "<!--") || begins_with (text, n, "<?xml"))
    is_page = g_strstr_len (text, (gssize) MIN (n, 2000), "<html") != NULL;
  if (is_page)
    return N_ ("This is a web page, not a table: probably a login page was saved instead of the "
               "export. Sign in and download it again.");
  if (begins_with (text, n, "<?xml"))
    return N_ ("This is an XML document, not delimited text: export the same report as CSV.");
  if (n > 1 && (begins_with (text, n, "{\"") || begins_with (text, n, "[{") ||
                begins_with (text, n, "{\n") || begins_with (text, n, "{\r")))
    return N_ ("This is a JSON document, not delimited text: export the same report as CSV.");
  return NULL;
}

/* Control characters that no text has, beyond a few; zero bytes at the end are padding, and zero
 * bytes on one side only are UTF-16. */
static gboolean
is_binary (const guint8 *head, gsize n)
{
  while (n > 0 && head[n - 1] == 0)
    n--;
  gsize n_control = 0;
  gsize zeros[2] = { 0, 0 };
  for (gsize i = 0; i < n; i++) {
    zeros[i & 1] += head[i] == 0;
    n_control +=
        head[i] > 0 && head[i] < 0x20 && !strchr ("\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f", head[i]);
  }
  gsize least = MIN (zeros[0], zeros[1]);
  return (n_control > 16 && n_control > n / 50) || (least > 16 && least > n / 100);
}

static gboolean
has_wide_mark (const guint8 *head, gsize n)
{
  return n >= 2 && ((head[0] == 0xff && head[1] == 0xfe) || (head[0] == 0xfe && head[1] == 0xff) ||
                    (n >= 4 && memcmp (head, "\0\0\xfe\xff", 4) == 0));
}

const char *
bw_disguise_describe (const guint8 *head, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (n >= signatures[i].length && memcmp (head, signatures[i].bytes, signatures[i].length) == 0)
      return signatures[i].sentence;
  if (has_wide_mark (head, n))
    return NULL;
  const char *sentence = describe_markup ((const char *) head, n);
  if (!sentence && is_binary (head, n))
    sentence =
        N_ ("This is not text but binary bytes: choose the CSV export of your ticket system.");
  return sentence;
}
