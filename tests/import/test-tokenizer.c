/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fast tokenizer and the survey against plain loops, on random texts full of quotes and line
 * ends, with every instruction set, batch size and border between blocks. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bw-survey.h"
#include "bw-tokenizer.h"

#define N_TEXTS 2000
#define MAX_CELLS 512

static const char *const level_names[BW_SCAN_LAST] = { "portable", "sse2", "avx2", "avx512" };

static const BwDialect dialects[] = {
  { ',', '"' }, { ';', '"' }, { '\t', '"' }, { '|', 0 }, { '\x1f', '\'' },
};

/* --- Random texts -------------------------------------------------------------------------------
 */

static void
append_cell (GRand *rand, GString *text, BwDialect dialect)
{
  static const char *const pieces[] = {
    "a",
    "b ",
    "12",
    "é",
    "\n",
    "\r\n",
    "\r",
    "\"\"",
    "\"",
    "'",
    "a longer piece of text that spans more than a word of bytes"
  };
  gboolean quoted = g_rand_int_range (rand, 0, 3) == 0;
  char quote = dialect.quote ? dialect.quote : '"';
  int n = g_rand_int_range (rand, 0, 4);
  if (quoted)
    g_string_append_c (text, quote);
  for (int i = 0; i < n; i++) {
    int kind = g_rand_int_range (rand, 0, quoted ? 12 : 24);
    if (kind == 11)
      g_string_append_c (text, dialect.delimiter);
    else
      g_string_append (text, pieces[kind % (quoted ? 8 : 4)]);
  }
  if (g_rand_int_range (rand, 0, 40) == 0)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (quoted && g_rand_int_range (rand, 0, 60) != 0)
    g_string_append_c (text, quote);
}

static void
append_noise (GRand *rand, GString *text, BwDialect dialect)
{
  const char noise[] = {
    'a', dialect.delimiter, dialect.quote ? dialect.quote : '"', '\n', '\r', 0
  };
  for (int n = g_rand_int_range (rand, 0, 200); n > 0; n--)
    g_string_append_c (text, noise[g_rand_int_range (rand, 0, sizeof noise)]);
}

static GString *
random_text (GRand *rand, BwDialect dialect)
{
  GString *text = g_string_new (NULL);
  int n_rows = g_rand_int_range (rand, 0, 12);
  if (g_rand_int_range (rand, 0, 4) == 0)
    append_noise (rand, text, dialect);
  for (int i = 0; i < n_rows; i++) {
    for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--) {
      append_cell (rand, text, dialect);
      if (n > 1)
        g_string_append_c (text, dialect.delimiter);
    }
    g_string_append (text, i % 3 == 0 ? "\r\n" : "\n");
  }
  if (text->len > 0 && g_rand_boolean (rand))
    g_string_truncate (text, text->len - 1);
  return text;
}

/* --- Records ------------------------------------------------------------------------------------
 */

/* Compares the records of a batch with those that bw_record_read finds from *at on. */
static void
compare_batch (const BwTokenizer *tokenizer, const char **at)
{
  const char *end = tokenizer->scan.text + tokenizer->scan.size;
  for (guint i = 0; i < tokenizer->n_records; i++) {
    BwCellSpan cells[MAX_CELLS];
    gsize n = bw_record_read (*at, end, tokenizer->scan.dialect, cells, MAX_CELLS, at);
    guint first = bw_tokenizer_get_first (tokenizer, i);
    guint last = bw_tokenizer_get_last (tokenizer, i);
    g_assert_cmpuint (last - first + 1, ==, n);
    for (guint c = 0; c < n; c++) {
      const char *start = bw_tokenizer_get_start (tokenizer, first + c);
      const char *stop = tokenizer->base + tokenizer->scan.ends[first + c];
      stop -= first + c == last && bw_tokenizer_ends_in_crlf (tokenizer, last);
      g_assert_true (start == cells[c].start);
      g_assert_cmpuint ((gsize) (stop - start), ==, cells[c].length);
    }
  }
}

static void
walk (BwTokenizer *tokenizer, gsize start, gsize limit, const char **at)
{
  g_autoptr (GError) error = NULL;
  bw_tokenizer_begin (tokenizer, start, limit);
  while (bw_tokenizer_next (tokenizer, &error))
    compare_batch (tokenizer, at);
  g_assert_no_error (error);
  g_assert_true (*at == tokenizer->scan.text + tokenizer->next);
}

