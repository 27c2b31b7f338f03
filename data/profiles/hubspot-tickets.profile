# SPDX-License-Identifier: GPL-3.0-or-later
# HubSpot Service Hub: tickets, Export view (CSV or Excel)
[profile]
title=HubSpot ticket export
title[de]=HubSpot-Ticketexport
kind=tickets
signature=Ticket ID + Ticket name;Ticket name + Pipeline;hs_pipeline_stage;hs_ticket_id

[columns]
id=Ticket ID;Record ID;hs_ticket_id
subject=Ticket name
status=Ticket status;hs_pipeline_stage
priority=Priority;hs_ticket_priority
channel=Source;source_type
category=Category;hs_ticket_category
agent=Ticket owner;hubspot_owner_id
team=HubSpot team
created=Create date;createdate
closed=Close date;closed_date
updated=Last modified date;hs_lastmodifieddate
first-reply=First agent email response date
resolution-time=Time to close;time_to_close
first-reply-time=Time to first agent email reply;Time to first response;time_to_first_agent_reply
organisation=Associated Company
requester=Associated Contact

[known]
headers=Ticket description;Pipeline;hs_pipeline;Last activity date;Last contacted date;Last customer reply date;All teams;All owner ids;Brands

[units]
resolution-time=milliseconds
first-reply-time=milliseconds

[words status]
pending=Waiting on contact
open=Waiting on us
