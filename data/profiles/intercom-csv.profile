# SPDX-License-Identifier: GPL-3.0-or-later
# Intercom: Reports, dataset export of conversations (CSV). Lengths are seconds.
[profile]
title=Intercom conversations
title[de]=Intercom-Unterhaltungen
kind=tickets
signature=Conversation ID + Conversation started at;Conversation started at + Conversation first replied at;Conversation handling time + Conversation ID

[columns]
id=Conversation ID
created=Conversation started at
first-reply=Conversation first replied at
first-solved=Conversation first closed at
closed=Conversation last closed at;Conversation closed at
updated=Conversation updated at
status=Current conversation state;Conversation state
channel=Channel;Conversation channel
agent=Teammate currently assigned;Currently assigned teammate;Conversation teammate assigned
team=Team currently assigned;Currently assigned team;Conversation team assigned
tag=Conversation tags
handle-time=Conversation handling time
csat=Conversation rating
comment=Conversation rating remark
reopens=Conversation reopens

[units]
handle-time=seconds
first-reply-time=seconds
first-reply-time-business=seconds
first-resolution-time=seconds
first-resolution-time-business=seconds
resolution-time=seconds
resolution-time-business=seconds

[scales]
csat=1-5

[words status]
open=open
closed=closed
pending=snoozed
