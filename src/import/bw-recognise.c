/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table's headers and sample: which product, which kind of table, and how each column is read. */
#include "config.h"

#include "bw-error.h"
#include "bw-match.h"
#include "bw-note.h"
#include "bw-parallel.h"
#include "bw-plan-columns.h"
#include "bw-recognise.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VOTES_LEAST 1.0
#define NAMED 0.5
#define HEAD_ROWS 120
#define THINNING 8
#define OBJECTIONS 2     /* in a sentence */
#define NAME_SHOWN 60    /* characters of a column's name in a sentence */
#define PROFILE_SURE 0.8 /* of the product, and so of its kind */

/* --- Columns ---------------------------------------------------------------------------------- */

/* The first rows in their order, and every few of the others. */
static GPtrArray *
thin_out (GPtrArray *rows)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i += i < HEAD_ROWS ? 1 : THINNING)
    g_ptr_array_add (some, rows->pdata[i]);
  return some;
}

typedef struct {
  const char *const *texts; /* n of each column, one column after the other */
  guint n;
  BwLook *looks;
} Looking;

static void
look_at_column_cb (guint i, int worker, gpointer user_data)
{
  const Looking *looking = user_data;

  bw_look_at (looking->texts + (gsize) i * looking->n, looking->n, &looking->looks[i]);
}

static void
look_at_columns (BwColumns *columns, GPtrArray *rows)
{
  g_autoptr (GPtrArray) some = thin_out (rows);
  g_autofree const char **texts = g_new0 (const char *, (gsize) some->len * columns->n + 1);

  for (guint i = 0; i < some->len; i++) {
    char **row = some->pdata[i];

    for (guint column = 0; column < columns->n && row[column]; column++)
      texts[(gsize) column * some->len + i] = row[column];
  }
  Looking looking = { texts, some->len, columns->looks };
  bw_parallel_for (columns->n, NULL, look_at_column_cb, &looking);
}

static void
columns_init (BwColumns *columns,
              const char *const *names,
              GPtrArray *rows,
              const BwRecogniseOptions *options)
{
  columns->names = names;
  columns->n = g_strv_length ((char **) names);
  columns->options = options;
  columns->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_header_free);
  columns->looks = g_new0 (BwLook, columns->n);
  columns->mapped = g_new0 (BwFieldId, columns->n);
  for (guint i = 0; i < columns->n; i++)
    g_ptr_array_add (columns->headers, bw_header_new (names[i]));
  look_at_columns (columns, rows);
}

static void
columns_clear (BwColumns *columns)
{
  g_ptr_array_unref (columns->headers);
  g_free (columns->looks);
  g_free (columns->mapped);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwColumns, columns_clear)

/* --- Maps by hand ----------------------------------------------------------------------------- */

static gboolean
find_column (const BwColumns *columns, const char *name, guint *column)
{
  g_autofree char *folded = bw_fold (name);

  for (guint i = 0; i < columns->n; i++)
    if (g_str_equal (columns->names[i], name)) {
      *column = i;
      return TRUE;
    }
  for (guint i = 0; i < columns->n; i++) {
    g_autofree char *other = bw_fold (columns->names[i]);

    if (*folded && g_str_equal (other, folded)) {
      *column = i;
      return TRUE;
    }
  }
  return FALSE;
}

static guint
count_common_letters (const char *a, const char *b)
{
  guint n = 0;

  while (a[n] && g_ascii_tolower (a[n]) == g_ascii_tolower (b[n]))
    n++;
  return n;
}

/* The field whose name begins most like the word. */
static const char *
suggest_field (const char *word)
{
  const char *best = "created";
  guint most = 0;

  for (int id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++) {
    const char *name = bw_field_get (id)->name;
    guint n = count_common_letters (word, name);

    if (n > most) {
      most = n;
      best = name;
    }
  }
  return best;
}

static const char *
suggest_column (const BwColumns *columns, const char *word)
{
  const char *best = columns->n > 0 ? columns->names[0] : "";
  guint most = 0;

  for (guint i = 0; i < columns->n; i++) {
    guint n = count_common_letters (word, columns->names[i]);

    if (n > most) {
      most = n;
      best = columns->names[i];
    }
  }
  return best;
}

