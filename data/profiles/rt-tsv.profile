# SPDX-License-Identifier: GPL-3.0-or-later
# Request Tracker (RT): search results, Spreadsheet (tab-separated)
[profile]
title=Request Tracker search results
title[de]=Request-Tracker-Suchergebnis
kind=tickets
signature=QueueName + Requestors;Queue + Requestors;Told + TimeLeft;QueueName + Told

[columns]
id=id
subject=Subject
requester=Requestors;Requestor
status=Status
priority=Priority
team=QueueName;Queue
agent=Owner
created=Created
started=Started
solved=Resolved
updated=LastUpdated;Last Updated
due=Due
handle-time=TimeWorked;Time Worked

[known]
headers=Told;Starts;TimeLeft;TimeEstimated;Time Left;Time Estimated;CreatedBy;LastUpdatedBy;Cc;AdminCc

[units]
handle-time=minutes

[words status]
new=new
open=open
pending=stalled
solved=resolved
closed=rejected
deleted=deleted
