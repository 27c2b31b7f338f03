# SPDX-License-Identifier: GPL-3.0-or-later
# Harvest: Reports, Detailed time, Export CSV. First and last names stand apart: the last one tells
# more people from each other.
[profile]
title=Harvest time entries
title[de]=Harvest-Zeiteinträge
kind=agent-time
signature=Hours + Billable?;Hours + Hours Rounded

[columns]
agent=Last Name;First Name
date=Date
paid-time=Hours
team=Department;Roles
product=Project

[known]
headers=Client;Project Code;Task;Notes;Hours Rounded;Billable?;Invoiced?;Approved?;Employee?;Billable Rate;Billable Amount;Cost Rate;Cost Amount;Currency;External Reference URL

[units]
paid-time=hours
