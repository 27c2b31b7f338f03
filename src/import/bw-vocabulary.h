/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of exports and what they mean, in English, German, French, Spanish and Portuguese.
 * Every function takes the cell's text as it stands and returns NAN when it says nothing; they
 * have the form of BwMeaning (user_data is what bw_vocabulary_data made, or NULL). */
#pragma once

#include "bw-plan.h"

/* A BwStatus */
double bw_vocabulary_status (const char *text, gpointer user_data);
/* 1 answered, 0 not answered */
double bw_vocabulary_outcome (const char *text, gpointer user_data);
/* 1 low, 2 normal, 3 high, 4 urgent */
double bw_vocabulary_priority (const char *text, gpointer user_data);
/* 1 yes, 0 no; a date or a count above zero is a yes */
double bw_vocabulary_flag (const char *text, gpointer user_data);
/* 1 met, 0 breached; a bare yes means met */
double bw_vocabulary_verdict (const char *text, gpointer user_data);
double bw_vocabulary_margin (const char *text, gpointer user_data); /* the time that is left */
/* The same, but a bare yes means breached */
double bw_vocabulary_breach (const char *text, gpointer user_data);
/* The score; words by the scale; NAN off the scale */
double bw_vocabulary_rating (const char *text, gpointer user_data);

/* Whether the product itself says what the word means, be it nothing. */
gboolean bw_vocabulary_has_own (const char *text, gpointer user_data);
/* A BwEvent */
double bw_vocabulary_event (const char *text, gpointer user_data);
/* The same of the name of a field that was changed: only STATUS, ASSIGNED, ESCALATED */
double bw_vocabulary_changed (const char *text, gpointer user_data);
/* A BwRole; "inbound" is the customer's */
double bw_vocabulary_role (const char *text, gpointer user_data);

/* The score that a rating's text holds, whatever the scale: "4", "4/5", "4 stars", "80 %" is 80.
 * FALSE for words. */
gboolean bw_vocabulary_read_score (const char *text, double *score);
/* A word known for ratings, and the scale that it belongs to. "Offered" and the like: *score is
 * NAN. */
gboolean
bw_vocabulary_read_rating_word (const char *text, double *score, double *low, double *high);
/* Whether two answers are one on a scale of five, but two on one of seven: "agree" and "somewhat
 * agree". */
gboolean bw_vocabulary_tells_sevens (const char *a, const char *b);
/* "Good", "Okay", "Bad" as 3, 2, 1 of a scale of three; 0: no such word. */
int bw_vocabulary_read_step (const char *text);
/* What a word could be, of all that is known: cheaper than to ask for each. */
typedef enum {
  BW_WORD_STATUS = 1 << 0,
  BW_WORD_PRIORITY = 1 << 1, /* a bare number from 1 to 5 included */
  BW_WORD_FLAG = 1 << 2,
  BW_WORD_VERDICT = 1 << 3,
  BW_WORD_CHANNEL = 1 << 4,
  BW_WORD_OUTCOME = 1 << 5, /* of a call */
  BW_WORD_DIRECTION = 1 << 6,
  BW_WORD_ROLE = 1 << 7,
} BwWordClass;
guint bw_vocabulary_classify (const char *text);

/* What the words of one column need beside the vocabulary itself. */
typedef struct {
  GHashTable *words; /* folded text -> double *, asked first; of the profile; or NULL */
  int top; /* PRIORITY: bare numbers: 1 = 1 is the lowest, -1 = 1 is the most urgent, 0 = unknown */
  double low, high; /* RATING */
} BwVocabularyData;

/* An equal one is made only once and stays: plans may share it without owning it. */
gpointer bw_vocabulary_data (GHashTable *words, int top, double low, double high);
