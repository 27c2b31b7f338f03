/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of logs: who wrote, and what happened. */
#include "config.h"

#include "bw-synonyms.h"
#include "bw-vocabulary-private.h"

#include <math.h>

static const BwVocabularyRow role_words[] = {
  { BW_ROLE_CUSTOMER,
    "customer|user|end user|enduser|requester|requestor|client|contact|visitor|lead|consumer|"
    "reporter|caller|kunde|kundin|anfragender|melder|benutzer|cliente|usuario|solicitante|"
    "demandeur|"
    "utilisateur|inbound|incoming|in|received|eingehend|entrante|entrant|recebida|guest" },
  { BW_ROLE_AGENT,
    "agent|admin|teammate|operator|staff|support|employee|technician|representative|assignee|owner|"
    "team member|mitarbeiter|mitarbeiterin|bearbeiter|agente|tecnico|operador|technicien|"
    "intervenant|atendente|analyst|outbound|outgoing|out|sent|ausgehend|saliente|sortant|enviada|"
    "internal user" },
  { BW_ROLE_BOT,
    "bot|system|automation|automated|automatic|rule|workflow|trigger|robot|chatbot|ai|ai agent|api|"
    "autoreply|auto reply|sistema|systeme|scheduler|macro" },
};

double
bw_vocabulary_role (const char *text, gpointer user_data)
{
  static GHashTable *index;
  g_autofree char *word = bw_vocabulary_fold (text);
  double meaning;
  const BwVocabularyRow *row;

  if (bw_vocabulary_find_own (user_data, word, &meaning))
    return meaning;
  row = bw_vocabulary_find (&index, role_words, G_N_ELEMENTS (role_words), word);
  return row ? row->meaning : NAN;
}

/* Asterisk's own. */
static const BwVocabularyRow queue_event_words[] = {
  { BW_EVENT_ENTERED, "enterqueue" },
  { BW_EVENT_CONNECTED, "connect" },
  { BW_EVENT_COMPLETED, "completeagent|completecaller" },
  { BW_EVENT_TRANSFERRED, "transfer|blindtransfer|attendedtransfer" },
  { BW_EVENT_ABANDONED, "abandon" },
  { BW_EVENT_TIMED_OUT, "exitwithtimeout|exitempty" },
  { BW_EVENT_LEFT_BY_KEY, "exitwithkey" },
  { BW_EVENT_NONE,
    "ringnoanswer|ringcanceled|agentlogin|agentlogoff|agentcallbacklogin|agentcallbacklogoff|"
    "addmember|removemember|pause|unpause|pauseall|unpauseall|queuestart|configreload|syscompat|"
    "agentdump|did|penalty|memberadded|memberremoved" },
};

/* What happened, by the beginnings of words; the first row wins whose terms are all met. */
typedef struct {
  BwEvent event;
  const char *all[2];
} EventRule;

#define WROTE "repl|respon|answer|messag|comment|mail|wrote|antwort|repon|respuest|respost|mensa"

