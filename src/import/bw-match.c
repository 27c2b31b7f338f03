/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposals, their fit, and who wins. */
#include "config.h"

#include "bw-match-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_SCORE 0.35
#define CHANNEL_BEFORE_TYPE 1.01

#define REFUSED N_ ("not used: %-s")
#define OTHER_QUESTION                                                                             \
  N_ ("not counted: another question on “%-s”, of which “%s” counts (--map 'Header=%s' takes "     \
      "this one instead)")

typedef struct {
  guint column;
  BwFieldId field;
  double score;
  gboolean inverted;
  const char *source; /* a translated phrase */
  gboolean margin;
} Proposal;

/* --- Proposals -------------------------------------------------------------------------------- */

static gboolean
is_of_kind (BwFieldId field, BwKind kind)
{
  return field == BW_FIELD_NONE || (bw_field_get (field)->kinds & (1u << kind)) != 0;
}

static const char *
describe_refusal (BwProfileAnswer answer)
{
  switch (answer) {
  case BW_PROFILE_UNTRUSTED:
    return N_ ("this product's column does not say its unit: computed from the dates instead");
  case BW_PROFILE_SLA_MARGIN:
    return N_ ("this product writes the time left against a target here, not elapsed time");
  case BW_PROFILE_DUE_DATE:
    return N_ ("this product writes a due date here, not a length of time");
  default:
    return N_ ("known of this product, and of no use here");
  }
}

/* why: not translated yet. */
static void
object_to (BwMatch *match, const char *why)
{
  if (match->evidence || !why)
    return;
  match->objection = why;
  match->evidence = g_strdup_printf (_ (REFUSED), _ (why));
}

/* Dates or margins under the name of a length of time, dates in no order: worth a word, where other
 * names that promise too much are only passed over. */
static gboolean
is_misleading (BwFieldId field, const BwLook *look)
{
  switch (bw_field_get (field)->value) {
  case BW_VALUE_DURATION:
    return bw_look_classify (look) == BW_LOOK_DATE || look->n_negative >= 2;
  case BW_VALUE_TIME:
    return bw_look_classify (look) == BW_LOOK_DATE;
  default:
    return FALSE;
  }
}

static void
propose (GArray *proposals,
         const BwColumns *columns,
         guint column,
         BwFieldId field,
         double weight,
         gboolean inverted,
         const char *source,
         BwMatch *match)
{
  const char *objection;
  double fit = bw_match_fit (field, &columns->looks[column], &objection);
  Proposal proposal = { column, field, weight * fit, inverted, source };

  if (proposal.score >= LEAST_SCORE)
    g_array_append_val (proposals, proposal);
  else
    object_to (match, objection);
  if (proposal.score < LEAST_SCORE && match->objected == BW_FIELD_NONE && weight >= 0.6)
    match->objected = field;
  match->refused |= proposal.score < LEAST_SCORE && is_misleading (field, &columns->looks[column]);
}

/* Time left against a target: its sign is a verdict. */
static void
propose_margin (GArray *proposals,
                const BwColumns *columns,
                guint column,
                BwFieldId field,
                int rank,
                BwMatch *match)
{
  const BwLook *look = &columns->looks[column];
  Proposal proposal = {
    column,
    field,
    1 - 0.02 * rank,
    FALSE,
    _ ("this product writes the time left against a target here: negative is too late"), TRUE
    };

  if (bw_match_share (look->n_durations + look->n_numbers, look->n_filled) >= 0.5)
    g_array_append_val (proposals, proposal);
  else
    object_to (match, describe_refusal (BW_PROFILE_SLA_MARGIN));
}

