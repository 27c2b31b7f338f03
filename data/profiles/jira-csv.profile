# SPDX-License-Identifier: GPL-3.0-or-later
# Jira Service Management: issue navigator, Export (CSV, all or current fields)
[profile]
title=Jira issue export
title[de]=Jira-Vorgangsexport
kind=tickets
signature=Issue key + Issue id;Issue key + Issue Type;Clave de incidencia;Clé de ticket;Vorgangsschlüssel;Chave da item

[columns]
id=Issue key;Clave de incidencia;Clé de ticket;Vorgangsschlüssel;Chave da item
subject=Summary;Resumen;Résumé;Zusammenfassung;Resumo
status=Status;Estado;Statut;État
priority=Priority;Prioridad;Priorité;Priorität;Prioridade
type=Custom field (Request Type);Issue Type;Tipo de Incidencia;Type de ticket;Vorgangstyp
agent=Assignee;Persona asignada;Personne assignée;Bearbeiter;Zugewiesene Person;Responsável
requester=Reporter;Informador;Rapporteur;Autor;Relator
email=Reporter (Email);Creator (Email)
product=Project name;Nombre del proyecto;Nom du projet;Projektname
category=Components;Component/s
tag=Labels;Etiquetas;Étiquettes;Stichwörter
organisation=Custom field (Organizations)
created=Created;Creada;Création;Erstellt;Criado
updated=Updated;Actualizada;Mise à jour;Aktualisiert;Atualizado
solved=Resolved;Resuelta;Résolu;Résolution effectuée;Erledigt;Resolvido
due=Due date;Fecha de vencimiento;Échéance;Fällig;Fälligkeitsdatum
first-reply=Custom field ([CHART] Date of First Response);Campo personalizado ([CHART] Date of First Response)
csat=Satisfaction rating;Calificación de satisfacción;Custom field (Satisfaction rating)
rated=Custom field (Satisfaction date);Satisfaction date
handle-time=Σ Time Spent;Time Spent;Tiempo empleado (Σ)
country=Custom field (Region)

[known]
headers=Issue id;ID de la incidencia;ID de ticket;Vorgangs-ID;Clé de projet;Projektschlüssel;Clé parent;Parent summary;Résolution;Lösung;Lien de ticket sortant (Duplicate);Project key;Status Category;Status Category Changed;Last Viewed;Assignee Id;Reporter Id;Resolution;Comment;Attachment;Watchers;Description;Descripción;Creator;Votes;Environment;Project type;Project lead;Inward issue link;Outward issue link

[margins]
reply-sla=Custom field (Time to first response);Campo personalizado (Time to first response);Time to first response
resolution-sla=Custom field (Time to resolution);Campo personalizado (Time to resolution);Time to resolution

[units]
handle-time=seconds

[scales]
csat=1-5

[words status]
new=To Do;Waiting for triage;À faire;Zu erledigen
pending=Waiting for customer
hold=Pending
