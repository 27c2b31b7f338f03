# SPDX-License-Identifier: GPL-3.0-or-later
# Freshdesk: Admin, Account, Export data (XML)
[profile]
title=Freshdesk account export
title[de]=Freshdesk-Kontoexport
kind=tickets
signature=display-id + ticket-type;display-id + requester-id;display-id + status-name
priority=1-lowest

[columns]
id=display-id
subject=subject
requester=requester-name;requester-id
agent=responder-name;responder-id
team=group-id
status=status-name;status
priority=priority
channel=source-name;source
type=ticket-type
created=created-at
updated=updated-at
due=due-by
reply-due=frDueBy
solved=ticket-states.resolved-at;resolved-at
closed=ticket-states.closed-at;closed-at
first-reply=ticket-states.first-response-time
spam=spam
deleted=deleted

[known]
headers=account-id;id;description;description-html;cc-email;to-email;email-config-id;isescalated;trained;urgent;priority-name;source-name

[words status]
open=2;Open
pending=3;Pending
solved=4;Resolved
closed=5;Closed
