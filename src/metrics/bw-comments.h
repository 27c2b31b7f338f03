/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers wrote with their answers, sorted into the topics of the settings. Immutable,
 * counted. */
#pragma once

#include "bw-engine.h"

/* Topics beyond these are left out. */
#define BW_TOPICS_MAX 64

typedef struct {
  gsize row;         /* of the table */
  gint64 time;       /* Unix seconds; BW_TIME_NONE */
  double score;      /* of the answer; NAN */
  const char *text;  /* valid UTF-8, one line */
  const char *shown; /* the answer as the file has it; may be "" */
  guint64 topics;    /* bit i = has topic i */
} BwComment;

/* How many comments a topic has, and the mean of their scores. */
typedef struct {
  gint64 n;
  gint64 n_scored;
  double mean; /* NAN */
} BwTopicSum;

typedef struct {
  char *word;
  guint n; /* comments that have it */
} BwSuggestion;

typedef struct {
  BwTable *table;
  GPtrArray *names; /* of the topics */
  GArray *comments; /* BwComment, the newest first */
  GArray *sums;     /* BwTopicSum of each topic, then of comments without any */
  BwTopicSum all;
  GArray *suggestions; /* BwSuggestion: frequent words of comments that no topic has yet */
  GStringChunk *texts;
} BwComments;

#define BW_TYPE_COMMENTS (bw_comments_get_type ())
GType bw_comments_get_type (void);

/* Of the answers that the figure counts in the question's period, by the topics of the engine's
 * settings; NULL when its table has no comments. Reads texts of the files: slow, for threads. */
BwComments *bw_comments_new (BwEngine *engine, const BwQuestion *question, const BwFigure *figure);
BwComments *bw_comments_ref (BwComments *self);
void bw_comments_unref (BwComments *self);

/* Words of a topic as people type them, "late, delivery; waiting", one by one, folded. */
GStrv bw_topic_split_words (const char *words);
/* Has the text a word that begins like one of these? In scripts without spaces: that holds it. */
gboolean bw_topic_matches (const char *const *words, const char *text);
/* Says nothing by itself in English, German, French, Spanish or Portuguese; folded. */
gboolean bw_word_is_common (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwComments, bw_comments_unref)