/* TRUE when the profile has the last word on this column. */
static gboolean
propose_from_profile (
    GArray *proposals, const BwColumns *columns, guint column, BwProfile *profile, BwMatch *match)
{
  BwFieldId field;
  int rank;
  BwProfileAnswer answer =
      bw_profile_find (profile, columns->headers->pdata[column], &field, &rank);

  /* "First Response In Min" is no date, and "First Response" may be one. */
  if (answer == BW_PROFILE_UNKNOWN ||
      (answer == BW_PROFILE_COLUMN && bw_field_get (field)->value == BW_VALUE_TIME &&
       ((const BwHeader *) columns->headers->pdata[column])->has_unit &&
       bw_look_classify (&columns->looks[column]) != BW_LOOK_DATE))
    return FALSE;
  if (answer == BW_PROFILE_COLUMN)
    propose (proposals, columns, column, field, 1 - 0.02 * rank, FALSE,
             _ ("the header is this product's own"), match);
  else if (answer == BW_PROFILE_MARGIN)
    propose_margin (proposals, columns, column, field, rank, match);
  else
    object_to (match, describe_refusal (answer));
  match->refused |= answer == BW_PROFILE_SLA_MARGIN || answer == BW_PROFILE_DUE_DATE;
  return TRUE;
}

/* Dates that are about something else than the ticket or the answer. */
static gboolean
is_of_another_thing (const BwHeader *header)
{
  g_auto (GStrv) words = g_strsplit (header->key, " ", -1);

  return bw_fold_has_word (
      words,
      "birth|dob|purchas|bought|order|invoice|deliver|shipp|warranty|expir|renew|contract|"
      "hire|hired|joined|signup|install|due|deadline|target|expected|planned|schedul|next|"
      "last|geburt|kauf|bestell|rechnung|liefer|garantie|vertrag|ablauf|fallig|letzte|"
      "naissance|dachat|achat|commande|facture|livraison|echeance|dernier|nacimiento|compra|pedido|"
      "factura|entrega|garantia|contrato|vencimiento|ultim|nascimento|encomenda|fatura|"
      "vencimento");
}

/* Of several questions on the same the one about the whole counts before those about a part. */
static double
judge_question (const BwHeader *header, BwFieldId field, BwKind kind)
{
  g_auto (GStrv) words = g_strsplit (header->key, " ", -1);

  if (kind != BW_KIND_RESPONSES || bw_field_get (field)->value != BW_VALUE_RATING ||
      bw_fold_has_word (words, "overall|insgesamt|gesamt|global|general|geral|ensemble"))
    return 1;
  return 0.97;
}

static gboolean
places_a_row (BwFieldId field)
{
  return field == BW_FIELD_CREATED || field == BW_FIELD_RATED || field == BW_FIELD_AT;
}

/* A "Type" of which every word is a way to get in touch. */
static gboolean
is_type_of_channel (BwFieldId field, const BwLook *look)
{
  return field == BW_FIELD_TYPE && look->n_words > 1 && look->n_channels == look->n_words;
}

static gboolean
begins_with (const char *key, const char *const *words)
{
  for (; *words; words++)
    if (g_str_has_prefix (key, *words))
      return TRUE;
  return FALSE;
}

/* "Login time" beside "Logout time": the hours of a clock, no length. */
static gboolean
begins_pair (const BwColumns *columns, const BwHeader *header)
{
  static const char *const begins[] = { "login", "log in", "anmeld", NULL };
  static const char *const ends[] = { "logout", "log out", "logoff", "log off", "abmeld", NULL };
  gboolean has_end = FALSE;

  for (guint i = 0; i < columns->n; i++)
    has_end |= begins_with (((const BwHeader *) columns->headers->pdata[i])->key, ends);
  return has_end && begins_with (header->key, begins);
}

