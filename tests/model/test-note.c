/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes keep copies of what they were given. */
#include <locale.h>
#include <string.h>

#include "bw-error.h"
#include "bw-note.h"

static void
test_new (void)
{
  char text[] = "3 cells are no dates";
  g_autoptr (BwNote) note = bw_note_new ("bad-date", NULL, 3, 17, "%s", text);
  memset (text, '?', sizeof (text) - 1);
  g_assert_cmpstr (note->code, ==, "bad-date");
  g_assert_null (note->column);
  g_assert_cmpint (note->count, ==, 3);
  g_assert_cmpint (note->first_line, ==, 17);
  g_assert_cmpstr (note->text, ==, "3 cells are no dates");
}

static BwNote *
make (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  BwNote *note = bw_note_new_of ("note", NULL, 1, 0, format, arguments);
  va_end (arguments);
  return note;
}

/* The parts are kept, to be put together again in another language. */
static void
test_parts (void)
{
  g_autoptr (BwNote) note =
                make ("“%s”: %d of %u rows, %" G_GINT64_FORMAT " bytes, %g %%, %s", "a.csv", -1,
                      3000000000u, G_GINT64_CONSTANT (5000000000), 2.5, "end");
  static const char expected[] = "“a.csv”: -1 of 3000000000 rows, 5000000000 bytes, 2.5 %, end";
  g_autofree char *text = bw_note_dup_text (note);
  g_autoptr (BwNote) more = bw_note_with_count (note, 2, 9);
  g_assert_cmpstr (note->text, ==, expected);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (more->text, ==, expected);
  g_assert_cmpint (more->count, ==, 2);
}

/* Numbers of rows are written as in the rest of a report. */
static void
test_grouped (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  if (!setlocale (LC_NUMERIC, "en_US.UTF-8") && !setlocale (LC_NUMERIC, "de_DE.UTF-8")) {
    g_test_skip ("no language with groups of digits is installed");
    return;
  }
  g_autoptr (BwNote) note = make ("%" G_GINT64_FORMAT " of %d", G_GINT64_CONSTANT (1200), 2025);
  g_autofree char *count = g_strdup_printf ("%'d of 2025", 1200);
  g_assert_cmpuint (strlen (count), ==, strlen ("1,200 of 2025"));
  g_assert_cmpstr (note->text, ==, count);
  setlocale (LC_NUMERIC, before);
}

/* It says its own count, however often that grows. */
static void
test_counted (void)
{
  g_autoptr (BwNote) one = bw_note_new_counted ("preamble", 1, 1, "%u line", "%u lines");
  g_autoptr (BwNote) more = bw_note_with_count (one, 3, 1);
  g_assert_cmpstr (one->text, ==, "1 line");
  g_assert_cmpstr (more->text, ==, "3 lines");
}

/* The reason of a note is what an error says, with all that was put around its sentence. */
static void
test_because (void)
{
  g_autoptr (GError) error = bw_error_new (BW_ERROR_EMPTY, "no rows in “%s”", "Sheet 1");
  g_autoptr (GError) plain = g_error_new_literal (BW_ERROR, BW_ERROR_EMPTY, "100 %s");
  bw_error_name_file (&error, "a.xlsx");
  g_autofree char *sentence = error->message;
  error->message = g_strconcat (sentence, "; “Date” is not used", NULL);
  g_autoptr (BwNote) note = bw_note_new_because ("skipped-part", 2, "Left out. %s", error);
  g_autoptr (BwNote) other = bw_note_new_because ("skipped-part", 2, "Left out. %s", plain);
  g_autofree char *text = bw_note_dup_text (note);
  g_assert_cmpstr (note->text, ==, "Left out. a.xlsx: no rows in “Sheet 1”; “Date” is not used");
  g_assert_cmpstr (text, ==, note->text);
  g_assert_cmpstr (other->text, ==, "Left out. 100 %s");
  g_assert_cmpint (note->count, ==, 2);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, BW_TYPE_NOTE);
  BwNote *note = bw_note_new ("bad-date", "Solved at", 1, 0, "x");
  g_value_take_boxed (&value, note);
  g_autoptr (BwNote) same = g_value_dup_boxed (&value);
  g_assert_true (same == note);
  g_assert_cmpstr (same->column, ==, "Solved at");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/new", test_new);
  g_test_add_func ("/note/parts", test_parts);
  g_test_add_func ("/note/counted", test_counted);
  g_test_add_func ("/note/because", test_because);
  g_test_add_func ("/note/grouped", test_grouped);
  g_test_add_func ("/note/boxed", test_boxed);
  return g_test_run ();
}