static void
test_records (gconstpointer data)
{
  BwScanLevel level = (BwScanLevel) GPOINTER_TO_INT (data);
  if (!bw_scan_force (level)) {
    g_test_skip ("this machine lacks the instructions");
    return;
  }
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250301);
  for (int i = 0; i < N_TEXTS; i++) {
    BwDialect dialect = dialects[i % G_N_ELEMENTS (dialects)];
    g_autoptr (GString) text = random_text (rand, dialect);
    g_autofree char *exact = g_memdup2 (text->str, text->len); /* so that sanitizers see its end */
    BwTokenizer tokenizer;
    bw_tokenizer_init (&tokenizer, exact, text->len, dialect);
    for (gsize batch = 64; batch <= 4096; batch *= 8) {
      const char *at = exact;
      bw_tokenizer_set_batch (&tokenizer, batch);
      walk (&tokenizer, 0, text->len, &at);
      g_assert_true (at == exact + text->len);
    }
    bw_tokenizer_clear (&tokenizer);
  }
}

/* A walk in stretches meets each record once, wherever the borders are. */
static void
test_borders (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (int i = 0; i < N_TEXTS; i++) {
    BwDialect dialect = dialects[i % G_N_ELEMENTS (dialects)];
    g_autoptr (GString) text = random_text (rand, dialect);
    BwTokenizer tokenizer;
    bw_tokenizer_init (&tokenizer, text->str, text->len, dialect);
    const char *at = text->str;
    for (gsize limit = 0; limit < text->len;) {
      limit += 1 + (gsize) g_rand_int_range (rand, 0, 100);
      limit = MIN (text->len, limit);
      gsize start = (gsize) (at - text->str);
      if (start < limit)
        walk (&tokenizer, start, limit, &at);
    }
    g_assert_true (at == text->str + text->len);
    bw_tokenizer_clear (&tokenizer);
  }
}

static void
test_limit_of_columns (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (int i = 0; i < 2 * BW_RECORD_MAX_CELLS; i++)
    g_string_append_c (text, ',');
  BwTokenizer tokenizer;
  g_autoptr (GError) error = NULL;
  bw_tokenizer_init (&tokenizer, text->str, text->len, dialects[0]);
  bw_tokenizer_set_batch (&tokenizer, 1024);
  bw_tokenizer_begin (&tokenizer, 0, text->len);
  while (bw_tokenizer_next (&tokenizer, &error))
    ;
  g_assert_error (error, BW_ERROR, BW_ERROR_LIMIT);
  bw_tokenizer_clear (&tokenizer);
}

static void
test_limit_of_bytes (void)
{
  gsize size = BW_RECORD_MAX_BYTES + 100000;
  g_autofree char *text = g_malloc (size);
  memset (text, 'x', size);
  text[0] = '"';
  BwTokenizer tokenizer;
  g_autoptr (GError) error = NULL;
  bw_tokenizer_init (&tokenizer, text, size - 10, dialects[0]);
  bw_tokenizer_begin (&tokenizer, 0, size - 10);
  while (bw_tokenizer_next (&tokenizer, &error))
    ;
  g_assert_error (error, BW_ERROR, BW_ERROR_LIMIT);
  bw_tokenizer_clear (&tokenizer);
}

/* --- Files --------------------------------------------------------------------------------------
 */

static char *
write_file (const char *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("bw-tokenizer-XXXXXX.csv", &path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (fd, bytes, size), ==, (gssize) size);
  close (fd);
  return path;
}

/* The cells of a record of the tokenizer as bytes, each behind its length. */
static void
append_record (const BwTokenizer *tokenizer, guint i, GString *out)
{
  guint last = bw_tokenizer_get_last (tokenizer, i);
  guint first = bw_tokenizer_get_first (tokenizer, i);
  g_string_append_printf (out, "@%zu", bw_tokenizer_get_place (tokenizer, first));
  for (guint c = first; c <= last; c++) {
    const char *start = bw_tokenizer_get_start (tokenizer, c);
    const char *end = tokenizer->base + tokenizer->scan.ends[c];
    end -= c == last && bw_tokenizer_ends_in_crlf (tokenizer, last);
    g_assert_true (end <= bw_tokenizer_get_readable_end (tokenizer));
    g_string_append_printf (out, " %zd:", end - start);
    g_string_append_len (out, start, end - start);
  }
}

