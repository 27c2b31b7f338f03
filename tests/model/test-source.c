/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a file: its checksum and its notes. */
#include <glib/gstdio.h>

#include "bw-source.h"

static char *
write_file (const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("bw-source-XXXXXX.csv", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_new (void)
{
  BwSource *source = bw_source_new ("/some/where/tickets.csv");
  g_assert_cmpstr (source->path, ==, "/some/where/tickets.csv");
  g_assert_cmpstr (source->name, ==, "tickets.csv");
  g_assert_null (source->member);
  g_assert_cmpuint (source->decisions->len, ==, 0);
  g_assert_cmpuint (source->notes->len, ==, 0);
  BwDecision *decision = bw_decision_new ();
  g_assert_cmpint (decision->field, ==, BW_FIELD_NONE);
  decision->header = g_strdup ("Created at");
  decision->samples = g_strsplit ("a b", " ", -1);
  g_ptr_array_add (source->decisions, decision);
  g_assert_finalize_object (source);
}

/* FIPS 180-4 examples. */
static void
test_sha256 (void)
{
  static const char *const cases[][2] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = write_file (cases[i][0]);
    g_autoptr (BwSource) source = bw_source_new (path);
    const char *sum = bw_source_get_sha256 (source, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (sum, ==, cases[i][1]);
    g_remove (path);
    g_assert_true (bw_source_get_sha256 (source, &error) == sum); /* remembered */
  }
}

static void
test_sha256_given (void)
{
  g_autoptr (BwSource) source = bw_source_new ("/nowhere/at/all.csv");
  bw_source_set_sha256 (source, "00ff");
  g_assert_cmpstr (bw_source_get_sha256 (source, NULL), ==, "00ff");
  bw_source_set_sha256 (source, "1111");
  g_assert_cmpstr (bw_source_get_sha256 (source, NULL), ==, "00ff");
}

static void
test_sha256_gone (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file ("abc");
  g_autoptr (BwSource) source = bw_source_new (path);
  source->size = 4;
  g_assert_null (bw_source_get_sha256 (source, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, source->name));
  g_clear_error (&error);

  g_remove (path);
  g_assert_null (bw_source_get_sha256 (source, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (g_strstr_len (error->message, -1, source->name));
}

/* The table of a source whose only column has as many cells as lines. */
static BwTable *
make_table (BwText *text, gsize n_rows)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  BwTablePart part = { bw_text_ref (text), (BwDialect) { ',', '"' }, 0, n_rows, NULL, NULL };
  return bw_table_new (BW_KIND_TICKETS, n_rows, g_steal_pointer (&columns), &part, NULL);
}

/* Its rows can be read as long as the file that was opened is there, under whatever name. */
static void
test_check (void)
{
  static const struct {
    const char *name;
    const char *command; /* %1$s: the file */
    gboolean holds;
  } cases[] = {
    { "untouched", "true", TRUE },
    { "touched", "touch -d '2 days ago' '%1$s'", TRUE },
    { "removed", "rm '%1$s'", TRUE },
    { "replaced", "echo other > '%1$s.new' && mv '%1$s.new' '%1$s'", TRUE },
    { "appended to", "printf '\\n3' >> '%1$s'", TRUE },
    { "cut off", "truncate -s 2 '%1$s'", FALSE },
    { "emptied", "truncate -s 0 '%1$s'", FALSE },
    { "written into", "printf 'd\\n9\\n8\\n' > '%1$s'; touch -d '2 days ago' '%1$s'", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = write_file ("d\n1\n2\n");
    g_autoptr (BwText) text = bw_text_new_from_file (path, &error);
    g_autoptr (BwDigest) digest = bw_digest_new (text);
    g_autoptr (BwSource) source = bw_source_new (path);
    source->table = make_table (text, 2);
    bw_source_set_digest (source, digest);
    bw_digest_get (digest);
    g_autofree char *command = g_strdup_printf (cases[i].command, path);
    g_test_message ("%s", cases[i].name);
    g_assert_cmpint (system (command), ==, 0);
    g_assert_cmpint (bw_source_check (source, &error), ==, cases[i].holds);
    g_assert_cmpint (error == NULL, ==, cases[i].holds);
    if (error)
      g_assert_true (g_str_has_prefix (error->message, source->name));
    g_remove (path);
  }
}

static gpointer
ask_sha256 (gpointer source)
{
  return (gpointer) bw_source_get_sha256 (source, NULL);
}

static void
test_sha256_threads (void)
{
  g_autofree char *path = write_file ("abc");
  g_autoptr (BwSource) source = bw_source_new (path);
  GThread *threads[8];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sha256", ask_sha256, source);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == bw_source_get_sha256 (source, NULL));
  g_remove (path);
}

/* The parts of a note, whatever they are. */
static void
test_note_texts (void)
{
  g_autoptr (BwSource) source = bw_source_new ("t.csv");
  bw_source_add_note (source, "a", NULL, 1, 0, "“%s” of %d, %g and %" G_GINT64_FORMAT ": 100 %%.",
                      "50 % %s", 7, 0.5, G_MAXINT64);
  bw_source_add_note (source, "a", NULL, 2, 0, "another %s", "x");
  bw_source_add_note (source, "b", NULL, 1, 0, "plain");
  const char *const expected[] = { "“50 % %s” of 7, 0.5 and 9223372036854775807: 100 %.", "plain" };
  g_assert_cmpuint (source->notes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const BwNote *note = g_ptr_array_index (source->notes, i);
    g_autofree char *text = bw_note_dup_text (note);
    g_assert_cmpstr (text, ==, expected[i]);
    g_assert_cmpstr (note->text, ==, expected[i]);
  }
}

static void
test_notes (void)
{
  g_autoptr (BwSource) source = bw_source_new ("t.csv");
  bw_source_add_note (source, "bad-date", "Solved at", 2, 17, "%d cells", 2);
  bw_source_add_note (source, "bad-date", "Created at", 1, 9, "%s", "other column");
  bw_source_add_note (source, "bad-date", "Solved at", 3, 5, "%s", "not kept");
  bw_source_add_note (source, "ragged-row", NULL, 1, 0, "rows");
  bw_source_add_note (source, "ragged-row", NULL, 1, 30, "rows");
  bw_source_add_note (source, "ragged-row", NULL, 1, 40, "rows");

  static const struct {
    const char *code;
    const char *column;
    gint64 count;
    gint64 line;
    const char *text;
  } cases[] = {
    { "bad-date", "Solved at", 5, 5, "2 cells" },
    { "bad-date", "Created at", 1, 9, "other column" },
    { "ragged-row", NULL, 3, 30, "rows" },
  };
  g_assert_cmpuint (source->notes->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = g_ptr_array_index (source->notes, i);
    g_assert_cmpstr (note->code, ==, cases[i].code);
    g_assert_cmpstr (note->column, ==, cases[i].column);
    g_assert_cmpint (note->count, ==, cases[i].count);
    g_assert_cmpint (note->first_line, ==, cases[i].line);
    g_assert_cmpstr (note->text, ==, cases[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/new", test_new);
  g_test_add_func ("/source/sha256", test_sha256);
  g_test_add_func ("/source/sha256/given", test_sha256_given);
  g_test_add_func ("/source/sha256/gone", test_sha256_gone);
  g_test_add_func ("/source/sha256/threads", test_sha256_threads);
  g_test_add_func ("/source/check", test_check);
  g_test_add_func ("/source/note-texts", test_note_texts);
  g_test_add_func ("/source/notes", test_notes);
  return g_test_run ();
}
