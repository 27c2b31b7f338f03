# SPDX-License-Identifier: GPL-3.0-or-later
# SurveyMonkey: Analyze results, Save as, All responses data (CSV or Excel)
[profile]
title=SurveyMonkey responses
title[de]=SurveyMonkey-Antworten
kind=responses
signature=Respondent ID + Collector ID

[columns]
id=Respondent ID
rated=End Date;Date Modified
email=Email Address
requester=First Name

[known]
headers=Collector ID;Start Date;Date Created;IP Address;Last Name;Custom Data 1
