# SPDX-License-Identifier: GPL-3.0-or-later
# Microsoft Dynamics 365 Customer Service: cases, Export to Excel
[profile]
title=Dynamics 365 case export
title[de]=Dynamics-365-Anfragenexport
kind=tickets
signature=(Do Not Modify) Row Checksum;(Do Not Modify) Case

[columns]
id=Case Number;(Do Not Modify) Case
subject=Case Title
status=Status Reason;Status
priority=Priority
channel=Origin;Channel
type=Case Type
category=Subject
product=Product
agent=Owner
team=Owning Team
organisation=Customer
requester=Contact
created=Created On
updated=(Do Not Modify) Modified On;Modified On
solved=Resolved On
first-reply=First Response Sent On
due=Resolve By
reply-due=First Response By
escalated=Is Escalated
reply-sla=First Response SLA Status;First Response Status
resolution-sla=Resolve By SLA Status;Resolve By Status

[known]
headers=(Do Not Modify) Row Checksum;Serial Number (Inventory) (Inventory)

[words status]
open=In Progress;Researching
hold=On Hold
pending=Waiting for Details
solved=Problem Solved;Information Provided;Resolved
closed=Cancelled;Canceled
merged=Merged

[words reply-sla]
met=Succeeded
breached=Noncompliant
none=In Progress;Nearing Noncompliance;Paused;Canceled

[words resolution-sla]
met=Succeeded
breached=Noncompliant
none=In Progress;Nearing Noncompliance;Paused;Canceled