/* "Header=field"; "Header=none" leaves a column out. */
static gboolean
read_map (BwColumns *columns, const char *map, GError **error)
{
  const char *equals = strrchr (map, '=');
  g_autofree char *name = g_strndup (map, equals ? (gsize) (equals - map) : strlen (map));
  const BwField *field = equals ? bw_field_find (equals + 1) : NULL;
  gboolean none = equals && g_str_equal (equals + 1, "none");
  guint column;

  if (!equals) {
    bw_error_set (error, BW_ERROR_FIELD, N_ ("“%s” is no map: write it as 'Header=field'"), map);
    return FALSE;
  }
  if (!field && !none) {
    bw_error_set (error, BW_ERROR_FIELD, N_ ("There is no field “%s”; did you mean “%s”?"),
                  equals + 1, suggest_field (equals + 1));
    return FALSE;
  }
  if (!find_column (columns, name, &column)) {
    bw_error_set (error, BW_ERROR_FIELD, N_ ("There is no column “%s”; did you mean “%s”?"), name,
                  suggest_column (columns, name));
    return FALSE;
  }
  columns->mapped[column] = none ? BW_FIELD_LAST : field->id;
  return TRUE;
}

static void
read_overrides (BwColumns *columns)
{
  for (guint i = 0; i < columns->n; i++) {
    const BwColumnOverride *override = bw_overrides_get_column (columns->options->overrides, i);

    if (override && override->has_field)
      columns->mapped[i] = override->field == BW_FIELD_NONE ? BW_FIELD_LAST : override->field;
  }
}

static gboolean
read_maps (BwColumns *columns, GError **error)
{
  const char *const *maps = columns->options->maps;

  for (guint i = 0; maps && maps[i]; i++)
    if (!read_map (columns, maps[i], error))
      return FALSE;
  read_overrides (columns);
  return TRUE;
}

/* --- Products --------------------------------------------------------------------------------- */

typedef struct {
  BwKind kind;
  BwProfile *profile; /* or NULL */
  double score;
  char *evidence;
  char *lack; /* of a lenient guess; or NULL */
  BwMatch *matches;
  guint n;
} Guess;

static void
guess_clear (Guess *guess)
{
  g_clear_pointer (&guess->evidence, g_free);
  g_clear_pointer (&guess->lack, g_free);
  if (guess->matches)
    bw_matches_free (guess->matches, guess->n);
  guess->matches = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guess, guess_clear)

static void
find_profile (const BwColumns *columns, Guess *guess)
{
  GPtrArray *profiles = bw_profiles ();

  for (guint i = 0; i < profiles->len; i++) {
    BwProfile *profile = profiles->pdata[i];
    g_autofree char *evidence = NULL;
    double score = bw_profile_score (profile, columns->headers, &evidence);

    if (score < BW_PROFILE_LEAST || score <= guess->score ||
        (columns->options->kind_set && columns->options->kind != bw_profile_get_kind (profile)))
      continue;
    guess->profile = profile;
    guess->score = score;
    g_free (guess->evidence);
    guess->evidence = g_steal_pointer (&evidence);
  }
}

static gboolean
choose_profile (const BwColumns *columns, Guess *guess, GError **error)
{
  const char *id = columns->options->profile;

  if (!id) {
    find_profile (columns, guess);
  } else if (!g_str_equal (id, "generic")) {
    guess->profile = bw_profiles_find (id, error);
    if (!guess->profile)
      return FALSE;
    guess->score = bw_profile_score (guess->profile, columns->headers, &guess->evidence);
    g_free (guess->evidence);
    guess->evidence = g_strdup (_ ("so wished"));
  }
  guess->n = columns->n;
  return TRUE;
}

/* --- Kinds ------------------------------------------------------------------------------------ */

static gboolean
has_field (const Guess *guess, BwFieldId field)
{
  for (guint i = 0; i < guess->n; i++)
    if (guess->matches[i].field == field)
      return TRUE;
  return FALSE;
}

/* What makes rows one of a kind: the fields of `needed`, and one of `any`. */
typedef struct {
  BwFieldId needed[3];
  BwFieldId any[8];
  const char *lack; /* completes "needs ..." */
} Needs;

