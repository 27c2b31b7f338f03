# SPDX-License-Identifier: GPL-3.0-or-later
# LiveAgent: tickets, Export (CSV): one letter a status
[profile]
title=LiveAgent ticket export
title[de]=LiveAgent-Ticketexport
kind=tickets
signature=Ticket code;Date created + Date changed;Date changed + Date resolved

[columns]
id=Ticket code;Code;Ticket ID
subject=Subject
requester=Requester;Customer
email=Requester email;Customer email
status=Status
priority=Priority
channel=Channel;Source
team=Department
agent=Owner;Agent
tag=Tags
created=Date created
updated=Date changed
solved=Date resolved
due=Date due

[known]
headers=Date deleted;Preview;Messages

[words status]
new=I;N
open=T;P;A;C
pending=W
solved=R
closed=L
deleted=X
spam=B
