# SPDX-License-Identifier: GPL-3.0-or-later
# Frappe Helpdesk: tickets, Export (CSV or Excel)
[profile]
title=Frappe Helpdesk ticket export
title[de]=Frappe-Helpdesk-Ticketexport
kind=tickets
signature=Raised By (Email);Feedback (Option);SLA Creation + Resolution By;Opening Date + Opening Time

[columns]
id=ID
subject=Subject
email=Raised By (Email)
requester=Contact
status=Status
priority=Priority
type=Ticket Type
team=Team
organisation=Customer
created=Created On;SLA Creation;Opening Date
first-reply=First Responded On
solved=Resolution Date
due=Resolution By
reply-due=Response By
resolution-sla=SLA Status
first-reply-time=First Response Time
resolution-time=Resolution Time
hold-time=Total Hold Time
updated=Last Updated On
csat=Rating
comment=Feedback (Extra)

[known]
headers=Sr;SLA;On Hold Since;Average Response Time;Opening Time;User Resolution Time;Via Customer Portal;Feedback (Option);Status Category;Last Agent Response;Last Customer Response;First Response Failed By;Resolution Failed By;Description;Contract

[units]
first-reply-time=seconds
resolution-time=seconds
hold-time=seconds

[scales]
csat=0-1

[words status]
pending=Replied

[words resolution-sla]
met=Fulfilled
breached=Failed
none=First Response Due;Resolution Due;Paused

[words csat]
none=0
