/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides on an encoding, and converts what is not UTF-8. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-encoding.h"
#include "bw-error.h"
#include "bw-note.h"

#define STEP ((gsize) 1 << 20)
#define HEAD ((gsize) 64 << 10)
#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

typedef struct {
  const char *name;
  guint8 bytes[4];
  gsize length;
} Mark;

/* UTF-32 first: its mark begins with that of UTF-16. */
static const Mark marks[] = {
  { "UTF-8", { 0xef, 0xbb, 0xbf }, 3 },    { "UTF-32LE", { 0xff, 0xfe, 0, 0 }, 4 },
  { "UTF-32BE", { 0, 0, 0xfe, 0xff }, 4 }, { "UTF-16LE", { 0xff, 0xfe }, 2 },
  { "UTF-16BE", { 0xfe, 0xff }, 2 },
};

static const Mark *
find_mark (const char *text, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (text, marks[i].bytes, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

/* UTF-16 without a mark: line ends, delimiters, digits and Latin letters have a zero byte, always
 * on the same side. */
static const char *
find_utf16 (const char *text, gsize size)
{
  gsize n = MIN (size, HEAD);
  while (n > 0 && text[n - 1] == '\0' && (n < 2 || text[n - 2] == '\0'))
    n--;
  gsize zeros[2] = { 0, 0 };
  for (gsize i = 0; i < n; i++)
    zeros[i & 1] += text[i] == '\0';
  gsize enough = MAX (4, n / 10);
  if (zeros[1] >= enough && zeros[0] <= zeros[1] / 50)
    return "UTF-16LE";
  if (zeros[0] >= enough && zeros[1] <= zeros[0] / 50)
    return "UTF-16BE";
  return NULL;
}

/* "utf_16_le", "UTF-8-SIG", "iso8859-15": what iconv calls it. */
static char *
spell_for_iconv (const char *wanted)
{
  g_autofree char *plain = g_ascii_strdown (wanted, -1);
  gsize n = 0;
  for (const char *at = plain; *at; at++)
    if (*at != '-' && *at != '_' && *at != ' ')
      plain[n++] = *at;
  plain[n] = '\0';

  static const char *const names[][2] = {
    { "utf8", "UTF-8" },          { "utf8sig", "UTF-8" },
    { "ascii", "UTF-8" },         { "usascii", "UTF-8" },
    { "utf16le", "UTF-16LE" },    { "utf16be", "UTF-16BE" },
    { "utf32le", "UTF-32LE" },    { "utf32be", "UTF-32BE" },
    { "cp1252", "windows-1252" }, { "windows1252", "windows-1252" },
    { "latin1", "ISO-8859-1" },   { "latin9", "ISO-8859-15" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (plain, names[i][0]) == 0)
      return g_strdup (names[i][1]);
  if (g_str_has_prefix (plain, "iso8859"))
    return g_strconcat ("ISO-8859-", plain + 7, NULL);
  return g_strdup (wanted);
}

/* --- Conversion ---------------------------------------------------------------------------------
 */

/* Bytes that are skipped where nothing can be read. */
static gsize
unit_of (const char *encoding)
{
  if (g_str_has_prefix (encoding, "UTF-16"))
    return 2;
  return g_str_has_prefix (encoding, "UTF-32") ? 4 : 1;
}

/* Converts up to n bytes; what it cannot read becomes U+FFFD. Returns how many it took. */
static gsize
convert_step (GIConv converter, const char *at, gsize n, gboolean is_last, gsize unit, GString *out)
{
  char buffer[16 << 10];
  char *from = (char *) at;
  gsize left = n;
  while (left > 0) {
    char *to = buffer;
    gsize room = sizeof buffer;
    gsize result = g_iconv (converter, &from, &left, &to, &room);
    int problem = errno;
    g_string_append_len (out, buffer, to - buffer);
    if (result != (gsize) -1 || problem == E2BIG)
      continue;
    if (problem == EINVAL && !is_last)
      break;
    g_string_append (out, REPLACEMENT);
    gsize skipped = problem == EINVAL ? left : MIN (unit, left);
    from += skipped;
    left -= skipped;
  }
  return n - left;
}

static BwText *
finish_text (GString *out)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (out);
  return bw_text_new_from_bytes (bytes);
}

static BwText *
convert (BwText *raw, gsize start, const char *encoding, GCancellable *cancellable, GError **error)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  if (converter == (GIConv) -1) {
    bw_error_set (error, BW_ERROR_UNSUPPORTED, N_ ("There is no encoding “%s”."), encoding);
    return NULL;
  }

  const char *text = bw_text_get_start (raw);
  gsize size = bw_text_get_size (raw);
  GString *out = g_string_sized_new (size - start + size / 8);
  for (gsize at = start; at < size && !g_cancellable_is_cancelled (cancellable);) {
    gsize n = MIN (STEP, size - at);
    at += convert_step (converter, text + at, n, at + n == size, unit_of (encoding), out);
  }
  g_iconv_close (converter);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)) {
    g_string_free (out, TRUE);
    return NULL;
  }
  return finish_text (out);
}

