/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spellings of what files of tickets, answers, calls and logs have. */
#include "config.h"

#include "bw-synonyms-private.h"

const BwSpellings bw_spellings_of_rows[] = {
  { BW_FIELD_ID, T, 1,
    "Id|Ticket ID|Ticket Id|Ticket Number|Ticket no|Ticket nr|Ticket code|Ticket#|Issue key|Case "
    "Number|Case ID|"
    "Case|Case no|Request ID|Conversation ID|Conversation Number|Zendesk Ticket "
    "ID|display-id|Incident Number|Incident "
    "ID|Incident|"
    "Interaction "
    "ID|Vorgangsschlüssel|Meldungsnummer|Ticketnummer|Ticket-ID|Ticket-Nr|Vorgangsnummer|"
    "Fallnummer|Anfragenummer|Clé de ticket|Numéro de ticket|Clave de incidencia|Número de ticket|"
    "Número do ticket|Chave da item|Chave do item|Número do "
    "chamado|Protocolo|Ticketcode|Ticketnr.|Ticket ref|Ticket reference|Case ref|Request "
    "no|Enquiry no|N° de demande|N° de ticket|Nº de caso|Nº do chamado|Número de caso" },
  { BW_FIELD_ID, T, 0.85,
    "Number|Nummer|Numéro|Número|Identifiant|Identificador|#|Key|Nr|No|Reference|Ref|Ticket|"
    "Vorgang|Fall|Anfrage|Meldung|Demande|Dossier|Caso|Chamado|Solicitud|Référence|Referencia|"
    "Referência|N°|Nº|Enquiry|Request|Inquiry" },
  { BW_FIELD_ID, T, 0.7,
    "Unique id|Unique key|Record ID|SR number|Tracking number|Issue id|ID de la "
    "incidencia|uuid|External ID|Ticket Reference Id" },
  { BW_FIELD_ID, R, 1,
    "Response ID|ResponseId|Respondent ID|Survey Response ID|Rating ID|Antwort-ID|ID de respuesta|"
    "ID da resposta|id|#" },
  { BW_FIELD_ID, C, 1,
    "Call ID|ContactId|Contact ID|Interaction ID|Conversation ID|call id (internal)|Call "
    "Sid|Session ID|"
    "id|Anruf-ID|ID de llamada|ID da chamada|ID appel" },
  /* Legs of one call share the first of these. */
  { BW_FIELD_ID, C, 1, "linkedid|sessionId" },
  { BW_FIELD_ID, C, 0.6, "uniqueid" },
  { BW_FIELD_TICKET_ID, R, 1, "Conversation ID|Conversation|Conversation Number|Conversation no" },
  { BW_FIELD_TICKET_ID, R | C, 1,
    "Ticket ID|Ticket Number|Ticket|Case Number|Case ID|Ticket-ID|Ticketnummer|Issue key|"
    "Zendesk Ticket ID|ID del ticket|ID do ticket|Numéro de ticket|Ticket no|Ticket nr|Ticket "
    "ref|Case|Case no|Request|Request ID|Incident|Vorgang|Vorgangsnummer|Fall|Chamado|Caso|N° de "
    "ticket" },
  { BW_FIELD_SUBJECT, T, 1,
    "Subject|Title|Summary|Ticket subject|Ticket title|Ticket name|Case Title|Brief "
    "description|Short "
    "description|raw_subject|"
    "Topic|Betreff|Thema|Zusammenfassung|Kurzbeschreibung|Titel|Objet|Sujet|Résumé|Titre|Asunto|"
    "Resumen|Título|Nome do ticket|Nombre del ticket|Nom du ticket|Ticketname|Ticket-Name|"
    "Assunto" },
  { BW_FIELD_REQUESTER, T, 1,
    "Requester|Requester name|Requester id|Caller|Caller id|Reporter|Requestors|Raised "
    "by|From|Customer name|"
    "Contact name|Contact|Full name|Client name|Requested "
    "by|Auftraggeber|Anmelder|Kontaktname|Kontakt|Autor|"
    "Anforderer|Anfragender|Anrufer|Melder|Demandeur|Demandeur(s)|Rapporteur|Auteur|Solicitante|"
    "Solicitante(s)|"
    "Contacto|Informador|Requisitante|Requisitante(s)|Contato|Author|Requester - Requester" },
  { BW_FIELD_REQUESTER, T, 0.75,
    "Customer|Customer ID|Client|Cliente|Kunde|Kundenname|Nombre del cliente" },
  { BW_FIELD_REQUESTER, R | C, 0.9,
    "Customer|Customer name|Customer number|Customer phone number|Contact name|Name|Full "
    "name|Respondent|ANI|"
    "From|Remote|src|Caller|Caller ID|Phone "
    "number|Kunde|Kontaktname|Cliente|Client|Person|Rufnummer|Anrufer|Appelant|Llamante|Number|"
    "Caller "
    "number|Nummer|Numéro|Número" },
  { BW_FIELD_EMAIL, ALL, 1,
    "Requester email|Email|E-mail|Email address|From Email|Contact Email Address|Contact "
    "email|Customer email|"
    "Reporter (Email)|Creator (Email)|Raised By (Email)|Email "
    "(Contact)|RecipientEmail|E-Mail-Adresse|"
    "Kontakt-E-Mail-Adresse|Gemeldet von (E-Mail)|Correo electrónico|Correo|Créé par "
    "(Email)|Courriel|"
    "Adresse e-mail|E-mail do solicitante" },
  { BW_FIELD_COMMENT, T, 1,
    "Ticket satisfaction comment|Satisfaction comment|Feedback Comment|Feedback (Extra)|"
    "conversation_rating_remark|CSAT comment|Rating comment|Survey comment" },
  { BW_FIELD_COMMENT, R, 1,
    "Comment|Comments|Feedback|Feedback Comment|Verbatim|Remark|Additional comments|Open comment|"
    "Feedback-Kommentar|Rückmeldung|Kommentar|Kommentare|Anmerkung|Commentaires|Commentaire|"
    "Retroalimentación|"
    "Comentario|Comentarios|Comentário|Comentários|Customer comment|Text" },
  { BW_FIELD_URL, ALL, 1,
    "URL|Link|Ticket URL|Ticket link|Link to the conversation|permalink|Link zur Konversation" },

  { BW_FIELD_CREATED, T, 1,
    "Created at|Created|Created time|Created Time (Ticket)|Ticket created - Date|Ticket created - "
    "Timestamp|"
    "Ticket created|Create date|Created On|Created Date|Date Created|Created "
    "datetime|Opened|Opened at|"
    "sys_created_on|Date/Time Opened|Opening Date|Open date|Open time|Opened time|Date "
    "opened|Opened date|Conversation "
    "started at|"
    "conversation_created_at|Creation date|Creation "
    "time|createdate|CreatedDate|Requested|Requested at|"
    "Submitted at|Submitted on|Reported at|Reported on|Date reported|Received|Received at|Date "
    "received|"
    "Received on|Logged at|Logged on|Logged date|Raised on|Raised at|Ticket date|Issue date|Issue "
    "reported at|Issue reported|"
    "Erstellt|Erstellt "
    "am|Erstelldatum|Erstellungsdatum|Erstellungszeit|Erstellzeitpunkt|Angelegt|Angelegt am|"
    "Eröffnungsdatum|Eröffnet|Eröffnet am|Eingang|Eingegangen|Eingegangen "
    "am|Eingangsdatum|Gemeldet am|"
    "Erfasst am|Créé|Créé le|Date de création|Date d'Ouverture|Ouvert|Date ouverture|Reçu "
    "le|Creado|Creada|"
    "Creado el|Solicitado|Solicitada|Solicitado el|Demandé|Demandé le|Angefragt|Angefragt am|Fecha "
    "de creación|Fecha de apertura|Abierto el|Criado|Criado em|Data de criação|"
    "Data de abertura|Aberto em|Entered|Entered on|Date in|Contacted us|Arrived|Arrived "
    "at|Arrival|Date of request|Request "
    "date|Meldedatum|Meldezeit|Meldezeitpunkt|Gemeldet|Anlagedatum|Anlagezeit|Aufgenommen "
    "am|Reçu|Reçue le|Date de réception|Date de la demande|Date de demande|Date "
    "d'arrivée|Enregistré le|Fecha de alta|Alta|Fecha de registro|Fecha de ingreso|Fecha de "
    "recepción|Registrado el|Recibido|Recibido el|Data de registro|Data de entrada|Data do "
    "chamado|Registrado em|Recebido|Recebido em|Data apertura|Aperto il|Data creazione|Creato "
    "il|Aangemaakt|Aangemaakt op" },
  { BW_FIELD_CREATED, T, 0.7,
    "Date|Fecha|Datum|Data|Timestamp|Started at|Start|Start time|Start date|Message "
    "date|Zeitstempel|When|Zeitpunkt|Horodatage|Date and time|Date/Time|Datum/Uhrzeit|Fecha y "
    "hora|Data e hora|Date et heure" },
  { BW_FIELD_CREATED, C, 1,
    "Call Time|calldate|Call start time|Start time|Start|Started at|startTime|datetime (utc)|Call "
    "date|"
    "Call date/time|Date/Time|InitiationTimestamp|Timestamp|Date and time|Created "
    "at|Created|created_at|"
    "Anrufzeit|Anrufbeginn|Beginn|Startzeit|Anrufdatum|Datum/Uhrzeit|Zeitpunkt|Fecha y hora|Hora "
    "de inicio|"
    "Inicio|Fecha de la llamada|Date et heure|Heure de début|Début|Data e hora|Início|Data da "
    "chamada|When|Call received|Received|Received at|Arrived at|Arrival time|Offered at|Début "
    "appel|Début de l'appel|Inicio de la llamada|Início da chamada" },
  { BW_FIELD_CREATED, C, 0.85,
    "datetime|datetime (tz offset incl.)|Date|Datum|Fecha|Data|Day|Call time" },
  { BW_FIELD_ASSIGNED, T, 1,
    "Initially assigned at|First assigned at|Ticket assigned - Date|First "
    "assignment|first_assignment_at|"
    "Date assigned|Assigned on|Zugewiesen am|Erste Zuweisung|Assigné le|Asignado el|Atribuído em" },
  { BW_FIELD_ASSIGNED, T, 0.8, "Assigned at|Assigned date|Assigned|Zugewiesen|Assigné|Asignado" },
  { BW_FIELD_STARTED, T, 1,
    "Started|Work started|Work started at|Started at|Begonnen|Beginn|Beginnt|Ouvert "
    "le|Début|Comenzado|"
    "Fecha de inicio|Iniciado|Início|In progress at|Bearbeitungsbeginn" },
  { BW_FIELD_FIRST_REPLY, T, 1,
    "Initial response time|First Response At|First Responded On|First responded at|Responded Date|"
    "Conversation first replied "
    "at|conversation_first_response_at|first_admin_reply_at|"
    "[CHART] Date of First Response|Date of first response|First response|First reply|First reply "
    "at|"
    "First replied at|First reply date|First response date|First response timestamp|First "
    "responded|Response date|"
    "Zuerst geantwortet auf|Erste Antwort|Erste Antwort am|Erstantwort|Erstantwort am|Erste "
    "Reaktion|"
    "Première Réponse Le|Première réponse|Primera respuesta el|Primera respuesta|Primeira resposta|"
    "Issue responded|Data de resposta do primeiro agente por e-mail|Fecha de primera "
    "respuesta|Data da primeira "
    "resposta|"
    "Date de première réponse|First Response time" },
  { BW_FIELD_FIRST_REPLY, T, 0.85,
    "Answered|Answered at|Answered on|Responded|Responded at|Responded on|Replied|Replied "
    "at|Replied "
    "on|Reply date|Date answered|Date replied|First touch|First touched|Beantwortet|Beantwortet "
    "am|Geantwortet am|Reaktion am|Antwort am|Répondu|Répondu le|Date de réponse|Respondido|"
    "Respondido el|Respondido em|Contestado|Contestado el|Fecha de respuesta|Data de resposta|Data "
    "da "
    "resposta" },
  { BW_FIELD_FIRST_SOLVED, T, 1,
    "First solved at|First resolved at|First Closed At|first_close_at|First resolution date" },
  { BW_FIELD_SOLVED, T, 1,
    "Solved at|Solved|Resolved|Resolved at|Resolved time|Resolved on|Resolution Date|Ticket solved "
    "- Date|"
    "Ticket solved - Timestamp|Resolved Date|Date resolved|Date solved|Solved date|Solved "
    "on|Completed Time|"
    "Completion date|Completed at|Completed on|Completed|Fixed|Fixed at|Fixed on|Done|Done "
    "at|Finished|"
    "Finished at|Erledigt|Erledigt am|Gelöst|Gelöst am|"
    "Lösungsdatum|Lösungszeitpunkt|Abgeschlossen|Abgeschlossen am|Résolu|Résolu le|Date de "
    "Résolution|Resuelto|"
    "Resuelta|Resuelto el|Fecha de resolución|Fecha de solución|Resolvido|Resolvida|Resolvido em|"
    "Data de resolução|Data da solução|Solucionado em|Resolution time|Finish|Finish date|Finish "
    "time|Finished on|Date finished|Sorted|Sorted on|Date out|Date done|Date fixed|Date "
    "completed|Fix date|Abschluss|Abschlussdatum|Abschluss am|Erledigungsdatum|Beendet|Beendet "
    "am|Behoben|Behoben am|Date de fin|Fin|Terminé|Terminé le|Traité le|Date de "
    "traitement|Finalizado|Finalizado el|Solucionado|Solucionado el|Terminado el|Finalizado "
    "em|Data de conclusão|Data da conclusão|Concluído em|Data risoluzione|Risolto|Risolto "
    "il|Opgelost|Opgelost op|Afgehandeld" },
  { BW_FIELD_CLOSED, T, 1,
    "Closed|Closed at|Closed time|Ticket Closed Time|Closed Date|Close date|Closed on|Date closed|"
    "Date/Time Closed|Closure date|conversation_closed_at|Last Closed At|last_close_at|Segment "
    "closed|"
    "Closing date|End date|Geschlossen am|Geschlossen|Schließdatum|Schlussdatum|Fermé|Fermé le|"
    "Date de fermeture|Date de clôture|Clos le|Cerrada|Cerrado|Cerrado el|Fecha de "
    "cierre|Fechado|Fechado em|"
    "Concluído|Data de fechamento|Data de encerramento|Encerrado em|Closed off|Clôturé|Clôturé "
    "le|Clôture|Data chiusura|Chiuso|Chiuso il|Gesloten|Gesloten op" },
  { BW_FIELD_UPDATED, ALL, 1,
    "Updated at|Updated|Last updated time|Last update time|Last Updated|Last update|Updated "
    "on|Updated time|"
    "lastupdate|Modified On|Modified Time|sys_updated_on|Ticket updated - Date|Last segment "
    "activity|"
    "Last modified|Last modified time|Last activity|Last activity "
    "date|LastUpdateTimestamp|Aktualisiert|"
    "Aktualisiert am|Zuletzt Aktualisiert|Letzte Änderung|Geändert am|Mis-à-jour|Mis à jour|"
    "Date dernière MAJ|Dernière mise à jour|Actualizado|Actualizada|Actualizado por ultima vez|"
    "Última actualización|Alterado|Alterado em|Atualizado em|Data da última modificação|"
    "Data da última atividade" },
  { BW_FIELD_DUE, T, 1,
    "Due date|Due on|Due by Time|DueBy Time|Due at|Due by|Due|SLA Due Date|Resolution "
    "By|Resolution due|"
    "Resolution due by|Close Escalation At|Ticket due - Date|Target date|Deadline|Resolution "
    "target|"
    "Fällig|Fällig "
    "am|Zieldatum|Zieltermin|Solltermin|Solldatum|Fälligkeitsdatum|SLA-Fälligkeitsdatum|"
    "Abgabedatum|Frist|Échéance|Date "
    "d'échéance|"
    "Fecha límite|Fecha fin|Vencimiento|Fecha de vencimiento|Vencimento|Data prevista|Data de fim|"
    "Data de vencimento|Prazo|Escalation At|Resolve by|Solve by|Close by|Fix by|Complete "
    "by|Resolution deadline|SLA deadline|SLA target date" },
  { BW_FIELD_REPLY_DUE, T, 1,
    "Response DueBy Time|Response By|First Response Escalation At|First response due|First "
    "response due by|"
    "Response due|First response due date|Time to first response|fr_due_by|Reply by|Respond "
    "by|Answer by|Response deadline|First response deadline" },
  { BW_FIELD_RATED, R, 1,
    "Survey response date|Submit Date|Submitted At|Submitted|RecordedDate|Recorded "
    "date|EndDate|End Date|Completion "
    "time|submitdate|"
    "Date submitted|datestamp|Timestamp|Survey date|Responded at|Response date|Responded "
    "Time|Rated at|"
    "Rating date|Answered at|Answered|Survey completed|Date completed|Completed at|Date Modified|"
    "Zeitstempel|Enddatum|Erfassungsdatum|Aufnahmedatum|Abgeschickt am|Beantwortet am|Horodateur|"
    "Date de réponse|Répondu le|Hora de finalización|Marca temporal|Fecha de respuesta|Respondido "
    "el|"
    "Carimbo de data/hora|Data da resposta|Respondido em|Rated on|Rated|Answer date|Answered "
    "on|Date of response|Voted at|Voted on|When|Zeitpunkt|Bewertet am|Antwortdatum|Horodatage|Date "
    "de la réponse|Fecha de la encuesta|Fecha de la respuesta|Data da avaliação|Avaliado "
    "em|Received|Received at|Eingang|Eingegangen am|Date and time" },
  { BW_FIELD_RATED, R, 0.8,
    "Created at|Created|Created time|created_at|Creation date|Erstellt|Erstellt am|Créé "
    "le|Creado|Criado em" },
  { BW_FIELD_RATED, R, 0.7, "Date|Datum|Fecha|Data|Day|Date (UTC)|Updated at|Month" },
  { BW_FIELD_RATED, T, 1,
    "Satisfaction date|Satisfaction rated at|CSAT date|Rated at|Survey date|Survey response date" },
  { BW_FIELD_ENDED, C, 1,
    "Call end time|End time|End Date|End|Ended at|DisconnectTimestamp|Ende|Endzeit|Anrufende|Hora "
    "de fin|Ended|Call ended|Disconnected|Disconnected at|Disconnect time|Hung up at|Hangup time|"
    "Released at|Beendet|Beendet am|Beendet um|Raccroché à|Terminé à|Finalizada|Finalizada a las|"
    "Encerrada em|Encerrada|"
    "Fecha de finalización|Heure de fin|Fin|Fim|Término" },
  { BW_FIELD_SENT, R, 1,
    "Sent|Sent at|Sent on|Sent date|Date sent|Survey sent|Survey sent at|Survey sent date|Send "
    "date|Invited|Invited at|Invitation date|Invitation sent|Delivered at|Requested at|Offered at|"
    "Gesendet|Gesendet am|Versendet am|Versanddatum|Verschickt am|Eingeladen am|Envoyé|Envoyé le|"
    "Date d'envoi|Enviado|Enviado el|Fecha de envío|Enviada el|Enviado em|Data de envio" },
  { BW_FIELD_SENT, T, 1,
    "Survey sent|Survey sent at|Survey sent date|CSAT sent at|Satisfaction offered at|Survey "
    "offered at|Umfrage gesendet am" },
  { BW_FIELD_OFFERED_AT, C, 1,
    "Offered at|Queued at|Queue enter time|Entered queue|Entered queue at|Queue start|Queue entry "
    "time|EnqueueTimestamp|Queue.EnqueueTimestamp|In Warteschlange seit|Offered|Offered time|Offer "
    "time|Queued|Queued time|Time queued|Enqueued at" },
  { BW_FIELD_ANSWERED_AT, C, 1,
    "Answered at|Answer time|answer|Answer date|Picked up at|Connected at|Connect time|"
    "ConnectedToAgentTimestamp|Agent.ConnectedToAgentTimestamp|Angenommen am|Angenommen um|"
    "Annahmezeit|Décroché à|Atendida a las|Hora de atención|Atendida em|Atendido em|Answered|"
    "Answered time|Time answered|Connected|Picked up|Pickup time|Angenommen|Décroché|Contestada|"
    "Contestada a las|Atendida" },

  { BW_FIELD_STATUS, T, 1,
    "Status|State|Current Status|Ticket status|Request Status|Issue status|Case "
    "status|incident_state|"
    "conversation_state|Ticket status "
    "name|Ticketstatus|Bearbeitungsstatus|Statut|État|Estado|Situação|"
    "Estado del ticket|Status do ticket|Zustand|Current State|Ticket state|Case state|Stato|Etat" },
  { BW_FIELD_STATUS, T, 0.85,
    "Status Category|Ticket status category|Status group|Status Reason|Stage|Pipeline "
    "stage|hs_pipeline_stage" },
  { BW_FIELD_PRIORITY, T | S, 1,
    "Priority|Ticket "
    "priority|Priorität|Dringlichkeit|Priorité|Urgence|Prioridad|Urgencia|Prioridade" },
  { BW_FIELD_PRIORITY, T, 0.8,
    "Urgency|Severity|Sev|Urgency level|Priority level|Severity level|Prio" },
  { BW_FIELD_PRIORITY, T, 0.6, "Impact" },
  { BW_FIELD_CHANNEL, ALL | SUMS, 1,
    "Via|via.channel|via_channel|Channel|Source|source_type|Ticket channel|contact_type|Contact "
    "type|Case Origin|"
    "Origin|Create Channel|Media Type|Communication Channel|Inbox type|Medium|Contact method|Kanal|"
    "Eingangskanal|Fallherkunft|Fallursprung|Kundenvorgangsherkunft|Kundenvorgangsursprung|Quelle|"
    "Herkunft|Canal|Origen|Origem|Source de la "
    "demande|DistributionChannel|"
    "Via Customer Portal|Über das Kundenportal|Via le portail client|Channel type|Contact "
    "channel|How contacted|Kontaktweg|Kontaktkanal|Mode de contact|Moyen de "
    "contact|Vía|Medio|Meio" },
  { BW_FIELD_TEAM, ALL | SUMS, 1,
    "Group|Ticket group|Team|Team Assigned|Team name|Department|Queue|QueueName|Queue "
    "Name|Inbox|Inbox name|"
    "Mailbox|assignment_group|Assignment group|Operator group|agent_group|SKILL|Assigned "
    "Teams|Support group|"
    "Bereich|Postfach|Posteingangsname|Gruppe|Abteilung|Bearbeitergruppe|Warteschlange|File|File "
    "d'attente|"
    "Boîte de réception|Groupe|Équipe|Service|Equipo|Cola|Grupo|Departamento|Fila|Nossa Equipe|"
    "Equipe do HubSpot|Equipe|Caixa de correio|Campaign|Ring group|Squad|Desk|Service desk|Support "
    "desk|Support team|Assigned team|Assigned "
    "group|Fachbereich|Zuständige Gruppe" },
  { BW_FIELD_AGENT, ALL | SUMS, 1,
    "Assignee|Assignee name|Agent|Agent Name|Owner|Ticket Owner|Case "
    "Owner|Technician|Operator|assigned_to|"
    "Assigned to|Agent Assigned|Assigned Agent Name – Current|Assigned to - "
    "Technician|teammate|Team member|"
    "Attributed to|Sales Rep|Assigned agent|Handled by|Support agent|Representative|Zugewiesen an|"
    "Zugewiesen zu|Zugewiesen|Bearbeiter|Bearbeitet "
    "von|Sachbearbeiter|Besitzer|Agentenname|Mitarbeiter|"
    "Zuständig|Dealt with by|Responsible|Resolver|Assigné à|Assigné|Attribué "
    "à|Intervenant|Représentant|Responsable|Asignado a|Asignado|"
    "Persona asignada|Propietario|Agente|Nombre del agente|Atribuído a|Atribuído para|Responsável|"
    "Proprietário|Nome do agente|Atendente|Handler|Case handler|Handled|Analyst|Support "
    "analyst|Advisor|Adviser|Consultant|Engineer|Support engineer|Specialist|Case worker|Dealt "
    "with|Verantwortlicher|Fallinhaber|Fallbesitzer|Proprietário do ticket|Propietario del "
    "ticket|Propriétaire du "
    "ticket|Ticketinhaber|Verantwortlich|Berater|Beraterin|Betreuer|Techniker|Technicien|"
    "Conseiller|Conseillère|Gestionnaire|Traité par|Pris en charge "
    "par|Opérateur|Técnico|Asesor|Gestor|Atendido "
    "por|Encargado|Operador|Analista|Operatore|Tecnico|Assegnato a|Behandelaar|Toegewezen aan" },
  { BW_FIELD_AGENT, ALL | SUMS, 0.75,
    "assignee_id|Assignee Id|agent_id|Case Owner Alias|User|Users|Usuarios|Extension|Rep|Support "
    "rep|Tech|Staff|Staff member|Employee|Colleague|Assigned|Agent login" },
  { BW_FIELD_AGENT, T, 0.7, "Person|Personne|Persona|Pessoa|Worker" },
  { BW_FIELD_TYPE, T | S, 1,
    "Type|Ticket type|Issue Type|Request Type|Case "
    "Type|Tracker|Ticket-Typ|Tickettyp|Typ|Anfragetyp|"
    "Vorgangstyp|Type de ticket|Tipo|Tipo de Incidencia|Tipo de ticket|Tipo de solicitud|Tipo de "
    "chamado" },
  { BW_FIELD_CATEGORY, ALL | V | S | F, 1,
    "Category|Ticket category|Kategorie|Catégorie|Categoría|Categoria|Help Topic|Reason|Contact "
    "reason|"
    "Issue category|Classifications|Thema der Anfrage|Motif|Motivo|Anliegen|Nature|Nature of "
    "enquiry|Enquiry type|Inquiry type|Problem|Problem type|Cause|Root cause|Reason for "
    "contact|Anfragegrund|Grund|Kontaktgrund|Nature de la demande|Tipificación|Motivo de "
    "contacto|Motivo do contato" },
  { BW_FIELD_CATEGORY, ALL | V | S | F, 0.75,
    "Sub-Category|Subcategory|Item|Components|Disposition|Wrap-up|Unterkategorie" },
  { BW_FIELD_PRODUCT, ALL | V | S | F, 1,
    "Product|Products|Product name|cmdb_ci|Service "
    "Category|Produkt|Produit|Producto|Produto|Project|"
    "Project name|Service name" },
  { BW_FIELD_BRAND, ALL | SUMS, 1,
    "Brand|Ticket brand|Brand name|brand_id|Business units|Marke|Marque|Marca" },
  { BW_FIELD_ORGANISATION, ALL | SUMS | K, 1,
    "Organization|Organisation|Organizations|Ticket organization name|Ticket organisation "
    "name|Company|"
    "Company Name|Account|Account Name|Account "
    "names|organization_id|Firma|Accountname|Unternehmen|Organisation name|"
    "Organization name|Société|Entreprise|Empresa|Organización|Organização|Entity" },
  { BW_FIELD_TAG, ALL, 1,
    "Tags|Tag|Labels|Label|conversation_tags|Keywords|Markierung|Markierungen|Schlagwörter|"
    "Étiquettes|Etiqueta|"
    "Etiquetas|Marcas" },
  { BW_FIELD_FORM, T, 1, "Ticket form|Form|Formular|Formulaire|Formulario|Formulário" },
  { BW_FIELD_LANGUAGE, ALL | SUMS, 1,
    "Language|Locale|UserLanguage|startlanguage|Customer language|Sprache|Langue|Idioma|Lengua" },
  { BW_FIELD_SITE, ALL | SUMS, 1,
    "Site|Location|Branch|Office|Partner|Vendor|Outsourcer|Standort|Niederlassung|Site "
    "name|Requester Location|"
    "Sede|Ubicación|Local|Localização" },
  { BW_FIELD_COUNTRY, ALL | SUMS | K, 1,
    "Country|country_code|Country code|Land|Pays|País|Region|Custom region" },
  { BW_FIELD_QUESTION, R, 0.9, "Survey|Survey name|Campaign|Umfrage|Encuesta|Pesquisa|Enquête" },
  { BW_FIELD_QUESTION, R, 0.95, "Type|Rating type|Typ|Tipo" },
  { BW_FIELD_QUESTION, R, 1,
    "Question|Survey type|survey_type|Question "
    "type|Frage|Pregunta|Pergunta" },
  { BW_FIELD_DIRECTION, C, 1,
    "Direction|Call direction|Call type|Initial "
    "Direction|InitiationMethod|Richtung|Anrufrichtung|Dirección|"
    "Sens|Direction de l'appel|Direção|call direction - type" },
  { BW_FIELD_OUTCOME, C, 1,
    "Disposition|Outcome|Result|Call result|Call Status|Call outcome|Answered|Action "
    "Result|completion_status|"
    "Status|State|Ergebnis|Anrufergebnis|Anrufstatus|Resultado|Estado|Tipo de "
    "desconexión|Résultat|Statut|"
    "DisconnectReason|Angenommen|Beantwortet|Call answered|Was answered|Is answered|Atendida" },
  { BW_FIELD_OUTCOME, C, 0.85, "Call type|missed_call_reason" },
  { BW_FIELD_HANDLED, C, 1, "Handled|Is handled|Agent handled|Behandelt|Traité|Atendida|Atendido" },
  { BW_FIELD_ABANDONED, C, 1,
    "Abandoned|Is abandoned|Abandon|Lost|Aufgelegt|Verloren|Abandonné|Abandonada|Abandono|Missed|"
    "Missed call|Missed chat|Verpasst" },
  { BW_FIELD_CALLBACK, C, 1,
    "Callback|Call back|Is callback|Callback requested|Rückruf|Rückruf gewünscht|Rappel|"
    "Devolución de llamada|Retorno de chamada" },
  { BW_FIELD_BOT_ONLY, T | C, 1,
    "Bot only|Bot-only|Resolved by bot|Bot resolved|Handled by bot|Automated resolution|AI "
    "resolved|Resolved by AI" },
  { BW_FIELD_FIRST_CONTACT, ALL, 1,
    "First contact resolution|First contact resolved|First call resolution|FCR|FCR met|Resolved on "
    "first contact|Resolved at first contact|Solved at first contact|First touch resolution|"
    "Was it resolved in the first contact|Was your issue resolved on first contact|Was your issue "
    "resolved in the first contact|Was your question answered on first contact|Resolved in the "
    "first contact|Resolved in first contact|Issue resolved on first contact|Solved in the first "
    "contact|Solved on first contact|"
    "Erstlösung|Im Erstkontakt gelöst|Résolu au premier contact|Resuelto en el primer contacto|"
    "Resolvido no primeiro contato" },
  { BW_FIELD_LEVEL, ALL, 1,
    "Level|Tier|Support level|Support tier|Support line|Service line|Line of support|Support-Level|"
    "Ebene|Niveau|Niveau de support|Nivel|Nivel de soporte|Nível|Nível de suporte|Assigned level|"
    "Resolved By Level" },

  { BW_FIELD_ESCALATED, T, 1,
    "Escalated|Escalation|Is Escalated|IsEscalated|Escalated Date|Escalated "
    "at|Group_escalated|Escalations|"
    "Escalation count|Escalation "
    "level|Eskaliert|Eskalation|Eskalationen|Escaladé|Escalade|Escalado|"
    "Escalada|Escalonado|Escalado em" },
  { BW_FIELD_AGENT_CREATED, T, 1, "Agent created|Created by agent|Initiated by agent" },
  { BW_FIELD_SPAM, T, 1, "Spam|Is spam|Marked as spam" },
  { BW_FIELD_DELETED, T, 1, "Deleted|Is deleted|Trashed|Gelöscht|Eliminado|Supprimé|Excluído" },
  { BW_FIELD_MERGED_INTO, T, 1,
    "Merged into|Merged to|Merged with|Merged in|Merged ticket ID|merged_into|Merge target|Master "
    "ticket|Duplicate of|Zusammengeführt in|Zusammengeführt mit|Fusionado con|Fusionado en|"
    "Fusionné avec|Fusionné dans|Mesclado com" },
  { BW_FIELD_MERGED, T, 1, "Merged|Is merged|Zusammengeführt|Fusionado|Fusionné" },
  { BW_FIELD_REPLY_SLA, T, 1,
    "First response status|First Response SLA|First reply SLA|Response SLA|Response SLA met|"
    "First response SLA met|First response SLA status|FRT SLA|First Response SLA Breached|"
    "First Response Overdue Status|Response SLA breached|Response overdue|SLA Erstantwort" },
  { BW_FIELD_RESOLUTION_SLA, T, 1,
    "Resolution status|SLA Status|made_sla|SLA met|SLA|Resolution SLA|Resolution SLA met|"
    "Resolution SLA status|SLA compliance|SLA result|SLA Violation Type|SLA breached|Breached|Is "
    "SLA breached|"
    "Has breached|SLA violated|Overdue|Overdue Status|SLA-Status|SLA eingehalten|SLA "
    "verletzt|Statut SLA|"
    "SLA respecté|SLA cumplido|Estado SLA|SLA cumprido|SLA missed|Resolution SLA breached" },

  { BW_FIELD_FIRST_REPLY_TIME, T, 1,
    "First reply time|First response time|First Response|First Response "
    "In|reply_time|reply_time_in_minutes|"
    "reply_time_in_seconds|time_to_admin_reply|firstResponseTime|FRT|Time to first response|Time "
    "to first reply|"
    "First response duration|Initial response time|Initial response|Response time|Reaction "
    "time|Reply time|"
    "Erste Reaktion|Erste Antwort|Erstreaktion|Première réponse|Primera respuesta|Primeira "
    "resposta|"
    "Erste Antwortzeit|Erstantwortzeit|Reaktionszeit|Antwortzeit|Erstreaktionszeit|Zeit bis zur "
    "ersten Antwort|"
    "Zeit bis Erstantwort|Temps de première réponse|Délai de première réponse|Temps de réponse|"
    "Délai de réponse|Tiempo de primera respuesta|Tiempo de respuesta|Tiempo hasta la primera "
    "respuesta|"
    "Tempo de Primeira Resposta|Tempo até a primeira resposta|Tempo de resposta|Response "
    "delay|Reply delay|Response duration|Time to respond|Time to reply|Time to answer|First answer "
    "after|Answered after|Reaktionsdauer|Antwortdauer|Zeit bis Antwort|Délai de première prise en "
    "charge|Demora de respuesta" },
  { BW_FIELD_FIRST_RESOLUTION_TIME, T, 1,
    "First resolution time|time_to_first_close|Time to first resolution|Time to first close" },
  { BW_FIELD_RESOLUTION_TIME_BUSINESS, T, 1, "Business duration|Business resolve time" },
  { BW_FIELD_RESOLUTION_TIME, T, 1,
    "Full resolution time|Resolution time|Time to resolution|Time to resolve|Time to "
    "close|time_to_last_close|"
    "Close|Resolution duration|Resolution|Time Elapsed|calendar_duration|calendar_stc|Lösungszeit|"
    "Bearbeitungsdauer|Lösungsdauer|Durchlaufzeit|Bearbeitungszeit gesamt|Zeit bis zur Lösung|"
    "Temps de résolution|Délai de résolution|Durée de résolution|Tiempo de resolucion|"
    "Tiempo hasta la resolución|Tempo de resolução|Tempo de solução|Tempo até a "
    "resolução|Age|Duration|"
    "User Resolution Time|TTR|MTTR|Fix duration|Fix time|Time to fix|Time to solve|Solve time|Time "
    "to completion|Time to complete|Elapsed|Elapsed time|Cycle time|Lead "
    "time|Turnaround|Turnaround "
    "time|Erledigungsdauer|Erledigungszeit|Laufzeit|Durée|Duración|Duração|Dauer|Tiempo de "
    "solución|Tiempo de cierre|Tempo de fechamento" },
  { BW_FIELD_HANDLE_TIME, ALL, 1,
    "Handle time|Handle|Total Handle|handleTime|Handling Time|Conversation handling time|AHT|Time "
    "tracked|"
    "Time Worked|Spent time|Time spent|Time Units Total|Σ Time Spent|Total time spent|Gearbeitete "
    "Zeit|"
    "Aufgewendete Zeit|Bearbeitungszeit|Gesprächs- und Nachbearbeitungszeit|Temps passé|Temps de "
    "traitement|"
    "Tiempo Trabajado|Tiempo dedicado|Manejo total|Tiempo empleado (Σ)|Tiempo de gestión|Tempo "
    "Trabalhado|"
    "Tempo gasto|Tempo de atendimento|Duração do atendimento" },
  { BW_FIELD_CSAT, C, 1,
    "Satisfaction rating|Satisfaction|CSAT|CSAT score|Customer satisfaction|Rating|Caller "
    "satisfaction|Zufriedenheit|Bewertung|Satisfacción|Satisfação|Note de satisfaction|Nota do "
    "atendimento|Avaliação|Calificación|Kundenzufriedenheit" },
  { BW_FIELD_CSAT, C, 0.75, "Nota|Note|Score|Punkte|Puntuación|Pontuação|Stars|Grade|Mark" },
  { BW_FIELD_TALK_TIME, C, 1,
    "Talk Time|Talk duration|Talking|Talk|Total Talk|duration (in call)|in-call "
    "duration|billsec|calltime|Talk "
    "duration|"
    "AgentInteractionDuration|Agent interaction duration|Conversation time|Speaking "
    "time|Gesprächszeit|Gesprächsdauer|Sprechzeit|"
    "Temps de conversation|Durée de conversation|Tiempo de conversación|Conversación total|"
    "Tempo de conversação|Tempo de conversa|Tempo de fala|Talked|Speech time|Durée conversation" },
  { BW_FIELD_HOLD_TIME, C, 1,
    "Hold Time|Hold|Total Hold|CustomerHoldDuration|On hold time|Hold duration|Customer "
    "hold duration|Haltezeit|"
    "Gesamte Haltezeit|Halten|Temps d'attente en ligne|Temps de mise en attente|Temps de maintien|"
    "Tiempo en espera|Tiempo de retención|Tempo de retenção|Tempo em espera|Held" },
  { BW_FIELD_WRAP_TIME, C, 1,
    "Wrap Up Time|Wrap time|Wrap|Wrap-up|After call work time|After call "
    "work|AfterContactWorkDuration|ACW|"
    "ACW time|Total ACW|After-call work|Wrap-up "
    "duration|Nachbearbeitung|Nachbearbeitungszeit|Nacharbeit|"
    "Nacharbeitszeit|Post-appel|Temps post-appel|Travail après appel|Tiempo posterior a la llamada|"
    "Trabajo posterior|Tiempo administrativo|Pós-atendimento|Tempo pós-atendimento|Wrapup|Wrapup "
    "time" },
  { BW_FIELD_WAIT_TIME, C, 1,
    "Wait time|Waiting time|Time to answer|waittime|holdtime|Queue Time|Queue wait time|Queue "
    "wait|Ringing|"
    "ringtime|Ring time|Answer Speed|Speed of answer|Speed to answer|Total "
    "queue|Wartezeit|Wartedauer|Klingelzeit|"
    "Temps d'attente|Délai d'attente|Durée d'attente|Temps de sonnerie|Tiempo de espera|Total de "
    "cola|Tiempo en "
    "cola|"
    "Tempo de espera|Tempo na fila|Waited|Wait|Queued|Time in queue|Wait in "
    "queue|Espera|Attente|Warten|Fila de espera" },
  { BW_FIELD_CALL_LENGTH, C, 1,
    "Duration|duration (total)|Call Duration|Call length|Total duration|Length|Total "
    "time|Dauer|Anrufdauer|"
    "Gesamtdauer|Durée|Durée de l'appel|Durée totale|Duración|Duración de la llamada|Duração|"
    "Duração da chamada|Minutes" },

  { BW_FIELD_REOPENS, T, 1,
    "Reopens|Reopen Count|count_reopens|Reopened_count|Reopened|Times reopened|Number of "
    "reopens|Reopenings|"
    "Wiedereröffnungen|Wiedereröffnet|Anzahl "
    "Wiedereröffnungen|Réouvertures|Reaperturas|Reaberturas|"
    "Reabierto|Reaberto|Rouvert|Reopen|Times re-opened|Re-opened|Re-opens|Nb de "
    "réouvertures|Nombre de réouvertures|Número de reaperturas|Número de reaberturas" },
  { BW_FIELD_REPLIES, T, 1,
    "Replies|Agent interactions|Agent replies|Outbound_count|Public replies|Number of "
    "replies|Messages sent|"
    "Agent responses|Antworten|Anzahl Antworten|Réponses|Respuestas|Respostas|Agent reply "
    "count|Replies sent|No of replies|Num replies|Nombre de réponses|Nb de réponses|Número de "
    "respuestas|Número de respostas|Public responses|Public comments|Number of agent "
    "messages|Agent "
    "messages" },
  { BW_FIELD_CUSTOMER_REPLIES, T, 1,
    "Customer interactions|Customer replies|Inbound_count|Messages received|Requester replies|"
    "Kundenantworten|Respuestas del cliente|Respostas do cliente|Réponses du client" },
  { BW_FIELD_REASSIGNMENTS, T, 1,
    "reassignment_count|count_assignments|Reassignments|Transfers|Transferencias|"
    "Transferências|Transferts|Weiterleitungen|Number of transfers|Reassigned" },
  { BW_FIELD_TRANSFERS, C, 1,
    "Transfers|Transferred|Transfer|Transfer count|Number of transfers|Is transferred|Call "
    "transferred|Transferencias|Transferida|Transferências|Transferts|Transféré|Weiterleitungen|"
    "Weitergeleitet|Weiterverbunden|Vermittelt" },
  { BW_FIELD_REQUESTER_WAIT_TIME, T | S, 1,
    "Requester wait time|Customer wait time|Customer waiting time|Requester waiting time|"
    "requester_wait_time|requester_wait_time_in_minutes|Wartezeit des Anfragenden|Wartezeit des "
    "Kunden|Temps d'attente du demandeur|Tiempo de espera del solicitante|Tempo de espera do "
    "solicitante" },
  { BW_FIELD_AGENT_WAIT_TIME, T, 1,
    "Agent wait time|agent_wait_time|agent_wait_time_in_minutes|Pending time|Time pending|Waiting "
    "for customer time|Time waiting on customer|Wartezeit des Agenten|Temps d'attente de l'agent|"
    "Tiempo de espera del agente|Tempo de espera do agente" },
  { BW_FIELD_HOLD_TIME, T, 1,
    "On hold time|on_hold_time|on_hold_time_in_minutes|Time on hold|Hold time|Wartezeit extern" },

  { BW_FIELD_CSAT, T | R, 1,
    "Satisfaction Score|Satisfaction|Ticket satisfaction "
    "rating|satisfaction_rating.score|Satisfaction rating|"
    "Satisfaction level|Survey results|Survey Result|CSAT Rating|CSAT|CSAT Score|Rating|"
    "conversation_rating_value|Experience Score|Customer satisfaction|Customer satisfaction score|"
    "Customer rating|Survey score|Happiness "
    "rating|Kundenzufriedenheit|Zufriedenheit|Bewertung|Évaluation|"
    "Note de satisfaction|Satisfaction client|Calificación de "
    "satisfacción|Calificación|Clasificación|"
    "Satisfacción|Satisfacción del cliente|Avaliação|Satisfação|Satisfação do cliente|Nota|"
    "Feedback (Option)|Zufriedenheitsbewertung" },
  { BW_FIELD_CSAT, R, 0.75,
    "Score|Answer|Stars|Note|Punkte|Puntuación|Pontuação|Answer/"
    "Rating|Vote|Mark|Grade|Smiley|Face|Emoji|Points|Nota do atendimento" },
  { BW_FIELD_NONE, R, 1, "Sentiment" },
  { BW_FIELD_NONE, R, 1, "Legacy score|legacy_score" },
  { BW_FIELD_CSAT, T, 0.75,
    "Customer score|Customer mark|Mark|Grade|Smiley|Stars|Nota do atendimento|Nota de "
    "atención|Note "
    "client|Kundenbewertung" },
  { BW_FIELD_NPS, T | R, 1,
    "NPS|NPS score|Net Promoter Score|Likelihood to recommend|Likely to recommend|Recommend score|"
    "Weiterempfehlung|Weiterempfehlungsbereitschaft|Recommandation|Recomendación|Recomendação|"
    "LTR" },
  { BW_FIELD_NPS, R, 0.74, "Score|Answer|Answer (0-10)|Punkte|Puntuación|Pontuação|Note" },
  { BW_FIELD_CES, T | R, 1,
    "CES|CES score|Customer Effort Score|Customer effort|Effort score|Effort|Kundenaufwand|Aufwand|"
    "Effort client|Esfuerzo|Esforço" },

  /* Logs: what a ticket has is asked of the rows above. */
  { BW_FIELD_TICKET_ID, M | E, 1,
    "Ticket ID|Ticket|Ticket Number|Ticket IDs|Case ID|Case|Case Number|CaseID|case:concept:name|"
    "Issue key|Issue|Conversation ID|conversation_id|Incident ID|Incident|Incident Number|SR "
    "Number|"
    "Request ID|Service request|Thread ID|Ticketnummer|Ticket-ID|Vorgangsnummer|Fallnummer|"
    "Numéro de ticket|Número de ticket|Número do ticket|Chamado|Conversation API ID" },
  { BW_FIELD_TICKET_ID, M | E, 0.7, "Id|Number|Key|Reference|Ref|Nr|No|#|Segment ID|Object ID" },
  { BW_FIELD_ID, M | E, 0.6,
    "Id|Message ID|message_id|Event ID|Log ID|Entry ID|Activity ID|Audit ID|Comment ID|uuid|"
    "Reply ID|History ID|Row ID" },
  { BW_FIELD_AT, M | E | Q, 1,
    "Message date|message_created_at|Message created at|Sent at|Sent|Posted at|Event time|Event "
    "date|Event timestamp|Timestamp|Complete Timestamp|time:timestamp|Time|Datetime|Date/Time|Date "
    "time|Changed at|Changed on|Change date|Change Date+Time|Occurred at|Performed at|Activity "
    "time|Activity date|Log time|Logged at|Reply date|Comment date|Zeitstempel|Zeitpunkt|Datum|"
    "Uhrzeit|Horodateur|Date et heure|Fecha|Fecha y hora|Marca de tiempo|Data|Data e hora|At|Date|"
    "When|Transition date|Modified at|eventtime|ts" },
  { BW_FIELD_AT, M | E, 0.7,
    "Start Timestamp|Start time|End time|Created at|created_at|Updated at|updated_at|"
    "sys_updated_on|sys_created_on|Updated|Created|Erstellt am|Créé le|Creado el|Criado em" },
  { BW_FIELD_EVENT, M | E, 1,
    "Event|Event type|Event name|Activity|Activity name|concept:name|Action|Action type|Operation|"
    "Change type|Audit event|History type|Message type|Ereignis|Ereignistyp|Aktivität|Aktion|"
    "Événement|Type d'événement|Activité|Evento|Tipo de evento|Actividad|Acción|Atividade|Ação|"
    "message_type|Segment|Step|Task" },
  { BW_FIELD_EVENT, E, 0.7, "Type|Typ|Tipo|Kind|Name" },
  { BW_FIELD_EVENT, Q, 1, "Event|Verb" },
  { BW_FIELD_CHANGED, E, 1,
    "Field|Field name|Changed field|Property|Attribute|Item|Column|Feld|Champ|Campo|fieldname|"
    "What changed|Item Field|Change field" },
  { BW_FIELD_OLD_VALUE, E, 1,
    "Old value|Old|From|From value|From string|fromString|Previous value|Before|Original Value|"
    "Old status|From status|Previous status|Alter Wert|Vorher|Ancienne valeur|Valor anterior|"
    "Valor antiguo|Valor antigo|oldvalue" },
  { BW_FIELD_NEW_VALUE, E, 1,
    "New value|New|To|To value|To string|toString|After|Value|New status|To status|Neuer Wert|"
    "Nachher|Wert|Nouvelle valeur|Valor nuevo|Nuevo valor|Novo valor|Valor|newvalue|Changed to" },
  { BW_FIELD_AUTHOR, M | E, 1,
    "Author|Author name|message_author_name|Message author|User|User name|Username|Actor|Actor "
    "name|Performed by|Changed by|Created by|Updated by|Modified by|Resource|org:resource|By|"
    "Sender|Sender name|From|From name|Originator|Who|Autor|Absender|Benutzer|Bearbeitet von|"
    "Auteur|Expéditeur|Utilisateur|Remitente|Usuario|Recurso|Remetente|Usuário|author_id|actor_id|"
    "user_id|Attributed to" },
  { BW_FIELD_ROLE, M | E, 1,
    "Author type|Author role|Role|Actor type|Actor role|message_author_type|Sender type|User type|"
    "User role|From type|Sender role|author_role|sender|Direction|Message direction|Rolle|"
    "Absendertyp|Rôle|Rol|Papel|Tipo de autor|Type d'auteur|Richtung|Incoming/Outgoing|Sent by" },
  { BW_FIELD_PUBLIC, M | E, 1,
    "Public|Is public|is_public|Public comment|Öffentlich|Publique|Público|Visible to customer" },
  { BW_FIELD_AUTOMATIC, M | E, 1,
    "Autoreply|Auto reply|Automatic|Automated|Is automatic|is_auto|Auto|Auto response|Automatisch|"
    "Automatique|Automático|Bot|is_bot" },
  { BW_FIELD_BODY, M | E, 1,
    "Body|Message|Message body|message_body|Text|Content|Comment|Comment body|Plain body|Extract|"
    "Nachricht|Inhalt|Kommentar|Contenu|Mensaje|Contenido|Mensagem|Conteúdo" },
  { BW_FIELD_UPDATED, M | E, 0.5, "Updated at|updated_at" },
  { BW_FIELD_ID, Q, 1, "callid|Call ID|Unique ID|uniqueid" },
  { BW_FIELD_TEAM, Q, 1, "Queue|queuename|Queue name" },
  { BW_FIELD_AGENT, Q, 1, "Agent|Agent name" },
  { BW_FIELD_DATA_1, Q, 1, "data1|arg1|data 1|param1|info1" },
  { BW_FIELD_DATA_2, Q, 1, "data2|arg2|data 2|param2|info2" },
  { BW_FIELD_DATA_3, Q, 1, "data3|arg3|data 3|param3|info3" },
  { BW_FIELD_DATA_4, Q, 1, "data4|arg4|data 4|param4|info4" },
  { BW_FIELD_DATA_5, Q, 1, "data5|arg5|data 5|param5|info5" },
  { BW_FIELD_NONE, 0, 0, NULL },
};
