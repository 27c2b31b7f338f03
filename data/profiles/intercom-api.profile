# SPDX-License-Identifier: GPL-3.0-or-later
# Intercom: conversations as the REST API lists them (JSON). Lengths are seconds, hours out of office
# left out; "priority" is a mark, not a level.
[profile]
title=Intercom conversations (API)
title[de]=Intercom-Unterhaltungen (API)
kind=tickets
signature=statistics.time_to_admin_reply + statistics.count_reopens;statistics.first_admin_reply_at + statistics.count_conversation_parts;statistics.time_to_first_close + statistics.time_to_last_close

[columns]
id=id
subject=title;source.subject
status=state
channel=source.type
agent=admin_assignee_id
team=team_assignee_id
tag=tags.tags
created=created_at
updated=updated_at
assigned=statistics.first_assignment_at
first-reply=statistics.first_admin_reply_at
first-solved=statistics.first_close_at
closed=statistics.last_close_at
first-reply-time-business=statistics.time_to_admin_reply
first-resolution-time-business=statistics.time_to_first_close
resolution-time-business=statistics.time_to_last_close
reopens=statistics.count_reopens
reassignments=statistics.count_assignments
csat=conversation_rating.rating
comment=conversation_rating.remark
rated=conversation_rating.created_at

[known]
headers=type;priority;open;read;waiting_since;snoozed_until;tags.type;source.delivered_as;source.id;statistics.type;statistics.time_to_assignment;statistics.median_time_to_reply;statistics.first_contact_reply_at;statistics.last_assignment_at;statistics.last_assignment_admin_reply_at;statistics.last_contact_reply_at;statistics.last_admin_reply_at;statistics.last_closed_by_id;statistics.count_conversation_parts

[units]
first-reply-time-business=seconds
first-resolution-time-business=seconds
resolution-time-business=seconds

[scales]
csat=1-5

[words status]
open=open
closed=closed
pending=snoozed