static GString *
list_records (BwTokenizer *tokenizer, gsize start, gsize limit, gsize batch)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  bw_tokenizer_set_batch (tokenizer, batch);
  bw_tokenizer_begin (tokenizer, start, limit);
  while (bw_tokenizer_next (tokenizer, &error))
    for (guint i = 0; i < tokenizer->n_records; i++)
      append_record (tokenizer, i, out);
  g_assert_no_error (error);
  g_string_append_printf (out, "@%zu", tokenizer->next);
  return out;
}

/* A file that is read piece by piece has the records that it has in memory. */
static void
test_file (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  for (int i = 0; i < 150; i++) {
    BwDialect dialect = dialects[i % G_N_ELEMENTS (dialects)];
    g_autoptr (GString) bytes = g_string_new (NULL);
    while (bytes->len < 20000) {
      g_autoptr (GString) some = random_text (rand, dialect);
      g_string_append_len (bytes, some->str, (gssize) some->len);
    }
    g_autofree char *path = write_file (bytes->str, bytes->len);
    g_autoptr (BwText) text = bw_text_new_from_file (path, NULL);
    g_assert_true (bw_text_is_mapped (text));
    BwTokenizer in_memory, reading;
    bw_tokenizer_init (&in_memory, bytes->str, bytes->len, dialect);
    bw_tokenizer_init_text (&reading, text, dialect);
    for (gsize batch = 64; batch <= 65536; batch *= 4) {
      gsize start = i % 2 ? in_memory.next : 0;
      gsize limit = start + (gsize) g_rand_int_range (rand, 0, 20000);
      limit = MIN (bytes->len, limit);
      g_autoptr (GString) expected = list_records (&in_memory, start, limit, batch);
      g_autoptr (GString) got = list_records (&reading, start, limit, batch);
      g_assert_cmpstr (got->str, ==, expected->str);
      if (limit == bytes->len)
        in_memory.next = 0;
    }
    bw_tokenizer_clear (&in_memory);
    bw_tokenizer_clear (&reading);
    g_unlink (path);
  }
}

/* --- Survey -------------------------------------------------------------------------------------
 */

/* The same by GLib's own check of UTF-8 and a loop over bytes. */
static BwScanCount
count_plainly (const char *text, gsize size, gsize begin, gsize end, char quote)
{
  BwScanCount count = { 0 };
  gboolean inside = FALSE;
  for (gsize i = begin; i < end; i++) {
    gboolean line = text[i] == '\n' || (text[i] == '\r' && !(i + 1 < size && text[i + 1] == '\n'));
    inside ^= text[i] == quote;
    count.n_lines += line;
    count.n_ends_outside += line && !inside;
    count.n_quotes += text[i] == quote;
  }
  for (gsize i = 0; i < end;) {
    gunichar c = g_utf8_get_char_validated (text + i, (gssize) (size - i));
    gboolean bad = c == (gunichar) -1 || c == (gunichar) -2;
    gsize length = bad || text[i] == '\0' ? 1 : (gsize) (g_utf8_next_char (text + i) - (text + i));
    if (i >= begin) {
      count.n_bad += bad && text[i] != '\0';
      count.n_sequences += !bad && length > 1;
    }
    i += length;
  }
  return count;
}

static GString *
random_bytes (GRand *rand)
{
  static const char *const pieces[] = { "a",
                                        "\"",
                                        "\n",
                                        "\r\n",
                                        "\r",
                                        "é",
                                        "€",
                                        "ह",
                                        "한",
                                        "😀",
                                        "日本語テキスト",
                                        "plain text of more than a few bytes" };
  GString *text = g_string_new (NULL);
  int dirt = g_rand_int_range (rand, 0, 3) * 15;
  for (int n = g_rand_int_range (rand, 0, 150); n > 0; n--)
    if (g_rand_int_range (rand, 0, 100) < dirt)
      g_string_append_c (text, (char) g_rand_int_range (rand, 0, 256));
    else
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return text;
}

static void
assert_same_count (const BwScanCount *a, const BwScanCount *b)
{
  g_assert_cmpint (a->n_lines, ==, b->n_lines);
  g_assert_cmpint (a->n_ends_outside, ==, b->n_ends_outside);
  g_assert_cmpint (a->n_quotes, ==, b->n_quotes);
  g_assert_cmpint (a->n_sequences, ==, b->n_sequences);
  g_assert_cmpint (a->n_bad, ==, b->n_bad);
}

