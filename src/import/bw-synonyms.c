/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of spellings. To teach a word, add it to the row of its field. */
#include "config.h"

#include "bw-synonyms.h"

#include <string.h>

#define T (1u << BW_KIND_TICKETS)
#define R (1u << BW_KIND_RESPONSES)
#define C (1u << BW_KIND_CALLS)
#define ALL (T | R | C)
#define M (1u << BW_KIND_MESSAGES)
#define E (1u << BW_KIND_EVENTS)
#define Q (1u << BW_KIND_QUEUE_EVENTS)
#define V (1u << BW_KIND_VIEWS)
#define K (1u << BW_KIND_CUSTOMERS)
#define N (1u << BW_KIND_CUSTOMER_COUNTS)
#define F (1u << BW_KIND_FINANCE)
#define W (1u << BW_KIND_AGENT_TIME)
#define S (1u << BW_KIND_TOTALS)
#define SUMS (V | N | F | W | S)

typedef struct {
  BwFieldId field;
  guint kinds;
  double weight;
  const char *spellings; /* separated by '|' */
} Spellings;

static const Spellings table[] = {
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

  /* Rows that are added up */
  { BW_FIELD_DATE, SUMS, 1,
    "Date|Day|Datum|Tag|Fecha|Día|Data|Dia|Jour|Month|Monat|Mes|Mês|Mois|Period|Periode|Période|"
    "Periodo|Período|Week|Woche|Semaine|Semana|Quarter|Quartal|Interval Start|Period start|Start "
    "date|Month start|Year-month|Date - Day|Date - Month|Timestamp|Ticket created - Date|Ticket "
    "solved - Date|Ticket updated - Date|Ticket created - "
    "Month|Abrechnungsmonat|Buchungsmonat|Leistungsmonat|Buchungsperiode|Geschäftsmonat|"
    "Posting period|Fiscal month|Fiscal period|Mois comptable|Mes "
    "contable|Mês contábil|Monat/Jahr|From|"
    "Reporting period|Accounting period|Posting date|Invoice date|Buchungsdatum" },
  { BW_FIELD_DATE, SUMS, 0.6, "Ticket solved - Month|Year|Jahr|Año|Ano|Année|Week of Year" },
  { BW_FIELD_ARTICLE, V, 1,
    "Article|Article title|Article name|Page|Page title|Page path|Page path and screen class|Page "
    "title and screen class|Page URL|Landing page|Landing page + query "
    "string|Title|Content|Article "
    "translation title|Label|URL|Path|Artikel|Artikeltitel|Seite|Seitentitel|Seitenpfad|Seitenpfad "
    "und Bildschirmklasse|Seitentitel und Bildschirmklasse|Bezeichnung|Page et écran|Titre|Titre "
    "de "
    "la page|Chemin de la page|Artículo|Título|Título de la página|Página|Ruta de página|Artigo|"
    "Título da página|Caminho da página" },
  { BW_FIELD_ARTICLE, V, 0.7, "Article ID|Page ID" },
  { BW_FIELD_VIEWS, V, 1,
    "Views|Article views|Page views|Pageviews|nb_hits|Reads|Views/Reads|"
    "Hits|Vues de page|Páginas vistas|Exibições de página|Visualizações de páginas|View "
    "count|Total views|Number of views|Aufrufe|Seitenaufrufe|Seitenansichten|Ansichten|"
    "Besuche|Vues|Pages vues|Visualizaciones|Vistas|Visitas|Visualizações|Sessions" },
  { BW_FIELD_VIEWS, V, 0.8,
    "Unique Pageviews|nb_visits|Unique page views|Eindeutige Seitenansichten|Vues de page uniques|"
    "Vistas de páginas únicas" },
  { BW_FIELD_VISITORS, V, 1,
    "Users|Active users|Visitors|Unique visitors|nb_uniq_visitors|Viewers|Unique viewers|Total "
    "users|Aktive Nutzer|Nutzer|Besucher|Eindeutige Besucher|Utilisateurs|Utilisateurs actifs|"
    "Visiteurs|Usuarios|Usuarios activos|Visitantes|Usuários|Usuários ativos" },
  { BW_FIELD_HELPFUL, V, 1,
    "Helpful|Helpful yes|Found helpful|Upvotes|Likes|Yes|Thumbs up|Positive votes|Hilfreich|Ja|"
    "Utile|Oui|Útil|Sí|Sim|Helpful votes|Was this helpful yes|Was this article helpful yes|Yes "
    "votes|Votes up" },
  { BW_FIELD_UNHELPFUL, V, 1,
    "Unhelpful|Not helpful|Helpful no|Downvotes|Dislikes|No|Thumbs down|Negative votes|Nicht "
    "hilfreich|Nein|Inutile|Non|No útil|Não|Unhelpful votes|Was this helpful no|Was this article "
    "helpful no|No votes|Votes down" },
  { BW_FIELD_SEARCHES, V | S, 1,
    "Searches|Total searches|Number of searches|Search count|Suchen|Suchanfragen|Recherches|"
    "Búsquedas|Buscas|Pesquisas" },
  { BW_FIELD_SEARCHES_FAILED, V | S, 1,
    "Searches without results|Searches with no results|No result searches|No-result searches|"
    "Failed searches|searches_no_result|Zero result searches|Suchen ohne Ergebnis|Suchen ohne "
    "Treffer|Recherches sans résultat|Búsquedas sin resultados|Buscas sem resultados" },
  { BW_FIELD_HELP_USERS, V | S, 1,
    "Help centre users|Help center users|Help-centre users|Self-service users|Self service users|"
    "Knowledge base users|help_center_users|Nutzer des Hilfezentrums|Utilisateurs du centre "
    "d'aide|Usuarios del centro de ayuda|Usuários da central de ajuda" },
  { BW_FIELD_TICKET_USERS, V | S, 1,
    "Ticket users|Users with tickets|Ticket requesters|Unique requesters|Requesters|Users in "
    "tickets|ticket_users|Anfragende|Demandeurs|Solicitantes" },

  { BW_FIELD_ID, K, 1,
    "Customer ID|Account ID|account_code|Account code|Client ID|User ID|customerId|Kundennummer|"
    "Kunden-ID|Numéro client|ID de cliente|ID do cliente|Customer number|Customer no|Subscriber ID|"
    "rc_original_app_user_id" },
  { BW_FIELD_ID, K, 0.7, "id|Subscription ID|Subscription Id|uuid|Number|Nummer" },
  { BW_FIELD_REQUESTER, K, 1,
    "Customer|Customer Name|Name|Client|Subscriber|Kunde|Kundenname|Cliente|Nombre|Nom|Nome" },
  { BW_FIELD_EMAIL, K, 1, "Customer Email|Email|E-mail|Email address|Subscriber email" },
  { BW_FIELD_STATUS, K, 1, "Status|State|Subscription status|Estado|Statut|Zustand" },
  { BW_FIELD_SINCE, K, 1,
    "Customer since|Subscriber since|Since|Start Date|Started at|Start Date (UTC)|"
    "Signed up|Signup date|Sign-up date|Joined|Join date|Activated at|activated_at|Subscription "
    "start|Contract start|Kunde seit|Vertragsbeginn|Beginn|Client depuis|Date de début|Cliente "
    "desde|Fecha de alta|Fecha de inicio|Data de início|First payment|start_time" },
  { BW_FIELD_SINCE, K, 0.45, "Start|Started" },
  { BW_FIELD_UNTIL, K, 0.45, "End|Ended" },
  { BW_FIELD_SINCE, K, 0.8, "Created|Created at|Created (UTC)|Creation date|Created on|createdAt" },
  { BW_FIELD_UNTIL, K, 1,
    "Ended At|End Date|Until|Customer until|Kündigung zum|Kündigungsdatum|Vertrag "
    "bis|Abmeldung|Expires at|expires_at|Contract end|"
    "Subscription end|Churned at|Churn date|Churned|Left|Kunde bis|Vertragsende|Ende|Gekündigt zum|"
    "Date de fin|Client jusqu'à|Cliente hasta|Fecha de baja|Fecha de fin|Data de término|"
    "effective_end_time|end_time" },
  { BW_FIELD_UNTIL, K, 0.8,
    "Canceled At|Cancelled At|Canceled on|Cancelled on|Cancellation date|Canceled|Cancelled|"
    "cancelledAt|Gekündigt am|Kündigung|Kündigung am|Résilié le|Cancelado el|Cancelado em|Date de "
    "résiliation|Fecha de cancelación|Data de cancelamento" },
  { BW_FIELD_PLAN, K | N, 1,
    "Plan|Plan name|Plan ID|plan_code|planId|Plan price ID|Current Plan|Plans|Subscription plan|"
    "Product|Tarif|Abo|Forfait|Formule|Plano|Tier|Segment" },
  { BW_FIELD_INTERVAL, K, 1,
    "Interval|Billing interval|Billing period|Subscription Billing Period|Period|Zahlungsintervall|"
    "Abrechnungszeitraum|Intervalle|Intervalo" },
  { BW_FIELD_RECURRING_REVENUE, K | N, 1,
    "MRR|Monthly recurring revenue|Recurring revenue|Monthly revenue|Wiederkehrender Umsatz|"
    "Revenu récurrent|Ingresos recurrentes|Receita recorrente" },
  { BW_FIELD_AMOUNT, K, 1, "Amount|Plan Amount|Price|Unit price|Betrag|Preis" },
  { BW_FIELD_CURRENCY, K | F, 1, "Currency|Plan Currency|Währung|Devise|Moneda|Moeda" },
  { BW_FIELD_CUSTOMERS_START, N, 1,
    "Customers at start|Customers start|Start customers|Customers at the start|Opening customers|"
    "Customers at beginning|Beginning customers|Customers at start of "
    "period|customers_start|Kunden "
    "zu Beginn|Kunden am Monatsanfang|Kunden am Monatsbeginn|Kunden Monatsanfang|"
    "Bestand Monatsanfang|Kundenbestand Anfang|Anfangsbestand|Kunden Anfang|Bestand Anfang|Clients "
    "au début|Clients début|Clientes "
    "al inicio|Clientes inicio|Clientes no início|Start of month|Starting customers" },
  { BW_FIELD_CUSTOMERS_NEW, N, 1,
    "New customers|Customers new|New subscribers|Signups|customers_new|"
    "Neukunden|Neue Kunden|Zugänge|Nouveaux clients|Clientes nuevos|Nuevos clientes|Novos clientes|"
    "Customers gained|Customers added|Altas|Altas de clientes|Nouveaux abonnés|Entradas" },
  { BW_FIELD_CUSTOMERS_NEW, N, 0.8, "New|Added|Gained|Acquired" },
  { BW_FIELD_CUSTOMERS_LOST, N, 1,
    "Lost customers|Lost|Churned|Churned customers|Customers lost|Cancelled|Canceled|"
    "Cancellations|customers_lost|Verlorene Kunden|Abgänge|Kündigungen|Clients perdus|Clientes "
    "perdidos|Bajas|Clientes cancelados" },
  { BW_FIELD_CUSTOMERS_END, N, 1,
    "Customers at end|Customers end|End customers|Customers at the end|Closing customers|Customers "
    "at end of period|customers_end|Total customers|Active customers|Kunden am Ende|Endbestand|"
    "Kunden am Monatsende|Kunden Monatsende|Bestand Monatsende|Kundenbestand Ende|"
    "Kunden Ende|Bestand Ende|Clients à la fin|Clients fin|Clientes al final|Clientes final|"
    "Clientes no fim|End of month|Ending customers" },
  { BW_FIELD_REVENUE, N, 0.8, "Revenue|Umsatz|Ingresos|Receita" },

  { BW_FIELD_CATEGORY, F, 1,
    "Cost category|Cost type|Account|Expense category|Expense "
    "type|Kostenart|"
    "Type de coût|Poste|Tipo de coste|Tipo de costo|Tipo de "
    "custo|Item|Position|Type" },
  { BW_FIELD_AMOUNT, F, 1,
    "Amount|Cost|Costs|Total cost|Support cost|Expense|Expenses|Value|Sum|Kosten|Betrag|"
    "Gesamtkosten|Supportkosten|Ausgaben|Coût|Coûts|Montant|Coste|Costo|Importe|Gasto|Custo|Valor|"
    "Cost of support" },
  { BW_FIELD_COST_TRAINING, F, 1,
    "Training|Training and management|Training & management|Management|Training cost|Schulung|"
    "Schulung und Leitung|Formation|Formación|Treinamento|cost_training_mgmt|Training costs" },
  { BW_FIELD_COST_SALARIES, F, 1,
    "Salaries|Salary|Wages|Payroll|Staff|Staff cost|Salary cost|Personnel|Personnel cost|Gehälter|"
    "Personalkosten|Löhne|Salaires|Salarios|Salários|cost_salaries|Agent salaries" },
  { BW_FIELD_COST_INFRASTRUCTURE, F, 1,
    "Infrastructure|Infrastructure cost|Tools|Software|Technology|Tooling|Infrastruktur|"
    "Infrastrukturkosten|Infraestructura|Infraestrutura|cost_infrastructure|Tools and licences" },
  { BW_FIELD_REVENUE, F, 1,
    "Revenue|Total revenue|Turnover|Sales|Income|Umsatz|Erlöse|Einnahmen|Chiffre d'affaires|"
    "Revenu|Recettes|Ingresos|Facturación|Ventas|Receita|Faturamento|Company revenue" },

  { BW_FIELD_SCHEDULED_TIME, W, 1,
    "Scheduled|Scheduled time|Scheduled hours|Planned hours|Geplante Stunden|Shift "
    "length|Rostered|Geplante Zeit|"
    "Planzeit|Sollzeit|Sollstunden|Heures prévues|Temps planifié|Horas programadas|Horas previstas|"
    "Tempo programado|scheduled_s|Heures planifiées" },
  { BW_FIELD_PAID_TIME, W, 1,
    "Paid|Paid time|Paid hours|Contract hours|Hours paid|Bezahlte Zeit|Bezahlte Stunden|Heures "
    "payées|Horas pagadas|Horas pagas|Tempo pago|paid_s|Worked hours|Hours worked|Arbeitszeit|"
    "Arbeitsstunden|Geleistete Stunden|Ist-Stunden|Heures travaillées|Horas trabajadas|Horas "
    "trabalhadas" },
  { BW_FIELD_LOGGED_IN_TIME, W, 1,
    "Logged in|Logged in time|Login time|Logged-in time|Time logged in|Staffed time|Online time|"
    "Signed in|Angemeldet|Anmeldezeit|Eingeloggt|Anwesend|Anwesenheit|Anwesenheitszeit|Temps "
    "connecté|Tiempo conectado|Tempo conectado|"
    "logged_in_s|Logged in hours|Hours logged in|Angemeldete Stunden|Heures connecté|Heures de "
    "connexion|Horas conectado|Horas conectada|Horas de conexión|Horas conectadas|Horas logado" },
  { BW_FIELD_AVAILABLE_TIME, W, 1,
    "Available|Available time|Idle|Idle time|Ready time|Avail time|Verfügbar|"
    "Verfügbare Zeit|Bereitschaftszeit|Leerlauf|Temps disponible|Disponible|Tiempo disponible|"
    "Disponível|Tempo disponível|available_s|Available hours|Hours available|Verfügbare "
    "Stunden|Heures disponibles|Horas disponible|Horas disponibles|Horas disponíveis" },
  { BW_FIELD_HANDLE_TIME, W, 1,
    "Handling|Handling time|Handle time|Total Handle|Interacting|Busy|Busy time|Productive time|"
    "Work time|Bearbeitungszeit|Temps de traitement|Tiempo de gestión|Tempo de atendimento|"
    "handling_s|Support time|Ticket time|Handling hours|Bearbeitungsstunden|Heures de "
    "traitement|Horas gestionando|Horas de gestión|Horas de atendimento" },
  { BW_FIELD_TALK_TIME, W, 1,
    "Total Talk|Talk time|Talk|Gesprächszeit|Gesprächsdauer|Temps de conversation|Tiempo de "
    "conversación|Tempo de conversação" },
  { BW_FIELD_HOLD_TIME, W, 1, "Total Hold|Hold time|Hold|Haltezeit" },
  { BW_FIELD_WRAP_TIME, W, 1,
    "Total ACW|ACW|Wrap time|Wrap-up time|After call work|Nachbearbeitung|Nachbearbeitungszeit" },

  { BW_FIELD_N_TICKETS, S, 1,
    "Tickets|Number of tickets|Ticket count|Tickets created|Created tickets|New tickets|Tickets "
    "opened|Opened|Created|Conversations|New conversations|Assigned conversations|Cases|Requests|"
    "Incidents|Issues|Ticket volume|Anzahl Tickets|Anzahl|Neue Tickets|Erstellte Tickets|Vorgänge|"
    "Nombre de tickets|Tickets créés|Número de tickets|Tickets creados|Tickets criados|Chamados|"
    "Count|Total tickets" },
  { BW_FIELD_N_SOLVED, S, 1,
    "Tickets solved|Solved tickets|Solved|Resolved|Resolved tickets|Tickets resolved|Closed|Closed "
    "tickets|Tickets closed|Resolution Count|Resolved conversations|Closed conversations|Gelöste "
    "Tickets|Gelöst|Geschlossen|Geschlossene Tickets|Tickets résolus|Tickets resueltos|Tickets "
    "resolvidos|Tickets cerrados|Tickets fechados" },
  { BW_FIELD_N_OFFERED, S, 1,
    "Calls|Offered|Calls offered|Offered calls|Incoming calls|Inbound calls|Total calls|Calls "
    "received|Number of calls|Offer|Contacts offered|Anrufe|Angeboten|Eingehende Anrufe|Angebotene "
    "Anrufe|"
    "Appels|Appels entrants|Appels reçus|Llamadas|Llamadas entrantes|Llamadas ofrecidas|Chamadas|"
    "Chamadas recebidas" },
  { BW_FIELD_N_ANSWERED, S, 1,
    "Answered|Answered calls|Calls answered|Calls handled|Handled|Handle|Angenommene Anrufe|"
    "Angenommen|Appels traités|Appels répondus|Llamadas atendidas|Atendidas|Chamadas atendidas" },
  { BW_FIELD_N_ABANDONED, S, 1,
    "Abandoned|Abandoned calls|Calls abandoned|Missed calls|Lost calls|Abandon|Verlorene Anrufe|"
    "Verloren|"
    "Abgebrochene Anrufe|Appels abandonnés|Appels perdus|Llamadas abandonadas|Chamadas abandonadas|"
    "Abandonadas" },
  { BW_FIELD_N_WITHIN, S, 1,
    "Answered within target|Answered in SL|Answered within SL|Answered within service level|"
    "Answered in time|Answered within SLA|Within service level|Within SLA|Answered within 20 "
    "s|Answered within 20 "
    "seconds|Answered within threshold|n_within_target|In SL angenommen|Innerhalb Servicelevel|"
    "Atendidas en SLA|Traités dans les délais|Angenommen innerhalb 20 s|Angenommen in 20 s|"
    "Angenommene Anrufe innerhalb 20 s|Répondus en 20 s|Atendidas en 20 s|Atendidas em 20 s" },
  { BW_FIELD_FIRST_REPLY_TIME, S, 1,
    "First reply time|First response time|First response|Response time|Average response time" },
  { BW_FIELD_RESOLUTION_TIME, S, 1,
    "Full resolution time|Resolution time|First resolution time|Time to resolution" },
  { BW_FIELD_HANDLE_TIME, S, 1,
    "Handle time|Handling time|AHT|Handle|Bearbeitungszeit|Temps de traitement|Tiempo de gestión|"
    "Tempo de atendimento" },
  { BW_FIELD_TALK_TIME, S, 1,
    "Talk time|Talk duration|Talk|Gesprächszeit|Gesprächsdauer|Temps de conversation|Tiempo de "
    "conversación|Tempo de conversação" },
  { BW_FIELD_HOLD_TIME, S, 1, "Hold time|Hold" },
  { BW_FIELD_WRAP_TIME, S, 1, "ACW|Wrap-up time|Wrap time|After call work" },
  { BW_FIELD_WAIT_TIME, S, 1,
    "Waiting time|Wait time|Answer speed|Speed of answer|ASA|Customer waiting time|Queue time|"
    "Wartezeit|Annahmezeit|Temps d'attente|Tiempo de espera|Tempo de espera" },

  /* Exports that name things in their own way */
  { BW_FIELD_SUBJECT, T, 1,
    "Conversation name|Conversation subject|Riepilogo|Brève description|Description brève|"
    "Descripción breve|Descrição resumida|Anfragetitel|Vorgangstitel" },
  { BW_FIELD_REQUESTER, T, 0.9,
    "Request user|Submit user|Customer full name|Customer display name|User full name" },
  { BW_FIELD_REQUESTER, C, 1,
    "external_number|from.phoneNumber|Visitor name|Visitor|caller_id_number|Calling number" },
  { BW_FIELD_TICKET_ID, R | C, 1, "Ticket #|Case #|Conversation #" },
  { BW_FIELD_ID, T, 1, "Ticket #|Case #|Conversation #" },
  { BW_FIELD_ANSWERED_AT, C, 1, "answer_stamp" },
  { BW_FIELD_ENDED, C, 1, "end_stamp" },
  { BW_FIELD_N_SOLVED, S, 1, "Conversations closed|Conversations resolved" },
  { BW_FIELD_N_TICKETS, S, 0.9, "Incoming|Eingegangen" },
  { BW_FIELD_HOLD_TIME, C, 0.6, "On hold" },
  { BW_FIELD_TICKET_ID, M | E, 1,
    "ID de conversación|ID de la conversación|ID de conversation|ID da conversa|Konversations-ID" },
  { BW_FIELD_DATE, SUMS, 1, "Event - Date|Article event - Date|Engagement - Date" },
  { BW_FIELD_HELPFUL, V, 1, "Article votes up|Article upvotes" },
  { BW_FIELD_UNHELPFUL, V, 1, "Article votes down|Article downvotes" },
  { BW_FIELD_CATEGORY, F, 0.9,
    "Cost centre|Cost center|Kostenstelle|Centre de coût|Centro de coste" },
  { BW_FIELD_TEAM, F, 0.8, "Cost centre|Cost center|Kostenstelle|Centre de coût|Centro de coste" },
  { BW_FIELD_LOGGED_IN_TIME, W, 1, "Online duration" },
  { BW_FIELD_AGENT, T, 0.9, "Owned by|Assigned user|Process manager|Current owner" },
  { BW_FIELD_AGENT, C, 0.9, "Answered by|User name|Username" },
  { BW_FIELD_AGENT, W, 0.7,
    "Name|Last name|Surname|Employee name|Nachname|Mitarbeitername|Nom|Nombre|Nome|Salarié|"
    "Collaborateur|Empleado|Trabajador|Funcionário|Colaborador|Dipendente|Werknemer" },
  { BW_FIELD_TEAM, ALL | SUMS, 0.9, "CSQ Name|CSQ|Skill name|Skill|Owned by team" },
  { BW_FIELD_CHANNEL, T, 1, "Reported source|Initial channel|Conversation channel" },
  { BW_FIELD_CREATED, T, 0.9, "Reported date|Submit date|Submitted date|Conversation created at" },
  { BW_FIELD_CREATED, C, 1, "Contact start|Date started|Chat start date|start_stamp" },
  { BW_FIELD_FIRST_REPLY, T, 0.85, "Responded time|First staff reply at" },
  { BW_FIELD_FIRST_SOLVED, T, 1, "First done at|Conversation first done at" },
  { BW_FIELD_SOLVED, T, 1, "Last done at|Conversation last done at" },
  { BW_FIELD_UPDATED, ALL, 0.9, "changetime|Changed|Changed at" },
  { BW_FIELD_RESOLUTION_TIME, T, 1,
    "Zeit bis zum Abschluss|Zeit bis zur Schließung|Délai de fermeture|Délai de clôture|Tiempo "
    "hasta el cierre|Tempo até o fechamento" },
  { BW_FIELD_WAIT_TIME, C, 1, "InQueue|In queue" },
  { BW_FIELD_TALK_TIME, C, 0.9, "Agent time|Agent call duration" },
  { BW_FIELD_CSAT, C, 0.7, "Rate" },
  { BW_FIELD_COMMENT, R, 1, "Review content|Review text|Review body" },
  { BW_FIELD_RECURRING_REVENUE, K | N, 0.9,
    "Monthly amount|Monthly price|Monatsbetrag|Monatspreis|Monatlicher Betrag|Montant mensuel|Prix "
    "mensuel|Importe mensual|Precio mensual|Valor mensal|Preço mensal" },
  { BW_FIELD_ARTICLE, V, 1, "Card title|Card" },
  { BW_FIELD_HELPFUL, V, 0.9, "Reacted happy|Happy reactions" },
  { BW_FIELD_UNHELPFUL, V, 0.9, "Reacted sad|Sad reactions" },
  { BW_FIELD_PAID_TIME, W, 1,
    "Iststunden|Istzeit|Tracked hours|Hours tracked|Tracked time|Erfasste Stunden|Erfasste Zeit|"
    "Gebuchte Stunden|Heures saisies|Horas registradas" },
  { BW_FIELD_PAID_TIME, W, 0.8, "Hours|Stunden|Heures|Horas|Ore|Uren|Godziny" },
  { BW_FIELD_HANDLE_TIME, W, 1, "Gesamtbearbeitung" },
  { BW_FIELD_DATE, SUMS, 1,
    "Start interval|Interval start time|Intervallbeginn|Intervallstart|Intervall Start|Inicio del "
    "intervalo|Début de l'intervalle|"
    "Início do intervalo" },
  { BW_FIELD_N_OFFERED, S, 1, "Calls presented|Presented" },
  { BW_FIELD_N_ANSWERED, S, 1, "ACD calls" },
  { BW_FIELD_N_ABANDONED, S, 1, "Aban calls" },
  { BW_FIELD_WAIT_TIME, S, 1, "Speed ans" },

  { BW_FIELD_ID, T, 1, "Numéro de la requête|Numéro de requête|Chiave del ticket|Chiave ticket" },
  { BW_FIELD_REQUESTER, T, 0.9, "Appelant|Relator|Llamador" },
  { BW_FIELD_AGENT, T, 1,
    "Affecté à|Affecté|Atribuído|Agente asignado|Propriétaire de la requête|Propietario del caso|"
    "Proprietário do caso" },
  { BW_FIELD_TEAM, T, 1,
    "Zuweisungsgruppe|Groupe d'affectation|Grupo de asignación|Grupo de atribuição" },
  { BW_FIELD_ORGANISATION, T, 1, "Nom du compte|Nombre de la cuenta|Nome da conta" },
  { BW_FIELD_CREATED, T, 1,
    "Date/heure d'ouverture|Fecha/Hora de apertura|Data/Hora de abertura|Heure de création|Hora de "
    "creación|Hora de criação|Erstellungszeit|Creata" },
  { BW_FIELD_FIRST_REPLY, T, 1,
    "Heure de la réponse initiale|Hora de respuesta inicial|Hora de la respuesta inicial|Hora da "
    "resposta inicial|Zeit der ersten Antwort" },
  { BW_FIELD_SOLVED, T, 0.9,
    "Lösungszeit|Heure de résolution|Hora de resolución|Hora de resolução|Risolta" },
  { BW_FIELD_CLOSED, T, 1,
    "Date/heure de fermeture|Fecha/Hora de cierre|Data/Hora de fechamento|Heure de clôture|Hora de "
    "cierre|Hora de fechamento|Schließungszeit" },
  { BW_FIELD_DUE, T, 1, "Heure d'échéance|Hora de vencimiento|Hora de vencimento|Fälligkeitszeit" },
  { BW_FIELD_UPDATED, T, 1, "Mise à jour|Actualización|Aggiornata" },
  { BW_FIELD_REPLIES, T, 1,
    "Agent-Interaktionen|Interactions agent|Interactions de l'agent|Interacciones del agente|"
    "Interações do agente" },
  { BW_FIELD_CUSTOMER_REPLIES, T, 1,
    "Kundeninteraktionen|Interactions client|Interactions du client|Interacciones del cliente|"
    "Interações do cliente" },
  { BW_FIELD_RESOLUTION_SLA, T, 1,
    "Lösungsstatus|Statut de résolution|Estado de resolución|Status da resolução" },
  { BW_FIELD_REPLY_SLA, T, 1,
    "Status der ersten Antwort|Statut de la première réponse|Estado de primera respuesta|Status da "
    "primeira resposta" },
  { BW_FIELD_CSAT, T, 0.9,
    "Umfrageergebnisse|Résultats de l'enquête|Resultados de la encuesta|Resultados da pesquisa" },

  { BW_FIELD_ID, T, 1, "Vorgangsnr|Vorgangs-Nr|Auftragsnr|N° Ticket" },
  { BW_FIELD_SUBJECT, T, 1, "Kurztext" },
  { BW_FIELD_SUBJECT, T, 0.7, "Issue|Issue description" },
  { BW_FIELD_REQUESTER, T, 0.9, "Anwender|Bénéficiaire" },
  { BW_FIELD_REQUESTER, T, 0.6,
    "User|Usuario|Utilisateur|Benutzer|Usuário|Utente|Gebruiker|Użytkownik" },
  { BW_FIELD_REQUESTER, C, 0.9, "Numéro appelant|Número llamante|Número chamador|Origen|Origem" },
  { BW_FIELD_AGENT, T, 1, "Intervenant en charge" },
  { BW_FIELD_AGENT, C, 1, "Annehmender|Angenommen von" },
  { BW_FIELD_CREATED, T, 1, "Fecha alta|Fecha apertura" },
  { BW_FIELD_ASSIGNED, T, 1, "Date d'assignation|Date d'affectation|Fecha de asignación" },
  { BW_FIELD_FIRST_REPLY, T, 1, "1ª Resposta em|1ª Resposta|1ª respuesta|1ère réponse" },
  { BW_FIELD_CLOSED, T, 1, "Fecha cierre" },
  { BW_FIELD_DUE, T, 1, "Date de résolution max|Date de résolution maximale" },

  { BW_FIELD_AMOUNT, F, 0.9, "Actual|Actuals|Ist|Réel|Realizado" },
  { BW_FIELD_ID, K, 1, "ID cliente|Record ID" },
  { BW_FIELD_ID, K, 0.7, "Vertragsnr|Vertragsnummer|N° de contrat|Nº de contrato" },
  { BW_FIELD_REQUESTER, K, 0.8, "Company name|Account name" },
  { BW_FIELD_SINCE, K, 1, "Became a customer date|Became a customer" },
  { BW_FIELD_PLAN, K, 0.8, "Produkt|Produit|Producto|Produto" },
  { BW_FIELD_RECURRING_REVENUE, K | N, 0.9,
    "Preis/Monat|Preis pro Monat|Cuota mensual|Price per month|Monthly fee" },
  { BW_FIELD_ARTICLE, V, 0.7, "Question|Name" },
  { BW_FIELD_PAID_TIME, W, 1, "Worked time|Time worked|Working time" },

  /* Italian, Dutch and Polish */
  { BW_FIELD_ID, T, 1,
    "Numero ticket|ID ticket|Numero del ticket|Numero richiesta|Numero segnalazione|Ticket nummer|"
    "Meldingnummer|Meldingsnummer|Incidentnummer|Zaaknummer|Numer zgłoszenia|Nr zgłoszenia|ID "
    "zgłoszenia" },
  { BW_FIELD_ID, T, 0.85, "Segnalazione|Richiesta|Melding|Zgłoszenie|Numer" },
  { BW_FIELD_SUBJECT, T, 1,
    "Oggetto|Titolo|Onderwerp|Korte omschrijving|Korte omschrijving "
    "(Details)|Samenvatting|Temat|Tytuł" },
  { BW_FIELD_REQUESTER, T, 1,
    "Autore|Richiedente|Segnalato da|Aanvrager|Aanmelder|Gemeld "
    "door|Indiener|Zgłaszający|Zgłoszone "
    "przez" },
  { BW_FIELD_REQUESTER, T, 0.75, "Nome cliente|Klant|Klantnaam|Klient" },
  { BW_FIELD_REQUESTER, R | C, 0.9,
    "Chiamante|Numero chiamante|Beller|Nummer beller|Dzwoniący|Numer dzwoniącego|Klant|Klient" },
  { BW_FIELD_EMAIL, ALL, 1,
    "Indirizzo email|Indirizzo e-mail|E-mailadres|Adres e-mail|Adres email" },
  { BW_FIELD_CREATED, T, 1,
    "Data di apertura|Data di creazione|Aperto|Creato|Ricevuto il|Aangemeld|Aangemeld op|"
    "Aanmaakdatum|Aanmelddatum|Creatiedatum|Datum aangemaakt|Datum aanmelding|Ontvangen op|Data "
    "utworzenia|Data zgłoszenia|Data otwarcia|Data wpływu|Utworzono|Utworzone|Zgłoszono" },
  { BW_FIELD_CREATED, C, 1,
    "Data chiamata|Ora chiamata|Data e ora|Data/Ora|Inizio|Inizio chiamata|Datum en tijd|Begintijd|"
    "Starttijd|Tijdstip|Data połączenia|Data i godzina|Początek" },
  { BW_FIELD_FIRST_REPLY, T, 1,
    "Prima risposta|Prima risposta il|Data prima risposta|Data della prima risposta|Eerste reactie|"
    "Eerste reactie op|Eerste antwoord|Datum eerste reactie|Pierwsza odpowiedź|Data pierwszej "
    "odpowiedzi" },
  { BW_FIELD_SOLVED, T, 1,
    "Data di risoluzione|Completato il|Oplosdatum|Datum opgelost|Afgehandeld op|Gereed op|Datum "
    "gereed|Data rozwiązania|Rozwiązano|Rozwiązane" },
  { BW_FIELD_CLOSED, T, 1,
    "Data di chiusura|Sluitingsdatum|Datum afgemeld|Datum gesloten|Afgesloten|Afgesloten op|Datum "
    "afgesloten|Data "
    "zamknięcia|Zamknięto|Zamknięte" },
  { BW_FIELD_UPDATED, ALL, 1,
    "Aggiornato|Aggiornato il|Ultimo aggiornamento|Ultima modifica|Bijgewerkt|Bijgewerkt op|Laatst "
    "bijgewerkt|Laatst gewijzigd|Gewijzigd op|Zaktualizowano|Ostatnia aktualizacja|Data "
    "modyfikacji" },
  { BW_FIELD_DUE, T, 1, "Scadenza|Data di scadenza|Streefdatum|Vervaldatum|Termin realizacji" },
  { BW_FIELD_RATED, R, 1,
    "Informazioni cronologiche|Ora di completamento|Data risposta|Data della risposta|Tijdstempel|"
    "Tijd van voltooien|Voltooiingstijd|Sygnatura czasowa|Godzina ukończenia|Data odpowiedzi" },
  { BW_FIELD_STATUS, T, 1, "Stato ticket|Stato del ticket|Status zgłoszenia|Stan" },
  { BW_FIELD_PRIORITY, T | S, 1, "Prioriteit|Priorytet|Urgentie|Urgenza" },
  { BW_FIELD_CHANNEL, ALL | SUMS, 1, "Canale|Origine|Kanaal|Bron|Kanał|Źródło" },
  { BW_FIELD_TEAM, ALL | SUMS, 1,
    "Gruppo|Reparto|Coda|Afdeling|Groep|Behandelaarsgroep|Wachtrij|Zespół|Dział|Grupa|Kolejka" },
  { BW_FIELD_AGENT, ALL | SUMS, 1,
    "Assegnatario|Incaricato|Medewerker|Toegewezen|Eigenaar|Przypisany do|Przypisane do|Konsultant|"
    "Pracownik|Opiekun" },
  { BW_FIELD_TYPE, T | S, 1,
    "Typ zagadnienia|Tipo di richiesta|Tipo di ticket|Soort|Soort melding|Rodzaj|Typ zgłoszenia" },
  { BW_FIELD_CATEGORY, ALL | V | S | F, 1, "Kategoria" },
  { BW_FIELD_PRODUCT, ALL | V | S | F, 1, "Progetto|Prodotto|Projekt|Produkty" },
  { BW_FIELD_SITE, ALL | SUMS, 1, "Vestiging|Sede operativa|Lokalizacja" },
  { BW_FIELD_DIRECTION, C, 1, "Direzione|Tipo chiamata|Kierunek" },
  { BW_FIELD_OUTCOME, C, 1, "Esito|Esito chiamata|Resultaat|Wynik" },
  { BW_FIELD_FIRST_REPLY_TIME, T, 1,
    "Tempo di prima risposta|Tempo di risposta|Reactietijd|Eerste reactietijd|Responstijd|Czas "
    "pierwszej odpowiedzi|Czas odpowiedzi|Czas reakcji" },
  { BW_FIELD_RESOLUTION_TIME, T, 1,
    "Tempo di risoluzione|Durata|Oplostijd|Doorlooptijd|Afhandeltijd|Czas rozwiązania|Czas "
    "realizacji" },
  { BW_FIELD_WAIT_TIME, C | S, 1,
    "Tempo di attesa|Attesa|Tempo in coda|Wachttijd|Czas oczekiwania" },
  { BW_FIELD_TALK_TIME, C | S, 1,
    "Tempo di conversazione|Durata conversazione|Gesprekstijd|Gespreksduur|Czas rozmowy" },
  { BW_FIELD_CALL_LENGTH, C, 1,
    "Durata|Durata chiamata|Durata totale|Duur|Totale duur|Czas trwania" },
  { BW_FIELD_CSAT, T | R, 1,
    "Valutazione|Soddisfazione|Soddisfazione cliente|Beoordeling|Tevredenheid|Klanttevredenheid|"
    "Ocena|Ocena klienta|Zadowolenie" },
  { BW_FIELD_COMMENT, R, 1, "Commento|Commenti|Opmerking|Opmerkingen|Toelichting|Komentarz|Uwagi" },
  { BW_FIELD_DATE, SUMS, 1, "Giorno|Mese|Settimana|Dag|Maand|Dzień|Miesiąc|Tydzień|Okres" },
  { BW_FIELD_N_OFFERED, S, 1,
    "Chiamate|Chiamate ricevute|Chiamate in entrata|Oproepen|Aangeboden gesprekken|Połączenia|"
    "Połączenia przychodzące" },
  { BW_FIELD_N_ANSWERED, S, 1,
    "Chiamate risposte|Risposte|Beantwoord|Beantwoorde gesprekken|Odebrane" },
  { BW_FIELD_N_ABANDONED, S, 1,
    "Chiamate abbandonate|Chiamate perse|Abbandonate|Gemist|Gemiste gesprekken|Verlaten gesprekken|"
    "Nieodebrane|Utracone" },

  /* Known, and of no use here: they keep the words below from being mistaken. */
  { BW_FIELD_NONE, T, 1,
    "Waiting Since|Wartet seit|"
    "En attente depuis|Esperando desde|First Response Diff|Close Diff|Update Diff|Follow-up|"
    "First reply time brackets|First resolution time brackets|Every response status|Last Viewed|"
    "Status Category Changed|Requester VIP|Requester external id|Requester domain|Resolution Note|"
    "First Response Failed By|Resolution Failed By|SLA resolution time|SLA response time|SLA "
    "Creation|"
    "Update Escalation At|Update|Last Contact At|Last Contact Agent At|Last Contact Customer At|"
    "Created by|Updated by|Closed by|Resolved by|Opened by|closed_code|Last updated by|Erstellt "
    "von|"
    "Créé par|Creado por|Criado por|On Hold Since|Average Response Time|Last Agent Response|"
    "Last Customer Response|Contact ID|Assignee stations|Group stations|Summation column" },
};

