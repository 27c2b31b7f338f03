# SPDX-License-Identifier: GPL-3.0-or-later
# OTRS, Znuny: ticket search, result as CSV
[profile]
title=OTRS or Znuny ticket search
title[de]=OTRS- oder Znuny-Ticketsuche
kind=tickets
signature=Ticket# + Queue;Ticket# + Age;Ticket# + CustomerID
priority=1-lowest

[columns]
id=Ticket#
subject=Subject;Title
requester=Customer name;From
status=State
priority=Priority
team=Queue
agent=Owner
type=Type
organisation=CustomerID
created=Created
closed=Closed;Close Time
first-reply=First Response

[known]
headers=Age;First Lock;Lock;Firstname;Lastname;Responsible;Service;SLA;Accounted time;Article Tree

[refused]
untrusted=Solution Time;First Response Time
sla-margin=Solution Diff;First Response Diff

[words status]
pending=pending reminder;pending auto close+;pending auto close-
solved=closed successful
closed=closed unsuccessful
merged=merged
deleted=removed
