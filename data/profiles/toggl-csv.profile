# SPDX-License-Identifier: GPL-3.0-or-later
# Toggl Track: Reports, Detailed, Download CSV. One row a piece of time; the day is where it began.
[profile]
title=Toggl time entries
title[de]=Toggl-Zeiteinträge
kind=agent-time
signature=Billable + Start time;Billable + End time;Billable + Duration

[columns]
agent=User
date=Start date
paid-time=Duration
team=Group
product=Project

[known]
headers=Email;Client;Task;Description;Billable;Start time;End date;End time;Tags;Amount ();Amount (EUR);Amount (USD)