#define NAME_WORDS 6 /* a longer header is a question */

/* Words that hint at a field where no spelling is known; each term is a choice of word beginnings
 * separated by '|', all terms must be met, none of `not` may. */
typedef struct {
  BwFieldId field;
  guint kinds;
  const char *all[3];
  const char * not;
} Hint;

#define NO_TARGET                                                                                  \
  "due|escalation|target|sla|breach|overdue|deadline|goal|violat|fallig|limite|bracket|diff|by|"   \
  "left|remain|verbleib|restant|expected|planned|estimat"
#define SPAN                                                                                       \
  "time|duration|delay|lag|hour|hrs|minute|zeit|dauer|temps|delai|duree|tiempo|demora|tempo|"      \
  "after|"                                                                                         \
  "elapsed"
#define REPLY "respon|repl|antwort|repons|respuest|respost|answer|reakt|react"

static const Hint hints[] = {
  { BW_FIELD_FIRST_REPLY,
    T,
    { "first|initial|1st|erst|premier|primer|primeir", REPLY },
    NO_TARGET },
  { BW_FIELD_FIRST_REPLY_TIME,
    T,
    { "first|initial|1st|erst|premier|primer|primeir", REPLY },
    NO_TARGET },
  { BW_FIELD_FIRST_REPLY_TIME,
    T,
    { REPLY, SPAN },
    NO_TARGET
    "|avg|average|last|next|every|all|total|customer|requester|client|kunde|letzte|date|at" },
  { BW_FIELD_FIRST_REPLY,
    T,
    { "issue|ticket|case|request|query|enquiry|inquiry|anfrage|demande|solicitud|chamado",
      "responded|replied|answered|beantwortet|repondu|respondid|contestad" },
    NO_TARGET "|last|customer|client|survey|count" },
  { BW_FIELD_REPLY_SLA,
    T,
    { "first|initial|respon|repl|antwort", "respon|repl|antwort|sla",
      "sla|breach|violat|met|overdue|status" },
    "time|date" },
  { BW_FIELD_REPLY_DUE,
    T,
    { "respon|repl|antwort", "due|escalation|target|deadline|by|expected|sla" },
    "status|diff" },
  { BW_FIELD_DUE,
    T,
    { "resol|solv|closure|losung|soluc", "due|target|deadline|expected|sla" },
    "status|diff|respon|repl|actual" },
  { BW_FIELD_CREATED,
    T,
    { "creat|opened|opening|raised|submitt|reported|received|logged|registr|entered|arriv|erstell|"
      "eroffn|eingang|eingeg|angeleg|meldedat|meldezeit|gemeldet|erfass|ouvertur|recept|recu|"
      "creac|apertur|criac|criad|abertur|recib|receb" },
    "by|von|par|por|agent|user|name|last|first|updated|closed|survey" },
  { BW_FIELD_SOLVED,
    T,
    { "solved|resolved|resolution|solution|complet|finish|fixed|gelost|erledig|losung|"
      "abgeschlossen|"
      "abschluss|behoben|resolu|resuelt|soluc|resolv|conclu|finaliz|fin" },
    NO_TARGET "|name|code|note|comment|first|agent|status|type|text|description" },
  { BW_FIELD_CLOSED,
    T,
    { "closed|closing|closure|close|geschlossen|schlie|ferm|clotur|cierre|cerrad|fecham|encerr|"
      "chiu" },
    NO_TARGET "|name|code|note|comment|agent|status|reason|nacimiento|fecha" },
  { BW_FIELD_RESOLUTION_TIME,
    T,
    { "resolution|resolve|resolv|close|closure|solution|solve|fix|complet|cycle|turnaround|losung|"
      "bearbeitung|erledig|resolu|resoluc|soluc|cierre|fecham",
      SPAN },
    NO_TARGET "|first|at|on|date" },
  { BW_FIELD_UPDATED,
    T,
    { "updat|modified|changed|geander|aktualisier|actualiz|atualiz" },
    "by|von|par|por" },
  { BW_FIELD_RESOLUTION_SLA,
    T,
    { "sla", "resol|solv|losung|soluc" },
    "response|reply|name|policy|plan|time|date|due|target|expected" },
  { BW_FIELD_RESOLUTION_SLA,
    T,
    { "sla", "met|breach|violat|status|result|compl|miss|ok|eingehalten|verletzt" },
    "response|reply|name|policy|plan|time|date" },
  { BW_FIELD_AGENT,
    ALL | W | S,
    { "agent|assignee|technic|tecnic|bearbeiter|operator|owner|handler|handled|advisor|analyst|"
      "verantwort|conseiller|responsable|responsavel|atendente|teammate|inhaber|vorgangsinhaber|"
      "kundenvorgangsinhaber|bearbeiterin" },
    "id|email|time|group|team|created|interaction|replies|wait|date|at|count|phone|%|percent|"
    "rate" },
  { BW_FIELD_TEAM,
    ALL | W | S,
    { "team|group|queue|department|gruppe|abteilung|equipe|equipo|grupo" },
    "nps|promoter|on|off|id|email|time|station|count|date|lead|member|teammate" },
  { BW_FIELD_STATUS,
    T,
    { "status|state|estado|statut" },
    "sla|respon|reply|survey|approval|resolution|category|changed|time|date|payment|overdue|code" },
  { BW_FIELD_PRIORITY, T, { "priorit|priorid|urgen|sever|dringlich" }, "time|date" },
  { BW_FIELD_TYPE,
    T,
    { "type|typ|tipo",
      "complaint|request|ticket|issue|case|incident|service|query|enquiry|inquiry|anfrage|demande|"
      "solicitud|chamado" },
    "id|time|date|sla|status" },
  { BW_FIELD_FIRST_CONTACT,
    T | R,
    { "first|single|erst|premier|primer|primeir", "contact|call|kontakt|appel|llamada|contat",
      "resolved|solved|fixed|gelost|resolu|resuelt|resolvid" },
    "date|time|at" },
  { BW_FIELD_CATEGORY,
    T | C,
    { "categor|kategor|reason|nature|motiv|cause|anliegen" },
    "id|time|date|sub|unter|escal|reopen|clos|delet|reject|cancel|sla|status|hold|pend|comment" },
  { BW_FIELD_CHANNEL, ALL | SUMS, { "channel|kanal|canal" }, "id|time|date" },
  { BW_FIELD_ID,
    T,
    { "ticket|case|issue|request|incident|enquiry|inquiry|query|vorgang|anfrage|chamado|solicitud",
      "id|number|no|nr|nummer|key|num|ref|reference|code" },
    "parent|linked|related|external|requester|contact|merged" },
  { BW_FIELD_REOPENS,
    T,
    { "reopen|wiederero|reabert|reapert|reouvert" },
    "date|at|time|by|reason" },
  { BW_FIELD_REPLIES,
    T,
    { "replies|responses|antworten|reponses|respuestas|respostas" },
    "first|time|date|customer|requester|client|kunde|internal|private|survey|inbound|received|"
    "last" },
  { BW_FIELD_CUSTOMER_REPLIES,
    T,
    { "customer|requester|client|kunde|inbound|received",
      "repl|respons|messages|antwort|respuest|respost" },
    "first|time|date|at|last|survey|wait" },
  { BW_FIELD_SENT,
    R,
    { "sent|invited|invitation|gesendet|versand|verschickt|envoi|envoye|envio|enviad" },
    "by|to|from|status|count|messages|via|channel" },
  { BW_FIELD_REQUESTER_WAIT_TIME,
    T,
    { "requester|customer|kunde|demandeur|solicitante", "wait|warte|attente|espera" },
    "since|avg|average|reply" },
  { BW_FIELD_ANSWERED_AT,
    C,
    { "answer|connect|angenommen|atendid", "at|time|timestamp|date|um|am|zeit|zeitpunkt" },
    "wait|to|speed|duration|talk|avg|average|before" },
  { BW_FIELD_REASSIGNMENTS,
    T,
    { "reassign|transfers|transferenc|weiterleit" },
    "date|at|time|by|from|to|reason" },
  { BW_FIELD_ESCALATED, T, { "escalat|eskal|escalad" }, "due|at|time|target|policy" },
  { BW_FIELD_CSAT,
    T | R,
    { "csat|satisf|zufrieden|rating|rate|bewert|evaluat|stars|happy|avalia|calific|soddisf|tevred|"
      "zadowol|ocen|valut|beoorde" },
    "comment|date|reason|at|nps|recommend|effort|easy|id|why|kommentar|exchange|hour" },
  { BW_FIELD_CSAT,
    C,
    { "csat|satisf|zufrieden|rating|bewert|stars|happy|avalia|calific" },
    "comment|date|reason|at|nps|recommend|effort|easy|id|why|kommentar|count|quality" },
  { BW_FIELD_CSAT,
    R,
    { "vote|nota|note|mark|grade|smiley|score|punkte|puntuac|pontuac" },
    "comment|date|reason|at|nps|ces|id|why|recommend|effort|count" },
  { BW_FIELD_CSAT,
    T,
    { "nota|note|mark|grade|smiley|score|survey",
      "customer|client|kunde|atendimento|servic|feedback|survey" },
    "comment|date|reason|at|nps|ces|id|why|recommend|effort|count|health|lead|sent|status" },
  { BW_FIELD_NPS,
    T | R,
    { "nps|recommend|weiterempfehl|empfehl|recommand|recomend|recomien|consigli|raccomand|"
      "aanbeve|polec" },
    "comment|date|reason|at|why|group|category|warum" },
  { BW_FIELD_CES,
    T | R,
    { "ces|effort|easy|ease|einfach|aufwand|facile|facil|esfuerzo|esforco" },
    "comment|date|reason|at|why" },
  { BW_FIELD_COMMENT,
    R,
    { "comment|feedback|remark|kommentar|comentari|improve|why|warum|verbatim|pourquoi|porque|"
      "verbesser|mejorar|melhorar|ameliorer" },
    "date|id" },
  { BW_FIELD_COMMENT,
    R,
    { "else|more|sonst|autre|mas|mais",
      "tell|add|share|mitteilen|sagen|dire|contar|dizer|agregar" },
    "date|id" },
  { BW_FIELD_COMMENT,
    R,
    { "better|else|besser|sonst|mieux|autre|mejor|melhor",
      "what|anything|was|etwas|que|chose|algo" },
    "date|id|rate|likely|satisf|recommend|zufrieden|empfehl" },
  { BW_FIELD_RATED,
    R,
    { "submit|answered|responded|completed|rated|recorded|date|datum|fecha|timestamp" },
    "start|sent|birth|of" },
  { BW_FIELD_CREATED,
    C,
    { "start|begin|beginn|call|anruf|date|datum|inicio|debut|appel|llamada|chamada",
      "date|time|at|datum|zeit|fecha|hora|heure|data|received|offered|debut|inicio" },
    "end|talk|wait|hold|wrap|ring|queue|handle|answer|duration" },
  { BW_FIELD_N_WITHIN,
    S,
    { "answered|handled|angenommen|beantwortet|atendid|repond",
      "within|in|innerhalb|sous|dans|en|em",
      "10s|15s|20s|30s|45s|60s|sec|secs|seconds|sekunden|secondes|segundos|threshold|sl|sla" },
    "%|percent|rate|share|avg|average|not" },
  { BW_FIELD_TALK_TIME, C, { "talk|speak|gesprach|convers|falado|fala|hablado" }, "avg|average" },
  { BW_FIELD_HOLD_TIME, C, { "hold|halte|maintien|retenc" }, "avg|average|number|count" },
  { BW_FIELD_WRAP_TIME,
    C,
    { "wrap|acw|nachbearb|after|nacharbeit|pos",
      "time|duration|work|zeit|sec|min|call|up|acw|atendimento" },
    "avg|code" },
  { BW_FIELD_WAIT_TIME,
    C,
    { "wait|ring|warte|attente|dattente|espera|queue",
      "time|duration|sec|zeit|temps|tiempo|tempo|wait" },
    "avg|exit" },
  { BW_FIELD_HANDLE_TIME, C, { "handl|aht" }, "avg|by" },
  { BW_FIELD_HANDLE_TIME,
    T,
    { "handl|work|worked|effort|spent|tracked|aufwand|arbeits", SPAN },
    NO_TARGET "|avg|average|date|at" },
  { BW_FIELD_CALL_LENGTH,
    C,
    { "call|chat|contact|session|interaction|anruf|appel|llamada|chamada|total|gesamt",
      "duration|length|dauer|duree|duracion|duracao" },
    "talk|wait|hold|wrap|queue|ring|avg|average|after" },
  { BW_FIELD_ENDED,
    C,
    { "end|ended|ende|beendet|fin|fim|finish|disconnect" },
    "reason|by|code|user|email" },
  { BW_FIELD_OUTCOME, C, { "outcome|result|disposition|abandon|answered|ergebnis" }, "time|at|by" },
};

