# SPDX-License-Identifier: GPL-3.0-or-later
# Zendesk tickets as data pipelines copy them from the API into tables: names with underscores, UTC
[profile]
title=Zendesk tickets from a pipeline
title[de]=Zendesk-Tickets aus einer Datenpipeline
kind=tickets
signature=via_source_from_address;via_channel + ticket_form_id;via_channel + requester_id
time-zone=UTC
priority=1-lowest

[columns]
id=id
subject=subject;raw_subject
requester=requester.name;requester_id
status=status
priority=priority
channel=via_channel
type=type
agent=assignee.name;assignee_id
team=group.name;group_id
organisation=organization.name;organization_id
brand=brand_id
form=ticket_form_id
tag=tags
created=created_at
updated=updated_at
due=due_at

[known]
headers=_fivetran_synced;_fivetran_deleted;allow_channelback;description;external_id;forum_topic_id;has_incidents;is_public;merged_ticket_ids;problem_id;recipient;submitter_id;url;via_source_from_id;via_source_from_title;via_source_rel;via_source_to_address;via_source_to_name;via_source_from_address;followup_ids
