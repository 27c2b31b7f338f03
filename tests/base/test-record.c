/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bw_record_read and bw_cell_decode: rules by table, then every short text against a second,
 * differently built reader. */
#include <string.h>

#include "bw-record.h"

static const BwDialect comma = { ',', '"' };
static const BwDialect semicolon = { ';', '"' };
static const BwDialect apostrophe = { ',', '\'' };
static const BwDialect plain = { '\t', 0 };

/* Records as "<cell><cell>" lines, each ended by ";". */
static char *
render (const char *text, gsize length, BwDialect dialect)
{
  GString *out = g_string_new (NULL);
  const char *end = text + length;
  while (text < end) {
    BwCellSpan cells[64];
    gsize n = bw_record_read (text, end, dialect, cells, G_N_ELEMENTS (cells), &text);
    g_assert_cmpuint (n, >=, 1);
    for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (cells)); i++) {
      g_string_append_c (out, '<');
      bw_cell_decode (&cells[i], dialect, out);
      g_string_append_c (out, '>');
    }
    g_string_append_c (out, ';');
  }
  return g_string_free (out, FALSE);
}

typedef struct {
  const char *name;
  const BwDialect *dialect;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "one-cell", &comma, "a", "<a>;" },
  { "one-row", &comma, "a,b,c", "<a><b><c>;" },
  { "trailing-delimiter", &comma, "a,b,", "<a><b><>;" },
  { "trailing-delimiter-lf", &comma, "a,\nb", "<a><>;<b>;" },
  { "only-a-delimiter", &comma, ",", "<><>;" },
  { "lf", &comma, "a,b\nc,d\n", "<a><b>;<c><d>;" },
  { "crlf", &comma, "a,b\r\nc,d\r\n", "<a><b>;<c><d>;" },
  { "cr", &comma, "a,b\rc,d\r", "<a><b>;<c><d>;" },
  { "all-three", &comma, "a\rb\nc\r\nd", "<a>;<b>;<c>;<d>;" },
  { "lf-cr-is-two", &comma, "a\n\rb", "<a>;<>;<b>;" },
  { "cr-cr-lf", &comma, "a\r\r\nb", "<a>;<>;<b>;" },
  { "cr-at-end", &comma, "a\r", "<a>;" },
  { "blank-lines", &comma, "\n\na\n\n", "<>;<>;<a>;<>;" },
  { "no-final-line-end", &comma, "a\nb", "<a>;<b>;" },
  { "ragged", &comma, "a\nb,c,d\n,", "<a>;<b><c><d>;<><>;" },
  { "spaces-kept", &comma, " a , b ", "< a >< b >;" },

  { "quoted", &comma, "\"a\",\"b\"\n", "<a><b>;" },
  { "quoted-delimiter", &comma, "\"a,b\",c", "<a,b><c>;" },
  { "quoted-lf", &comma, "\"a\nb\",c\nd", "<a\nb><c>;<d>;" },
  { "quoted-crlf", &comma, "\"a\r\nb\"\r\nc", "<a\r\nb>;<c>;" },
  { "quoted-cr-last", &comma, "\"a\r\",b", "<a\r><b>;" },
  { "quoted-empty", &comma, "\"\"", "<>;" },
  { "quoted-empty-between", &comma, "a,\"\",b", "<a><><b>;" },
  { "doubled", &comma, "\"a \"\"b\"\" c\"", "<a \"b\" c>;" },
  { "doubled-at-edges", &comma, "\"\"\"a\"\"\",b", "<\"a\"><b>;" },
  { "four-quotes", &comma, "\"\"\"\",b", "<\"><b>;" },
  { "six-quotes", &comma, "\"\"\"\"\"\"", "<\"\">;" },
  { "doubled-then-lf", &comma, "\"\"\"\n\"\"\"\nb", "<\"\n\">;<b>;" },
  { "quote-inside-plain", &comma, "a\"b,c\"\nd", "<a\"b><c\">;<d>;" },
  { "quote-after-space", &comma, " \"a,b\"", "< \"a><b\">;" },
  { "text-after-close", &comma, "\"a\"b,c", "<ab><c>;" },
  { "quote-after-close", &comma, "\"a\"b\"c\",d", "<ab\"c\"><d>;" },
  { "space-after-close", &comma, "\"a\" ,\"b\"", "<a ><b>;" },
  { "unterminated", &comma, "a,\"b,c\nd", "<a><b,c\nd>;" },
  { "unterminated-empty", &comma, "a,\"", "<a><>;" },
  { "unterminated-doubled", &comma, "\"a\"\"", "<a\">;" },
  { "unterminated-doubled-newline", &comma, "\"a\"\"\n", "<a\"\n>;" },

  { "semicolon", &semicolon, "a,b;\"c;d\"", "<a,b><c;d>;" },
  { "apostrophe", &apostrophe, "'a,''b''',\"c\"", "<a,'b'><\"c\">;" },
  { "no-quotes", &plain, "\"a\tb\"\n\"\"\t\n", "<\"a><b\">;<\"\"><>;" },
  { "utf-8", &comma, "ä,\"日\"\"本\"\n", "<ä><日\"本>;" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *c = user_data;
  g_autofree char *got = render (c->text, strlen (c->text), *c->dialect);
  g_assert_cmpstr (got, ==, c->expected);
}