static void
propose_from_header (GArray *proposals,
                     const BwColumns *columns,
                     guint column,
                     BwKind kind,
                     double trust,
                     BwMatch *match)
{
  const BwHeader *header = columns->headers->pdata[column];
  BwSynonym found[BW_SYNONYMS_MAX];
  guint n = bw_synonyms_find (header, kind, found);

  for (guint i = 0; i < n; i++) {
    if (found[i].field == BW_FIELD_LOGGED_IN_TIME && begins_pair (columns, header))
      continue;
    if (is_type_of_channel (found[i].field, &columns->looks[column]) &&
        is_of_kind (BW_FIELD_CHANNEL, kind))
      propose (proposals, columns, column, BW_FIELD_CHANNEL, CHANNEL_BEFORE_TYPE * found[i].weight,
               FALSE, _ ("its cells look like it"), match);
    if (found[i].field != BW_FIELD_NONE && is_of_kind (found[i].field, kind) &&
        (found[i].spelling || !places_a_row (found[i].field) || !is_of_another_thing (header)))
      propose (proposals, columns, column, found[i].field,
               found[i].weight * trust * judge_question (header, found[i].field, kind),
               found[i].inverted,
               found[i].spelling ? _ ("the header is a known name of it")
                                 : _ ("words of the header speak for it"), match);
  }
}

/* Columns whose header says nothing, but whose cells can only be one thing. */
static void
propose_from_cells (
    GArray *proposals, const BwColumns *columns, guint column, BwKind kind, BwMatch *match)
{
  const BwLook *look = &columns->looks[column];
  const char *source = _ ("its cells look like it");
  double words = look->n_words;

  if (kind == BW_KIND_FINANCE && look->n_words > 1 && look->n_numbers == 0 && look->n_times == 0)
    propose (proposals, columns, column, BW_FIELD_CATEGORY, 0.4, FALSE, source, match);
  if (look->n_filled < 5 || kind > BW_KIND_CALLS)
    return;
  if (look->n_times - look->n_bare_times >= 0.9 * look->n_filled) {
    if (is_of_another_thing (columns->headers->pdata[column]))
      return;
    propose (proposals, columns, column,
             kind == BW_KIND_RESPONSES ? BW_FIELD_RATED : BW_FIELD_CREATED, 0.4, FALSE, source,
             match);
    return;
  }
  /* One and the same word in every row tells nothing of its column. */
  if (look->n_words < 2)
    return;
  if (look->n_statuses >= 0.9 * words && look->n_flags < words && look->n_distinct <= 15 &&
      look->n_numbers == 0 && kind == BW_KIND_TICKETS)
    propose (proposals, columns, column, BW_FIELD_STATUS, 0.45, FALSE, source, match);
  else if (look->n_priorities >= 0.9 * words && look->n_numbers == 0 && look->n_distinct <= 8)
    propose (proposals, columns, column, BW_FIELD_PRIORITY, 0.44, FALSE, source, match);
  else if (look->n_channels >= 0.8 * words && look->n_distinct <= 20)
    propose (proposals, columns, column, BW_FIELD_CHANNEL, 0.43, FALSE, source, match);
  else if (look->n_outcomes >= 0.8 * words && kind == BW_KIND_CALLS)
    propose (proposals, columns, column, BW_FIELD_OUTCOME, 0.43, FALSE, source, match);
  else if (look->n_directions >= 0.8 * words && kind == BW_KIND_CALLS)
    propose (proposals, columns, column, BW_FIELD_DIRECTION, 0.43, FALSE, source, match);
  else if (look->n_rating_words >= 0.9 * words && look->n_rating_words > look->n_no_answers &&
           kind != BW_KIND_CALLS)
    propose (proposals, columns, column, BW_FIELD_CSAT, 0.42, FALSE, source, match);
  else if (look->n_addresses >= 0.9 * look->n_filled)
    propose (proposals, columns, column, BW_FIELD_EMAIL, 0.41, FALSE, source, match);
  else if (column == 0 && look->n_distinct == look->n_filled && look->n_filled == look->n_cells &&
           look->n_durations == 0 && look->n_scores < look->n_filled / 2 + look->n_integers)
    propose (proposals, columns, column, BW_FIELD_ID, 0.4, FALSE, source, match);
}

