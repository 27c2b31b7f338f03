# SPDX-License-Identifier: GPL-3.0-or-later
# Chatwoot: Reports, CSAT, Download
[profile]
title=Chatwoot CSAT report
title[de]=Chatwoot-CSAT-Bericht
kind=responses
signature=Link to the conversation + Feedback Comment;Link zur Konversation;Rating + Recorded date + Feedback Comment

[columns]
agent=Agent Name;Agentenname
csat=Rating;Bewertung
comment=Feedback Comment;Feedback-Kommentar
requester=Contact Name;Kontaktname
email=Contact Email Address;Kontakt-E-Mail-Adresse
url=Link to the conversation;Link zur Konversation
rated=Recorded date;Aufnahmedatum

[known]
headers=Contact Phone Number;Kontakt Telefonnummer;Review Notes

[scales]
csat=1-5
