/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small files as they come, and what must be made of them. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "bw-error.h"
#include "bw-importer.h"
#include "bw-synonyms.h"
#include "bw-vocabulary.h"

/* --- Loading a text
 * -------------------------------------------------------------------------------- */

typedef struct {
  const char *map;
  const char *profile;
  BwDateOrder order;
  const char *zone;
  gboolean zone_known;
} Wish;

static BwSource *
load_with (const char *text, const Wish *wish, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("bellwether-XXXXXX.csv", &path, NULL);
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new (wish->zone ? wish->zone : "UTC", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (BwDataset) dataset = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  bw_importer_set_zone (importer, zone);
  bw_importer_set_zone_known (importer, wish->zone_known);
  bw_importer_set_date_order (importer, wish->order);
  if (wish->profile)
    bw_importer_set_profile (importer, wish->profile);
  if (wish->map)
    bw_importer_add_map (importer, wish->map);
  dataset = bw_importer_load (importer, paths, NULL, NULL, NULL, error);
  g_unlink (path);
  return dataset ? g_list_model_get_item (bw_dataset_get_sources (dataset), 0) : NULL;
}

static BwSource *
load (const char *text)
{
  g_autoptr (GError) error = NULL;
  Wish wish = { NULL };
  BwSource *source = load_with (text, &wish, &error);

  g_assert_no_error (error);
  return source;
}

static const BwDecision *
get_decision (const BwSource *source, const char *header)
{
  for (guint i = 0; i < source->decisions->len; i++) {
    const BwDecision *decision = source->decisions->pdata[i];

    if (g_str_equal (decision->header, header))
      return decision;
  }
  g_error ("no column “%s”", header);
}

static void
assert_field (const BwSource *source, const char *header, BwFieldId field)
{
  const BwDecision *decision = get_decision (source, header);

  g_test_message ("%s: %s", header, decision->evidence);
  g_assert_cmpstr (decision->field ? bw_field_get (decision->field)->name : "none", ==,
                   field ? bw_field_get (field)->name : "none");
}

static const BwNote *
find_note (const BwSource *source, const char *code)
{
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = source->notes->pdata[i];

    if (g_str_equal (note->code, code))
      return note;
  }
  return NULL;
}

static gint64
get_time (const BwSource *source, BwFieldId field, gsize row)
{
  return bw_column_time (bw_table_find (source->table, field), row);
}

static int
get_int (const BwSource *source, BwFieldId field, gsize row)
{
  return bw_column_int (bw_table_find (source->table, field), row);
}

static double
get_meaning (const BwSource *source, BwFieldId field, gsize row)
{
  return bw_column_meaning (bw_table_find (source->table, field), row);
}

/* --- Headers
 * --------------------------------------------------------------------------------------- */

static void
test_headers (void)
{
  static const struct {
    const char *text;
    const char *key;
    gboolean custom, business, has_unit;
    BwDurationUnit unit;
  } cases[] = {
    { "Created at", "created at" },
    { "created_at", "created at" },
    { "createdAt", "created at" },
    { "\xef\xbb\xbfId", "id" },
    { "\xc3\xaf\xc2\xbb\xc2\xbfId", "id" },
    { "Priorit\xc3\xa4t", "prioritat" },
    { "Assigned Agent Name \xe2\x80\x93 Current", "assigned agent name current" },
    { "Status [list]", "status", TRUE },
    { "Custom field (Time to first response)", "time to first response", TRUE },
    { "Campo personalizado (Time to first response).", "time to first response", TRUE },
    { "Created Time (Ticket)", "created time" },
    { "First reply time in minutes", "first reply time", FALSE, FALSE, TRUE, BW_DURATION_MINUTES },
    { "First reply time in minutes within business hours", "first reply time", FALSE, TRUE, TRUE,
      BW_DURATION_MINUTES },
    { "First response time (in hrs)", "first response time", FALSE, FALSE, TRUE,
      BW_DURATION_HOURS },
    { "reply_time_in_minutes.business", "reply time", FALSE, TRUE, TRUE, BW_DURATION_MINUTES },
    { "Bearbeitungsdauer (Minuten)", "bearbeitungsdauer", FALSE, FALSE, TRUE, BW_DURATION_MINUTES },
    { "Durchschnittliche L\xc3\xb6sungszeit (in Sekunden)", "losungszeit", FALSE, FALSE, TRUE,
      BW_DURATION_SECONDS },
    { "Mis \xc3\xa0 jour", "mis a jour" },
    { "Hours to resolve", "time to resolve", FALSE, FALSE, TRUE, BW_DURATION_HOURS },
    { "hrs_to_fix", "time to fix", FALSE, FALSE, TRUE, BW_DURATION_HOURS },
    { "FRT [min]", "frt", FALSE, FALSE, TRUE, BW_DURATION_MINUTES },
    { "Reaktionsdauer (Min.)", "reaktionsdauer", FALSE, FALSE, TRUE, BW_DURATION_MINUTES },
    { "firstReplyMs", "first reply", FALSE, FALSE, TRUE, BW_DURATION_MILLISECONDS },
    { "Tempo de resolu\xc3\xa7\xc3\xa3o (em horas)", "tempo de resolucao", FALSE, FALSE, TRUE,
      BW_DURATION_HOURS },
    { "Demandeur(s)", "demandeur s" },
    { "created_ts", "created" },
    { "Start Date (UTC)", "start date" },
    { "&quot;Subject&quot;", "subject" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwHeader) header = bw_header_new (cases[i].text);

    g_assert_cmpstr (header->key, ==, cases[i].key);
    g_assert_cmpint (header->custom, ==, cases[i].custom);
    g_assert_cmpint (header->business, ==, cases[i].business);
    g_assert_cmpint (header->has_unit, ==, cases[i].has_unit);
    g_assert_cmpint (header->unit, ==, cases[i].unit);
  }
}

/* A unit that is what the column is called stays in its name. */
static void
test_named_units (void)
{
  static const struct {
    const char *text;
    gboolean names_unit;
    BwDurationUnit unit;
  } cases[] = {
    { "Horas programadas", TRUE, BW_DURATION_HOURS },
    { "Hours worked", TRUE, BW_DURATION_HOURS },
    { "Stunden geplant", TRUE, BW_DURATION_HOURS },
    { "Minutes on the phone", TRUE, BW_DURATION_MINUTES },
    { "Worked hours", FALSE },
    { "Hour of day", FALSE },
    { "Days open", FALSE },
    { "Hours", TRUE, BW_DURATION_HOURS },
    { "Iststunden", TRUE, BW_DURATION_HOURS },
    { "Gesprächsminuten", TRUE, BW_DURATION_MINUTES },
    { "Stunde", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwHeader) header = bw_header_new (cases[i].text);

    g_assert_cmpint (header->names_unit, ==, cases[i].names_unit);
    if (header->names_unit)
      g_assert_cmpint (header->named_unit, ==, cases[i].unit);
  }
}

/* Letters that a spreadsheet took for others are known again; what looks like them is left. */
static void
test_mangled (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Priorit\xc3\x83\xc2\xa4t", "prioritat" },
    { "Gel\xc3\x83\xc2\xb6st am", "gelost am" },
    { "R\xc3\x83\xc2\xa9solu", "resolu" },
    { "Cl\xc3\x83\xc2\xa9 \xc3\xa2\xe2\x82\xac\xe2\x80\x9c id", "cle id" },
    { "MA\xc3\x87\xc3\x83", "maca" },
    { "CAF\xc3\x89\xc2\xbb \xc3\xa9t\xc3\xa9", "cafe ete" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = bw_fold (cases[i].text);

    g_assert_cmpstr (folded, ==, cases[i].folded);
  }
}

