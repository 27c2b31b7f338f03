# SPDX-License-Identifier: GPL-3.0-or-later
# FRITZ!Box: list of calls, saved as CSV. Lengths are hours and minutes.
[profile]
title=FRITZ!Box call list
title[de]=FRITZ!Box-Anrufliste
kind=calls
signature=Nebenstelle + Eigene Rufnummer

[columns]
created=Datum
requester=Rufnummer
agent=Nebenstelle
outcome=Typ
call-length=Dauer

[known]
headers=Name;Eigene Rufnummer

[units]
call-length=hours

[words outcome]
yes=1
no=2;10
none=3;4;11
