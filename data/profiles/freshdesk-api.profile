# SPDX-License-Identifier: GPL-3.0-or-later
# Freshdesk and Freshservice: tickets as the API lists them (JSON, with "stats" when asked for)
[profile]
title=Freshdesk tickets (API)
title[de]=Freshdesk-Tickets (API)
kind=tickets
signature=fr_due_by + responder_id;fr_escalated + responder_id;stats.first_responded_at + stats.resolved_at
priority=1-lowest

[columns]
id=id
subject=subject
requester=requester.name;requester_id
email=requester.email
status=status
priority=priority
channel=source
type=type
category=category
team=group_id
agent=responder_id
organisation=company.name;company_id;department_id
product=product_id
tag=tags
created=created_at
updated=updated_at
due=due_by
reply-due=fr_due_by
first-reply=stats.first_responded_at
solved=stats.resolved_at
closed=stats.closed_at
escalated=is_escalated
spam=spam
deleted=deleted

[known]
headers=cc_emails;fwd_emails;reply_cc_emails;email_config_id;fr_escalated;to_emails;association_type;stats.agent_responded_at;stats.requester_responded_at;stats.status_updated_at;stats.reopened_at;stats.pending_since

[words status]
open=2
pending=3
solved=4
closed=5
