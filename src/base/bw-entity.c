/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of HTML 4 that are met in exports, and numbers. */
#include "config.h"

#include <string.h>

#include "bw-entity.h"

#define NAME_BYTES 8
#define NO_BREAK_SPACE 0xa0

/* From U+00A0 on. */
static const char latin[96][NAME_BYTES] = {
  "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
  "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
  "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
  "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
  "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
  "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
  "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
  "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
  "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
  "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

static const struct {
  char name[NAME_BYTES];
  gunichar sign;
} others[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },        { "quot", '"' },
  { "apos", '\'' },     { "euro", 0x20ac },   { "ndash", 0x2013 },  { "mdash", 0x2014 },
  { "hellip", 0x2026 }, { "bull", 0x2022 },   { "trade", 0x2122 },  { "lsquo", 0x2018 },
  { "rsquo", 0x2019 },  { "sbquo", 0x201a },  { "ldquo", 0x201c },  { "rdquo", 0x201d },
  { "bdquo", 0x201e },  { "lsaquo", 0x2039 }, { "rsaquo", 0x203a }, { "oelig", 0x153 },
  { "OElig", 0x152 },
};

static gunichar
find_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i].name, name) == 0)
      return others[i].sign;
  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (strcmp (latin[i], name) == 0)
      return NO_BREAK_SPACE + i;
  return 0;
}

static gunichar
read_number (const char *digits)
{
  gboolean hex = g_ascii_tolower (*digits) == 'x';
  char *end;
  guint64 sign = g_ascii_strtoull (digits + hex, &end, hex ? 16 : 10);
  gboolean is_text = sign >= ' ' || (sign > 0 && strchr ("\t\n\r", (int) sign));
  return end > digits + hex && *end == '\0' && is_text && sign <= 0x10ffff &&
                 g_unichar_validate ((gunichar) sign)
             ? (gunichar) sign
             : 0;
}

const char *
bw_entity_read (const char *at, const char *end, gunichar *sign)
{
  char name[NAME_BYTES + 1];
  gsize n = 0;
  for (at++; n < NAME_BYTES && at < end && (g_ascii_isalnum (*at) || *at == '#'); at++)
    name[n++] = *at;
  name[n] = '\0';
  if (at == end || *at != ';')
    return NULL;
  *sign = *name == '#' ? read_number (name + 1) : find_name (name);
  if (*sign == NO_BREAK_SPACE)
    *sign = ' ';
  return *sign ? at + 1 : NULL;
}

void
bw_entities_append (GString *out, const char *text, gsize n)
{
  const char *end = text + n;
  for (const char *mark; (mark = memchr (text, '&', (gsize) (end - text)));) {
    gunichar sign;
    const char *next = bw_entity_read (mark, end, &sign);
    g_string_append_len (out, text, mark - text);
    if (next)
      g_string_append_unichar (out, sign);
    else
      g_string_append_c (out, '&');
    text = next ? next : mark + 1;
  }
  g_string_append_len (out, text, end - text);
}
