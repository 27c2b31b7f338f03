/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table with its fields decoded: what a KPI's kernel looks at. */
#pragma once

#include "bw-table.h"

/* Fields that the file lacks hold the "no value" of their type: BW_TIME_NONE, BW_MISSING, NAN,
 * BW_STATUS_NONE. */
typedef struct {
  gint64 created; /* Unix seconds */
  gint64 assigned;
  gint64 started;
  gint64 first_reply; /* from the column, else created + first_reply_time */
  gint64 first_solved;
  gint64 solved; /* last solved, else closed */
  gint64 closed;
  gint64 updated;
  gint64 due;
  gint64 reply_due;
  gint64 rated;
  gint64 ended;
  int first_reply_time; /* seconds, as exported */
  int first_resolution_time;
  int resolution_time;
  int handle_time;
  int talk_time;
  int hold_time;
  int wrap_time;
  int reopens;
  int replies;
  int customer_replies;
  double status_meaning; /* the same as a number, NAN = none */
  BwStatus status;
  double escalated; /* 1 yes, 0 no, NAN not said */
  double agent_created;
  double reply_sla; /* 1 met, 0 breached */
  double resolution_sla;
  double answered; /* a call's outcome */
  double csat;
  double csat_low; /* the scale of the survey */
  double csat_high;
  double nps;
  gint64 as_of; /* the data's last instant */
  gboolean has_status;
} BwRow;

/* Which rows a ticket is in, whatever the words of its product. */
static inline gboolean
bw_row_is_solved (const BwRow *row)
{
  return row->status == BW_STATUS_SOLVED || row->status == BW_STATUS_CLOSED ||
         (row->status == BW_STATUS_NONE && !row->has_status && row->solved != BW_TIME_NONE);
}