static void
test_count (gconstpointer data)
{
  BwScanLevel level = (BwScanLevel) GPOINTER_TO_INT (data);
  if (!bw_scan_force (level)) {
    g_test_skip ("this machine lacks the instructions");
    return;
  }
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  for (int i = 0; i < N_TEXTS; i++) {
    g_autoptr (GString) text = random_bytes (rand);
    g_autofree char *exact = g_memdup2 (text->str, text->len);
    gsize begin = text->len ? (gsize) g_rand_int_range (rand, 0, (int) text->len) : 0;
    BwScanCount counted;
    BwScanCount expected = count_plainly (exact, text->len, 0, text->len, '"');
    bw_scan_count (exact, text->len, 0, text->len, '"', &counted);
    assert_same_count (&counted, &expected);
    expected = count_plainly (exact, text->len, begin, text->len, '"');
    bw_scan_count (exact, text->len, begin, text->len, '"', &counted);
    assert_same_count (&counted, &expected);
  }
}

/* A row that is too large is found before its cells are looked at. */
static void
test_check (void)
{
  g_autoptr (GString) rows = g_string_new ("a,b\n1,2\n");
  gsize n_before = rows->len;
  for (int i = 0; i < BW_RECORD_MAX_CELLS; i++)
    g_string_append_c (rows, ',');
  g_autoptr (GBytes) bytes = g_bytes_new (rows->str, rows->len);
  g_autoptr (BwText) text = bw_text_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_assert_true (bw_tokenizer_check (text, dialects[0], 0, n_before, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (bw_tokenizer_check (text, dialects[0], 0, rows->len, NULL, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "line 3"));
  g_clear_error (&error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_false (bw_tokenizer_check (text, dialects[0], 0, n_before, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* However a text is cut into chunks, the sums are the same. */
static void
test_survey (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  for (int i = 0; i < 500; i++) {
    g_autoptr (GString) text = random_bytes (rand);
    BwScanCount expected = count_plainly (text->str, text->len, 0, text->len, '"');
    bw_survey_set_chunk (1 + (gsize) g_rand_int_range (rand, 0, 200));
    g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
    g_autoptr (BwText) whole = bw_text_new_from_bytes (bytes);
    g_autoptr (BwSurvey) survey = bw_survey_new (whole, '"');
    g_assert_true (bw_survey_count (survey, whole, NULL));
    assert_same_count (&survey->total, &expected);
  }
  bw_survey_set_chunk (0);
}

static void
test_survey_of_file (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);
  for (int i = 0; i < 20; i++) {
    g_autoptr (GString) bytes = g_string_new ("x");
    while (bytes->len < 300000) {
      g_autoptr (GString) some = random_bytes (rand);
      g_string_append_len (bytes, some->str, (gssize) some->len);
    }
    g_autofree char *path = write_file (bytes->str, bytes->len);
    g_autoptr (BwText) text = bw_text_new_from_file (path, NULL);
    BwScanCount expected = count_plainly (bytes->str, bytes->len, 0, bytes->len, '"');
    bw_survey_set_chunk (i % 2 ? 0 : 1000 + (gsize) g_rand_int_range (rand, 0, 200000));
    g_autoptr (BwSurvey) survey = bw_survey_new (text, '"');
    g_assert_true (bw_survey_count (survey, text, NULL));
    assert_same_count (&survey->total, &expected);
    g_unlink (path);
  }
  bw_survey_set_chunk (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int level = 0; level < BW_SCAN_LAST; level++) {
    g_autofree char *records = g_strconcat ("/tokenizer/records/", level_names[level], NULL);
    g_autofree char *count = g_strconcat ("/scan/count/", level_names[level], NULL);
    g_test_add_data_func (records, GINT_TO_POINTER (level), test_records);
    g_test_add_data_func (count, GINT_TO_POINTER (level), test_count);
  }
  g_test_add_func ("/tokenizer/borders", test_borders);
  g_test_add_func ("/tokenizer/limit-of-columns", test_limit_of_columns);
  g_test_add_func ("/tokenizer/limit-of-bytes", test_limit_of_bytes);
  g_test_add_func ("/tokenizer/check", test_check);
  g_test_add_func ("/tokenizer/file", test_file);
  g_test_add_func ("/survey/chunks", test_survey);
  g_test_add_func ("/survey/file", test_survey_of_file);
  return g_test_run ();
}