static void
test_words (void)
{
  static const struct {
    BwMeaning ask;
    const char *text;
    double meaning;
  } cases[] = {
    { bw_vocabulary_status, "Solved", BW_STATUS_SOLVED },
    { bw_vocabulary_status, "Waiting on Customer", BW_STATUS_PENDING },
    { bw_vocabulary_status, "Waiting for third party", BW_STATUS_HOLD },
    { bw_vocabulary_status, "In Bearbeitung", BW_STATUS_OPEN },
    { bw_vocabulary_status, "R\xc3\xa9solu", BW_STATUS_SOLVED },
    { bw_vocabulary_status, "Closed - no answer", BW_STATUS_CLOSED },
    { bw_vocabulary_status, "Not yet resolved, reopened", BW_STATUS_OPEN },
    { bw_vocabulary_status, "merged", BW_STATUS_MERGED },
    { bw_vocabulary_status, "Zebra", NAN },
    { bw_vocabulary_priority, "1 - Critical", 4 },
    { bw_vocabulary_priority, "P1 - High", 3 },
    { bw_vocabulary_priority, "P1", 4 },
    { bw_vocabulary_priority, "3 high", 3 },
    { bw_vocabulary_priority, "Dringend", 4 },
    { bw_vocabulary_priority, "1", NAN },
    { bw_vocabulary_flag, "Ja", 1 },
    { bw_vocabulary_flag, "FALSE", 0 },
    { bw_vocabulary_flag, "3", 1 },
    { bw_vocabulary_flag, "2025-01-01 10:00", 1 },
    { bw_vocabulary_flag, "perhaps", NAN },
    { bw_vocabulary_verdict, "Within SLA", 1 },
    { bw_vocabulary_verdict, "SLA Violated", 0 },
    { bw_vocabulary_verdict, "true", 1 },
    { bw_vocabulary_breach, "true", 0 },
    { bw_vocabulary_priority, "Sev 1", 4 },
    { bw_vocabulary_outcome, "Y", 1 },
    { bw_vocabulary_outcome, "aufgelegt", 0 },
    { bw_vocabulary_flag, "\xe2\x9c\x93", 1 },
    { bw_vocabulary_breach, "No", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double meaning = cases[i].ask (cases[i].text, NULL);

    g_test_message ("%s: %g", cases[i].text, meaning);
    g_assert_true (isnan (cases[i].meaning) ? isnan (meaning) : meaning == cases[i].meaning);
  }
}

/* --- Names never seen before
 * ------------------------------------------------------------------------ */

typedef enum {
  CELLS_DATE,
  CELLS_CLOCK, /* 25:00:00 */
  CELLS_NUMBER,
  CELLS_SCORE,
  CELLS_NAME,
  CELLS_ID,
} Cells;

static void
append_cell (GString *text, Cells cells, int row)
{
  static const char *const names[] = { "Ann", "Bob" };

  switch (cells) {
  case CELLS_DATE:
    g_string_append_printf (text, "2025-01-%02d 10:00", row + 10);
    break;
  case CELLS_CLOCK:
    g_string_append_printf (text, "%d:00:00", row + 20);
    break;
  case CELLS_NUMBER:
    g_string_append_printf (text, "%d", row * row * 7);
    break;
  case CELLS_SCORE:
    g_string_append_printf (text, "%d", row % 5 + 1);
    break;
  case CELLS_NAME:
    g_string_append (text, names[row % 2]);
    break;
  case CELLS_ID:
    g_string_append_printf (text, "X-%d", row);
    break;
  }
}

/* A table of that kind with one more column. */
static BwSource *
load_column (BwKind kind, const char *header, Cells cells)
{
  static const char *const headers[] = { "Priority;Created at;Status", "Date;Comment;NPS",
                                         "Call Time;Direction;Hold Time" };
  static const char *const rows[] = { "High;2025-01-%02d 09:00;Closed", "2025-01-%02d 09:00;fine;9",
                                      "2025-01-%02d 09:00;inbound;00:00:10" };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s;%s\n", headers[kind], header);
  for (int row = 0; row < 8; row++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    g_string_append_printf (text, rows[kind], row + 10);
#pragma GCC diagnostic pop
    g_string_append_c (text, ';');
    append_cell (text, cells, row);
    g_string_append_c (text, '\n');
  }
  return load (text->str);
}

static void
test_names (void)
{
  static const struct {
    const char *header;
    BwFieldId field;
    Cells cells;
    BwKind kind;
  } cases[] = {
    { "reply_delay", BW_FIELD_FIRST_REPLY_TIME, CELLS_CLOCK },
    { "first_reply_mins", BW_FIELD_FIRST_REPLY_TIME, CELLS_NUMBER },
    { "Reaktionsdauer (Min.)", BW_FIELD_FIRST_REPLY_TIME, CELLS_NUMBER },
    { "tempo da primeira resposta", BW_FIELD_FIRST_REPLY_TIME, CELLS_CLOCK },
    { "Average response time", BW_FIELD_NONE, CELLS_CLOCK },
    { "Response time left", BW_FIELD_NONE, CELLS_CLOCK },
    { "Customer reply time", BW_FIELD_NONE, CELLS_CLOCK },
    { "fix_duration", BW_FIELD_RESOLUTION_TIME, CELLS_CLOCK },
    { "hrs_to_fix", BW_FIELD_RESOLUTION_TIME, CELLS_NUMBER },
    { "TTR [h]", BW_FIELD_RESOLUTION_TIME, CELLS_NUMBER },
    { "Resolved (min)", BW_FIELD_RESOLUTION_TIME, CELLS_NUMBER },
    { "L\xc3\xb6sungsdauer (Std.)", BW_FIELD_RESOLUTION_TIME, CELLS_NUMBER },
    { "Answered", BW_FIELD_FIRST_REPLY, CELLS_DATE },
    { "Answered", BW_FIELD_NONE, CELLS_NUMBER },
    { "Erste Reaktion am", BW_FIELD_FIRST_REPLY, CELLS_DATE },
    { "First touch", BW_FIELD_FIRST_REPLY, CELLS_DATE },
    { "Finish", BW_FIELD_SOLVED, CELLS_DATE },
    { "Abschlussdatum", BW_FIELD_SOLVED, CELLS_DATE },
    { "date_out", BW_FIELD_SOLVED, CELLS_DATE },
    { "Data chiusura", BW_FIELD_CLOSED, CELLS_DATE },
    { "Planned completion", BW_FIELD_NONE, CELLS_DATE },
    { "issue_responded", BW_FIELD_FIRST_REPLY, CELLS_DATE },
    { "Expected SLA to resolve", BW_FIELD_DUE, CELLS_DATE },
    { "Expected SLA to first response", BW_FIELD_REPLY_DUE, CELLS_DATE },
    { "Complaint type", BW_FIELD_TYPE, CELLS_NAME },
    { "Was it solved in the first contact, do you think?", BW_FIELD_NONE, CELLS_NAME,
      BW_KIND_RESPONSES },
    { "How satisfied were you with the knowledge of the agent?", BW_FIELD_CSAT, CELLS_SCORE,
      BW_KIND_RESPONSES },
    { "Is there anything more that you would like to tell us?", BW_FIELD_NONE, CELLS_NAME,
      BW_KIND_RESPONSES },
    { "Resolve by", BW_FIELD_DUE, CELLS_DATE },
    { "Respond by", BW_FIELD_REPLY_DUE, CELLS_DATE },
    { "Work time (min)", BW_FIELD_HANDLE_TIME, CELLS_NUMBER },
    { "person", BW_FIELD_AGENT, CELLS_NAME },
    { "Handler", BW_FIELD_AGENT, CELLS_NAME },
    { "Trait\xc3\xa9 par", BW_FIELD_AGENT, CELLS_NAME },
    { "t\xc3\xa9"
      "cnico",
      BW_FIELD_AGENT, CELLS_NAME },
    { "Assigned", BW_FIELD_AGENT, CELLS_NAME },
    { "Assigned", BW_FIELD_ASSIGNED, CELLS_DATE },
    { "Squad", BW_FIELD_TEAM, CELLS_NAME },
    { "Nature of enquiry", BW_FIELD_CATEGORY, CELLS_NAME },
    { "No. of Replies", BW_FIELD_REPLIES, CELLS_SCORE },
    { "Nombre de r\xc3\xa9ponses", BW_FIELD_REPLIES, CELLS_SCORE },
    { "Customer replies received", BW_FIELD_CUSTOMER_REPLIES, CELLS_SCORE },
    { "Times Reopened", BW_FIELD_REOPENS, CELLS_SCORE },
    { "Nota do atendimento", BW_FIELD_CSAT, CELLS_SCORE },
    { "Vorgang", BW_FIELD_ID, CELLS_ID },
    { "Vorgang", BW_FIELD_TICKET_ID, CELLS_ID, BW_KIND_RESPONSES },
    { "queue_secs", BW_FIELD_WAIT_TIME, CELLS_NUMBER, BW_KIND_CALLS },
    { "Queue", BW_FIELD_TEAM, CELLS_NAME, BW_KIND_CALLS },
    { "talk_secs", BW_FIELD_TALK_TIME, CELLS_NUMBER, BW_KIND_CALLS },
    { "Wrapup", BW_FIELD_WRAP_TIME, CELLS_CLOCK, BW_KIND_CALLS },
    { "agent_login", BW_FIELD_AGENT, CELLS_NAME, BW_KIND_CALLS },
    { "Call end", BW_FIELD_ENDED, CELLS_DATE, BW_KIND_CALLS },
    { "Chat duration", BW_FIELD_CALL_LENGTH, CELLS_CLOCK, BW_KIND_CALLS },
    { "Espera", BW_FIELD_WAIT_TIME, CELLS_NUMBER, BW_KIND_CALLS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = load_column (cases[i].kind, cases[i].header, cases[i].cells);

    g_assert_cmpint (source->kind, ==, cases[i].kind);
    assert_field (source, cases[i].header, cases[i].field);
  }
}

/* Dates of other things are not when a ticket was created, however lonely they stand. */
static void
test_dates_of_other_things (void)
{
  static const char *const headers[] = { "Date of Purchase", "Birth date", "Geburtsdatum",
                                         "Date d'achat" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;

    g_string_append_printf (text, "Ticket ID;Status;Priority;%s\n", headers[i]);
    for (int row = 0; row < 8; row++)
      g_string_append_printf (text, "%d;Closed;High;2021-01-%02d\n", row + 1, row + 10);
    Wish wish = { NULL };
    g_assert_null (load_with (text->str, &wish, &error));
    g_assert_error (error, BW_ERROR, BW_ERROR_PROFILE);
    g_assert_nonnull (strstr (error->message, "created"));
  }
}

/* Every question of a survey is seen; one of each sort counts, the one about the whole first. */
static void
test_questions (void)
{
  g_autoptr (GString) text = g_string_new (
      "Date;How satisfied are you with the speed?;Overall, how satisfied are you?;"
      "How likely are you to recommend us?;It was easy to get help;"
      "Was it resolved in the first contact?;Anything else you would like to tell us?\n");
  static const char *const answers[] = { "Strongly agree", "Agree", "Somewhat agree", "Disagree" };

  for (int row = 0; row < 12; row++)
    g_string_append_printf (text, "2025-01-%02d 09:00;%d;%d;%d;%s;%s;remark %d\n", row + 10,
                            1 + row % 5, 5 - row % 3, row % 11, answers[row % 4],
                            row % 2 ? "Yes" : "No", row);
  g_autoptr (BwSource) source = load (text->str);

  g_assert_cmpint (source->kind, ==, BW_KIND_RESPONSES);
  assert_field (source, "Overall, how satisfied are you?", BW_FIELD_CSAT);
  assert_field (source, "How likely are you to recommend us?", BW_FIELD_NPS);
  assert_field (source, "It was easy to get help", BW_FIELD_CES);
  assert_field (source, "Was it resolved in the first contact?", BW_FIELD_FIRST_CONTACT);
  assert_field (source, "Anything else you would like to tell us?", BW_FIELD_COMMENT);
  assert_field (source, "How satisfied are you with the speed?", BW_FIELD_NONE);
  g_assert_cmpint (find_note (source, "other-question")->count, ==, 12);
  g_assert_nonnull (strstr (find_note (source, "other-question")->text, "--map 'Header=csat'"));
  /* "Agree" and "somewhat agree" are two answers only on a scale of seven. */
  g_assert_cmpfloat (bw_table_find (source->table, BW_FIELD_CES)->scale_high, ==, 7);
}

/* What a quotation mark without an end has swallowed is told. */
static void
test_unclosed_quote (void)
{
  g_autoptr (GString) text = g_string_new ("Ticket ID,Created at,Subject\n");

  for (int row = 0; row < 20; row++)
    g_string_append_printf (text, "%d,2025-01-%02d 09:00,%sfine\n", row + 1, row + 10,
                            row == 14 ? "\"" : "");
  g_autoptr (BwSource) source = load (text->str);
  const BwNote *note = find_note (source, "unclosed-quote");

  g_assert_cmpuint (bw_table_get_n_rows (source->table), ==, 15);
  g_assert_nonnull (note);
  g_assert_cmpint (note->first_line, ==, 16);
}

static void
test_blank_file (void)
{
  Wish wish = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (load_with ("\n   \n , \n", &wish, &error));
  g_assert_error (error, BW_ERROR, BW_ERROR_EMPTY);
}

/* --- Columns that look alike
 * ------------------------------------------------------------------------ */

static void
test_lookalikes (void)
{
  g_autoptr (BwSource) source = load (
      "Id,Status,Status [list],Requester,Requester wait time in minutes,Created at,First Response "
      "At,"
      "First Response Escalation At,Waiting Since,Full resolution time in minutes,"
      "Full resolution time in minutes within business hours,Solved at\n"
      "1,Closed,Parked,Ann,40,2025-01-06 09:00:00,2025-01-06 10:00:00,2025-01-06 12:00:00,"
      "2025-01-06 11:00:00,1500,540,2025-01-07 10:00:00\n"
      "2,Open,Parked,Bob,10,2025-01-06 11:00:00,2025-01-06 11:30:00,2025-01-06 15:00:00,"
      "2025-01-06 12:00:00,,,\n");

  assert_field (source, "Status", BW_FIELD_STATUS);
  assert_field (source, "Status [list]", BW_FIELD_NONE);
  assert_field (source, "Requester", BW_FIELD_REQUESTER);
  assert_field (source, "Requester wait time in minutes", BW_FIELD_REQUESTER_WAIT_TIME);
  assert_field (source, "First Response At", BW_FIELD_FIRST_REPLY);
  assert_field (source, "First Response Escalation At", BW_FIELD_REPLY_DUE);
  assert_field (source, "Waiting Since", BW_FIELD_NONE);
  assert_field (source, "Full resolution time in minutes", BW_FIELD_RESOLUTION_TIME);
  assert_field (source, "Full resolution time in minutes within business hours",
                BW_FIELD_RESOLUTION_TIME_BUSINESS);
}

/* --- Durations against dates
 * ------------------------------------------------------------------------ */

/* Ticket i was created at noon of day i and solved i hours and 20 minutes later. */
static char *
write_tickets (const char *header, const char *(*length_of) (int i, char *buffer))
{
  GString *text = g_string_new (NULL);
  char buffer[32];

  g_string_append_printf (text, "Ticket ID,Status,Created at,Solved at,%s\n", header);
  for (int i = 1; i <= 9; i++)
    g_string_append_printf (text, "%d,Closed,2025-01-%02d 12:00:00,2025-01-%02d %02d:20:00,%s\n", i,
                            i, i, 12 + i, length_of (i, buffer));
  return g_string_free_and_steal (text);
}

static const char *
in_seconds (int i, char *buffer)
{
  g_snprintf (buffer, 32, "%d", i * 3600 + 1200);
  return buffer;
}

static const char *
in_hours (int i, char *buffer)
{
  g_snprintf (buffer, 32, "%d.33", i);
  return buffer;
}

static const char *
as_zero (int i, char *buffer)
{
  return i % 3 ? "0" : "";
}

static const char *
as_margin (int i, char *buffer)
{
  g_snprintf (buffer, 32, "%s%d:30", i % 2 ? "-" : "", i);
  return buffer;
}

static const char *
as_date (int i, char *buffer)
{
  g_snprintf (buffer, 32, "2025-02-%02d 10:00:00", i);
  return buffer;
}

static const char *
as_part (int i, char *buffer)
{
  g_snprintf (buffer, 32, "%d", i * 25);
  return buffer;
}

static BwSource *
load_lengths (const char *header, const char *(*length_of) (int i, char *buffer))
{
  g_autofree char *text = write_tickets (header, length_of);

  return load (text);
}

static void
test_unit_corrected (void)
{
  g_autoptr (BwSource) minutes = load_lengths ("Full resolution time in minutes", in_seconds);
  g_autoptr (BwSource) none = load_lengths ("Time to resolve", in_hours);

  g_assert_nonnull (find_note (minutes, "duration-unit"));
  g_assert_cmpint (get_int (minutes, BW_FIELD_RESOLUTION_TIME, 1), ==, 8400);
  g_assert_null (find_note (none, "duration-unit"));
  g_assert_null (find_note (none, "assumed-unit"));
  g_assert_cmpint (get_int (none, BW_FIELD_RESOLUTION_TIME, 1), ==, 8388);
}

static void
test_length_refused (void)
{
  g_autoptr (BwSource) zero = load_lengths ("Resolution time (in hrs)", as_zero);
  g_autoptr (BwSource) margin = load_lengths ("Time to resolution", as_margin);
  g_autoptr (BwSource) date = load_lengths ("Time to resolution", as_date);

  assert_field (zero, "Resolution time (in hrs)", BW_FIELD_NONE);
  g_assert_nonnull (find_note (zero, "all-zero"));
  assert_field (margin, "Time to resolution", BW_FIELD_NONE);
  assert_field (date, "Time to resolution", BW_FIELD_NONE);
  g_assert_nonnull (find_note (date, "refused-column"));
  g_assert_nonnull (strstr (get_decision (margin, "Time to resolution")->evidence, "target"));
  g_assert_nonnull (strstr (get_decision (date, "Time to resolution")->evidence, "points in time"));
}

static void
test_business_hours (void)
{
  g_autoptr (BwSource) source = load_lengths ("Resolution time in minutes", as_part);

  assert_field (source, "Resolution time in minutes", BW_FIELD_RESOLUTION_TIME_BUSINESS);
  g_assert_nonnull (find_note (source, "business-hours"));
}

static void
test_lengths_of_calls (void)
{
  static const struct {
    const char *text;
    int talk; /* of the second row */
  } cases[] = {
    { "Call Time,Direction,Talk Time\n2025-01-01 10:00,in,125\n2025-01-01 11:00,in,90\n", 90 },
    { "Call Time,Direction,Talk Time,Hold\n2025-01-01 10:00,in,125000,0\n2025-01-01 "
      "11:00,in,90000,5000\n",
      90 },
    { "Call Time,Direction,Talk Time\n2025-01-01 10:00,in,2:05\n2025-01-01 11:00,in,75:10\n",
      4510 },
    { "Call Time,Direction,Talk Time\n2025-01-01 10:00,in,2:05\n2025-01-01 11:00,in,1:00:10\n",
      3610 },
    { "Call Time,Direction,Talk Time (hh:mm)\n2025-01-01 10:00,in,00:05\n2025-01-01 "
      "11:00,in,01:00\n",
      3600 },
    { "Call Time,Direction,Talk Time in minutes\n2025-01-01 10:00,in,12000\n2025-01-01 "
      "11:00,in,10000\n",
      600000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = load (cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (get_int (source, BW_FIELD_TALK_TIME, 1), ==, cases[i].talk);
  }
}

/* A yes counts as one where it matters whether there was any. */
static void
test_count_in_words (void)
{
  g_autoptr (BwSource) source = load ("ID,Created,Reopened?,Replies\n1,2025-01-01,Yes,yes\n"
                                     "2,2025-01-02,No,no\n3,2025-01-03,,yes\n");

  g_assert_cmpint (get_int (source, BW_FIELD_REOPENS, 0), ==, 1);
  g_assert_cmpint (get_int (source, BW_FIELD_REOPENS, 1), ==, 0);
  g_assert_cmpint (get_int (source, BW_FIELD_REOPENS, 2), ==, BW_MISSING);
  assert_field (source, "Replies", BW_FIELD_NONE);
}

/* --- Order of day and month
 * -------------------------------------------------------------------------- */

#define DATES "ID,Status,Created,Resolved\n"

static void
test_order (void)
{
  static const struct {
    const char *text;
    gint64 created; /* of the first row */
    const char *format;
    gboolean assumed;
  } cases[] = {
    /* a part over 12, though only in the other column */
    { DATES
      "1,Closed,03/02/2025 10:00,03/02/2025 11:00\n2,Closed,04/02/2025 10:00,25/02/2025 10:00\n",
      1738576800, "date dmy, zone UTC", FALSE },
    { DATES
      "1,Closed,02/03/2025 10:00,02/03/2025 11:00\n2,Closed,02/04/2025 10:00,02/25/2025 10:00\n",
      1738576800, "date mdy, zone UTC", FALSE },
    /* solved before created when read the other way */
    { DATES
      "1,Closed,05/02/2025 10:00,04/03/2025 11:00\n2,Closed,06/02/2025 10:00,07/02/2025 10:00\n",
      1738749600, "date dmy, zone UTC", FALSE },
    { DATES
      "1,Closed,02/05/2025 10:00,03/04/2025 11:00\n2,Closed,02/06/2025 10:00,02/07/2025 10:00\n",
      1738749600, "date mdy, zone UTC", FALSE },
    /* neighbours */
    { "ID,Status,Created\n1,Open,01/03/2025\n2,Open,02/03/2025\n3,Open,03/03/2025\n4,Open,04/03/"
      "2025\n"
      "5,Open,05/03/2025\n6,Open,06/03/2025\n7,Open,07/03/2025\n",
      1740787200, "date dmy, zone UTC", FALSE },
    /* nothing */
    { "ID,Status,Created\n1,Open,03/02/2025\n2,Open,05/01/2025\n", 1738540800, "date dmy, zone UTC",
      TRUE },
    { "ID,Status,Created\n1,Open,2/3/2025 1:00 PM\n2,Open,1/5/2025 2:00 PM\n", 1738587600,
      "date mdy, zone UTC", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = load (cases[i].text);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 0), ==, cases[i].created);
    g_assert_cmpstr (get_decision (source, "Created")->format, ==, cases[i].format);
    g_assert_cmpint (find_note (source, "assumed-date-order") != NULL, ==, cases[i].assumed);
  }
}

static void
test_order_wished (void)
{
  g_autoptr (GError) error = NULL;
  Wish wish = { .order = BW_DATE_MDY };
  g_autoptr (BwSource) source = load_with (
      "ID,Status,Created\n1,Open,03/02/2025\n2,Open,05/01/2025\n", &wish, &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 0), ==, 1740873600);
  g_assert_null (find_note (source, "assumed-date-order"));
}

static void
test_contradiction (void)
{
  g_autoptr (BwSource) source = load (
      "ID,Created,Resolved,Status\n1,2025-01-01,25/01/2025,Closed\n2,2025-01-02,01/25/2025,Closed\n"
      "3,2025-01-03,03/05/2025,Closed\n");

  assert_field (source, "Resolved", BW_FIELD_NONE);
  assert_field (source, "Created", BW_FIELD_CREATED);
}

static void
test_clock_changes (void)
{
  g_autoptr (GError) error = NULL;
  Wish wish = { .zone = "Europe/Berlin" };
  g_autoptr (BwSource) source = load_with (
      "ID,Status,Created\n1,Open,2024-03-31 02:30:00\n2,Open,2024-10-27 02:30:00\n"
      "3,Open,2024-07-01 12:00:00\n",
      &wish, &error);

  g_assert_no_error (error);
  g_assert_cmpint (find_note (source, "dst-gap")->count, ==, 1);
  g_assert_cmpint (find_note (source, "dst-overlap")->count, ==, 1);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 0), ==, 1711848600);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 1), ==, 1729989000);
}

