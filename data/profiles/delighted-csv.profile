# SPDX-License-Identifier: GPL-3.0-or-later
# Delighted: survey responses. The type of the survey decides whether the score is NPS, CSAT or CES:
# it is left to the scores themselves.
[profile]
title=Delighted responses
title[de]=Delighted-Antworten
kind=responses
signature=Delighted Source;survey_type + permalink;survey_type + person_properties;Delighted Link Name

[columns]
id=id
comment=comment
rated=created_at
url=permalink
question=survey_type
tag=tags

[known]
headers=person;updated_at;person_properties;notes;Delighted Source;Delighted Link Name;Delighted Device Type;Delighted Operating System;Delighted Browser;Delighted Page URL
