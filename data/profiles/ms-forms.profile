# SPDX-License-Identifier: GPL-3.0-or-later
# Microsoft Forms: Responses, Open in Excel
[profile]
title=Microsoft Forms responses
title[de]=Microsoft-Forms-Antworten
kind=responses
signature=Start time + Completion time;Hora de inicio + Hora de finalización

[columns]
id=ID
rated=Completion time;Hora de finalización
email=Email;Correo electrónico
requester=Name;Nombre

[known]
headers=Start time;Hora de inicio;Total points;Quiz feedback;Last modified time