static void
test_zone_known (void)
{
  const char *text = "ID,Status,Created\n1,Open,2024-03-01 02:30:00\n";
  g_autoptr (GError) error = NULL;
  Wish wish = { .zone = "Europe/Berlin", .zone_known = TRUE };
  g_autoptr (BwSource) known = load_with (text, &wish, &error);
  g_autoptr (BwSource) assumed = load (text);

  g_assert_no_error (error);
  g_assert_null (find_note (known, "assumed-zone"));
  g_assert_nonnull (find_note (assumed, "assumed-zone"));
}

/* --- Date and time of day apart
 * ----------------------------------------------------------------------- */

static void
test_clocks (void)
{
  static const struct {
    const char *header;
    const char *row;
    BwFieldId field;
    gint64 time;
    const char *clock; /* the column in use for the time of day; or NULL */
  } cases[] = {
    { "Date;Time", "05.03.2025;14:07", BW_FIELD_CREATED, 1741183620, "Time" },
    { "Date;Time", "13/03/2025;2:07 PM", BW_FIELD_CREATED, 1741874820, "Time" },
    { "Date;Time", "03/13/2025;2:07:09 PM", BW_FIELD_CREATED, 1741874829, "Time" },
    { "Date;Uhrzeit", "2025-03-13;14.07 Uhr", BW_FIELD_CREATED, 1741874820, "Uhrzeit" },
    { "Eingangsdatum;Name;Eingangszeit", "13.03.2025;Ann;14:07", BW_FIELD_CREATED, 1741874820,
      "Eingangszeit" },
    { "Created on;Created at", "2025-03-13;14:07", BW_FIELD_CREATED, 1741874820, "Created at" },
    { "Created;Resolved Date;Resolved Time", "2025-03-13 10:00;2025-03-13;14:07", BW_FIELD_SOLVED,
      1741874820, "Resolved Time" },
    { "Created;Resolution Date;Resolution Time", "2025-03-13 10:00;2025-03-13;14:07",
      BW_FIELD_SOLVED, 1741874820, "Resolution Time" },
    /* lengths of time */
    { "Created;Resolution Date;Resolution Time", "2025-03-13 10:00;2025-03-13;04:07",
      BW_FIELD_SOLVED, 1741824000, NULL },
    { "Created;Resolution Date;Resolution Time", "2025-03-13 10:00;2025-03-13;44:07",
      BW_FIELD_SOLVED, 1741824000, NULL },
    { "Date;Talk time", "2025-03-13;14:07", BW_FIELD_CREATED, 1741824000, NULL },
    /* has one itself */
    { "Date;Time", "2025-03-13 09:00;14:07", BW_FIELD_CREATED, 1741856400, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (BwSource) source = NULL;

    g_string_append_printf (text, "Ticket ID;Status;%s\n", cases[i].header);
    for (int row = 1; row <= 3; row++)
      g_string_append_printf (text, "%d;Closed;%s\n", row, cases[i].row);
    g_test_message ("%s", text->str);
    source = load (text->str);
    g_assert_cmpint (get_time (source, cases[i].field, 0), ==, cases[i].time);
    if (cases[i].clock) {
      assert_field (source, cases[i].clock, BW_FIELD_NONE);
      g_assert_nonnull (strstr (get_decision (source, cases[i].clock)->evidence, "time of day"));
    }
  }
}

static void
test_clocks_in_zone (void)
{
  g_autoptr (GError) error = NULL;
  Wish wish = { .zone = "Europe/Berlin" };
  g_autoptr (BwSource) source = load_with (
      "ID;Status;Date;Time\n1;Open;2024-03-31;02:30\n2;Open;2024-07-01;\n3;Open;;10:00\n"
      "4;Open;2024-03-31;12:30\n",
      &wish, &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 0), ==, 1711848600);
  g_assert_cmpint (find_note (source, "dst-gap")->count, ==, 1);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 1), ==, 1719784800);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 2), ==, BW_TIME_NONE);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 3), ==, 1711881000);
}

