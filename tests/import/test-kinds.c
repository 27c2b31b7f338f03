/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of file is taken for what it is, and the rows of logs become the right tickets and
 * calls. tests/data/kinds/KIND/ok-NAME.csv stands beside ok-NAME.expected; adding a case is adding
 * two files; BELLWETHER_GOLDEN=write writes the second. */
#include <glib/gstdio.h>
#include <string.h>

#include "bw-importer.h"

static BwDataset *
load (const char *first, const char *second)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) utc = bw_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  const char *paths[] = { first, second, NULL };
  bw_importer_set_zone (importer, utc);
  BwDataset *dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static BwDataset *
load_text (const char *text)
{
  g_autofree char *path = write_file ("one.csv", text);
  return load (path, NULL);
}

static BwSource *
get_source (BwDataset *dataset, guint i)
{
  return g_list_model_get_item (bw_dataset_get_sources (dataset), i);
}

static gint64
count_note (BwDataset *dataset, guint source_number, const char *code)
{
  g_autoptr (BwSource) source = get_source (dataset, source_number);
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];
    if (g_str_equal (note->code, code))
      return note->count;
  }
  return -1;
}

/* --- Small files ------------------------------------------------------------------------------ */

static void
describe_cell (const BwTable *table, gsize row, guint c, GString *out)
{
  const BwColumn *column = bw_table_get_column (table, c);
  g_autofree char *text = NULL;
  if (column->store == BW_STORE_TIME) {
    gint64 time = bw_column_time (column, row);
    g_autoptr (GDateTime) at = time == BW_TIME_NONE ? NULL : g_date_time_new_from_unix_utc (time);
    text = at ? g_date_time_format (at, "%F %T") : g_strdup ("");
  } else if (column->store == BW_STORE_INT) {
    int value = bw_column_int (column, row);
    text = value == BW_MISSING ? g_strdup ("") : g_strdup_printf ("%d", value);
  } else if (column->store == BW_STORE_DOUBLE) {
    double value = ((const double *) column->values)[row];
    text = isnan (value) ? g_strdup ("") : g_strdup_printf ("%g", value);
  } else {
    text = bw_table_dup_text (table, row, c);
  }
  if (*text)
    g_string_append_printf (out, " %s=%s", bw_field_get (column->field)->name, text);
}

static void
describe_table (const BwTable *table, GString *out)
{
  g_string_append_printf (out, "%s\n", bw_kind_to_string (bw_table_get_kind (table)));
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    g_string_append_c (out, ' ');
    for (guint c = 0; c < bw_table_get_n_columns (table); c++)
      if (bw_table_get_column (table, c)->field != BW_FIELD_NONE)
        describe_cell (table, row, c, out);
    if (bw_table_get_aside (table, row) != BW_ASIDE_NONE)
      g_string_append_printf (out, " [%s]", bw_aside_to_string (bw_table_get_aside (table, row)));
    g_string_append_c (out, '\n');
  }
}

static char *
describe (const char *path)
{
  g_autoptr (BwDataset) dataset = load (path, NULL);
  g_autoptr (BwSource) source = get_source (dataset, 0);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "file: %s\n", bw_kind_to_string (source->kind));
  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    BwTable *table = bw_dataset_get_table (dataset, (BwKind) kind);
    if (table && !bw_kind_is_gathered ((BwKind) kind))
      describe_table (table, out);
  }
  return g_string_free_and_steal (out);
}

static void
test_file (gconstpointer user_data)
{
  const char *path = user_data;
  g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *kind = g_path_get_basename (folder);
  g_autofree char *first = g_strdup_printf ("file: %s\n", kind);
  g_autofree char *expected = NULL;
  g_autofree char *found = describe (path);

  if (g_strcmp0 (g_getenv ("BELLWETHER_GOLDEN"), "write") == 0)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
  g_assert_true (g_str_has_prefix (found, first));
}

static void
add_folder (const char *folder, const char *kind)
{
  g_autofree char *path = g_build_filename (folder, kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *test = g_strdup_printf ("/kinds/files/%s/%s", kind, name);
    if (!g_str_has_suffix (name, ".expected"))
      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_file, g_free);
  }
}

/* --- A large log ------------------------------------------------------------------------------ */

