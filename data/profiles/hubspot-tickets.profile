# SPDX-License-Identifier: GPL-3.0-or-later
# HubSpot Service Hub: tickets, Export view (CSV or Excel)
[profile]
title=HubSpot ticket export
title[de]=HubSpot-Ticketexport
kind=tickets
signature=Ticket ID + Ticket name;ID do ticket + Nome do ticket;ID del ticket + Nombre del ticket;ID du ticket + Nom du ticket;Ticket-ID + Ticket-Name;Ticket-ID + Ticketname;ID de ticket + Nom du ticket;ID de ticket + Nombre del ticket;Ticket name + Pipeline;hs_pipeline_stage;hs_ticket_id;properties.hs_pipeline_stage

[columns]
id=Ticket ID;ID de ticket;ID do ticket;ID del ticket;ID du ticket;Ticket-ID;Record ID;hs_ticket_id;properties.hs_object_id;properties.hs_ticket_id
subject=Ticket name;Nome do ticket;Nombre del ticket;Nom du ticket;Ticket-Name;Ticketname;properties.subject
status=Ticket status;Status do ticket;Estado del ticket;Statut du ticket;Ticket-Status;Ticketstatus;hs_pipeline_stage;properties.hs_pipeline_stage
priority=Priority;Prioridade;Prioridad;Priorité;Priorität;hs_ticket_priority;properties.hs_ticket_priority
channel=Source;Origem;Fuente;Origen;Quelle;source_type;properties.source_type
category=Category;Categoria;Categoría;Catégorie;Kategorie;hs_ticket_category;properties.hs_ticket_category
agent=Ticket owner;Proprietário do ticket;Propietario del ticket;Propriétaire du ticket;Ticketinhaber;Ticket-Besitzer;Ticket-Verantwortlicher;hubspot_owner_id;properties.hubspot_owner_id
team=HubSpot team;Equipe do HubSpot;Equipo de HubSpot;Équipe HubSpot;HubSpot-Team
created=Create date;Data de criação;Fecha de creación;Date de création;Erstellungsdatum;Erstelldatum;createdate;properties.createdate
closed=Close date;Data de fechamento;Data de encerramento;Fecha de cierre;Date de fermeture;Abschlussdatum;Schließungsdatum;closed_date;properties.closed_date
updated=Last modified date;Data da última modificação;Fecha de última modificación;Date de dernière modification;Datum der letzten Änderung;hs_lastmodifieddate;properties.hs_lastmodifieddate
first-reply=First agent email response date;Data de resposta do primeiro agente por e-mail;Fecha de la primera respuesta del agente por correo electrónico;Date de la première réponse par e-mail de l’agent;Datum der ersten Antwort durch Mitarbeiter per E-Mail
resolution-time=Time to close;Tempo até o fechamento;Tiempo de cierre;Tiempo hasta el cierre;Délai de fermeture;Zeit bis zum Abschluss;time_to_close
first-reply-time=Time to first agent email reply;Time to first response;time_to_first_agent_reply
organisation=Associated Company
requester=Associated Contact

[known]
headers=Ticket description;Pipeline;hs_pipeline;Last activity date;Last contacted date;Last customer reply date;All teams;All owner ids;Brands

[units]
resolution-time=milliseconds
first-reply-time=milliseconds

[words status]
new=1
pending=Waiting on contact;2
open=Waiting on us;3
closed=4
