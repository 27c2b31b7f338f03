# SPDX-License-Identifier: GPL-3.0-or-later
# Freshdesk: ticket list, Export (CSV or Excel)
[profile]
title=Freshdesk ticket export
title[de]=Freshdesk-Ticketexport
kind=tickets
signature=Initial response time + Agent interactions;First response time (in hrs) + Customer interactions
absent=Requester VIP;Requester Location
priority=1-lowest

[columns]
id=Ticket ID
subject=Subject
requester=Full name;Contact ID
email=Email
status=Status
priority=Priority
channel=Source
type=Type
agent=Agent
team=Group
product=Product
tag=Tags
organisation=Company Name
created=Created time
due=Due by Time
solved=Resolved time
closed=Closed time
updated=Last updated time;Last update time
first-reply=Initial response time
first-reply-time=First response time (in hrs);First response time (in mins)
resolution-time=Resolution time (in hrs);Resolution time (in mins)
handle-time=Time tracked
replies=Agent interactions
customer-replies=Customer interactions
resolution-sla=Resolution status
reply-sla=First response status
csat=CSAT Rating;Survey results

[known]
headers=Every response status;Association type;Title;Work phone;Mobile phone;Twitter ID;Time tracked billable

[words status]
open=Open;2;Customer responded
pending=Pending;3;Waiting on Customer
hold=Waiting on Third Party
solved=Resolved;4
closed=Closed;5

[words reply-sla]
met=Within SLA
breached=SLA Violated

[words resolution-sla]
met=Within SLA
breached=SLA Violated
