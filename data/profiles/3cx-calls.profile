# SPDX-License-Identifier: GPL-3.0-or-later
# 3CX: Call log, Export (CSV). Who took the call stands under "From" or "To", by its direction.
[profile]
title=3CX call log
title[de]=3CX-Anrufliste
kind=calls
signature=Call Time + Ringing + Talking;Call Time + Talking + Cost

[columns]
id=Call ID
created=Call Time
direction=Direction
outcome=Status
wait-time=Ringing
talk-time=Talking

[known]
headers=From;To;Cost;Call Activity Details;Sentiment;Summary;Transcription

[words outcome]
none=Redirected;Waiting
