# SPDX-License-Identifier: GPL-3.0-or-later
# Talkdesk: Calls report (CSV)
[profile]
title=Talkdesk calls report
title[de]=Talkdesk-Anrufbericht
kind=calls
signature=Talkdesk Phone Number;Interaction ID + Call Type + Wait time

[columns]
id=Interaction ID
created=Start Time
ended=End Time
outcome=Call Type
requester=Customer Phone Number
agent=Agent Name
talk-time=Talk Time
wait-time=Wait time
hold-time=Hold Time

[known]
headers=Talkdesk Phone Number;Record;User ID

[units]
talk-time=seconds
wait-time=seconds
hold-time=seconds

[words outcome]
yes=inbound
no=missed;abandoned;short_abandoned;voicemail
none=outbound
