# SPDX-License-Identifier: GPL-3.0-or-later
# Zendesk: Admin Center, Account, Tools, Reports, Export (CSV)
[profile]
title=Zendesk account export
title[de]=Zendesk-Kontoexport
kind=tickets
signature=Summation column
priority=1-lowest

[columns]
requester-wait-time=Requester wait time in minutes
requester-wait-time-business=Requester wait time in minutes within business hours
agent-wait-time=Agent wait time in minutes
hold-time=On hold time in minutes
id=Id
subject=Subject
requester=Requester;Requester id
email=Requester email
agent=Assignee
team=Group
organisation=Organization
tag=Tags
status=Status
priority=Priority
channel=Via
type=Ticket type
created=Created at
updated=Updated at
assigned=Initially assigned at;Assigned at
solved=Solved at
due=Due date
csat=Satisfaction Score
reopens=Reopens
replies=Replies
first-reply-time=First reply time in minutes;First reply time (in minutes);First reply time
first-reply-time-business=First reply time in minutes within business hours
first-resolution-time=First resolution time in minutes
first-resolution-time-business=First resolution time in minutes within business hours
resolution-time=Full resolution time in minutes
resolution-time-business=Full resolution time in minutes within business hours
brand=Brand
form=Ticket form

[known]
headers=Summation column;Requester external id;Requester domain;Submitter;Group stations;Assignee stations;Agent wait time in minutes within business hours;On hold time in minutes within business hours

[refused]
untrusted=Resolution time

[words csat]
1=Good
0=Bad
none=Offered;Unoffered;Not Offered
