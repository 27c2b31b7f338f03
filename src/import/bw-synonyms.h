/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the headers of exports mean: first a header without its wrapping, then the spellings met in
 * English, German, French, Spanish and Portuguese, as one table. */
#pragma once

#include "bw-plan.h"

/* Text for comparing: lower case, without accents, every run of separators one blank; brackets,
 * '#', '%' and ':' stay. Never NULL. */
char *bw_fold (const char *text);
/* Does one of the folded words begin with one of the choices (separated by '|')? Choices of up to
 * three letters are whole words. */
gboolean bw_fold_has_word (char **words, const char *choices);

/* A header, peeled. */
typedef struct {
  char *key;          /* folded, without all that the other members say */
  char *leaf;         /* "first admin reply at" of "statistics.first_admin_reply_at"; or NULL */
  char *object;       /* "assigned to" of "assigned_to.name", what its last name is; or NULL */
  gboolean address;   /* "assigned_to.link": where it is to be found, not what it is */
  gboolean custom;    /* stood in the wrapper of a custom field: "Status [list]" */
  gboolean locked;    /* "(Do Not Modify) Case": not the column "Case" */
  gboolean aggregate; /* "AVG(First reply time (min))": a figure of many tickets */
  gboolean average;   /* of these, no sum: cannot be added up */
  gboolean business;  /* "within business hours" */
  gboolean calendar;  /* "calendar" */
  gboolean utc;       /* "(UTC)" */
  char *zone;         /* "(America/New_York)", "(GMT+02:00)" as BwZone has it; or NULL */
  gboolean has_unit;  /* "in minutes" */
  BwDurationUnit unit;
  gboolean names_unit; /* "Horas programadas": its name has one, which is not peeled off */
  BwDurationUnit named_unit;
  gboolean minutes_seconds; /* "(mm:ss)" */
  gboolean hours_minutes;   /* "(hh:mm)" */
} BwHeader;

BwHeader *bw_header_new (const char *text);
void bw_header_free (BwHeader *header);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwHeader, bw_header_free)

/* What a header can mean in a table of that kind. */
typedef struct {
  BwFieldId field;   /* NONE: known, and of no use */
  double weight;     /* 0..1 */
  gboolean spelling; /* the very spelling is known; else its words hint at it */
  gboolean inverted; /* VERDICT: the flag says "breached" */
} BwSynonym;

#define BW_SYNONYMS_MAX 12

/* Fills up to BW_SYNONYMS_MAX; returns how many. */
guint bw_synonyms_find (const BwHeader *header, BwKind kind, BwSynonym *found);
/* The business-hours twin of a duration, or the field itself. */
BwFieldId bw_field_get_business_twin (BwFieldId field);