static void
test_serials (void)
{
  g_autoptr (BwSource) source =
                load ("ID;Status;Created\n1;Open;45717,5\n2;Open;45717,75\n3;Open;45718,25\n");

  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 0), ==, 1740830400);
}

/* Dates before ids, and a word that is the same in every row says nothing. */
static void
test_nameless (void)
{
  g_autoptr (GString) text = g_string_new ("A,B,CSAT\n");
  g_autoptr (BwSource) source = NULL;

  for (int i = 10; i < 20; i++)
    g_string_append_printf (text, "2025-01-%d,web,%d\n", i, i % 5 + 1);
  source = load (text->str);
  g_assert_cmpint (source->kind, ==, BW_KIND_RESPONSES);
  assert_field (source, "A", BW_FIELD_RATED);
  assert_field (source, "B", BW_FIELD_NONE);
}

static void
test_bad_cells (void)
{
  g_autoptr (BwSource) source = load (
      "ID,Status,Created at,Solved at,Replies,First reply time in minutes\n"
      "1,Open,2025-01-01 10:00,2025-01-02,2,5\n2,Open,2025-01-02 10:00,soon,many,a while\n"
      "3,Open,2025-01-03 10:00,,1,7\n4,Open,,2025-01-04,1,-7\n");

  g_assert_cmpint (find_note (source, "bad-date")->count, ==, 1);
  g_assert_cmpint (find_note (source, "bad-date")->first_line, ==, 3);
  g_assert_cmpstr (find_note (source, "bad-date")->column, ==, "Solved at");
  g_assert_cmpint (find_note (source, "bad-number")->first_line, ==, 3);
  g_assert_cmpint (find_note (source, "bad-duration")->first_line, ==, 3);
  g_assert_cmpint (find_note (source, "negative-duration")->first_line, ==, 5);
  g_assert_cmpint (bw_table_get_aside (source->table, 3), ==, BW_ASIDE_NO_DATE);
}

