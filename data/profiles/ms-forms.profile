# SPDX-License-Identifier: GPL-3.0-or-later
# Microsoft Forms: Responses, Open in Excel
[profile]
title=Microsoft Forms responses
title[de]=Microsoft-Forms-Antworten
kind=responses
signature=Start time + Completion time;Hora de inicio + Hora de finalización;Startzeit + Fertigstellungszeit;Heure de début + Heure de fin;Hora de início + Hora de conclusão

[columns]
id=ID
rated=Completion time;Hora de finalización;Fertigstellungszeit;Heure de fin;Hora de conclusão
email=Email;Correo electrónico;E-Mail;Adresse de messagerie;Email
requester=Name;Nombre;Nom;Nome

[known]
headers=Start time;Hora de inicio;Startzeit;Heure de début;Hora de início;Total points;Quiz feedback;Last modified time

