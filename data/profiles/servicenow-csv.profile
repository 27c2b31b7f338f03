# SPDX-License-Identifier: GPL-3.0-or-later
# ServiceNow: incident list, Export, CSV (field names) or Excel (labels)
[profile]
title=ServiceNow incident export
title[de]=ServiceNow-Incident-Export
kind=tickets
signature=sys_mod_count;incident_state;number + opened_at;number + sys_created_on;cmdb_ci + assignment_group
priority=1-highest

[columns]
id=number;Number
subject=short_description;Short description
requester=caller_id;Caller
created=opened_at;sys_created_on;sys_created_at;Opened
solved=resolved_at;Resolved
closed=closed_at;Closed
updated=sys_updated_on;sys_updated_at;Updated
status=incident_state;state;State
priority=priority;Priority
channel=contact_type;Contact type;Channel
type=sys_class_name
category=category;Category
product=cmdb_ci;Configuration item
team=assignment_group;Assignment group
agent=assigned_to;Assigned to
organisation=company;Company
site=location;Location
due=due_date;sla_due
resolution-sla=made_sla
resolution-time=calendar_stc
resolution-time-business=business_stc
reopens=reopen_count
reassignments=reassignment_count

[known]
headers=active;sys_mod_count;opened_by;sys_created_by;sys_updated_by;subcategory;u_symptom;impact;urgency;knowledge;u_priority_confirmation;notify;problem_id;rfc;vendor;caused_by;closed_code;close_code;close_notes;resolved_by;closed_by;business_duration;calendar_duration;sys_id;work_notes;comments;description;escalation;upon_reject;upon_approval

[units]
resolution-time=seconds
resolution-time-business=seconds

[words status]
new=New;1
open=Active;In Progress;Work in Progress;2
pending=Awaiting User Info;Awaiting Caller
hold=On Hold;Awaiting Problem;Awaiting Vendor;Awaiting Evidence;Awaiting Change;3
solved=Resolved;6
closed=Closed;7;Canceled;8

[words resolution-sla]
met=true
breached=false
