# SPDX-License-Identifier: GPL-3.0-or-later
# OTRS, Znuny: ticket search, result as CSV
[profile]
title=OTRS or Znuny ticket search
title[de]=OTRS- oder Znuny-Ticketsuche
kind=tickets
signature=Ticket# + Queue;Ticket# + Age;Ticket# + CustomerID;Ticket# + Kundennummer;Ticket# + Alter;FirstResponseDiffInMin;SolutionDiffInMin;TicketNumber + StateType;TicketNumber + CustomerUserID
priority=1-lowest

[columns]
id=Ticket#;TicketNumber
subject=Subject;Title;Betreff;Titel
requester=Customer name;CustomerUserID;From;Kundenname;Kundenbenutzer;Von
status=State;Status
priority=Priority;Priorität
team=Queue
agent=Owner;Besitzer
type=Type;Typ
organisation=CustomerID;Kundennummer
created=Created;Erstellt
closed=Closed;Close Time;Geschlossen
first-reply=First Response;Erste Antwort
resolution-time-business=SolutionInMin
updated=Changed;Geändert

[known]
headers=Age;First Lock;Lock;Firstname;Lastname;Responsible;Service;SLA;Accounted time;Article Tree;Alter;Erste Sperre;Sperre;Vorname;Nachname;Verantwortlicher;Abgerechnete Zeit;Erfasste Zeit;Artikelbaum;TicketID;LockID;StateID;StateType;PriorityID;QueueID;TypeID;OwnerID;ResponsibleID;UnlockTimeout;EscalationTime;ArchiveFlag

[margins]
reply-sla=FirstResponseDiffInMin;First Response Diff;Differenz erste Antwort in Minuten
resolution-sla=SolutionDiffInMin;Solution Diff;Lösungsdifferenz in Minuten;Lösungsdifferenz

[refused]
untrusted=Solution Time;First Response Time;Lösungszeit;Zeit bis zur ersten Antwort

[words status]
pending=warten zur Erinnerung;warten auf erfolgreich schließen;warten auf erfolglos schließen;pending reminder;pending auto close+;pending auto close-
solved=closed successful;erfolgreich geschlossen
closed=closed unsuccessful;erfolglos geschlossen
merged=merged;zusammengefügt
deleted=removed;entfernt

[units]
resolution-time-business=minutes