#define N_TICKETS 20000
#define N_EVENTS 6 /* a ticket */
#define START G_GINT64_CONSTANT (1735689600)

typedef struct {
  gint64 at;
  int ticket;
  int step;
} Entry;

static int
compare_entries (const void *a, const void *b)
{
  const Entry *first = a;
  const Entry *second = b;
  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first->ticket != second->ticket ? first->ticket - second->ticket
                                         : first->step - second->step;
}

/* Every third ticket is solved, opened again and solved; the others are noted and closed. */
static const char *
name_step (int ticket, int step)
{
  static const char *const once[] = { "created", "assigned", "agent reply",
                                      "solved",  "note",     "closed" };
  static const char *const twice[] = { "created", "auto reply", "agent reply",
                                       "solved",  "reopened",   "solved" };
  return ticket % 3 == 0 ? twice[step] : once[step];
}

static gint64
place_step (int ticket, int step)
{
  static const int after[] = { 0, 5, 60, 3600, 90000, 180000 };
  return START + 613 * (gint64) ticket + (step == 0 ? 0 : after[step] + ticket % 50);
}

static char *
write_log (void)
{
  g_autofree Entry *entries = g_new (Entry, N_TICKETS * N_EVENTS);
  for (int i = 0; i < N_TICKETS * N_EVENTS; i++) {
    int ticket = i / N_EVENTS, step = i % N_EVENTS;
    entries[i] = (Entry) { place_step (ticket, step), ticket, step };
  }
  qsort (entries, N_TICKETS * N_EVENTS, sizeof *entries, compare_entries);

  g_autoptr (GString) text = g_string_new ("Case ID,Activity,Timestamp,Resource,Channel\n");
  for (int i = 0; i < N_TICKETS * N_EVENTS; i++) {
    g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (entries[i].at);
    g_autofree char *time = g_date_time_format (at, "%F %T");
    g_string_append_printf (text, "C-%d,%s,%s,Agent %d,%s\n", entries[i].ticket,
                            name_step (entries[i].ticket, entries[i].step), time,
                            entries[i].ticket % 40, entries[i].ticket % 2 ? "Email" : "Chat");
  }
  return write_file ("log.csv", text->str);
}

static void
assert_ticket (const BwTable *table, gsize row)
{
  g_autofree char *id = bw_table_dup_text (table, row, 0);
  int ticket = atoi (id + 2);
  gboolean twice = ticket % 3 == 0;
#define TIME(field) bw_column_time (bw_table_find (table, BW_FIELD_##field), row)
#define INT(field) bw_column_int (bw_table_find (table, BW_FIELD_##field), row)
  g_assert_cmpint (TIME (CREATED), ==, place_step (ticket, 0));
  g_assert_cmpint (TIME (FIRST_REPLY), ==, place_step (ticket, 2));
  g_assert_cmpint (TIME (FIRST_SOLVED), ==, place_step (ticket, 3));
  g_assert_cmpint (TIME (SOLVED), ==, place_step (ticket, twice ? 5 : 3));
  g_assert_cmpint (TIME (CLOSED), ==, twice ? BW_TIME_NONE : place_step (ticket, 5));
  g_assert_cmpint (TIME (ASSIGNED), ==, twice ? BW_TIME_NONE : place_step (ticket, 1));
  g_assert_cmpint (INT (REOPENS), ==, twice);
  g_assert_cmpint (INT (REPLIES), ==, 1);
  g_assert_cmpfloat (bw_column_meaning (bw_table_find (table, BW_FIELD_STATUS), row), ==,
                     twice ? BW_STATUS_SOLVED : BW_STATUS_CLOSED);
  const BwColumn *channel = bw_table_find (table, BW_FIELD_CHANNEL);
  g_assert_cmpstr (bw_dictionary_get_text (channel->dictionary, bw_column_code (channel, row) - 1),
                   ==, ticket % 2 ? "Email" : "Chat");
#undef TIME
#undef INT
}

