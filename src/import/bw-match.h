/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a table is which field: a header proposes, the cells agree or object, the best
 * proposals win, one column a field. */
#pragma once

#include "bw-look.h"
#include "bw-profile.h"
#include "bw-recognise.h"

/* What is known of the columns before any kind of table is thought of. */
typedef struct {
  const char *const *names;
  GPtrArray *headers; /* BwHeader */
  BwLook *looks;      /* one a column */
  guint n;
  const BwRecogniseOptions *options;
  BwFieldId *mapped; /* by hand: NONE = not; BW_FIELD_LAST = not to be used */
} BwColumns;

/* What was made of one column. */
typedef struct {
  BwFieldId field;
  double score;       /* 0..1 */
  gboolean inverted;  /* VERDICT: yes means breached */
  gboolean margin;    /* VERDICT: the time that is left */
  BwFieldId objected; /* the first field that its name promises and its cells are not */
  gboolean refused;   /* its name promises a field, but its cells are something else */
  BwFieldId question; /* RESPONSES, without a field: asks for this one, as a better column does */
  const char *winner; /* of the columns that ask for it */
  guint clock;        /* of a date: 1 + the column with its time of day; 0 = none */
  const char *objection; /* what its cells are instead, not translated yet; or NULL */
  char *evidence;
} BwMatch;

/* Of a kind; profile may be NULL. One match a column; free with bw_matches_free. */
BwMatch *bw_match_columns (const BwColumns *columns, BwKind kind, BwProfile *profile);
/* Joins dates without a time of day to columns that hold nothing else: "Date" and "Time", "Created
 * date" and "Created time". */
void bw_match_clocks (const BwColumns *columns, BwMatch *matches);
/* What is worth a word of a column that is no field, or NULL; n_filled: its cells that are no
 * blanks. */
BwNote *bw_match_make_note (const BwMatch *match, const char *header, guint n_filled);
void bw_matches_free (BwMatch *matches, guint n);
/* How much these fields make a table of that kind: 1 and more is one. */
double bw_match_votes (const BwMatch *matches, guint n, BwKind kind);

/* The rows are sums of many things: figures of figures are welcome. */
gboolean bw_match_adds_up (BwKind kind);

/* How well the cells agree with a field, 0..1; *objection is a sentence, not translated yet, when
 * they do not. */
double bw_match_fit (BwFieldId field, const BwLook *look, const char **objection);