static const Needs needs[BW_KIND_LAST] = {
  [BW_KIND_TICKETS] = { { BW_FIELD_CREATED },
                        { BW_FIELD_NONE },
                        N_ ("a column with the date on which tickets were created (--map "
                            "'Header=created')") },
  [BW_KIND_RESPONSES] = { { BW_FIELD_RATED },
                          { BW_FIELD_CSAT, BW_FIELD_NPS, BW_FIELD_CES },
                          N_ ("a column with the date on which a survey was answered (--map "
                              "'Header=rated') and one with a score (--map 'Header=csat', "
                              "'Header=nps' or 'Header=ces')") },
  [BW_KIND_CALLS] = { { BW_FIELD_CREATED },
                      { BW_FIELD_TALK_TIME, BW_FIELD_WAIT_TIME, BW_FIELD_HANDLE_TIME,
                        BW_FIELD_CALL_LENGTH, BW_FIELD_HOLD_TIME, BW_FIELD_WRAP_TIME,
                        BW_FIELD_OUTCOME, BW_FIELD_ANSWERED_AT },
                      N_ ("a column with the time at which a call came in (--map "
                          "'Header=created') and one with the talk time, the wait or the outcome "
                          "of a call (--map 'Header=talk-time')") },
  [BW_KIND_MESSAGES] = { { BW_FIELD_TICKET_ID, BW_FIELD_AT },
                         { BW_FIELD_ROLE, BW_FIELD_AUTHOR, BW_FIELD_PUBLIC, BW_FIELD_BODY,
                           BW_FIELD_EVENT },
                         N_ ("columns with the ticket (--map 'Header=ticket-id'), the time (--map "
                             "'Header=at') and the author (--map 'Header=role') of a message") },
  [BW_KIND_EVENTS] = { { BW_FIELD_TICKET_ID, BW_FIELD_AT },
                       { BW_FIELD_EVENT, BW_FIELD_NEW_VALUE, BW_FIELD_STATUS },
                       N_ ("columns with the ticket (--map 'Header=ticket-id'), the time (--map "
                           "'Header=at') and what happened (--map 'Header=event')") },
  [BW_KIND_QUEUE_EVENTS] = { { BW_FIELD_ID, BW_FIELD_AT, BW_FIELD_EVENT },
                             { BW_FIELD_NONE },
                             N_ ("columns with the call (--map 'Header=id'), the time (--map "
                                 "'Header=at') and the event (--map 'Header=event')") },
  [BW_KIND_VIEWS] = { { BW_FIELD_NONE },
                      { BW_FIELD_VIEWS, BW_FIELD_VISITORS, BW_FIELD_HELPFUL, BW_FIELD_SEARCHES,
                        BW_FIELD_HELP_USERS },
                      N_ ("columns with the article (--map 'Header=article') and its views (--map "
                          "'Header=views')") },
  [BW_KIND_CUSTOMERS] = { { BW_FIELD_SINCE },
                          { BW_FIELD_ID, BW_FIELD_EMAIL, BW_FIELD_REQUESTER },
                          N_ ("columns with the customer (--map 'Header=id') and since when it is "
                              "one (--map 'Header=since')") },
  [BW_KIND_CUSTOMER_COUNTS] = { { BW_FIELD_DATE },
                                { BW_FIELD_CUSTOMERS_START, BW_FIELD_CUSTOMERS_END,
                                  BW_FIELD_CUSTOMERS_NEW, BW_FIELD_CUSTOMERS_LOST },
                                N_ ("columns with the period (--map 'Header=date') and its number "
                                    "of customers (--map 'Header=customers-start')") },
  [BW_KIND_FINANCE] = { { BW_FIELD_DATE },
                        { BW_FIELD_AMOUNT, BW_FIELD_COST_SALARIES, BW_FIELD_COST_TRAINING,
                          BW_FIELD_COST_INFRASTRUCTURE, BW_FIELD_REVENUE },
                        N_ ("columns with the period (--map 'Header=date') and an amount (--map "
                            "'Header=amount')") },
  [BW_KIND_AGENT_TIME] = { { BW_FIELD_AGENT },
                           { BW_FIELD_SCHEDULED_TIME, BW_FIELD_PAID_TIME, BW_FIELD_LOGGED_IN_TIME,
                             BW_FIELD_AVAILABLE_TIME },
                           N_ ("columns with the agent (--map 'Header=agent') and the time worked "
                               "(--map 'Header=paid-time')") },
  [BW_KIND_TOTALS] = { { BW_FIELD_NONE },
                       { BW_FIELD_N_TICKETS, BW_FIELD_N_SOLVED, BW_FIELD_N_OFFERED,
                         BW_FIELD_N_ANSWERED, BW_FIELD_N_ABANDONED },
                       N_ ("a column with a number of tickets (--map 'Header=n-tickets') or calls "
                           "(--map 'Header=n-offered')") },
};