static void
test_large_log (void)
{
  g_autofree char *path = write_log ();
  g_autoptr (BwDataset) dataset = load (path, NULL);
  g_autoptr (BwSource) source = get_source (dataset, 0);
  g_assert_cmpstr (bw_kind_to_string (source->kind), ==, "events");
  g_assert_cmpint (source->n_rows, ==, N_TICKETS * N_EVENTS);
  g_assert_cmpint (count_note (dataset, 0, "gathered"), ==, N_TICKETS);
  BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, N_TICKETS);
  for (gsize row = 0; row < N_TICKETS; row++)
    assert_ticket (table, row);
}

/* --- Between files ---------------------------------------------------------------------------- */

static void
assert_column (BwDataset *dataset, BwKind kind, BwFieldId field, const char *expected)
{
  BwTable *table = bw_dataset_get_table (dataset, kind);
  const BwColumn *column = bw_table_find (table, field);
  g_autoptr (GString) text = g_string_new (NULL);
  g_assert_nonnull (column);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    guint32 code = bw_column_code (column, row);
    g_string_append_printf (text, "%s%s", row > 0 ? " " : "",
                            code > 0 ? bw_dictionary_get_text (column->dictionary, code - 1) : "-");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static const char tickets[] = "Ticket ID,Created at,Status,Channel,Priority,Requester email\n"
                              "500,2025-03-01 10:00:00,Solved,Email,High,ada@x.example\n"
                              "501,2025-03-01 11:00:00,Closed,Chat,Low,BEA@x.example\n";

static void
test_responses_of_tickets (void)
{
  g_autofree char *first = write_file ("tickets.csv", tickets);
  g_autofree char *second = write_file ("answers.csv", "Response ID,Ticket ID,Submitted at,NPS\n"
                                                       "r1,#501,2025-03-05 10:00:00,9\n"
                                                       "r2,500,2025-03-05 11:00:00,2\n"
                                                       "r3,999,2025-03-05 12:00:00,8\n");
  g_autoptr (BwDataset) dataset = load (first, second);
  assert_column (dataset, BW_KIND_RESPONSES, BW_FIELD_CHANNEL, "Chat Email -");
  assert_column (dataset, BW_KIND_RESPONSES, BW_FIELD_PRIORITY, "Low High -");
  g_assert_cmpint (count_note (dataset, 1, "joined-tickets"), ==, 2);
  g_assert_cmpint (count_note (dataset, 0, "joined-tickets"), ==, -1);
}

static void
test_tickets_of_customers (void)
{
  g_autofree char *first = write_file ("tickets.csv", tickets);
  g_autofree char *second =
      write_file ("customers.csv", "Customer ID,Email,Plan,Customer since,MRR\n"
                                   "c1,bea@x.example,Pro,2023-01-01,90\n"
                                   "c2,cy@x.example,Basic,2024-01-01,20\n");
  g_autoptr (BwDataset) dataset = load (first, second);
  assert_column (dataset, BW_KIND_TICKETS, BW_FIELD_PLAN, "- Pro");
  g_assert_cmpint (count_note (dataset, 0, "joined-customers"), ==, 1);
}

/* The log of listed tickets adds to them, and is not counted beside them. */
static void
test_log_of_tickets (void)
{
  g_autofree char *first = write_file ("tickets.csv", tickets);
  g_autofree char *second = write_file ("log.csv", "ticket_id,timestamp,event\n"
                                                   "500,2025-03-01 10:00:00,created\n"
                                                   "500,2025-03-01 10:30:00,agent reply\n"
                                                   "500,2025-03-01 12:00:00,solved\n"
                                                   "501,2025-03-01 11:00:00,created\n"
                                                   "501,2025-03-02 11:00:00,closed\n"
                                                   "502,2025-03-02 11:00:00,created\n"
                                                   "502,2025-03-03 11:00:00,closed\n");
  g_autoptr (BwDataset) dataset = load (first, second);
  BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  g_assert_cmpuint (bw_bits_count (bw_table_get_counted (table)), ==, 3);
  assert_column (dataset, BW_KIND_TICKETS, BW_FIELD_CHANNEL, "Email Chat - - -");
  g_assert_cmpint (bw_column_time (bw_table_find (table, BW_FIELD_FIRST_REPLY), 0), ==, 1740825000);
  g_assert_cmpint (bw_column_time (bw_table_find (table, BW_FIELD_CREATED), 0), ==, 1740823200);
}

/* Two months of one log share the tickets that lie across, and the lines that they have in common.
 */
static void
test_overlapping_logs (void)
{
  g_autofree char *first = write_file ("march.csv", "ticket_id,timestamp,event\n"
                                                    "1,2025-03-30 10:00:00,created\n"
                                                    "1,2025-03-30 11:00:00,agent reply\n"
                                                    "1,2025-03-31 10:00:00,solved\n");
  g_autofree char *second = write_file ("april.csv", "ticket_id,timestamp,event\n"
                                                     "1,2025-03-31 10:00:00,solved\n"
                                                     "1,2025-04-01 10:00:00,reopened\n"
                                                     "1,2025-04-02 10:00:00,agent reply\n"
                                                     "1,2025-04-03 10:00:00,solved\n");
  g_autoptr (BwDataset) dataset = load (first, second);
  BwTable *table = bw_dataset_get_table (dataset, BW_KIND_TICKETS);
  g_assert_cmpuint (bw_table_get_n_rows (table), ==, 1);
  g_assert_cmpint (bw_column_int (bw_table_find (table, BW_FIELD_REOPENS), 0), ==, 1);
  g_assert_cmpint (bw_column_int (bw_table_find (table, BW_FIELD_REPLIES), 0), ==, 2);
}

/* Of several rows of a call from the same exchange; a second copy of a record is no second leg. */
static void
test_copies_are_no_legs (void)
{
  g_autoptr (BwDataset) dataset =
                load_text ("ContactId,InitiationTimestamp,LastUpdateTimestamp,Talk time,Wait time\n"
                           "a,2025-03-01T10:00:00Z,2025-03-01T10:05:00Z,100,10\n"
                           "a,2025-03-01T10:00:00Z,2025-03-01T10:06:00Z,120,10\n"
                           "b,2025-03-01T11:00:00Z,2025-03-01T11:05:00Z,60,5\n");
  BwTable *table = bw_dataset_get_table (dataset, BW_KIND_CALLS);
  g_assert_cmpuint (bw_bits_count (bw_table_get_counted (table)), ==, 2);
}

/* Somebody may call twice on one day, and for long: where the file tells days only, in whatever
 * zone or half of the year, nothing proves that it was one call. */
static void
test_calls_of_a_day_are_no_legs (void)
{
  static const char *const zones[][2] = {
    { "+00:00", "+00:00" }, { "+05:30", "+05:30" }, { "+01:00", "+02:00" }, { "+05:45", "+05:45" }
  };
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autofree char *text = g_strdup_printf (
        "Direction,Type,Phone Number,Date,Action,Action Result,Duration\n"
        "Inbound,Voice,(212) 555-1000,2025-03-01T00:00:00%s,VoIP Call,Accepted,1:30:00\n"
        "Inbound,Voice,(212) 555-1000,2025-03-01T00:00:00%s,VoIP Call,Accepted,0:40:00\n"
        "Inbound,Voice,(212) 555-1001,2025-07-02T00:00:00%s,VoIP Call,Accepted,0:10:00\n",
        zones[i][0], zones[i][0], zones[i][1]);
    g_autoptr (BwDataset) dataset = load_text (text);
    BwTable *table = bw_dataset_get_table (dataset, BW_KIND_CALLS);
    g_assert_nonnull (table);
    g_assert_cmpuint (bw_bits_count (bw_table_get_counted (table)), ==, 3);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "kinds", NULL);
  for (int kind = 0; kind < BW_KIND_LAST; kind++)
    add_folder (folder, bw_kind_to_string ((BwKind) kind));
  g_test_add_func ("/kinds/large-log", test_large_log);
  g_test_add_func ("/kinds/responses-of-tickets", test_responses_of_tickets);
  g_test_add_func ("/kinds/tickets-of-customers", test_tickets_of_customers);
  g_test_add_func ("/kinds/log-of-tickets", test_log_of_tickets);
  g_test_add_func ("/kinds/overlapping-logs", test_overlapping_logs);
  g_test_add_func ("/kinds/copies-are-no-legs", test_copies_are_no_legs);
  g_test_add_func ("/kinds/calls-of-a-day-are-no-legs", test_calls_of_a_day_are_no_legs);
  return g_test_run ();
}