/* --- Looking up ------------------------------------------------------------------------------- */

static char *
key_of (const char *spelling)
{
  g_autoptr (BwHeader) header = bw_header_new (spelling);

  return g_steal_pointer (&header->key);
}

/* Key -> array of rows of the table. */
static GHashTable *
build_index (void)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < G_N_ELEMENTS (table); row++) {
    g_auto (GStrv) spellings = g_strsplit (table[row].spellings, "|", -1);

    for (char **spelling = spellings; *spelling; spelling++) {
      g_autofree char *key = key_of (*spelling);
      GArray *rows = g_hash_table_lookup (index, key);

      if (!rows) {
        rows = g_array_new (FALSE, FALSE, sizeof (guint));
        g_hash_table_insert (index, g_steal_pointer (&key), rows);
      }
      g_array_append_val (rows, row);
    }
  }
  return index;
}

static GArray *
find_rows (const char *key)
{
  static GHashTable *index;

  if (g_once_init_enter_pointer (&index))
    g_once_init_leave_pointer (&index, build_index ());
  return g_hash_table_lookup (index, key);
}

static gboolean
begins (const char *word, const char *choice, gsize length)
{
  return *word == *choice && strncmp (word, choice, length) == 0 &&
         (length > 3 || word[length] == '\0');
}

