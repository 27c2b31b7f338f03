# SPDX-License-Identifier: GPL-3.0-or-later
# Aircall: Analytics or History, Export (CSV)
[profile]
title=Aircall call export
title[de]=Aircall-Anrufexport
kind=calls
signature=aircall number;number timezone + missed_call_reason;datetime (tz offset incl.) + answered

[columns]
id=call id;call id (internal)
created=datetime (utc)
direction=direction
outcome=answered;call type
agent=user
team=team
requester=customer number;from
brand=line
country=country_code
talk-time=duration (in call);in-call duration
call-length=duration (total)
wait-time=waiting time;time to answer
tag=tags

[known]
headers=comments;datetime (tz offset incl.);date (TZ offset incl.);time (TZ offset incl.);number timezone;to;missed_call_reason;via;voicemail;recording;call quality;call direction - type;call start time;call end time;time in ivr;disconnected by;ivr branch;ivr widget;call timeline;callback details;callback failure;automatic callback pending time;time with ai voice agent;entry number;ai voice agent transfer branch

[units]
talk-time=seconds
call-length=seconds
wait-time=seconds