const char *
bw_recognise_get_needs (BwKind kind)
{
  g_return_val_if_fail ((guint) kind < BW_KIND_LAST && !bw_kind_is_derived (kind), NULL);

  return _ (needs[kind].lack);
}

/* What a table of that kind still lacks, as words that complete "needs ..."; NULL when nothing. */
static const char *
find_lack (const Guess *guess)
{
  const Needs *need = &needs[guess->kind];
  gboolean any = need->any[0] == BW_FIELD_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (need->any) && need->any[i] != BW_FIELD_NONE; i++)
    any |= has_field (guess, need->any[i]);
  for (guint i = 0; i < G_N_ELEMENTS (need->needed) && need->needed[i] != BW_FIELD_NONE; i++)
    any &= has_field (guess, need->needed[i]);
  return any ? NULL : need->lack;
}

static double
count_maps (const BwColumns *columns, BwKind kind)
{
  double votes = 0;

  for (guint i = 0; i < columns->n; i++)
    if (columns->mapped[i] != BW_FIELD_NONE && columns->mapped[i] != BW_FIELD_LAST)
      votes += (bw_field_get (columns->mapped[i])->kinds & (1u << kind)) ? 1 : -10;
  return votes;
}

/* The column of that field, or NULL. */
static const BwLook *
find_look (const BwColumns *columns, const Guess *guess, BwFieldId field)
{
  for (guint i = 0; i < guess->n; i++)
    if (guess->matches[i].field == field)
      return &columns->looks[i];
  return NULL;
}

/* A log tells several times of one ticket, a list of tickets once. */
static double
judge_repetition (const BwColumns *columns, const Guess *guess)
{
  gboolean is_log = guess->kind == BW_KIND_MESSAGES || guess->kind == BW_KIND_EVENTS;
  const BwLook *id = find_look (columns, guess, is_log ? BW_FIELD_TICKET_ID : BW_FIELD_ID);
  gboolean repeated = id && id->n_distinct < 0.8 * MIN (id->n_filled, BW_LOOK_DISTINCT_MAX);

  if (!id)
    return 0;
  if (id->n_filled < 4) /* too few rows to tell, but nothing speaks for a log */
    return is_log && id->n_distinct == id->n_filled ? -0.6 : 0;
  if (is_log)
    return repeated ? 0.8 : id->n_distinct >= MIN (id->n_filled, BW_LOOK_DISTINCT_MAX) ? -1.5 : 0;
  return repeated && guess->kind == BW_KIND_TICKETS && !has_field (guess, BW_FIELD_UPDATED) ? -0.8
                                                                                            : 0;
}

/* What only telephones have. */
static gboolean
names_line (char **words)
{
  static const char *const lines[] = { "nebenstelle", "rufnummer", "durchwahl", "callee",
                                       "angerufener", "dnis",      "did",       NULL };
  guint n = 0;

  for (char **word = words; *word; word++)
    n += g_strv_contains (lines, *word);
  return n > 0;
}

/* A column that tells one call from another, not one caller, or a line. */
static double
judge_name (const BwColumns *columns, BwKind kind)
{
  static const char *const calls[] = { "call", "anruf", "appel", "llamada", "chamada", NULL };
  static const char *const ids[] = { "id", "nr", "no", "number", "nummer", "uuid", "sid", NULL };

  for (guint i = 0; kind == BW_KIND_CALLS && i < columns->n; i++) {
    g_autofree char *folded = bw_fold (columns->names[i]);
    g_auto (GStrv) words = g_strsplit (folded, " ", -1);
    gboolean of_call = FALSE, is_id = FALSE;
    for (guint w = 0; words[w]; w++) {
      of_call |= g_strv_contains (calls, words[w]);
      is_id |= g_strv_contains (ids, words[w]);
    }
    if ((of_call && is_id) || names_line (words))
      return 0.8;
  }
  return 0;
}