gboolean
bw_fold_has_word (char **words, const char *choices)
{
  for (const char *choice = choices; *choice;) {
    gsize length = strcspn (choice, "|");

    for (char **word = words; *word; word++)
      if (begins (*word, choice, length))
        return TRUE;
    choice += length + (choice[length] == '|');
  }
  return FALSE;
}

static gboolean
meets (const Hint *hint, char **words)
{
  for (guint i = 0; i < G_N_ELEMENTS (hint->all) && hint->all[i]; i++)
    if (!bw_fold_has_word (words, hint->all[i]))
      return FALSE;
  return !bw_fold_has_word (words, hint->not);
}

static gboolean
says_breached (const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, " ", -1);

  return bw_fold_has_word (words, "breach|violat|overdue|missed|verletzt|uberschritten|failed");
}

BwFieldId
bw_field_get_business_twin (BwFieldId field)
{
  switch (field) {
  case BW_FIELD_FIRST_REPLY_TIME:
    return BW_FIELD_FIRST_REPLY_TIME_BUSINESS;
  case BW_FIELD_FIRST_RESOLUTION_TIME:
    return BW_FIELD_FIRST_RESOLUTION_TIME_BUSINESS;
  case BW_FIELD_RESOLUTION_TIME:
    return BW_FIELD_RESOLUTION_TIME_BUSINESS;
  case BW_FIELD_REQUESTER_WAIT_TIME:
    return BW_FIELD_REQUESTER_WAIT_TIME_BUSINESS;
  default:
    return field;
  }
}