/* --- What cannot be
 * ---------------------------------------------------------------------------------- */

static BwSource *
load_spans (const char *row, int n_open)
{
  g_autoptr (GString) text = g_string_new ("ID,Created,Resolved,Status\n");

  for (int i = 0; i < 20; i++)
    g_string_append_printf (text, "%d,%s,%s\n", i, row, i < n_open ? "Open" : "Closed");
  return load (text->str);
}

/* Tickets that are not solved have no date of solving. */
static void
test_targets (void)
{
  g_autoptr (BwSource) target = load_spans ("2025-01-10 10:00,2025-01-12 10:00", 8);
  g_autoptr (BwSource) solved = load_spans ("2025-01-10 10:00,2025-01-12 10:00", 0);
  g_autoptr (BwSource) few = load_spans ("2025-01-10 10:00,2025-01-12 10:00", 2);

  assert_field (target, "Resolved", BW_FIELD_NONE);
  g_assert_cmpint (find_note (target, "target-date")->count, ==, 20);
  assert_field (solved, "Resolved", BW_FIELD_SOLVED);
  assert_field (few, "Resolved", BW_FIELD_SOLVED);
}

static void
test_spans (void)
{
  static const struct {
    const char *row;
    const char *code; /* of the note; NULL = none of these */
  } cases[] = {
    { "2025-01-10 10:00,2025-01-10 12:00", NULL },
    { "2025-01-10 10:00,2025-01-10 09:00", "negative-span" },
    { "2025-01-10 10:00,2025-01-10", "no-time-of-day" },
    { "2025-01-10,2025-01-10", NULL },
    { "2025-01-10 10:00,2025-01-09", "negative-span" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = load_spans (cases[i].row, 0);
    const BwNote *note = cases[i].code ? find_note (source, cases[i].code) : NULL;

    g_test_message ("%s", cases[i].row);
    g_assert_true (note || !cases[i].code);
    g_assert_true (!note || note->count == 20);
    g_assert_true (cases[i].code || !find_note (source, "negative-span"));
    g_assert_true (cases[i].code || !find_note (source, "no-time-of-day"));
  }
}

/* The first second of Unix time stands for no date. */
static void
test_null_dates (void)
{
  g_autoptr (BwSource) source =
                load ("ID,Created,Resolved,Status\n1,2025-01-01 10:00,1970-01-01 00:00:00,Open\n"
                      "2,2025-01-02 10:00,2025-01-03 10:00,Closed\n");

  g_assert_cmpint (get_time (source, BW_FIELD_SOLVED, 0), ==, BW_TIME_NONE);
  g_assert_null (find_note (source, "bad-date"));
}

/* "1.362" beside 362 is a thousand; beside "0.5" and 1362 it is a little over one. */
static void
test_groups (void)
{
  static const struct {
    const char *cells[3];
    int first; /* seconds */
  } cases[] = {
    { { "1.362", "362", "17" }, 81720 },   { { "1.362", "0.362", "17" }, 82 },
    { { "1.362", "1.5", "17" }, 82 },      { { "1.362", "1362", "17" }, 82 },
    { { "1.362", "2.500", "1.700" }, 82 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new ("ID;Created;Status;Resolution time (min)\n");
    g_autoptr (BwSource) source = NULL;

    for (guint row = 0; row < 3; row++)
      g_string_append_printf (text, "%u;2025-01-0%u 10:00;Closed;%s\n", row, row + 1,
                              cases[i].cells[row]);
    source = load (text->str);
    g_test_message ("%s", text->str);
    g_assert_cmpint (get_int (source, BW_FIELD_RESOLUTION_TIME, 0), ==, cases[i].first);
  }
}

/* Lines above the table that a spreadsheet filled up with delimiters. */
static void
test_filled_preamble (void)
{
  g_autoptr (BwSource) source = load ("Report: Tickets;;;\nFrom;2025-03-01;;\n;;;\n"
                                     "ID;Created;Resolved;Status\n1;2025-03-01 10:00;;Open\n"
                                     "2;2025-03-02 10:00;2025-03-03 10:00;Closed\n");

  g_assert_cmpint (source->n_rows, ==, 2);
  assert_field (source, "Created", BW_FIELD_CREATED);
}

/* Names that any product could use speak for none. */
static void
test_no_product (void)
{
  g_autoptr (BwSource) source = load ("ID,Created,Status,Priority\n1,2025-03-01 10:00,Open,High\n");

  g_assert_cmpstr (source->profile, ==, "generic");
}

/* --- Ratings
 * ----------------------------------------------------------------------------------------- */

#define RATED "Ticket ID,Created at,Status,CSAT\n"

static void
test_scales (void)
{
  static const struct {
    const char *text;
    double low, high;
    double first; /* of row 0; NAN = no answer */
  } cases[] = {
    { RATED "1,2025-01-01,Closed,4\n2,2025-01-02,Closed,5\n3,2025-01-03,Closed,1\n", 1, 5, 4 },
    { RATED "1,2025-01-01,Closed,9\n2,2025-01-02,Closed,10\n3,2025-01-03,Closed,0\n", 0, 10, 9 },
    { RATED "1,2025-01-01,Closed,7\n2,2025-01-02,Closed,3\n3,2025-01-03,Closed,1\n", 1, 7, 7 },
    { RATED "1,2025-01-01,Closed,80 %\n2,2025-01-02,Closed,100 %\n3,2025-01-03,Closed,\n", 0, 100,
      80 },
    { RATED "1,2025-01-01,Closed,Good\n2,2025-01-02,Closed,Bad\n3,2025-01-03,Closed,Offered\n", 0,
      1, 1 },
    { RATED "1,2025-01-01,Closed,Offered\n2,2025-01-02,Closed,Bad\n3,2025-01-03,Closed,Good\n", 0,
      1, NAN },
    { RATED "1,2025-01-01,Closed,Very satisfied\n2,2025-01-02,Closed,Neutral\n", 1, 5, 5 },
    { RATED "1,2025-01-01,Closed,\xf0\x9f\x98\x80\n2,2025-01-02,Closed,\xf0\x9f\x98\xa1\n", 1, 5,
      5 },
    { RATED "1,2025-01-01,Closed,\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd\n2,2025-01-02,Closed,"
            "\xf0\x9f\x91\x8e\n",
      0, 1, 1 },
    { RATED "1,2025-01-01,Closed,3/5\n2,2025-01-02,Closed,5/5\n", 1, 5, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = load (cases[i].text);
    const BwColumn *column = bw_table_find (source->table, BW_FIELD_CSAT);
    double first;

    g_test_message ("%s", cases[i].text);
    g_assert_nonnull (column);
    first = bw_column_meaning (column, 0);
    g_assert_cmpfloat (column->scale_low, ==, cases[i].low);
    g_assert_cmpfloat (column->scale_high, ==, cases[i].high);
    g_assert_true (isnan (cases[i].first) ? isnan (first) : first == cases[i].first);
  }
}

static void
test_off_scale (void)
{
  g_autoptr (BwSource) source = load (
      "Response ID,Submitted at,NPS\na,2025-01-01,10\nb,2025-01-02,11\nc,2025-01-03,3\n"
      "d,2025-01-04,7\ne,2025-01-05,-1\n");

  g_assert_cmpint (source->kind, ==, BW_KIND_RESPONSES);
  g_assert_cmpint (find_note (source, "off-scale")->count, ==, 2);
  g_assert_cmpint (find_note (source, "off-scale")->first_line, ==, 3);
  g_assert_true (isnan (get_meaning (source, BW_FIELD_NPS, 1)));
  g_assert_cmpfloat (get_meaning (source, BW_FIELD_NPS, 0), ==, 10);
}

/* A few strays do not make a longer scale. */
static void
test_stray_scores (void)
{
  g_autoptr (GString) text = g_string_new ("Response ID,Submitted at,Rating\n");
  g_autoptr (BwSource) source = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "r%d,2025-01-01,%d\n", i, i == 7 ? 9 : i % 5 + 1);
  source = load (text->str);
  g_assert_cmpint (find_note (source, "off-scale")->count, ==, 1);
  g_assert_cmpfloat (bw_table_find (source->table, BW_FIELD_CSAT)->scale_high, ==, 5);
}

static void
test_unknown_words (void)
{
  static const struct {
    const char *text;
    const char *says; /* NULL = nothing */
  } cases[] = {
    { RATED "1,2025-01-01,Closed,Good\n2,2025-01-02,Closed,Bad\n3,2025-01-02,Closed,Splendid\n",
      "Splendid" },
    { RATED "1,2025-01-01,Closed,Good\n2,2025-01-02,Closed,Bad\n3,2025-01-02,Closed,Offered\n",
      NULL },
    { RATED "1,2025-01-01,Closed,Good\n2,2025-01-02,Closed,Bad\n3,,Closed,Splendid\n", NULL },
    { "Call Time,Talk Time,Call outcome\n2025-01-01 10:00,10,answered\n2025-01-02 "
      "10:00,0,vanished\n",
      "vanished" },
    { "Call Time,Talk Time,Call outcome\n2025-01-01 10:00,10,answered\n2025-01-02 "
      "10:00,0,inbound\n",
      NULL },
    { "ID,Created,Status,Priority\n1,2025-01-01,Open,High\n2,2025-01-01,Open,Purple\n", "Purple" },
    { "ID,Created,Status,Priority\n1,2025-01-01,Open,1\n2,2025-01-01,Open,2\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = load (cases[i].text);
    const BwNote *note = find_note (source, "unknown-word");

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (note != NULL, ==, cases[i].says != NULL);
    g_assert_true (!note || strstr (note->text, cases[i].says));
  }
}

/* --- Rows that do not count
 * -------------------------------------------------------------------------- */

static void
test_asides (void)
{
  static const BwAside expected[] = { BW_ASIDE_NONE,    BW_ASIDE_SPAM,      BW_ASIDE_DELETED,
                                      BW_ASIDE_MERGED,  BW_ASIDE_DUPLICATE, BW_ASIDE_NONE,
                                      BW_ASIDE_NO_DATE, BW_ASIDE_TOTAL };
  g_autoptr (BwSource) source = load (
      "Ticket ID,Status,Created at,Updated at\n"
      "9,Open,2025-01-01 10:00,2025-01-01 10:00\n8,Spam,2025-01-01 10:00,\n"
      "7,Deleted,2025-01-01 10:00,\n6,Merged,2025-01-01 10:00,\n"
      "20,Open,2025-01-01 10:00,2025-01-02 10:00\n20,Closed,2025-01-01 10:00,2025-01-03 10:00\n"
      "21,Open,,\nTotal,,,\n");

  for (guint row = 0; row < G_N_ELEMENTS (expected); row++)
    g_assert_cmpint (bw_table_get_aside (source->table, row), ==, expected[row]);
}

/* What is said of bad dates is said of rows that count. */
static void
test_totals_are_no_bad_dates (void)
{
  static const struct {
    const char *rows;
    gint64 n_bad;
    const char *shown; /* in the note */
  } cases[] = {
    { "1,Open,2025-01-01\n2,Open,2025-01-02\n,,Total\n", 0, NULL },
    { "1,Open,2025-01-01\n2,Open,never\n3,Open,\n,,Total\n", 1, "never" },
    { "1,Open,2025-01-01\n,,Total\n3,Open,\n2,Open,never\n,,Total\n", 1, "never" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new ("Ticket ID,Status,Created at\n");
    g_autoptr (BwSource) source = NULL;
    const BwNote *note = NULL;

    g_string_append (text, cases[i].rows);
    for (int row = 10; row < 30; row++)
      g_string_append_printf (text, "%d,Open,2025-01-%02d\n", row, row);
    source = load (text->str);
    for (guint j = 0; j < source->notes->len; j++)
      if (g_str_equal (((const BwNote *) source->notes->pdata[j])->code, "bad-date"))
        note = source->notes->pdata[j];
    g_assert_cmpint (note != NULL, ==, cases[i].n_bad > 0);
    if (note != NULL) {
      g_autofree char *message = bw_note_dup_text (note);
      g_assert_cmpint (note->count, ==, cases[i].n_bad);
      g_assert_nonnull (strstr (message, cases[i].shown));
    }
  }
}

/* --- Kinds and errors
 * --------------------------------------------------------------------------------- */

static void
test_kinds (void)
{
  static const struct {
    BwKind kind;
    const char *text;
  } cases[] = {
    { BW_KIND_TICKETS, "Number;Opened;State;Priority\nINC1;2025-01-01 10:00;New;3 - Moderate\n" },
    { BW_KIND_TICKETS, "Ticket Id,Created,Closed,Rating\n1,2025-01-01,2025-01-02,5\n" },
    { BW_KIND_RESPONSES, "Date,Score,Comment\n2025-01-01,9,good\n2025-01-02,4,\n2025-01-02,10,\n" },
    { BW_KIND_RESPONSES,
      "Timestamp,How easy was it to get help?,Anything else?\n2025-01-01 10:00,5,no\n" },
    { BW_KIND_CALLS,
      "calldate,src,dst,duration,billsec,disposition\n2025-01-01 10:00:00,1,2,60,50,ANSWERED\n" },
    { BW_KIND_CALLS, "Anrufbeginn;Richtung;Wartezeit;Gespr\xc3\xa4"
                     "chszeit\n01.02.2025 10:00;eingehend;00:10;03:05\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwSource) source = NULL;

    g_test_message ("%s", cases[i].text);
    source = load (cases[i].text);
    g_assert_cmpint (source->kind, ==, cases[i].kind);
  }
}

/* A number and a date of each ticket, and nothing else that tells: its tickets can be counted. */
static void
test_bare_list (void)
{
  static const char say_so[] = "If it is tickets, say so (--kind tickets)";
  static const char none[] = "No tickets, survey responses or calls were found";
  static const struct {
    const char *header;
    const char *second_id;
    const char *refusal; /* NULL = it opens */
  } cases[] = {
    { "id,created", "2", NULL },
    { "Ticket ID,Created at", "2", NULL },
    { "Ticket,Created,Organisation", "2", NULL },
    { "Case ID,Created,colour", "2", NULL },
    { "Ticket,Created,colour", "1", say_so },
    { "id,created", "1", say_so },
    { "id,created,colour", "2", say_so },
    { "name,created", "2", none },
    { "customer id,created", "2", none },
    { "id,modified", "2", none },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *more = strchr (strchr (cases[i].header, ',') + 1, ',') ? ",red" : "";
    g_autofree char *text =
        g_strdup_printf ("%s\n1,2026-01-05 10:00%s\n%s,2026-01-06 11:00%s\n3,2026-02-06 12:00%s\n",
                         cases[i].header, more, cases[i].second_id, more, more);
    Wish wish = { NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (BwSource) source = load_with (text, &wish, &error);

    g_test_message ("%s", cases[i].header);
    g_assert_cmpint (source != NULL, ==, cases[i].refusal == NULL);
    if (source)
      g_assert_cmpint (source->kind, ==, BW_KIND_TICKETS);
    else
      g_assert_nonnull (strstr (error->message, cases[i].refusal));
  }
}

static void
test_errors (void)
{
  static const struct {
    const char *text;
    Wish wish;
    int code;
    const char *says;
  } cases[] = {
    { "Name,Colour\nAnn,red\nBob,blue\n", { NULL }, BW_ERROR_PROFILE, "--map 'Header=created'" },
    /* What somebody worked on is no customer. */
    { "id,description,start,end,dur\n1,x,2025-03-01 09:00,2025-03-01 12:00,10800\n"
      "2,x,2025-03-02 09:00,2025-03-02 12:00,10800\n",
      { NULL },
      BW_ERROR_PROFILE,
      "--map 'Header=created'" },
    /* What stands open on a day is neither new tickets, nor calls on hold, nor new customers. */
    { "Date,New,Open,Pending,On hold,Solved,Closed\n2025-03-01,1,51,20,5,30,28\n"
      "2025-03-02,2,52,20,5,30,28\n2025-03-03,3,53,20,5,30,28\n",
      { NULL },
      BW_ERROR_PROFILE,
      "--map 'Header=created'" },
    { "Ticket ID,Status,Priority,Subject\n1,Open,High,x\n",
      { NULL },
      BW_ERROR_PROFILE,
      "the date on which tickets were created" },
    { "ID,Opened,Status\n1,25/01/2025,Open\n2,01/25/2025,Open\n3,26/01/2025,Open\n4,01/26/"
      "2025,Open\n",
      { NULL },
      BW_ERROR_PROFILE,
      "“Opened”: not used: some of its dates have the day first" },
    { "ID,Created,Status\n1,3 days ago,Open\n2,4 days ago,Open\n3,5 days ago,Open\n",
      { NULL },
      BW_ERROR_PROFILE,
      "“Created”: not used: its cells are no dates" },
    { "Ticket group,AVG(First reply time (min)),MED(Full resolution time (hrs))\nA,3,10\n",
      { NULL },
      BW_ERROR_PROFILE,
      "one row a ticket" },
    { "ID,Created\n1,2025-01-01\n", { .map = "ID=nonsense" }, BW_ERROR_FIELD, "nonsense" },
    { "ID,Created\n1,2025-01-01\n", { .map = "Cretaed=created" }, BW_ERROR_FIELD, "Created" },
    { "ID,Created\n1,2025-01-01\n", { .map = "Created" }, BW_ERROR_FIELD, "Header=field" },
    { "ID,Created\n1,2025-01-01\n",
      { .profile = "no-such-product" },
      BW_ERROR_FIELD,
      "zendesk-csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_null (load_with (cases[i].text, &cases[i].wish, &error));
    g_assert_error (error, BW_ERROR, cases[i].code);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

static void
test_map (void)
{
  g_autoptr (GError) error = NULL;
  Wish wish = { .map = "When=created" };
  g_autoptr (BwSource) source = load_with (
      "What,When\nbroken,2025-01-01 10:00\nslow,2025-01-02 11:00\n", &wish, &error);

  g_assert_no_error (error);
  assert_field (source, "When", BW_FIELD_CREATED);
  g_assert_cmpint (get_time (source, BW_FIELD_CREATED, 0), ==, 1735725600);
}

/* --- Bare priorities
 * ------------------------------------------------------------------------------ */

static const struct {
  const char *header;
  BwRank rank;
} ranked_headers[] = {
  { "Priority", BW_RANK_UNKNOWN },
  { "Priority (1-5)", BW_RANK_UNKNOWN },
  { "Priority (1 = highest)", BW_RANK_HIGHEST },
  { "Priority (1=low, 5=high)", BW_RANK_LOWEST },
  { "Priority 1-5 (5 highest)", BW_RANK_LOWEST },
  { "Prio [1 urgent .. 5 low]", BW_RANK_HIGHEST },
  { "Priorität (1 = hoch)", BW_RANK_HIGHEST },
  { "Dringlichkeit (1: niedrig)", BW_RANK_LOWEST },
  { "Priorité (1 = haute)", BW_RANK_HIGHEST },
  { "Prioridad (5 = baja)", BW_RANK_HIGHEST },
  { "Prioridade (1 = baixa)", BW_RANK_LOWEST },
  { "Severity", BW_RANK_HIGHEST },
};

static void
test_ranked_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranked_headers); i++) {
    g_test_message ("%s", ranked_headers[i].header);
    g_assert_cmpint (bw_rank_of_header (ranked_headers[i].header), ==, ranked_headers[i].rank);
  }
}

/* The whole column decides, whatever row its words stand in; else the numbers stay unranked, and a
 * note says how to tell. */
static const struct {
  const char *header;
  const char *words[3];
  double ones; /* what "1" means */
} ranked_columns[] = {
  { "Priority", { "1", "2", "5" }, NAN },          { "Priority", { "1", "2", "P1" }, 4 },
  { "Priority", { "1", "3", "1 - Critical" }, 4 }, { "Priority", { "1", "3", "5 - Urgent" }, 1 },
  { "Priority", { "1", "low", "high" }, NAN },     { "Priority (1 = low)", { "1", "2", "3" }, 1 },
};

static void
test_ranked_columns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranked_columns); i++) {
    g_autofree char *text = g_strdup_printf (
        "Ticket ID,Created at,Solved at,%s\n1,2025-03-01 10:00,2025-03-02 10:00,%s\n"
        "2,2025-03-01 10:00,2025-03-02 10:00,%s\n3,2025-03-14 10:00,2025-03-15 10:00,%s\n",
        ranked_columns[i].header, ranked_columns[i].words[0], ranked_columns[i].words[1],
        ranked_columns[i].words[2]);
    g_autoptr (BwSource) source = load (text);
    const BwColumn *column = bw_table_find (source->table, BW_FIELD_PRIORITY);
    double ones = bw_column_meaning (column, 0);
    g_test_message ("%s", text);
    g_assert_true (isnan (ones) ? isnan (ranked_columns[i].ones) : ones == ranked_columns[i].ones);
    g_assert_cmpint (isnan (ones), ==, find_note (source, "bare-priority") != NULL);
  }
}

/* --- Zones in headers
 * ---------------------------------------------------------------------------- */

static const struct {
  const char *header;
  const char *key;
  const char *zone;
} zoned_headers[] = {
  { "Started at (America/New_York)", "started at", "America/New_York" },
  { "Closed (UTC+1)", "closed", "+01:00" },
  { "Closed (GMT-03:30)", "closed", "-03:30" },
  { "Closed (no/where)", "closed no where", NULL },
  { "Answer (yes/no)", "answer", NULL },
};

static void
test_zoned_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (zoned_headers); i++) {
    g_autoptr (BwHeader) header = bw_header_new (zoned_headers[i].header);
    g_assert_cmpstr (header->key, ==, zoned_headers[i].key);
    g_assert_cmpstr (header->zone, ==, zoned_headers[i].zone);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/recognise/totals-are-no-bad-dates", test_totals_are_no_bad_dates);
  g_test_add_func ("/recognise/bare-list", test_bare_list);
  g_test_add_func ("/recognise/headers", test_headers);
  g_test_add_func ("/recognise/named-units", test_named_units);
  g_test_add_func ("/recognise/mangled", test_mangled);
  g_test_add_func ("/recognise/words", test_words);
  g_test_add_func ("/recognise/ranked-headers", test_ranked_headers);
  g_test_add_func ("/recognise/ranked-columns", test_ranked_columns);
  g_test_add_func ("/recognise/zoned-headers", test_zoned_headers);
  g_test_add_func ("/recognise/names", test_names);
  g_test_add_func ("/recognise/lookalikes", test_lookalikes);
  g_test_add_func ("/recognise/unit-corrected", test_unit_corrected);
  g_test_add_func ("/recognise/length-refused", test_length_refused);
  g_test_add_func ("/recognise/business-hours", test_business_hours);
  g_test_add_func ("/recognise/lengths-of-calls", test_lengths_of_calls);
  g_test_add_func ("/recognise/count-in-words", test_count_in_words);
  g_test_add_func ("/recognise/order", test_order);
  g_test_add_func ("/recognise/order-wished", test_order_wished);
  g_test_add_func ("/recognise/contradiction", test_contradiction);
  g_test_add_func ("/recognise/clock-changes", test_clock_changes);
  g_test_add_func ("/recognise/zone-known", test_zone_known);
  g_test_add_func ("/recognise/clocks", test_clocks);
  g_test_add_func ("/recognise/clocks-in-zone", test_clocks_in_zone);
  g_test_add_func ("/recognise/serials", test_serials);
  g_test_add_func ("/recognise/nameless", test_nameless);
  g_test_add_func ("/recognise/bad-cells", test_bad_cells);
  g_test_add_func ("/recognise/targets", test_targets);
  g_test_add_func ("/recognise/dates-of-other-things", test_dates_of_other_things);
  g_test_add_func ("/recognise/questions", test_questions);
  g_test_add_func ("/recognise/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/recognise/blank-file", test_blank_file);
  g_test_add_func ("/recognise/spans", test_spans);
  g_test_add_func ("/recognise/null-dates", test_null_dates);
  g_test_add_func ("/recognise/groups", test_groups);
  g_test_add_func ("/recognise/filled-preamble", test_filled_preamble);
  g_test_add_func ("/recognise/no-product", test_no_product);
  g_test_add_func ("/recognise/scales", test_scales);
  g_test_add_func ("/recognise/off-scale", test_off_scale);
  g_test_add_func ("/recognise/stray-scores", test_stray_scores);
  g_test_add_func ("/recognise/unknown-words", test_unknown_words);
  g_test_add_func ("/recognise/asides", test_asides);
  g_test_add_func ("/recognise/kinds", test_kinds);
  g_test_add_func ("/recognise/errors", test_errors);
  g_test_add_func ("/recognise/map", test_map);
  return g_test_run ();
}