static guint
count_aggregates (const BwColumns *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->n; i++)
    n += ((BwHeader *) columns->headers->pdata[i])->aggregate;
  return n;
}

/* Numbers of created tickets or offered calls say it by themselves, others ("Answered") in pairs.
 */
static gboolean
counts_many (const BwColumns *columns, const Guess *guess)
{
  static const BwFieldId counts[] = { BW_FIELD_N_TICKETS, BW_FIELD_N_OFFERED, BW_FIELD_N_SOLVED,
                                      BW_FIELD_N_ANSWERED, BW_FIELD_N_ABANDONED };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    const BwLook *look = find_look (columns, guess, counts[i]);

    if (look && look->greatest > 1 && bw_look_classify (look) == BW_LOOK_NUMBER)
      n += i < 2 ? 2 : 1;
  }
  return n >= 2;
}

/* Its header says so, not only its cells: any count of rows tells them apart. */
static gboolean
names_field (const Guess *guess, BwFieldId field)
{
  for (guint i = 0; i < guess->n; i++)
    if (guess->matches[i].field == field)
      return guess->matches[i].score >= NAMED;
  return FALSE;
}

/* Rows that are figures of many tickets or calls: several columns say so, or one counts them; and
 * no column tells one ticket from another. */
static gboolean
is_aggregated (const BwColumns *columns)
{
  g_auto (Guess) tickets = { .kind = BW_KIND_TICKETS, .n = columns->n };
  g_auto (Guess) totals = { .kind = BW_KIND_TOTALS, .n = columns->n };
  const BwLook *id;

  tickets.matches = bw_match_columns (columns, BW_KIND_TICKETS, NULL);
  totals.matches = bw_match_columns (columns, BW_KIND_TOTALS, NULL);
  id = find_look (columns, &tickets, BW_FIELD_ID);
  if (id && names_field (&tickets, BW_FIELD_ID) && id->n_filled > 0 &&
      id->n_distinct == MIN (id->n_filled, BW_LOOK_DISTINCT_MAX) &&
      find_look (columns, &totals, BW_FIELD_N_TICKETS) != id)
    return FALSE;
  return count_aggregates (columns) >= 2 || counts_many (columns, &totals);
}

/* The kind for which the columns speak most; a complete table before an incomplete one. known: the
 * product's kind, or -1. */
static void
choose_kind (const BwColumns *columns, gboolean aggregated, int known, Guess *guess)
{
  double best = -G_MAXDOUBLE;

  for (int kind = 0; kind < BW_KIND_LAST; kind++) {
    g_auto (Guess) other = { .kind = (BwKind) kind, .n = columns->n };
    double votes;

    if (bw_kind_is_derived (other.kind))
      continue;
    if (known >= 0 && !aggregated && kind != known)
      continue;
    if (columns->options->kind_set ? columns->options->kind != other.kind
        : aggregated               ? !bw_match_adds_up (other.kind)
                                   : other.kind == BW_KIND_TOTALS)
      continue;
    other.matches = bw_match_columns (columns, other.kind, NULL);
    other.score = bw_match_votes (other.matches, other.n, other.kind);
    votes = other.score + count_maps (columns, other.kind) + judge_repetition (columns, &other) +
            judge_name (columns, other.kind) - (find_lack (&other) ? 2 : 0);
    if (votes > best) {
      best = votes;
      guess_clear (guess);
      *guess = other;
      other = (Guess) { 0 };
    }
  }
}

static gboolean
was_told (const BwColumns *columns)
{
  for (guint i = 0; i < columns->n; i++)
    if (columns->mapped[i] != BW_FIELD_NONE)
      return TRUE;
  return columns->options->kind_set || columns->options->profile;
}

/* A question as long as a text is known by its beginning, on one line. */
static char *
shorten (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  char *begin = g_utf8_strlen (valid, -1) > NAME_SHOWN ? g_utf8_substring (valid, 0, NAME_SHOWN)
                                                       : g_strdup (valid);

  g_strdelimit (begin, "\r\n\t", ' ');
  if (strlen (begin) == strlen (valid))
    return begin;
  g_autofree char *cut = begin;
  return g_strconcat (cut, "…", NULL);
}