/* The length of time that ends with this event; NONE for what is no end. */
static BwFieldId
get_length_until (BwFieldId field)
{
  switch (field) {
  case BW_FIELD_FIRST_REPLY:
    return BW_FIELD_FIRST_REPLY_TIME;
  case BW_FIELD_FIRST_SOLVED:
    return BW_FIELD_FIRST_RESOLUTION_TIME;
  case BW_FIELD_SOLVED:
  case BW_FIELD_CLOSED:
    return BW_FIELD_RESOLUTION_TIME;
  default:
    return BW_FIELD_NONE;
  }
}

/* What a header that names a unit can mean: "First reply (min)" is no date, "Queue (s)" no team.
 * FALSE when it can mean nothing of the kind. */
static gboolean
measure (BwFieldId *field)
{
  const BwField *known = bw_field_get (*field);

  if (!known || known->value == BW_VALUE_DURATION)
    return TRUE;
  *field = get_length_until (*field);
  return *field != BW_FIELD_NONE;
}

static guint
add (BwSynonym *found,
     guint n,
     const BwHeader *header,
     BwFieldId field,
     double weight,
     gboolean spelling)
{
  if (n == BW_SYNONYMS_MAX || (header->has_unit && !measure (&field)))
    return n;
  if (header->business)
    field = bw_field_get_business_twin (field);
  if (header->custom)
    weight *= 0.8;
  found[n] = (BwSynonym) { field, weight, spelling, says_breached (header->key) };
  return n + 1;
}

