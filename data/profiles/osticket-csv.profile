# SPDX-License-Identifier: GPL-3.0-or-later
# osTicket: ticket queue, Export
[profile]
title=osTicket ticket export
title[de]=osTicket-Ticketexport
kind=tickets
signature=SLA Plan + Help Topic;Ticket Number + Help Topic;Current Status + SLA Due Date

[columns]
id=Ticket Number
subject=Subject
requester=From
email=From Email
status=Current Status
priority=Priority
channel=Source
category=Help Topic
team=Department;Team Assigned
agent=Agent Assigned
created=Date Created
updated=Last Updated
closed=Closed Date
due=SLA Due Date;Due Date
resolution-sla=Overdue
reopens=Reopen Count

[known]
headers=SLA Plan;Merged;Linked;Answered;Thread Count;Attachment Count;Task Count

[words status]
closed=Closed;Archived
solved=Resolved

[words resolution-sla]
met=No
breached=Yes