gboolean
bw_match_adds_up (BwKind kind)
{
  return kind == BW_KIND_VIEWS || kind == BW_KIND_FINANCE || kind == BW_KIND_AGENT_TIME ||
         kind == BW_KIND_TOTALS || kind == BW_KIND_CUSTOMER_COUNTS;
}

/* Whether a column tells each row's thing apart: an average is of one call then, if a strange one.
 */
static gboolean
names_each (const BwColumns *columns, BwKind kind)
{
  for (guint i = 0; i < columns->n; i++) {
    BwSynonym found[BW_SYNONYMS_MAX];
    guint n = bw_synonyms_find (columns->headers->pdata[i], kind, found);

    for (guint k = 0; k < n; k++)
      if (found[k].field == BW_FIELD_ID)
        return TRUE;
  }
  return FALSE;
}

/* Of each row another ticket: a sum or median of it is its own figure. */
static gboolean
is_one_each (const BwColumns *columns, BwKind kind)
{
  for (guint i = 0; kind == BW_KIND_TICKETS && i < columns->n; i++) {
    const BwLook *look = &columns->looks[i];
    const BwHeader *header = columns->headers->pdata[i];
    BwSynonym found[BW_SYNONYMS_MAX];
    guint n = header->aggregate ? 0 : bw_synonyms_find (header, kind, found);

    for (guint k = 0; k < n; k++)
      if (found[k].field == BW_FIELD_ID && found[k].spelling && look->n_filled == look->n_cells &&
          look->n_filled > 1 && look->n_distinct == MIN (look->n_filled, BW_LOOK_DISTINCT_MAX))
        return TRUE;
  }
  return FALSE;
}

static void
propose_column (GArray *proposals,
                const BwColumns *columns,
                guint column,
                BwKind kind,
                BwProfile *profile,
                BwMatch *match)
{
  const BwHeader *header = columns->headers->pdata[column];
  BwFieldId mapped = columns->mapped[column];
  guint before = proposals->len;

  if (mapped == BW_FIELD_LAST) {
    object_to (match, _ ("so wished"));
  } else if (mapped != BW_FIELD_NONE) {
    Proposal proposal = { column, mapped, 10, FALSE, _ ("so wished") };

    g_array_append_val (proposals, proposal);
  } else if (header->aggregate && !bw_match_adds_up (kind) && kind != BW_KIND_CALLS &&
             !is_one_each (columns, kind)) {
    object_to (match, _ ("a figure of many tickets, not of one"));
  } else if (header->average && (kind == BW_KIND_AGENT_TIME ||
                                 (kind == BW_KIND_CALLS && !names_each (columns, kind)))) {
    object_to (match, _ ("an average of many contacts, where only sums add up"));
  } else if (!profile || !propose_from_profile (proposals, columns, column, profile, match)) {
    propose_from_header (proposals, columns, column, kind,
                         profile || (header->aggregate && kind != BW_KIND_TOTALS) ? 0.8 : 1, match);
    if (proposals->len == before && !profile && !match->evidence)
      propose_from_cells (proposals, columns, column, kind, match);
  }
}

/* --- Who wins --------------------------------------------------------------------------------- */

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const Proposal *p = a, *q = b;

  if (p->score != q->score)
    return p->score > q->score ? -1 : 1;
  if (p->column != q->column)
    return p->column < q->column ? -1 : 1;
  return p->field < q->field ? -1 : p->field > q->field;
}

static void
accept (BwMatch *match, const Proposal *proposal, const BwLook *look)
{
  g_autofree char *cells = bw_match_describe_cells (proposal->field, look);

  g_free (match->evidence);
  match->field = proposal->field;
  match->score = MIN (proposal->score, 1);
  match->inverted = proposal->inverted;
  match->margin = proposal->margin;
  match->evidence = g_strdup_printf ("%s; %s", proposal->source, cells);
}

