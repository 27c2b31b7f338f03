# SPDX-License-Identifier: GPL-3.0-or-later
# LimeSurvey: Responses, Export (CSV), headings as question codes
[profile]
title=LimeSurvey responses
title[de]=LimeSurvey-Antworten
kind=responses
signature=startlanguage + lastpage;submitdate + lastpage

[columns]
id=id
rated=submitdate
language=startlanguage

[known]
headers=lastpage;seed;token;startdate;datestamp;ipaddr;refurl;interviewtime
