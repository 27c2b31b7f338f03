/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one product's export looks like, read from a key file: data/profiles/ID.profile, or a user's
 * own in bellwether/profiles of the user data folder (which needs no rebuild, and replaces a
 * built-in one of the same name). All groups but [profile] and [columns] may be missing.
 *
 *   [profile]
 *   title=Zendesk account export      what people call it; title[de]= and so on
 *   kind=tickets                      bw_kind_parse
 *   signature=Summation column;Issue key + Issue id
 *                                     any of these header names (or pairs joined by " + ") all but
 *                                     proves the product
 *   absent=Requester VIP              any of these proves another product
 *   time-zone=UTC                     of times without one, where the product fixes it
 *   date-order=dmy                    where the product fixes it: dmy, mdy, ymd, epoch, serial
 *   decimal-comma=true
 *   priority=1-lowest                 what a bare number says: 1-lowest or 1-highest
 *   effort=high-is-easy               what a high answer on effort says: or high-is-hard
 *   base=zendesk-csv                  what is not said here is as that profile says
 *   fingerprint=9f86d081884c7d65      of the one row of headers that it is for, and no other:
 *                                     bw_profile_fingerprint
 *   delimiter=;                       of that file, and its encoding, where they cannot be told;
 *   encoding=WINDOWS-1252             sniffed is the fingerprint that the file then has by mistake
 *   sniffed=2c26b46b68ffc68f
 *
 *   [columns]                         field=header names, the most trusted first
 *   created=Created at
 *   first-reply-time=First reply time in minutes;First reply time
 *
 *   [known]                           header names that speak for the product and are of no use
 *   headers=Requester external id;Requester domain
 *
 *   [refused]                         columns that are not what their name says, by reason:
 *   untrusted=Resolution time         the unit is unknown: computed from the dates instead
 *   sla-margin=Time to resolution     time left against a target, not elapsed time
 *   due-date=Time to resolve          a date, not a length
 *
 *   [margins]                         verdicts told by the time left: negative is too late
 *   reply-sla=Time to first response
 *
 *   [units]                           field=seconds, milliseconds, minutes, hours, days or mm:ss,
 *   talk-time=seconds                 where the header does not say it
 *
 *   [scales]                          field=least-most, of ratings
 *   csat=1-5
 *
 *   [lists]                           fields whose cells join several values by semicolons, of
 *   last=agent;team                   which the last one counts
 *
 *   [words status]                    of a status, priority, flag, verdict or rating field:
 *   pending=Waiting on Customer       meaning=the product's words. Status: bw_status_to_string;
 *                                     priority: low, normal, high, urgent; flags: yes, no;
 *                                     verdicts: met, breached; ratings: the score, or "none" for
 *                                     what is no answer
 *
 * Header names are compared without case, accents and separators, units and clock markers
 * ("in minutes", "within business hours") apart: bw_header_new. Each profile has samples in
 * tests/data/profiles/ID/, which a test reads. */
#pragma once

#include "bw-plan.h"
#include "bw-synonyms.h"

#define BW_TYPE_PROFILE (bw_profile_get_type ())
G_DECLARE_FINAL_TYPE (BwProfile, bw_profile, BW, PROFILE, GObject)

/* NULL and BW_ERROR_FIELD when a group or key is not one of the above. */
BwProfile *bw_profile_new (const char *id, GKeyFile *file, GError **error);

/* All profiles, sorted by id: the built-in ones and the user's, which are read again when their
 * folder has changed. Owned by the registry, and valid for ever. */
GPtrArray *bw_profiles (void);
/* NULL and BW_ERROR_FIELD, with the known ids, when there is none of that name. */
BwProfile *bw_profiles_find (const char *id, GError **error);

/* Where the user's own profiles are. */
char *bw_profiles_get_own_folder (void);
/* The user's own profile for a file that is sniffed wrongly in this way, or NULL. */
BwProfile *bw_profiles_find_sniffed (const char *fingerprint);

/* A row of headers as 16 hex digits: case, accents and separators do not matter. */
char *bw_profile_fingerprint (const char *const *header);

const char *bw_profile_get_id (BwProfile *self);
const char *bw_profile_get_title (BwProfile *self);
BwKind bw_profile_get_kind (BwProfile *self);
const char *bw_profile_get_zone (BwProfile *self); /* NULL = not fixed */
BwDateOrder bw_profile_get_date_order (BwProfile *self);
gboolean bw_profile_get_decimal_comma (BwProfile *self);
BwEffort bw_profile_get_effort (BwProfile *self);
const char *bw_profile_get_base (BwProfile *self);        /* NULL = none */
const char *bw_profile_get_fingerprint (BwProfile *self); /* NULL = for any */
char bw_profile_get_delimiter (BwProfile *self);          /* 0 = not said */
const char *bw_profile_get_encoding (BwProfile *self);    /* NULL = not said */
/* From the user's own folder. */
gboolean bw_profile_is_own (BwProfile *self);

/* How much these headers look like it, 0..1; below BW_PROFILE_LEAST they do not. */
#define BW_PROFILE_LEAST 0.55
double bw_profile_score (BwProfile *self, GPtrArray *headers /* of BwHeader */, char **evidence);

/* What a header means here. */
typedef enum {
  BW_PROFILE_UNKNOWN,
  BW_PROFILE_COLUMN,
  BW_PROFILE_MARGIN, /* the same; its cells say the time that is left */
  BW_PROFILE_KNOWN,
  BW_PROFILE_UNTRUSTED,
  BW_PROFILE_SLA_MARGIN,
  BW_PROFILE_DUE_DATE,
} BwProfileAnswer;

/* rank: 0 for the most trusted name of that field. */
BwProfileAnswer
bw_profile_find (BwProfile *self, const BwHeader *header, BwFieldId *field, int *rank);
/* FALSE when the profile does not say. */
gboolean bw_profile_get_unit (BwProfile *self,
                              BwFieldId field,
                              BwDurationUnit *unit,
                              gboolean *minutes_seconds);
gboolean bw_profile_get_scale (BwProfile *self, BwFieldId field, double *low, double *high);
/* Of several values in a cell the last one counts. */
gboolean bw_profile_takes_last (BwProfile *self, BwFieldId field);
/* Folded word -> double *, or NULL; lives as long as the profile. */
GHashTable *bw_profile_get_words (BwProfile *self, BwFieldId field);
/* 1: 1 is the lowest; -1: 1 is the most urgent; 0: not said. */
int bw_profile_get_priority_top (BwProfile *self);
