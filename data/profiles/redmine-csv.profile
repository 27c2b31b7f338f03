# SPDX-License-Identifier: GPL-3.0-or-later
# Redmine: issues, Export to CSV
[profile]
title=Redmine issue export
title[de]=Redmine-Ticketexport
kind=tickets
signature=% Done + Tracker;Tracker + Target version;Tracker + Assignee;% erledigt;Tracker + Zielversion;% réalisé;Tracker + Assigné à;% Realizado

[columns]
id=#
subject=Subject;Thema;Sujet;Asunto;Título
requester=Author;Autor;Auteur
status=Status;Statut;Estado;Situação
priority=Priority;Priorität;Priorité;Prioridad;Prioridade
type=Tracker;Tipo
category=Category;Kategorie;Catégorie;Categoría;Categoria
product=Project;Projekt;Projet;Proyecto;Projeto
agent=Assignee;Zugewiesen an;Assigné à;Asignado a;Atribuído para
created=Created;Angelegt;Créé;Creado;Criado em
updated=Updated;Aktualisiert;Mis-à-jour;Actualizado;Alterado em
closed=Closed;Geschlossen;Fermé;Cerrada;Fechado
due=Due date;Abgabedatum;Echéance;Fecha fin;Data prevista
handle-time=Spent time;Aufgewendete Zeit;Temps passé;Tiempo dedicado;Tempo gasto

[known]
headers=Parent task;Parent task subject;Target version;Start date;Estimated time;% Done;Last updated by;Related issues;Private;Description;Last notes;Total spent time;Total estimated time;Übergeordnete Aufgabe;Zielversion;Beginn;Geschätzter Aufwand;% erledigt;Zugehörige Tickets;Privat;Beschreibung;Tâche parente;Version cible;Début;Temps estimé;% réalisé;Demandes liées;Privée;Dateien

[units]
handle-time=hours

[words status]
open=In Progress;In Bearbeitung;En cours
pending=Feedback;Commentaire
solved=Resolved;Gelöst;Résolu
closed=Closed;Erledigt;Fermé;Rejected;Abgewiesen;Rejeté
