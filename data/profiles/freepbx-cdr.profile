# SPDX-License-Identifier: GPL-3.0-or-later
# FreePBX: Reports, CDR Reports (CSV). Legs of one call share the linked id.
[profile]
title=Asterisk or FreePBX call records
title[de]=Anrufdaten von Asterisk oder FreePBX
kind=calls
signature=calldate + clid;calldate + disposition;calldate + billsec

[columns]
id=linkedid
created=calldate
outcome=disposition
requester=src
agent=dst_cnam
talk-time=billsec
call-length=duration

[known]
headers=clid;dst;dcontext;channel;dstchannel;lastapp;lastdata;amaflags;accountcode;userfield;did;cnum;cnam;outbound_cnum;outbound_cnam;recordingfile;peeraccount;sequence

[units]
talk-time=seconds
call-length=seconds
