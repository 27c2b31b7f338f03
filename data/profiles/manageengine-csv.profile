# SPDX-License-Identifier: GPL-3.0-or-later
# ManageEngine ServiceDesk Plus: requests or a report, exported as CSV or Excel
[profile]
title=ManageEngine ServiceDesk Plus request export
title[de]=ManageEngine-ServiceDesk-Plus-Anfragenexport
kind=tickets
signature=Response DueBy Time;RequestID + Technician;Request ID + Technician;DueBy Time + Technician

[columns]
id=Request ID;RequestID
subject=Subject
requester=Requester
status=Request Status
priority=Priority
channel=Request Mode;Mode
type=Request Type
category=Category
product=Item;Subcategory
team=Group
agent=Technician
organisation=Account
site=Site
created=Created Time
first-reply=Responded Date;Responded Time
solved=Resolved Time
closed=Completed Time
due=DueBy Time
reply-due=Response DueBy Time
resolution-sla=Overdue Status
reply-sla=First Response Overdue Status
resolution-time=Time Elapsed

[known]
headers=Impact;Urgency;Resolution;SLA Name;SLA resolution time;SLA response time;SLA violated technician;Request age after SLA violation;OLA Due_By Time;Request Closure Code

[words reply-sla]
met=false;No
breached=true;Yes

[words resolution-sla]
met=false;No
breached=true;Yes
