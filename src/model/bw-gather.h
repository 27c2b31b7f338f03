/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a log to the tickets or calls that they tell of. A gathered row reads its texts
 * from the first row of its ticket; what the log repeats of the ticket (channel, team ...) is the
 * last that it says. */
#pragma once

#include "bw-table.h"

/* Messages or events to tickets. A first reply is the first public message of an agent that is not
 * automatic. listed: tickets of files that list them, which know when these were solved where the
 * log does not; or NULL. NULL when the rows name no ticket. */
BwTable *bw_gather_tickets (const BwTable *log, const BwTable *listed);

/* Messages, or events that tell of messages, to turns: one row for what a customer writes until an
 * agent answers publicly (created: the first of these messages; first-reply: the answer, or none
 * yet; agent: who gave it; ticket-id). NULL when there is not one message of a customer. */
BwTable *bw_gather_turns (const BwTable *log);

/* Events of a queue to calls: wait, talk, outcome, transfers. */
BwTable *bw_gather_queue (const BwTable *log);
/* How sure it is that a row is a leg of the same call as the counted row before it. */
typedef enum {
  BW_LEG_NONE,
  BW_LEG_POSSIBLE, /* begins together with it, with the same party, but may be the next call */
  BW_LEG_PROVEN,   /* in the same second, or before the other can have ended */
} BwLeg;

/* By row; NULL when the rows do not say when calls began or with whom. aside: one BwAside a row, or
 * NULL. g_free. */
guint8 *bw_gather_judge_legs (const BwTable *calls, const guint8 *aside);

/* Legs (rows of calls with the same id; without ids those that are proven) to calls; NULL when
 * every row is a call by itself. Rows that say when they were updated are copies, not legs: of
 * these the newest counts. */
BwTable *bw_gather_legs (const BwTable *calls);
