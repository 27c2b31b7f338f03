# SPDX-License-Identifier: GPL-3.0-or-later
# Typeform: Results, Download all responses (CSV or Excel)
[profile]
title=Typeform responses
title[de]=Typeform-Antworten
kind=responses
signature=Submit Date (UTC) + Network ID;Submit Date (UTC) + Start Date (UTC)
time-zone=UTC

[columns]
id=#
rated=Submit Date (UTC)
tag=Tags

[known]
headers=Other;Response Type;Start Date (UTC);Stage Date (UTC);Network ID;Ending
