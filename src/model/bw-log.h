/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a log one by one: whose they are and what they say, as far as the file as a whole
 * lets it be known. */
#pragma once

#include "bw-gathering.h"

typedef struct {
  BwGathering *gathering;
  gboolean messages;
  const BwColumn *event;
  const BwColumn *changed;
  const BwColumn *new_value;
  const BwColumn *status;
  const BwColumn *author;
  const BwColumn *role;
  const BwColumn *public;
  const BwColumn *automatic;
  const BwColumn *assignees; /* whom an assignment names */
  gboolean knows_states;     /* from events */
  gboolean reads_status;     /* each row says the status of its time */
  gboolean knows_waiting;    /* of states that are not our turn */
  gboolean knows_replies;
  gboolean knows_assignment;
  gboolean knows_start;
  gboolean knows_escalation;
} BwLog;

void bw_log_init (BwLog *log, BwGathering *gathering);
/* A whole number, or -1. */
int bw_log_read_meaning (const BwColumn *column, gsize row);
/* first: of the rows of the ticket */
BwRole bw_log_read_role (const BwLog *log, gsize row, gsize first);
/* REPLIED is a public message of an agent that is not automatic, ASKED one of the customer. */
BwEvent bw_log_read_event (const BwLog *log, gsize row, BwRole role);
/* A public message that nobody wrote: an automatic reply, or one of a bot. */
gboolean bw_log_is_automatic (const BwLog *log, gsize row, BwRole role);
/* The same row twice: files that overlap. */
gboolean bw_log_is_repeated (const BwLog *log, gsize row, gsize before);
