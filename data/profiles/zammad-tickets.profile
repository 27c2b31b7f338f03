# SPDX-License-Identifier: GPL-3.0-or-later
# Zammad: Reporting or Time Accounting, Download (Excel)
[profile]
title=Zammad ticket report
title[de]=Zammad-Ticketbericht
kind=tickets
signature=Close Diff In Min;Close Escalation At + First Response At;Time Units Total + Create Channel
priority=1-lowest

[columns]
id=#
subject=Title
requester=Customer
status=State
priority=Priority
channel=Create Channel
team=Group
agent=Owner
organisation=Organization
tag=Tags
created=Created At
updated=Updated At
closed=Closed At
due=Close Escalation At
reply-due=First Response Escalation At
first-reply=First Response At
first-reply-time-business=First Response In Min
resolution-time-business=Close In Min

[known]
headers=Sender;Time Units Total;Article Count;Escalation At;Update Escalation At;Update In Min;Last Contact At;Last Contact Agent At;Last Contact Customer At

[margins]
reply-sla=First Response Diff In Min
resolution-sla=Close Diff In Min

[refused]
sla-margin=Update Diff In Min

[units]
first-reply-time-business=minutes
resolution-time-business=minutes

[words status]
pending=pending reminder;pending close
