# SPDX-License-Identifier: GPL-3.0-or-later
# Zendesk Chat: history of chats, as CSV or as the API lists them (JSON). Lengths are seconds.
[profile]
title=Zendesk chat history
title[de]=Zendesk-Chatverlauf
kind=calls
signature=response_time_first + response_time_avg;response_time.first + response_time.avg

[columns]
id=id
created=timestamp
requester=visitor_name;visitor.name
email=visitor_email;visitor.email
team=department_name
agent=agent_names
wait-time=response_time_first;response_time.first
call-length=duration
abandoned=missed
csat=rating
comment=comment
tag=tags

[known]
headers=type;response_time_avg;response_time_max;response_time.avg;response_time.max;triggered;unread;session.country_name;zendesk_ticket_id;started_by;webpath

[units]
wait-time=seconds
call-length=seconds
