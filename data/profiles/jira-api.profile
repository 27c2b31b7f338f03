# SPDX-License-Identifier: GPL-3.0-or-later
# Jira: issues as its search lists them (REST, JSON)
[profile]
title=Jira issues (API)
title[de]=Jira-Vorgänge (API)
kind=tickets
signature=fields.issuetype.name + fields.created;fields.resolutiondate + fields.status.name

[columns]
id=key
subject=fields.summary
requester=fields.reporter.displayName;fields.creator.displayName
email=fields.reporter.emailAddress
status=fields.status.name
priority=fields.priority.name
type=fields.issuetype.name
product=fields.project.name
agent=fields.assignee.displayName
tag=fields.labels
created=fields.created
updated=fields.updated
solved=fields.resolutiondate
due=fields.duedate

[known]
headers=expand;id;self;fields.status.statusCategory.name;fields.resolution.name;fields.assignee.emailAddress;fields.project.key;fields.description
