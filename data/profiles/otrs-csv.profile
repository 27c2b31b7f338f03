# SPDX-License-Identifier: GPL-3.0-or-later
# OTRS, Znuny: ticket search, result as CSV
[profile]
title=OTRS or Znuny ticket search
title[de]=OTRS- oder Znuny-Ticketsuche
kind=tickets
signature=Ticket# + Queue;Ticket# + Age;Ticket# + CustomerID;FirstResponseDiffInMin;SolutionDiffInMin;TicketNumber + StateType;TicketNumber + CustomerUserID
priority=1-lowest

[columns]
id=Ticket#;TicketNumber
subject=Subject;Title
requester=Customer name;CustomerUserID;From
status=State
priority=Priority
team=Queue
agent=Owner
type=Type
organisation=CustomerID
created=Created
closed=Closed;Close Time
first-reply=First Response
resolution-time-business=SolutionInMin
updated=Changed

[known]
headers=Age;First Lock;Lock;Firstname;Lastname;Responsible;Service;SLA;Accounted time;Article Tree;TicketID;LockID;StateID;StateType;PriorityID;QueueID;TypeID;OwnerID;ResponsibleID;UnlockTimeout;EscalationTime;ArchiveFlag

[margins]
reply-sla=FirstResponseDiffInMin;First Response Diff
resolution-sla=SolutionDiffInMin;Solution Diff

[refused]
untrusted=Solution Time;First Response Time

[words status]
pending=pending reminder;pending auto close+;pending auto close-
solved=closed successful
closed=closed unsuccessful
merged=merged
deleted=removed

[units]
resolution-time-business=minutes