static guint
find_spelling (const BwHeader *header, const char *key, BwKind kind, BwSynonym *found)
{
  GArray *rows = find_rows (key);
  guint n = 0;

  for (guint i = 0; rows && i < rows->len; i++) {
    const Spellings *row = &table[g_array_index (rows, guint, i)];

    if (row->kinds & (1u << kind))
      n = add (found, n, header, row->field, row->weight, TRUE);
  }
  return n;
}

/* "Talk (s)" is "Talk time". */
static guint
find_measure (const BwHeader *header, BwKind kind, BwSynonym *found)
{
  g_autofree char *key = g_strconcat (header->key, " time", NULL);

  return find_spelling (header, key, kind, found);
}

/* What a sentence can ask for; other words of it name nothing of the column. */
static gboolean
is_answer (BwFieldId field)
{
  return bw_field_get (field)->value == BW_VALUE_RATING || field == BW_FIELD_COMMENT ||
         field == BW_FIELD_FIRST_CONTACT;
}

/* "dequeue timestamp": a point in time by its own name, whatever else is in it. */
static gboolean
names_moment (char **words)
{
  static const char *const last[] = { "timestamp", "datetime", "zeitstempel", NULL };
  guint n = g_strv_length (words);

  return n > 0 && g_strv_contains (last, words[n - 1]);
}