/* "“ID”, “Date”, … (+12)" */
static char *
list_columns (const BwColumns *columns)
{
  GString *list = g_string_new (NULL);
  guint n = MIN (columns->n, 12);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = shorten (columns->names[i]);

    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", name);
  }
  if (columns->n > n)
    g_string_append_printf (list, ", … (+%u)", columns->n - n);
  return g_string_free_and_steal (list);
}

static gboolean
is_needed (BwKind kind, BwFieldId field)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs[kind].needed); i++)
    if (field != BW_FIELD_NONE && needs[kind].needed[i] == field)
      return TRUE;
  return FALSE;
}

/* Why a column whose name promises what is lacking is of no use: ". “Opened” is not used: ...". */
static char *
list_objections (const BwColumns *columns, const Guess *guess)
{
  GString *list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < guess->n && n < OBJECTIONS; i++) {
    const BwMatch *match = &guess->matches[i];

    if (match->field != BW_FIELD_NONE || columns->looks[i].n_filled == 0 ||
        (!match->refused && !is_needed (guess->kind, match->objected)))
      continue;
    g_string_append_printf (list, ". “%s”: %s", columns->names[i], match->evidence);
    n++;
  }
  return g_string_free_and_steal (list);
}

/* After what the error says. */
static void
add_objections (const BwColumns *columns, const Guess *guess, GError *error)
{
  g_autofree char *objections = list_objections (columns, guess);
  g_autofree char *message = error->message;

  error->message = g_strconcat (message, objections, NULL);
}

/* error: not NULL. */
static void
set_refusal (const BwColumns *columns, const Guess *guess, gboolean aggregated, GError **error)
{
  g_autofree char *seen = list_columns (columns);
  const char *lack = find_lack (guess);

  if (aggregated)
    bw_error_set (error, BW_ERROR_PROFILE,
                  N_ ("The rows are figures of many tickets (%s): export one row a ticket instead"),
                  seen);
  else if (guess->score >= VOTES_LEAST && lack) {
    bw_error_set (error, BW_ERROR_PROFILE,
                  N_ ("This looks like the kind “%s”, but needs %-s. Columns seen: %s"),
                  bw_kind_to_string (guess->kind), lack, seen);
    add_objections (columns, guess, *error);
  } else if (guess->kind == BW_KIND_TICKETS && has_field (guess, BW_FIELD_CREATED))
    bw_error_set (error, BW_ERROR_PROFILE,
                  N_ ("The columns %s do not tell what is listed here. If it is tickets, say so "
                      "(--kind tickets)"),
                  seen);
  else
    bw_error_set (
        error, BW_ERROR_PROFILE,
        N_ ("No tickets, survey responses or calls were found in the columns %s. Tickets need "
            "a column with the date on which they were created (--map 'Header=created'), "
            "survey responses a score and a date (--map 'Header=csat', --map "
            "'Header=rated'), calls a time and a length (--map 'Header=talk-time')"),
        seen);
}

/* Whether the column's name says that it numbers tickets. */
static gboolean
names_tickets (const char *name)
{
  static const char *const words_of_tickets[] = { "case", "incident",   "vorgang",   "chamado",
                                                  "caso", "incidencia", "incidente", NULL };
  g_autofree char *folded = bw_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint w = 0; words[w]; w++)
    if (g_str_has_prefix (words[w], "ticket") || g_strv_contains (words_of_tickets, words[w]))
      return TRUE;
  return FALSE;
}

/* Little more than a number and a date: it can be nothing else than tickets where there is nothing
 * beside them, or the number is called that of a ticket. */
static gboolean
is_bare_list (const BwColumns *columns, const Guess *guess)
{
  gboolean named = columns->n == 2;
  const BwLook *id = find_look (columns, guess, BW_FIELD_ID);

  for (guint i = 0; i < guess->n; i++)
    named |= guess->matches[i].field == BW_FIELD_ID && names_tickets (columns->names[i]);
  return named && guess->kind == BW_KIND_TICKETS && id &&
         id->n_distinct == MIN (id->n_filled, BW_LOOK_DISTINCT_MAX) &&
         names_field (guess, BW_FIELD_ID) && names_field (guess, BW_FIELD_CREATED);
}

