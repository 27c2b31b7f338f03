# SPDX-License-Identifier: GPL-3.0-or-later
# Zoho Desk: ticket view or report, Export (CSV)
[profile]
title=Zoho Desk ticket export
title[de]=Zoho-Desk-Ticketexport
kind=tickets
signature=Ticket Closed Time;SLA Violation Type + Created Time (Ticket);Ticket Owner + Contact name + Created Time (Ticket);Ticket Reference Id

[columns]
id=Ticket Id;Ticket Reference Id
subject=Subject
requester=Contact name
email=Email (Contact);Email
status=Status (Ticket)
priority=Priority (Ticket)
channel=Channel;Mode
type=Ticket Type;Classification
category=Category (Ticket);Sub Category
product=Product;Product Name
team=Team;Department
agent=Ticket Owner
organisation=Account Name
created=Created Time (Ticket)
closed=Ticket Closed Time;Closed Time
updated=Modified Time (Ticket)
due=Due Date
first-reply-time=First Response Time
first-reply-time-business=First Response Time (in Business Hours)
resolution-time=Resolution Time;Total Resolution Time
resolution-time-business=Resolution Time (in Business Hours)
resolution-sla=SLA Violation Type

[known]
headers=Created By (Ticket);Modified By (Ticket);Phone (Ticket);Resolution;Is Overdue

[words status]
open=Assigned;In Progress;Escalated
pending=Awaiting Customer Response
hold=Scheduled Activity;Under Observation;Waiting On Third Party;Internal Dependency;On Hold
solved=Resolved
merged=Duplicate

[words resolution-sla]
met=Not Violated;Response Violation;First Response Violation
breached=Resolution Violation;Response and Resolution Violation

[words reply-sla]
met=Not Violated;Resolution Violation
breached=Response Violation;First Response Violation;Response and Resolution Violation