/* One more question of the same survey, with answers of its own. */
static void
set_question (BwMatch *match, BwFieldId field, const char *winner)
{
  if (match->question != BW_FIELD_NONE)
    return;
  g_free (match->evidence);
  match->question = field;
  match->winner = winner;
  match->evidence = g_strdup_printf (_ (OTHER_QUESTION), bw_field_get_title (field), winner,
                                       bw_field_get (field)->name);
}

/* Fractions are times that somebody took to answer, or means. */
static gboolean
is_question (const BwColumns *columns, const Proposal *proposal)
{
  const BwLook *look = &columns->looks[proposal->column];

  return bw_field_get (proposal->field)->value == BW_VALUE_RATING && look->n_filled > 0 &&
         look->n_integers == look->n_numbers;
}

static void
pass_over (BwMatch *match, BwFieldId field, const char *winner)
{
  if (!match->evidence)
    match->evidence = g_strdup_printf (_ ("not used: “%s” is the better column for “%s”"), winner,
                                         bw_field_get_title (field));
}

static void
choose (BwMatch *matches, GArray *proposals, const BwColumns *columns, BwKind kind)
{
  int winners[BW_FIELD_LAST];

  for (guint i = 0; i < BW_FIELD_LAST; i++)
    winners[i] = -1;
  g_array_sort (proposals, compare_proposals);
  for (guint i = 0; i < proposals->len; i++) {
    const Proposal *proposal = &g_array_index (proposals, Proposal, i);
    BwMatch *match = &matches[proposal->column];

    if (match->field != BW_FIELD_NONE)
      continue;
    if (winners[proposal->field] < 0) {
      winners[proposal->field] = (int) proposal->column;
      accept (match, proposal, &columns->looks[proposal->column]);
    } else {
      const char *winner = columns->names[winners[proposal->field]];

      if (kind == BW_KIND_RESPONSES && is_question (columns, proposal))
        set_question (match, proposal->field, winner);
      else
        pass_over (match, proposal->field, winner);
    }
  }
}

static BwMatch *
find_match (BwMatch *matches, guint n, BwFieldId field)
{
  for (guint i = 0; i < n; i++)
    if (matches[i].field == field)
      return &matches[i];
  return NULL;
}

/* Nothing else says when. */
static void
stand_in (BwMatch *matches, guint n, BwFieldId field, BwFieldId other)
{
  BwMatch *match = find_match (matches, n, field) ? NULL : find_match (matches, n, other);

  if (!match)
    return;
  match->field = field;
  match->score *= 0.5;
}

/* A log of which every row says when it was created or updated: that is when it happened. A list of
 * calls that knows only when they came to the queue begins there. */
static void
stand_in_for_times (BwMatch *matches, guint n, BwKind kind)
{
  if (kind == BW_KIND_MESSAGES || kind == BW_KIND_EVENTS) {
    stand_in (matches, n, BW_FIELD_AT, BW_FIELD_UPDATED);
    stand_in (matches, n, BW_FIELD_AT, BW_FIELD_CREATED);
  } else if (kind == BW_KIND_CALLS) {
    stand_in (matches, n, BW_FIELD_CREATED, BW_FIELD_OFFERED_AT);
  }
}

BwMatch *
bw_match_columns (const BwColumns *columns, BwKind kind, BwProfile *profile)
{
  BwMatch *matches = g_new0 (BwMatch, columns->n);
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));

  for (guint i = 0; i < columns->n; i++)
    propose_column (proposals, columns, i, kind, profile, &matches[i]);
  choose (matches, proposals, columns, kind);
  stand_in_for_times (matches, columns->n, kind);
  for (guint i = 0; i < columns->n; i++)
    if (!matches[i].evidence)
      matches[i].evidence = g_strdup (_ ("not used: neither its header nor its cells are known"));
  return matches;
}

void
bw_matches_free (BwMatch *matches, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (matches[i].evidence);
  g_free (matches);
}