static const EventRule event_rules[] = {
  { BW_EVENT_NONE, { "auto|automatic|autorespon|autorepl|sla|rating|rated|satisfaction|survey" } },
  { BW_EVENT_REOPENED,
    { "reopen|wiedereroff|rouver|reabier|reaber|reouver|resum|wiederaufgenommen|fortgesetzt|"
      "repris|reanud|retomad" } },
  { BW_EVENT_ESCALATED, { "escalat|eskal|escalad" } },
  { BW_EVENT_NONE,
    { "tag|tags|priority|prioritat|priorite|prioridad|prioridade|seriousness|severity|urgency|"
      "impact|"
      "category|merge|merged|"
      "unassign|link|attachment" } },
  { BW_EVENT_NOTE, { "note|notes|internal|private|notiz|intern|interne|interna|interno" } },
  { BW_EVENT_CLOSED,
    { "close|closed|closing|closure|geschlossen|schliess|ferme|fermeture|cloture|"
      "clos|cerrad|cerrar|cierre|fechad|fechar|fechamento|encerrad" } },
  { BW_EVENT_SOLVED,
    { "solve|resolv|resolution|solution|fixed|done|complet|finish|gelost|losung|"
      "erledigt|resolu|resuelt|solucion|terminad" } },
  { BW_EVENT_ASKED,
    { "customer|requester|client|user|enduser|visitor|lead|kunde|usuario|"
      "demandeur|solicitante|inbound|incoming|received",
      WROTE } },
  { BW_EVENT_WAITING, { "wait|pending|awaiting|snooz|warte|attente|esper|aguard|pendi|pende" } },
  { BW_EVENT_HELD, { "hold|held|suspend|paus|angehalten|blocked" } },
  { BW_EVENT_REPLIED, { "repl|respon|answer|antwort|repon|respuest|respost|outbound|outgoing" } },
  { BW_EVENT_REPLIED, { "sent|send|agent|admin", WROTE } },
  { BW_EVENT_STARTED,
    { "take|taken|start|begin|begun|work|progress|bearbeitung|diagnos|acknowledg|"
      "accept|commenc|inici|andamento|curso" } },
  { BW_EVENT_ASSIGNED,
    { "assign|assignee|owner|zugewiesen|zuweis|attribu|asign|atribu|transfer|"
      "forward|weitergeleitet|queue|queued|group|team|route|routed|handover|"
      "delegat|claimed|bearbeiter" } },
  { BW_EVENT_MESSAGE,
    { "messag|comment|mail|email|chat|kommentar|nachricht|correo|mensa|body|post" } },
  { BW_EVENT_STATUS, { "status|state|statut|estado|zustand|etat" } },
  { BW_EVENT_CREATED,
    { "creat|open|opened|new|insert|regist|receiv|submit|logged|raise|erstell|"
      "eroff|neu|angelegt|cree|nouveau|ouver|ouvert|abiert|abert|criad|nuevo|"
      "novo|init|reported" } },
};

static gboolean
meets_rule (const EventRule *rule, char **words)
{
  for (guint i = 0; i < G_N_ELEMENTS (rule->all) && rule->all[i]; i++)
    if (!bw_fold_has_word (words, rule->all[i]))
      return FALSE;
  return TRUE;
}

double
bw_vocabulary_event (const char *text, gpointer user_data)
{
  static GHashTable *index;
  g_autofree char *word = bw_vocabulary_fold (text);
  g_auto (GStrv) words = g_strsplit (word, " ", -1);
  double meaning;
  const BwVocabularyRow *row;

  if (bw_vocabulary_find_own (user_data, word, &meaning))
    return meaning;
  row = bw_vocabulary_find (&index, queue_event_words, G_N_ELEMENTS (queue_event_words), word);
  if (row)
    return row->meaning;
  for (guint i = 0; i < G_N_ELEMENTS (event_rules); i++)
    if (meets_rule (&event_rules[i], words))
      return event_rules[i].event;
  return NAN;
}

double
bw_vocabulary_changed (const char *text, gpointer user_data)
{
  static const EventRule rules[] = {
    { BW_EVENT_ESCALATED, { "escalat|eskal|escalad" } },
    { BW_EVENT_STATUS, { "status|state|statut|estado|zustand|etat|stage|phase" } },
    { BW_EVENT_ASSIGNED,
      { "assign|assignee|owner|group|team|agent|zugewiesen|bearbeiter|gruppe|"
        "attribu|asign|atribu|queue|technician|responsible" } },
    { BW_EVENT_NONE,
      { "priority|tag|tags|type|subject|title|category|description|comment|due|link|"
        "labels|resolution|summary|prioritat|kategorie|prioridad|prioridade" } },
  };
  g_autofree char *word = bw_vocabulary_fold (text);
  g_auto (GStrv) words = g_strsplit (word, " ", -1);
  double meaning;

  if (bw_vocabulary_find_own (user_data, word, &meaning))
    return meaning;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (meets_rule (&rules[i], words))
      return rules[i].event;
  return NAN;
}
