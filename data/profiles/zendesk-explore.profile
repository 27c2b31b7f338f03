# SPDX-License-Identifier: GPL-3.0-or-later
# Zendesk Explore: a report of one row a ticket, exported as CSV or Excel
[profile]
title=Zendesk Explore report
title[de]=Zendesk-Explore-Bericht
kind=tickets
signature=Ticket ID + Ticket created - Date;Ticket ID + Ticket created - Timestamp;Ticket ID + Ticket solved - Date

[columns]
id=Ticket ID
subject=Ticket subject
requester=Requester name
email=Requester email
created=Ticket created - Timestamp;Ticket created - Date
assigned=Ticket first assigned - Timestamp;Ticket first assigned - Date;Ticket assigned - Timestamp;Ticket assigned - Date
solved=Ticket solved - Timestamp;Ticket solved - Date
updated=Ticket updated - Timestamp;Ticket updated - Date
due=Ticket due - Timestamp;Ticket due - Date
status=Ticket status
priority=Ticket priority
channel=Ticket channel
type=Ticket type
team=Ticket group
agent=Assignee name
brand=Ticket brand
form=Ticket form
organisation=Ticket organization name;Ticket organisation name
tag=Ticket tags
csat=Ticket satisfaction rating
comment=Ticket satisfaction comment

[known]
headers=First reply time brackets;First resolution time brackets;Full resolution time brackets;Tickets;Ticket created - Year;Ticket created - Month;Ticket created - Week of Year;Ticket created - Day of week;Ticket created - Hour;Ticket solved - Year;Ticket solved - Month;Ticket solved - Week of Year;% Satisfaction score;Assignee role;Tickets solved

[words csat]
1=Good
0=Bad
none=Offered;Unoffered;Not Offered
