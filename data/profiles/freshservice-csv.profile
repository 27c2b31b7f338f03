# SPDX-License-Identifier: GPL-3.0-or-later
# Freshservice: ticket list, Export (CSV or Excel)
[profile]
title=Freshservice ticket export
title[de]=Freshservice-Ticketexport
kind=tickets
signature=Requester VIP;Requester Location;Approval Status + First Response Time (in Hrs);Sub-Category + Item + Created Time
priority=1-lowest

[columns]
id=Ticket Id
subject=Subject
requester=Requester Name
email=Requester Email
status=Status
priority=Priority
channel=Source
type=Type
category=Category
product=Item
team=Group
agent=Agent
organisation=Company
site=Requester Location
tag=Tags
created=Created Time
due=Due by Time
solved=Resolved Time
closed=Closed Time
updated=Last Updated Time
first-reply=Initial Response Time
first-reply-time=First Response Time (in Hrs)
resolution-time=Resolution Time (in Hrs)
handle-time=Time Tracked
replies=Agent interactions
customer-replies=Customer interactions
resolution-sla=Resolution Status
reply-sla=First Response Status
csat=Survey Result

[known]
headers=Urgency;Impact;Description;Sub-Category;Resolution Note;Experience Score;Association type;Requester VIP;Approval Status;Planned Start Date;Planned End Date;Planned Effort

[words status]
hold=Waiting on Third Party
pending=Waiting on Customer;Awaiting User Response

[words reply-sla]
met=Within SLA
breached=SLA Violated

[words resolution-sla]
met=Within SLA
breached=SLA Violated
