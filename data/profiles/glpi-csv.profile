# SPDX-License-Identifier: GPL-3.0-or-later
# GLPI: tickets, Export (CSV)
[profile]
title=GLPI ticket export
title[de]=GLPI-Ticketexport
kind=tickets
signature=Requester - Requester;Assigned to - Technician;Opening date + Time to resolve;Demandeur - Demandeur;Attribué à - Technicien;Solicitante - Solicitante;Asignado a - Técnico;Requerente - Requerente;Atribuído a - Técnico;Anfragesteller - Anfragesteller;Zugewiesen an - Techniker

[columns]
id=ID
subject=Title;Titre;Título;Titel
requester=Requester - Requester;Demandeur - Demandeur;Solicitante - Solicitante;Requerente - Requerente;Anfragesteller - Anfragesteller;Anfragender - Anfragender
status=Status;Statut;Estado;Estados
priority=Priority;Priorité;Prioridad;Prioridade;Priorität
channel=Request source;Source;Source de la demande;Fuente solicitante;Origem da requisição;Quelle der Anfrage
type=Type;Tipo;Typ
category=Category;Catégorie;Categoría;Categoria;Kategorie
agent=Assigned to - Technician;Attribué à - Technicien;Asignado a - Técnico;Atribuído a - Técnico;Zugewiesen an - Techniker
team=Assigned to - Technician group;Attribué à - Groupe de techniciens;Asignado a - Grupo de técnicos;Atribuído a - Grupo técnico;Zugewiesen an - Technikergruppe
organisation=Entity;Entité;Entidad;Entidade;Einheit
site=Location;Lieu;Ubicación;Localização;Standort
created=Opening date;Date d'ouverture;Fecha de apertura;Data de abertura;Eröffnungsdatum
solved=Resolution date;Solution date;Date de résolution;Fecha de solución;Fecha de resolución;Data da solução;Data de solução;Lösungsdatum
closed=Closing date;Date de clôture;Fecha de cierre;Data de fechamento;Schließdatum;Abschlussdatum
updated=Last update;Dernière modification;Dernière mise à jour;Última actualización;Última atualização;Letzte Änderung;Letzte Aktualisierung
due=Time to resolve;Temps de résolution;Tiempo de solución;Tempo para solução;Lösungszeit;Zeit bis zur Lösung
reply-due=Time to own;Temps de prise en charge;Tiempo de posesión;Tempo para atendimento;Zeit bis zur Übernahme

[known]
headers=Time to resolve + Progress;Temps de résolution + Progression;Zeit bis zur Lösung + Fortschritt;Internal time to resolve;Internal time to own;Urgency;Impact;Writer;Requester - Requester group;Urgence;Rédacteur;Demandeur - Groupe demandeur;Urgencia;Impacto;Autor;Urgência;Dringlichkeit;Auswirkung

[words status]
new=New;Nouveau;Nuevo;Novo;Neu
open=Processing (assigned);Processing (planned);En cours (Attribué);En cours (Planifié);En curso (asignada);En curso (planificada);Em atendimento (atribuído);Em atendimento (planejado);In Bearbeitung (zugewiesen);In Bearbeitung (geplant)
pending=Pending;En attente;En espera;Pendente;Wartend
solved=Solved;Résolu;Resueltas;Resuelto;Solucionado;Gelöst
closed=Closed;Clos;Cerrado;Fechado;Geschlossen

[words priority]
urgent=Major;Majeure;Mayor;Maior;Maximal;Very high;Très haute;Muy alta;Muito alta;Sehr hoch
