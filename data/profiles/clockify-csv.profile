# SPDX-License-Identifier: GPL-3.0-or-later
# Clockify: Reports, Detailed, Export CSV. One row a piece of time; the day is where it began.
[profile]
title=Clockify time entries
title[de]=Clockify-Zeiteinträge
kind=agent-time
signature=Duration (h) + Duration (decimal)

[columns]
agent=User
date=Start Date
paid-time=Duration (h);Duration (decimal)
team=Group
product=Project

[known]
headers=Client;Description;Task;Email;Tags;Billable;Start Time;End Date;End Time;Billable Rate (USD);Billable Amount (USD);Billable Rate (EUR);Billable Amount (EUR)
