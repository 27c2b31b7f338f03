# SPDX-License-Identifier: GPL-3.0-or-later
# GLPI: tickets, Export (CSV)
[profile]
title=GLPI ticket export
title[de]=GLPI-Ticketexport
kind=tickets
signature=Requester - Requester;Assigned to - Technician;Opening date + Time to resolve

[columns]
id=ID
subject=Title
requester=Requester - Requester
status=Status
priority=Priority
channel=Request source;Source
type=Type
category=Category
agent=Assigned to - Technician
team=Assigned to - Technician group
organisation=Entity
site=Location
created=Opening date
solved=Resolution date;Solution date
closed=Closing date
updated=Last update
due=Time to resolve
reply-due=Time to own

[known]
headers=Internal time to resolve;Internal time to own;Urgency;Impact;Writer;Requester - Requester group

[words status]
new=New
open=Processing (assigned);Processing (planned)
pending=Pending
solved=Solved
closed=Closed