/* UTF-8 in which each byte that does not belong is replaced. */
static BwText *
repair (BwText *raw)
{
  const char *at = bw_text_get_start (raw);
  const char *end = at + bw_text_get_size (raw);
  GString *out = g_string_sized_new (bw_text_get_size (raw) + 64);
  const char *good = at;
  while (at < end) {
    gsize length = (guint8) *at < 0x80 ? 1 : bw_scan_character (at, end);
    if (length == 0) {
      g_string_append_len (out, good, at - good);
      g_string_append (out, REPLACEMENT);
      good = at + 1;
    }
    at += MAX (length, 1);
  }
  g_string_append_len (out, good, end - good);
  return finish_text (out);
}

/* --- Decision -----------------------------------------------------------------------------------
 */

static void
note_bad_bytes (GPtrArray *notes, gint64 n)
{
  g_ptr_array_add (notes, bw_note_new_counted (
                              "mixed-encoding", n, 0,
                              "The file is UTF-8, but %d byte is not: it is shown as “�”.",
                              "The file is UTF-8, but %d bytes are not: they are shown as “�”."));
}

/* Bytes without a mark or a name. forced: UTF-8 was asked for. */
static BwText *
decode_bytes (BwText *raw,
              gboolean forced,
              char **name,
              BwSurvey **survey_out,
              GPtrArray *notes,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (BwSurvey) survey = bw_survey_new (raw, '"');
  if (!bw_survey_count (survey, raw, cancellable)) {
    g_cancellable_set_error_if_cancelled (cancellable, error);
    return NULL;
  }
  const BwScanCount *total = &survey->total;
  gboolean is_utf8 = forced || total->n_sequences >= total->n_bad;
  *name = g_strdup (is_utf8 ? "UTF-8" : "windows-1252");
  if (!is_utf8)
    return convert (raw, 0, "WINDOWS-1252", cancellable, error);
  if (total->n_bad == 0) {
    if (survey_out)
      *survey_out = g_steal_pointer (&survey);
    return bw_text_ref (raw);
  }
  note_bad_bytes (notes, total->n_bad);
  return repair (raw);
}

/* What the bytes are by their name or their mark, or by their zeros; NULL when that says nothing.
 * *skip: bytes of the mark. */
static char *
find_encoding (const BwText *raw, const char *wanted, gsize *skip)
{
  const char *text = bw_text_get_start (raw);
  gsize size = bw_text_get_size (raw);
  const Mark *mark = find_mark (text, size);
  char *encoding =
      wanted ? spell_for_iconv (wanted) : g_strdup (mark ? mark->name : find_utf16 (text, size));
  *skip = mark && g_strcmp0 (encoding, mark->name) == 0 ? mark->length : 0;
  return encoding;
}

gboolean
bw_encoding_begins_as_utf8 (const BwText *raw, const char *wanted, gsize *start_at)
{
  g_autofree char *encoding = find_encoding (raw, wanted, start_at);
  if (encoding && strcmp (encoding, "UTF-8") != 0)
    return FALSE;
  BwScanCount count;
  bw_survey_count_stretch (raw, 0, 0, MIN (bw_text_get_size (raw), HEAD), &count);
  return count.n_bad == 0;
}

BwText *
bw_encoding_decode (BwText *raw,
                    const char *wanted,
                    gsize *start_at,
                    char **name,
                    BwSurvey **survey,
                    GPtrArray *notes,
                    GCancellable *cancellable,
                    GError **error)
{
  gsize skip;
  g_autofree char *encoding = find_encoding (raw, wanted, &skip);

  *start_at = 0;
  if (survey)
    *survey = NULL;
  if (encoding && strcmp (encoding, "UTF-8") != 0) {
    *name = g_steal_pointer (&encoding);
    return convert (raw, skip, *name, cancellable, error);
  }
  *start_at = skip;
  return decode_bytes (raw, encoding != NULL, name, survey, notes, cancellable, error);
}