static guint
find_hints (const BwHeader *header, BwKind kind, BwSynonym *found)
{
  g_autofree char *key = g_strconcat (header->key, header->has_unit ? " time" : NULL, NULL);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  guint n = 0;

  gboolean question = kind == BW_KIND_RESPONSES && g_strv_length (words) > NAME_WORDS;
  gboolean moment = names_moment (words);
  gboolean identity = bw_fold_has_word (words, "id|ids|uuid|guid");

  if (header->address)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if ((hints[i].kinds & (1u << kind)) && (!question || is_answer (hints[i].field)) &&
        !((moment || identity) && bw_field_get (hints[i].field)->value == BW_VALUE_DURATION) &&
        meets (&hints[i], words))
      n = add (found, n, header, hints[i].field, 0.65, FALSE);
  return n;
}

/* The last name of a path into nested objects. */
static guint
find_leaf (const BwHeader *header, BwKind kind, BwSynonym *found)
{
  guint n = find_spelling (header, header->leaf, kind, found);

  for (guint i = 0; i < n; i++)
    found[i].weight *= 0.9;
  return n;
}

/* What the object is called, by its own name. */
static guint
find_object (const BwHeader *header, BwKind kind, BwSynonym *found)
{
  guint n = header->object ? find_spelling (header, header->object, kind, found) : 0;

  for (guint i = 0; i < n; i++)
    found[i].weight *= 0.95;
  return n;
}

static guint
find_all (const BwHeader *header, BwKind kind, BwSynonym *found)
{
  guint n = find_spelling (header, header->key, kind, found);

  if (n == 0)
    n = find_object (header, kind, found);

  if (n == 0 && header->leaf)
    n = find_leaf (header, kind, found);

  if (n == 0 && header->has_unit)
    n = find_measure (header, kind, found);
  return n > 0 ? n : find_hints (header, kind, found);
}

guint
bw_synonyms_find (const BwHeader *header, BwKind kind, BwSynonym *found)
{
  guint n = find_all (header, kind, found);

  if (n > 0 || (kind != BW_KIND_MESSAGES && kind != BW_KIND_EVENTS))
    return n;
  /* The rows of a log repeat what is known of their ticket. */
  n = find_all (header, BW_KIND_TICKETS, found);
  for (guint i = 0; i < n; i++)
    if (found[i].field == BW_FIELD_ID)
      found[i].field = BW_FIELD_TICKET_ID;
  return n;
}
