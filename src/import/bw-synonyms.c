/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up spellings, then hints. */
#include "config.h"

#include "bw-synonyms-private.h"

#include <string.h>

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

static void
add_to_index (GHashTable *index, const BwSpellings *row)
{
  for (; row->spellings; row++) {
    g_auto (GStrv) spellings = g_strsplit (row->spellings, "|", -1);

    for (char **spelling = spellings; *spelling; spelling++) {
      g_autofree char *key = key_of (*spelling);
      GPtrArray *rows = g_hash_table_lookup (index, key);

      if (!rows) {
        rows = g_ptr_array_new ();
        g_hash_table_insert (index, g_steal_pointer (&key), rows);
      }
      g_ptr_array_add (rows, (gpointer) row);
    }
  }
}

/* Key -> array of rows of the tables. */
static GHashTable *
build_index (void)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  add_to_index (index, bw_spellings_of_rows);
  add_to_index (index, bw_spellings_of_sums);
  return index;
}

static GPtrArray *
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
  GPtrArray *rows = find_rows (key);
  guint n = 0;

  for (guint i = 0; rows && i < rows->len; i++) {
    const BwSpellings *row = rows->pdata[i];

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
