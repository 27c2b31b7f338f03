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
team=Ring Groups;Ring Group
category=Disposition Code
callback=Callback From Queue?
talk-time=Talk Time
handle-time=Handling Time
wait-time=Wait time
hold-time=Hold Time

[known]
headers=Talkdesk Phone Number;Record;User ID;Hangup;In Business Hours?

[units]
talk-time=seconds
handle-time=seconds
wait-time=seconds
hold-time=seconds

[words outcome]
yes=inbound
no=missed;abandoned;short_abandoned;voicemail
none=outbound