/* A lenient guess goes on with what there is. */
static gboolean
refuse (const BwColumns *columns, Guess *guess, gboolean aggregated, GError **error)
{
  g_autoptr (GError) problem = NULL;

  set_refusal (columns, guess, aggregated, &problem);
  if (columns->options->lenient) {
    guess->lack = g_strdup (problem->message);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
make_guess (const BwColumns *columns, Guess *guess, GError **error)
{
  int kind = -1;
  gboolean aggregated = !was_told (columns) && is_aggregated (columns);

  if (!choose_profile (columns, guess, error))
    return FALSE;
  if (guess->profile) {
    guess->kind = bw_profile_get_kind (guess->profile);
    guess->matches = bw_match_columns (columns, guess->kind, guess->profile);
    if (!find_lack (guess) && (!aggregated || bw_match_adds_up (guess->kind)))
      return TRUE;
    if (columns->options->profile)
      return refuse (columns, guess, aggregated, error);
    kind = guess->score >= PROFILE_SURE ? (int) guess->kind : -1;
    guess_clear (guess);
    *guess = (Guess) { .n = columns->n };
  }
  choose_kind (columns, aggregated, kind, guess);
  if ((find_lack (guess) ||
       (guess->score < VOTES_LEAST && !was_told (columns) && !is_bare_list (columns, guess))) &&
      !refuse (columns, guess, aggregated, error))
    return FALSE;
  guess->score = MIN (guess->score / 5, 1) * 0.9;
  guess->evidence =
      g_strdup (aggregated ? _ ("each row adds up many tickets or calls: never counted as "
                                       "one")
                           : _ ("no known product; fields from header names and cells"));
  return TRUE;
}

/* --- The plan --------------------------------------------------------------------------------- */

static void
note_unused (BwPlan *plan, const BwMatch *match, const char *header, const BwLook *look)
{
  BwNote *note = bw_match_make_note (match, header, look->n_filled);

  if (note)
    g_ptr_array_add (plan->notes, note);
}

static BwPlan *
make_plan (const BwColumns *columns, Guess *guess)
{
  BwPlan *plan = bw_plan_new ();
  BwTakenFor taken = { guess->kind, guess->profile, guess->matches };

  bw_match_clocks (columns, guess->matches);
  plan->kind = guess->kind;
  plan->zone_known = columns->options->zone_known;
  plan->lack = g_steal_pointer (&guess->lack);
  plan->profile = g_strdup (guess->profile ? bw_profile_get_id (guess->profile) : "generic");
  plan->profile_title =
      g_strdup (guess->profile ? bw_profile_get_title (guess->profile) : _ ("Unknown product"));
  plan->score = guess->score;
  plan->evidence = g_steal_pointer (&guess->evidence);
  for (guint i = 0; i < columns->n; i++) {
    BwColumnPlan *column = bw_column_plan_new (columns->names[i]);

    column->field = guess->matches[i].field;
    column->confidence = guess->matches[i].score;
    column->evidence = g_strdup (guess->matches[i].evidence);
    if (column->field != BW_FIELD_NONE)
      bw_plan_column (column, columns, i, &taken);
    else
      note_unused (plan, &guess->matches[i], column->header, &columns->looks[i]);
    g_ptr_array_add (plan->columns, column);
  }
  return plan;
}

BwPlan *
bw_recognise (const char *const *header,
              GPtrArray *rows,
              const BwRecogniseOptions *options,
              GError **error)
{
  g_auto (BwColumns) columns = { 0 };
  g_auto (Guess) guess = { 0 };

  g_return_val_if_fail (header && rows && options, NULL);

  columns_init (&columns, header, rows, options);
  if (!read_maps (&columns, error) || !make_guess (&columns, &guess, error))
    return NULL;
  return make_plan (&columns, &guess);
}

BwFieldId
bw_recognise_get_place (BwKind kind)
{
  switch (kind) {
  case BW_KIND_TICKETS:
  case BW_KIND_CALLS:
    return BW_FIELD_CREATED;
  case BW_KIND_RESPONSES:
    return BW_FIELD_RATED;
  case BW_KIND_MESSAGES:
  case BW_KIND_EVENTS:
  case BW_KIND_QUEUE_EVENTS:
    return BW_FIELD_AT;
  case BW_KIND_CUSTOMERS:
  case BW_KIND_LAST:
    return BW_FIELD_NONE;
  default:
    return BW_FIELD_DATE;
  }
}