static void
test_nul_bytes (void)
{
  BwCellSpan cells[3];
  const char *next;
  const char text[] = "a\0b,\"\0\"\"\"\nrest";
  g_autoptr (GString) out = g_string_new (NULL);
  gsize n = bw_record_read (text, text + sizeof text - 1, comma, cells, 3, &next);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (next, ==, "rest");
  g_assert_cmpmem (cells[0].start, cells[0].length, "a\0b", 3);
  bw_cell_decode (&cells[1], comma, out);
  g_assert_cmpmem (out->str, out->len, "\0\"", 2);
}

static void
test_spans (void)
{
  BwCellSpan cells[4];
  const char *next;
  const char *text = "a,\"b\"x,,c\r\nd";
  gsize n = bw_record_read (text, text + strlen (text), comma, cells, 4, &next);
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (cells[0].start == text && cells[0].length == 1 && !cells[0].quoted);
  g_assert_true (cells[1].start == text + 2 && cells[1].length == 4 && cells[1].quoted);
  g_assert_true (cells[2].start == text + 7 && cells[2].length == 0 && !cells[2].quoted);
  g_assert_true (cells[3].start == text + 8 && cells[3].length == 1);
  g_assert_true (next == text + 11);
}

/* More cells than room: all are counted, those that fit are filled, the next record is found. */
static void
test_more_than_room (void)
{
  BwCellSpan cells[3] = { 0 };
  const char *next;
  const char *text = "1,2,\"3\n\",4,5\n6";
  g_assert_cmpuint (bw_record_read (text, text + strlen (text), comma, cells, 2, &next), ==, 5);
  g_assert_cmpstr (next, ==, "6");
  g_assert_true (cells[1].start == text + 2);
  g_assert_null (cells[2].start);
  g_assert_cmpuint (bw_record_read (text, text + strlen (text), comma, NULL, 0, &next), ==, 5);
}

static void
test_append (void)
{
  g_autoptr (GString) out = g_string_new ("kept ");
  BwCellSpan cell = { "\"a\"\"b\"", 6, TRUE };
  bw_cell_decode (&cell, comma, out);
  g_assert_cmpstr (out->str, ==, "kept a\"b");
}

/* An apostrophe against formulas is no part of the text; any other one is. */
static void
test_guard (void)
{
  static const char *const texts[][2] = {
    { "'-20 %", "-20 %" },
    { "\"'=A1,2\"", "=A1,2" },
    { "'@night", "@night" },
    { "'+", "+" },
    { "'tis", "'tis" },
    { "a'-b", "a'-b" },
    { "'", "'" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) out = g_string_new ("'-");
    BwCellSpan cell = { texts[i][0], strlen (texts[i][0]), *texts[i][0] == '"' };
    bw_cell_read (&cell, comma, out);
    g_assert_cmpstr (out->str + 2, ==, texts[i][1]);
  }
}

typedef enum {
  AT_START,
  IN_PLAIN,
  IN_QUOTES,
  AFTER_QUOTE,
} State;

/* The same rules as a machine that looks at one byte at a time and never back. */
static char *
render_by_states (const char *text, gsize length, BwDialect dialect)
{
  GString *out = g_string_new (NULL);
  State state = AT_START;
  gboolean open = FALSE; /* a record has begun */
  for (gsize i = 0; i < length; i++) {
    char c = text[i];
    if (!open)
      g_string_append_c (out, '<');
    open = TRUE;
    if (state == IN_QUOTES) {
      if (c == dialect.quote)
        state = AFTER_QUOTE;
      else
        g_string_append_c (out, c);
    } else if (state == AFTER_QUOTE && c == dialect.quote) {
      g_string_append_c (out, c);
      state = IN_QUOTES;
    } else if (state == AT_START && c == dialect.quote) {
      state = IN_QUOTES;
    } else if (c == dialect.delimiter) {
      g_string_append (out, "><");
      state = AT_START;
    } else if (c == '\n' || c == '\r') {
      i += c == '\r' && i + 1 < length && text[i + 1] == '\n';
      g_string_append (out, ">;");
      open = FALSE;
      state = AT_START;
    } else {
      g_string_append_c (out, c);
      state = IN_PLAIN;
    }
  }
  if (open)
    g_string_append (out, ">;");
  return g_string_free (out, FALSE);
}

/* All texts of up to 8 bytes over the bytes that matter: each of the rules in every position. */
static void
test_every_short_text (void)
{
  static const char alphabet[] = { 'a', ',', '"', '\n', '\r' };
  char text[8];
  for (guint length = 1; length <= sizeof text; length++) {
    guint total = 1;
    for (guint i = 0; i < length; i++)
      total *= sizeof alphabet;
    for (guint number = 0; number < total; number++) {
      guint rest = number;
      for (guint i = 0; i < length; i++, rest /= sizeof alphabet)
        text[i] = alphabet[rest % sizeof alphabet];
      g_autofree char *got = render (text, length, comma);
      g_autofree char *expected = render_by_states (text, length, comma);
      if (strcmp (got, expected) != 0)
        g_error ("%.*s: got %s, expected %s", (int) length, text, got, expected);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/record/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/record/nul-bytes", test_nul_bytes);
  g_test_add_func ("/record/spans", test_spans);
  g_test_add_func ("/record/more-than-room", test_more_than_room);
  g_test_add_func ("/record/append", test_append);
  g_test_add_func ("/record/guard", test_guard);
  g_test_add_func ("/record/every-short-text", test_every_short_text);
  return g_test_run ();
}