BwNote *
bw_match_make_note (const BwMatch *match, const char *header, guint n_filled)
{
  if (match->question != BW_FIELD_NONE) {
    const BwField *field = bw_field_get (match->question);

    return bw_note_new ("other-question", header, n_filled, 0, OTHER_QUESTION, field->title,
                        match->winner, field->name);
  }
  if (!match->refused || n_filled == 0)
    return NULL;
  return match->objection
             ? bw_note_new ("refused-column", header, n_filled, 0, REFUSED, match->objection)
             : bw_note_new ("refused-column", header, n_filled, 0, "%s", match->evidence);
}

/* --- Kinds ------------------------------------------------------------------------------------ */

static const struct {
  BwFieldId field;
  double votes[BW_KIND_LAST]; /* tickets, responses, calls; others by name */
} ballots[] = {
  { BW_FIELD_CREATED, { 0.3, 0, 0.2 } },
  { BW_FIELD_ID, { 0.5, 0.1, 0.2 } },
  { BW_FIELD_TICKET_ID, { 0, 0.3, 0.1 } },
  { BW_FIELD_SUBJECT, { 0.7, 0, 0 } },
  { BW_FIELD_REQUESTER, { 0.3, 0.1, 0.1 } },
  { BW_FIELD_STATUS, { 0.8, 0, 0 } },
  { BW_FIELD_PRIORITY, { 0.8, 0, 0 } },
  { BW_FIELD_ASSIGNED, { 0.8, 0, 0 } },
  { BW_FIELD_STARTED, { 0.4, 0, 0 } },
  { BW_FIELD_FIRST_REPLY, { 1.2, 0, 0 } },
  { BW_FIELD_FIRST_SOLVED, { 1, 0, 0 } },
  { BW_FIELD_SOLVED, { 1.2, 0, 0 } },
  { BW_FIELD_CLOSED, { 1.3, 0, 0 } },
  { BW_FIELD_DUE, { 0.6, 0, 0 } },
  { BW_FIELD_FIRST_REPLY_TIME, { 1.2, 0, 0 } },
  { BW_FIELD_RESOLUTION_TIME, { 0.9, 0, 0 } },
  { BW_FIELD_REPLY_SLA, { 0.8, 0, 0 } },
  { BW_FIELD_RESOLUTION_SLA, { 0.8, 0, 0 } },
  { BW_FIELD_REOPENS, { 1, 0, 0 } },
  { BW_FIELD_REPLIES, { 0.7, 0, 0 } },
  { BW_FIELD_ESCALATED, { 0.6, 0, 0 } },
  { BW_FIELD_CHANNEL, { 0.2, 0, 0.1 } },
  { BW_FIELD_AGENT, { 0.2, 0.1, 0.1 } },
  { BW_FIELD_TYPE, { 0.2, 0, 0 } },
  { BW_FIELD_RATED, { 0.1, 0.8, 0 } },
  { BW_FIELD_CSAT, { 0.2, 1.2, 0 } },
  { BW_FIELD_NPS, { 0.2, 1.6, 0 } },
  { BW_FIELD_CES, { 0.2, 1.6, 0 } },
  { BW_FIELD_COMMENT, { 0.1, 0.5, 0 } },
  { BW_FIELD_QUESTION, { 0, 0.7, 0 } },
  { BW_FIELD_DIRECTION, { 0, 0, 1 } },
  { BW_FIELD_OUTCOME, { 0, 0, 0.9 } },
  { BW_FIELD_TALK_TIME, { 0, 0, 1.5 } },
  { BW_FIELD_HOLD_TIME, { 0, 0, 1 } },
  { BW_FIELD_WRAP_TIME, { 0, 0, 1.5 } },
  { BW_FIELD_WAIT_TIME, { 0, 0, 1 } },
  { BW_FIELD_HANDLE_TIME, { 0.2, 0, 0.5 } },
  { BW_FIELD_CALL_LENGTH, { 0, 0, 0.9 } },

  { BW_FIELD_TICKET_ID, { [BW_KIND_MESSAGES] = 0.3, [BW_KIND_EVENTS] = 0.3 } },
  { BW_FIELD_AT,
    { [BW_KIND_MESSAGES] = 0.6, [BW_KIND_EVENTS] = 0.6, [BW_KIND_QUEUE_EVENTS] = 0.6 } },
  { BW_FIELD_EVENT,
    { [BW_KIND_EVENTS] = 1.2, [BW_KIND_MESSAGES] = 0.3, [BW_KIND_QUEUE_EVENTS] = 1 } },
  { BW_FIELD_CHANGED, { [BW_KIND_EVENTS] = 0.8 } },
  { BW_FIELD_OLD_VALUE, { [BW_KIND_EVENTS] = 0.6 } },
  { BW_FIELD_NEW_VALUE, { [BW_KIND_EVENTS] = 0.8 } },
  { BW_FIELD_STATUS, { [BW_KIND_EVENTS] = 0.4, [BW_KIND_CUSTOMERS] = 0.2 } },
  { BW_FIELD_AUTHOR, { [BW_KIND_MESSAGES] = 0.5, [BW_KIND_EVENTS] = 0.3 } },
  { BW_FIELD_ROLE, { [BW_KIND_MESSAGES] = 1, [BW_KIND_EVENTS] = 0.3 } },
  { BW_FIELD_PUBLIC, { [BW_KIND_MESSAGES] = 0.8, [BW_KIND_EVENTS] = 0.1 } },
  { BW_FIELD_AUTOMATIC, { [BW_KIND_MESSAGES] = 0.6, [BW_KIND_EVENTS] = 0.1 } },
  { BW_FIELD_BODY, { [BW_KIND_MESSAGES] = 0.7 } },
  { BW_FIELD_ID, { [BW_KIND_QUEUE_EVENTS] = 0.3, [BW_KIND_CUSTOMERS] = 0.2 } },
  { BW_FIELD_DATA_1, { [BW_KIND_QUEUE_EVENTS] = 0.6 } },
  { BW_FIELD_DATA_2, { [BW_KIND_QUEUE_EVENTS] = 0.6 } },
  { BW_FIELD_DATE,
    { [BW_KIND_VIEWS] = 0.2,
      [BW_KIND_CUSTOMER_COUNTS] = 0.3,
      [BW_KIND_FINANCE] = 0.3,
      [BW_KIND_AGENT_TIME] = 0.2,
      [BW_KIND_TOTALS] = 0.2 } },
  { BW_FIELD_AGENT, { [BW_KIND_AGENT_TIME] = 0.3 } },
  { BW_FIELD_ARTICLE, { [BW_KIND_VIEWS] = 0.6 } },
  { BW_FIELD_VIEWS, { [BW_KIND_VIEWS] = 1.2 } },
  { BW_FIELD_VISITORS, { [BW_KIND_VIEWS] = 0.4 } },
  { BW_FIELD_HELPFUL, { [BW_KIND_VIEWS] = 0.5 } },
  { BW_FIELD_UNHELPFUL, { [BW_KIND_VIEWS] = 0.5 } },
  { BW_FIELD_SINCE, { [BW_KIND_CUSTOMERS] = 0.5 } },
  { BW_FIELD_UNTIL, { [BW_KIND_CUSTOMERS] = 1.2 } },
  { BW_FIELD_PLAN, { [BW_KIND_CUSTOMERS] = 0.5 } },
  { BW_FIELD_INTERVAL, { [BW_KIND_CUSTOMERS] = 0.4 } },
  { BW_FIELD_RECURRING_REVENUE, { [BW_KIND_CUSTOMERS] = 1.2, [BW_KIND_CUSTOMER_COUNTS] = 0.4 } },
  { BW_FIELD_EMAIL, { [BW_KIND_CUSTOMERS] = 0.2 } },
  { BW_FIELD_CUSTOMERS_START, { [BW_KIND_CUSTOMER_COUNTS] = 1 } },
  { BW_FIELD_CUSTOMERS_NEW, { [BW_KIND_CUSTOMER_COUNTS] = 0.8 } },
  { BW_FIELD_CUSTOMERS_LOST, { [BW_KIND_CUSTOMER_COUNTS] = 1 } },
  { BW_FIELD_CUSTOMERS_END, { [BW_KIND_CUSTOMER_COUNTS] = 1 } },
  { BW_FIELD_AMOUNT, { [BW_KIND_FINANCE] = 0.8, [BW_KIND_CUSTOMERS] = 0.2 } },
  { BW_FIELD_COST_TRAINING, { [BW_KIND_FINANCE] = 0.8 } },
  { BW_FIELD_COST_SALARIES, { [BW_KIND_FINANCE] = 0.8 } },
  { BW_FIELD_COST_INFRASTRUCTURE, { [BW_KIND_FINANCE] = 0.8 } },
  { BW_FIELD_REVENUE, { [BW_KIND_FINANCE] = 0.8, [BW_KIND_CUSTOMER_COUNTS] = 0.2 } },
  { BW_FIELD_CURRENCY, { [BW_KIND_FINANCE] = 0.4, [BW_KIND_CUSTOMERS] = 0.2 } },
  { BW_FIELD_SCHEDULED_TIME, { [BW_KIND_AGENT_TIME] = 1.2 } },
  { BW_FIELD_PAID_TIME, { [BW_KIND_AGENT_TIME] = 1.2 } },
  { BW_FIELD_LOGGED_IN_TIME, { [BW_KIND_AGENT_TIME] = 1 } },
  { BW_FIELD_AVAILABLE_TIME, { [BW_KIND_AGENT_TIME] = 1 } },
  { BW_FIELD_HANDLE_TIME, { [BW_KIND_AGENT_TIME] = 0.3, [BW_KIND_TOTALS] = 0.2 } },
  { BW_FIELD_N_TICKETS, { [BW_KIND_TOTALS] = 1 } },
  { BW_FIELD_N_SOLVED, { [BW_KIND_TOTALS] = 0.8 } },
  { BW_FIELD_N_OFFERED, { [BW_KIND_TOTALS] = 1 } },
  { BW_FIELD_N_ANSWERED, { [BW_KIND_TOTALS] = 0.8 } },
  { BW_FIELD_N_ABANDONED, { [BW_KIND_TOTALS] = 0.8 } },
  { BW_FIELD_N_WITHIN, { [BW_KIND_TOTALS] = 0.4 } },
  { BW_FIELD_SENT, { [BW_KIND_RESPONSES] = 0.5 } },
  { BW_FIELD_ANSWERED_AT, { [BW_KIND_CALLS] = 0.8 } },
  { BW_FIELD_ENDED, { [BW_KIND_CALLS] = 0.5 } },
  { BW_FIELD_ABANDONED, { [BW_KIND_CALLS] = 0.6 } },
  { BW_FIELD_REQUESTER_WAIT_TIME, { [BW_KIND_TICKETS] = 0.8 } },
  { BW_FIELD_AGENT_WAIT_TIME, { [BW_KIND_TICKETS] = 0.8 } },
  { BW_FIELD_MERGED_INTO, { [BW_KIND_TICKETS] = 0.4 } },
  { BW_FIELD_SEARCHES, { [BW_KIND_VIEWS] = 0.8, [BW_KIND_TOTALS] = 0.1 } },
  { BW_FIELD_HELP_USERS, { [BW_KIND_VIEWS] = 0.8, [BW_KIND_TOTALS] = 0.1 } },
};

double
bw_match_votes (const BwMatch *matches, guint n, BwKind kind)
{
  double votes = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ballots); j++)
      if (matches[i].field == ballots[j].field)
        votes += ballots[j].votes[kind] * matches[i].score;
  return votes;
}
