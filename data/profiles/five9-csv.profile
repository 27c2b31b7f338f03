# SPDX-License-Identifier: GPL-3.0-or-later
# Five9: Call Log report (CSV)
[profile]
title=Five9 call log
title[de]=Five9-Anrufliste
kind=calls
signature=CALL ID + ANI + DNIS;CALL ID + CAMPAIGN + DISPOSITION

[columns]
id=CALL ID
created=TIMESTAMP
direction=CALL TYPE
outcome=DISPOSITION
agent=AGENT NAME;AGENT
team=SKILL
category=CAMPAIGN
requester=ANI
call-length=CALL TIME
talk-time=TALK TIME
hold-time=HOLD TIME
wrap-time=AFTER CALL WORK TIME
wait-time=QUEUE WAIT TIME
handle-time=HANDLE TIME
transfers=TRANSFERS
abandoned=ABANDONED

[known]
headers=DNIS;SESSION ID;CONFERENCES

[units]
talk-time=seconds

[words outcome]
none=Caller Disconnected
