/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spellings of what files of sums have; then those of exports that name things in their own way, of
 * Italian, Dutch and Polish, and of what is known and of no use. */
#include "config.h"

#include "bw-synonyms-private.h"

const BwSpellings bw_spellings_of_sums[] = {
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
  { BW_FIELD_NONE, 0, 0, NULL },
};
