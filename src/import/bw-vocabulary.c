/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words, one row for each meaning. To teach a word, add it to its row. */
#include "config.h"

#include "bw-parse-private.h"
#include "bw-parse.h"
#include "bw-synonyms.h"
#include "bw-vocabulary-private.h"

#include <math.h>
#include <string.h>

static const BwVocabularyRow status_words[] = {
  { BW_STATUS_NEW,
    "new|init|todo|neu|nouveau|nouvelle|nuevo|nueva|novo|nova|to do|a faire|a fazer|por "
    "hacer|logged|registered|"
    "unassigned|submitted|created|offen neu|untriaged|triage|nuovo|nuova|nieuw|aangemeld|nowy|nowa|"
    "nowe" },
  { BW_STATUS_OPEN,
    "open|opened|active|aktiv|en cours|activo|ativo|in progress|in bearbeitung|en curso|em "
    "andamento|em curso|"
    "en progreso|em progresso|assigned|zugewiesen|asignado|atribuido|work in progress|wip|reopened|"
    "wiedereroffnet|reabierto|reaberto|rouvert|escalated|answered|offen|ouvert|ouverte|ouvrir|"
    "abierto|abierta|abrir|aberto|aberta|processing|processing (assigned)|processing (planned)|"
    "customer responded|customer replied|replied|beantwortet|repondu|respondido|in arbeit|being "
    "processed|"
    "under review|in review|investigating|waiting for support|waiting for agent|waiting on agent|"
    "wartet auf agent|chatting|calling|started|working|backlog|selected for development|"
    "assigne|affecte|attribue|em atendimento|in uitvoering|aperto|aperta|in lavorazione|in "
    "corso|assegnato|assegnata|preso in carico|riaperto|in "
    "behandeling|toegewezen|otwarte|otwarty|w toku|w trakcie|w realizacji|przypisane|przypisany" },
  { BW_STATUS_PENDING,
    "pending|ausstehend|wartend|en attente|pendiente|pendente|awaiting user info|awaiting customer "
    "response|"
    "waiting on customer|waiting for customer|waiting for customer response|waiting on requester|"
    "awaiting reply|awaiting customer|awaiting response|awaiting requester|customer "
    "action|feedback|"
    "commentaire|comentarios|pending reminder|pending auto close|pending auto close+|pending auto "
    "close -|"
    "pending close|stalled|zuruckgestellt|stagnant|snoozed|postponed|waiting for reply|on hold "
    "customer|"
    "wartet auf anwender|warten auf anwender|wartet auf benutzer|warten auf benutzer|wacht op "
    "aanmelder|wartet auf kunde|wartet auf kunden|warten auf kunde|warten auf kunden|warten auf "
    "antwort|"
    "en attente du client|attente client|esperando al cliente|a la espera del cliente|en espera "
    "del cliente|"
    "aguardando cliente|aguardando resposta|pending customer|waiting on user|more info needed|"
    "need more information|info requested|"
    "in attesa|in attesa del cliente|in attesa di risposta|wacht op klant|wachten op klant|wacht "
    "op "
    "aanvrager|wacht op reactie|oczekuje|oczekujace|oczekuje na klienta|oczekuje na odpowiedz" },
  { BW_STATUS_HOLD,
    "hold|on hold|onhold|paused|pausiert|pausado|en pause|waiting on third party|waiting for third "
    "party|"
    "waiting for 3rd party|awaiting vendor|awaiting problem|awaiting evidence|awaiting change|"
    "internal dependency|under observation|scheduled "
    "activity|scheduled|block|blocked|waiting|warten|"
    "wartet auf dritte|wartet auf lieferant|en espera|em espera|retenido|suspenso|waiting on "
    "vendor|"
    "waiting for approval|pending approval|pending vendor|pending "
    "internal|angehalten|bloqueado|geplant|"
    "sospeso|sospesa|in sospeso|wacht op leverancier|gepauzeerd|wstrzymane|wstrzymany|zawieszone" },
  { BW_STATUS_SOLVED,
    "solved|resolved|done|completed|complete|fulfilled|fixed|finished|gelost|erledigt|geklart|"
    "behoben|fertig|"
    "abgeschlossen|resolu|resolue|termine|resuelto|resuelta|completado|completada|hecho|finalizado|"
    "resolvido|resolvida|solucionado|solucionada|feito|concluida|closed successful|risolto|risolta|"
    "completato|completata|opgelost|afgehandeld|afgerond|gereed|rozwiazane|rozwiazany|zakonczone|"
    "zrealizowane" },
  { BW_STATUS_CLOSED,
    "closed|archived|geschlossen|archiviert|ferme|fermee|clos|cloture|cloturee|"
    "cerrado|cerrada|fechado|"
    "fechada|concluido|encerrado|encerrada|closed "
    "unsuccessful|canceled|cancelled|storniert|annule|annulee|"
    "cancelado|cancelada|expired|wont do|wont fix|declined|abandoned|verified|chiuso|"
    "chiusa|annullato|annullata|gesloten|afgesloten|afgemeld|geannuleerd|gekundigt|resilie|"
    "resiliee|dado de baja|zamkniete|zamkniety|"
    "anulowane" },
  { BW_STATUS_DELETED,
    "deleted|geloscht|efface|supprime|borrado|eliminado|removido|excluido|removed|trash|trashed|"
    "eliminato|eliminata|verwijderd|usuniete" },
  { BW_STATUS_SPAM, "spam|indesirable|suspended|junk|rejected|abgewiesen|rejete|rechazado|"
                    "rechazada|rejeitado|rejeitada" },
  { BW_STATUS_MERGED, "merged|duplicate|zusammengefuhrt|zusammengefugt|zusammengefasst|fusionne|"
                      "fusionado|fusionada|duplikat|"
                      "doublon|duplicado|mesclado|unito|samengevoegd|scalone" },
};

/* Where no whole word is known: beginnings of words that decide, in this order. */
static const BwVocabularyRow status_hints[] = {
  { BW_STATUS_OPEN, "reopen|unresolved|unsolved|unassigned|wiederero|reabiert|reabert" },
  { BW_STATUS_SPAM, "spam" },
  { BW_STATUS_MERGED, "merged|duplicate|duplikat|fusion" },
  { BW_STATUS_DELETED, "deleted|gelosch|removed" },
  { BW_STATUS_PENDING, "customer|requester|client|kunde|cliente|user|info|reply|antwort" },
  { BW_STATUS_CLOSED, "closed|geschlossen|ferme|cerrad|fechad|encerrad|cancel" },
  { BW_STATUS_SOLVED,
    "resolved|solved|completed|done|gelost|erledigt|resolu|resuelt|resolvid|solucion" },
  { BW_STATUS_HOLD, "hold|waiting|await|paused|vendor|warte|attente|esper|aguard" },
  { BW_STATUS_PENDING, "pending|ausstehend|pendient|pendent" },
  { BW_STATUS_OPEN, "open|progress|bearbeitung|cours|curso|andamento|offen|ouvert|abiert|abert|"
                    "investigat|working" },
  { BW_STATUS_NEW, "new|neu|nouve|nuev|nov" },
};

static const BwVocabularyRow priority_words[] = {
  { 1, "low|lowest|very low|minor|trivial|niedrig|sehr "
       "niedrig|sehr gering|tres basse|tres faible|muy baja|muy bajo|muito baixa|muito "
       "baixo|mineure|gering|bas|basse|faible|baja|baixa|bajo|baixo|not "
       "priority|planning|bassa|basso|laag|niski|niska|niskie|p4|p5|sev "
       "4|sev 5|s4|s5|severity 4" },
  { 2, "normal|medium|med|moderate|mittel|moyen|moyenne|normale|media|medio|moderada|moderado|"
       "moderee|standard|normaal|"
       "gemiddeld|sredni|srednia|srednie|"
       "p3|sev "
       "3|s3|severity 3" },
  { 3,
    "high|hoch|haut|haute|elevee|alta|alto|major|important|wichtig|hoog|wysoki|wysoka|wysokie|p2|"
    "sev 2|s2|severity 2" },
  { 4, "urgent|urgente|dringend|critical|emergency|notfall|emergencia|immediate|sofort|immediat|"
       "inmediata|inmediato|"
       "imediata|imediato|majeure|maxima|"
       "highest|very high|sehr hoch|blocker|show stopper|kritisch|critique|critico|critica|tres "
       "haute|muy "
       "alta|muito "
       "alta|altissima|kritiek|spoed|pilny|pilna|pilne|krytyczny|krytyczna|priority|p1|p0|sev "
       "1|sev 0|s1|severity 1" },
};

static const BwVocabularyRow flag_words[] = {
  { 1, "yes|y|true|t|ja|j|wahr|oui|o|vrai|si|s|verdadero|sim|verdadeiro|x|on|1|\xe2\x9c\x93|"
       "\xe2\x9c\x94|escalated|eskaliert|vero|waar|tak" },
  { 0, "no|n|false|f|nein|falsch|non|faux|falso|nao|off|0|not escalated|none|onwaar|nee|nie" },
};

static const BwVocabularyRow verdict_words[] = {
  { 1, "within sla|met|achieved|fulfilled|ok|on time|in "
       "time|success|succeeded|completed|eingehalten|erfullt|"
       "dans les delais|respecte|cumplido|dentro del sla|cumprido|dentro do sla|not breached|not "
       "violated|"
       "within target|compliant|innerhalb sla|no violation|not violating" },
  { 0, "sla violated|violated|breached|failed|missed|overdue|late|not "
       "met|verletzt|uberschritten|nicht eingehalten|"
       "non respecte|hors delai|incumplido|vencido|fuera del sla|descumprido|fora do sla|violado|"
       "out of sla|resolution violation|response violation|response and resolution violation|"
       "outside sla|non compliant|noncompliant|exceeded" },
};

typedef struct {
  double low, high;
  BwVocabularyRow words[7];
} RatingWords;

static const RatingWords rating_words[] = {
  { 0,
    1,
    { { 1, "good|good with comment|goodwithcomment|gut|bon|bonne|bueno|buena|bom|boa|thumbs "
           "up|\xf0\x9f\x91\x8d|happy face" },
      { 0, "bad|bad with comment|badwithcomment|schlecht|mauvais|mauvaise|malo|mala|ruim|thumbs "
           "down|\xf0\x9f\x91\x8e" },
      { NAN, "offered|unoffered|not offered|received|angeboten|nicht angeboten|ofrecido|ofrecida|"
             "no ofrecida|oferecido|oferecida|nao oferecida|propose|proposee|non proposee|"
             "not rated|unrated|no rating|nicht bewertet|non evalue|sin calificar|sin valorar|sem "
             "avaliacao" } } },
  { 1,
    5,
    { { 5,
        "very satisfied|very happy|extremely satisfied|extremely happy|very "
        "positive|excellent|strongly agree|very easy|extremely easy|"
        "sehr zufrieden|ausgezeichnet|sehr gut|tres satisfait|muy satisfecho|muy satisfecha|"
        "totalmente de acuerdo|muito satisfeito|muito satisfeita|otimo|otima|amazing|awesome|great|"
        "excelente|excellente|hervorragend|perfect|perfekt|outstanding|tres bien|tres bon|tres "
        "bonne|muy bueno|muy buena|muy bien|muito bom|muito boa|superb|molto soddisfatto|molto "
        "soddisfatta|ottimo|eccellente|zeer "
        "tevreden|heel tevreden|uitstekend|bardzo zadowolony|bardzo zadowolona|bardzo dobrze|"
        "stimme voll zu|stimme voll und ganz zu|tout a fait d accord|concordo totalmente|tres "
        "satisfaite|"
        "😀|😃|😄|😁|😍|🤩" },
      { 4,
        "satisfied|happy|somewhat satisfied|positive|very "
        "good|good|gut|bon|bonne|bien|bueno|buena|bom|boa|agree|easy|somewhat agree|somewhat "
        "easy|slightly satisfied|stimme eher "
        "zu|zufrieden|satisfait|satisfecho|"
        "satisfecha|de acuerdo|satisfeito|satisfeita|satisfaite|stimme zu|eher zufrieden|d accord|"
        "plutot satisfait|concordo|plutot "
        "satisfaite|soddisfatto|soddisfatta|buono|buona|tevreden|goed|"
        "zadowolony|zadowolona|dobrze|🙂|😊" },
      { 3,
        "neutral|neither|neither easy nor difficult|neither satisfied nor dissatisfied|neither "
        "agree nor "
        "disagree|average|ok|okay|medium|mittel|mittelmassig|befriedigend|moyen|moyenne|passable|"
        "mediocre|medio|razoavel|"
        "teils teils|neutre|neutro|neutra|indiferente|regular|weder noch|unentschieden|ni d accord "
        "ni pas d accord|acceptable|fair|neutrale|neutraal|neutralny|neutralnie|obojetny|😐|😶" },
      { 2, "bad|schlecht|mauvais|mauvaise|mal|malo|mala|ruim|mau|ma|deficiente|ausreichend|"
           "dissatisfied|unsatisfied|unhappy|sad|somewhat "
           "dissatisfied|negative|poor|disagree|difficult|somewhat disagree|somewhat difficult|"
           "slightly dissatisfied|stimme eher nicht zu|unzufrieden|eher unzufrieden|stimme nicht "
           "zu|pas d accord|plutot insatisfait|discordo|"
           "insatisfait|insatisfaite|insatisfecho|insatisfecha|insatisfeito|insatisfeita|en "
           "desacuerdo|insoddisfatto|insoddisfatta|ontevreden|niezadowolony|niezadowolona|"
           "🙁|☹|😕|😟" },
      { 1, "very dissatisfied|very unsatisfied|very unhappy|extremely dissatisfied|extremely "
           "unhappy|very negative|very poor|"
           "terrible|horrible|worst|very bad|pesimo|pesima|pessimo|pessima|muy malo|muy mala|tres "
           "mauvais|tres mauvaise|muito ruim|muito mau|mangelhaft|ungenugend|nul|nulle|"
           "not good|stimme gar nicht zu|stimme uberhaupt nicht zu|extremely "
           "difficult|discordo totalmente|pas du tout d accord|strongly "
           "disagree|very difficult|sehr unzufrieden|sehr schlecht|tres insatisfait|"
           "muy insatisfecho|muy insatisfecha|totalmente en desacuerdo|muito insatisfeito|muito "
           "insatisfeita|"
           "awful|tres insatisfaite|molto insoddisfatto|molto insoddisfatta|zeer ontevreden|heel "
           "ontevreden|bardzo niezadowolony|bardzo niezadowolona|😡|😠|😞|😢|😭|🤬" } } },
  /* BwVocabularyRow that the scale of five has, too, count here where both "agree" and "somewhat
   * agree" are answers. */
  { 1,
    7,
    { { 7, "strongly agree|very satisfied|extremely satisfied|extremely happy|very easy|extremely "
           "easy|stimme voll zu|stimme voll und ganz zu|sehr zufrieden|tout a fait d accord|tres "
           "satisfait|totalmente de acuerdo|muy satisfecho|concordo totalmente|muito satisfeito" },
      { 6, "agree|satisfied|moderately satisfied|very happy|easy|moderately easy|stimme zu|"
           "zufrieden|d accord|satisfait|de acuerdo|satisfecho|concordo|satisfeito" },
      { 5,
        "somewhat agree|slightly agree|somewhat satisfied|slightly satisfied|happy|somewhat easy|"
        "slightly easy|stimme eher zu|eher zufrieden|plutot d accord|plutot satisfait|algo de "
        "acuerdo|algo satisfecho|concordo parcialmente|parcialmente satisfeito" },
      { 4, "neutral|neither|neither agree nor disagree|neither satisfied nor dissatisfied|neither "
           "easy nor difficult|teils teils|weder noch|neutre|neutro|ni d accord ni pas d accord|"
           "indiferente" },
      { 3, "somewhat disagree|slightly disagree|somewhat dissatisfied|slightly "
           "dissatisfied|unhappy|somewhat difficult|slightly difficult|stimme eher nicht zu|eher "
           "unzufrieden|plutot pas d accord|plutot insatisfait|algo en desacuerdo|algo "
           "insatisfecho|discordo parcialmente|parcialmente insatisfeito" },
      { 2, "disagree|dissatisfied|moderately dissatisfied|very unhappy|difficult|moderately "
           "difficult|stimme nicht zu|unzufrieden|pas d accord|insatisfait|en desacuerdo|"
           "insatisfecho|discordo|insatisfeito" },
      { 1, "strongly disagree|very dissatisfied|extremely dissatisfied|extremely unhappy|very "
           "difficult|extremely difficult|stimme gar nicht zu|stimme uberhaupt nicht zu|sehr "
           "unzufrieden|pas du tout d accord|tres insatisfait|totalmente en desacuerdo|muy "
           "insatisfecho|discordo totalmente|muito insatisfeito" } } },
  { 0,
    10,
    { { 10, "promoter|promotor|promoteur" },
      { 8, "passive|passiv|passif|pasivo" },
      { 0, "detractor|detraktor|detracteur|detrator" } } },
  /* BwVocabularyRow that other scales have, too, count here where nothing but three of them are
     answers. */
  { 1,
    3,
    { { 3, "good|great|happy|positive|satisfied|gut|zufrieden|positiv|bon|bonne|bien|satisfait|"
           "positif|bueno|buena|satisfecho|positivo|bom|boa|satisfeito" },
      { 2, "okay|ok|neutral|average|mittel|neutre|moyen|neutro|regular" },
      { 1,
        "bad|not good|unhappy|sad|negative|dissatisfied|poor|schlecht|unzufrieden|negativ|mauvais|"
        "mauvaise|insatisfait|negatif|malo|mala|insatisfecho|negativo|ruim|insatisfeito" } } },
};

static const char channel_words[] =
    "|email|e mail|mail|web|web form|website|portal|self service|customer portal|help center|help "
    "centre|chat|live chat|"
    "messaging|native "
    "messaging|messenger|phone|telephone|telefon|telefono|telefone|voice|call|pstn|callback|"
    "facebook|"
    "twitter|x|instagram|whatsapp|whats app|api|system|sms|text|fax|walk in|in person|widget|web "
    "widget|web service|mobile|"
    "social|social media|feedback widget|line|telegram|correo|correo "
    "electronico|courriel|formular|formulaire|formulario|"
    "web formular|online|forum|app|in app|teams|slack|";

/* Was a contact answered by a person? */
static const BwVocabularyRow outcome_words[] = {
  { 1, "answered|completed|complete|accepted|completeagent|completecaller|transfer|transferred|"
       "handled|"
       "angenommen|beantwortet|repondu|contestada|atendida|call "
       "connected|connected|disconnected|yes|y|ja|j|oui|o|si|s|sim|true|1|repondue|atendido|agent "
       "joined conference|agent joined call|transferred to agent|risposta|beantwoord|odebrane" },
  { 0,
    "missed|voicemail|abandoned|no answer|busy|failed|congestion|cancel|cancelled|canceled|"
    "abandoned in queue|rejected|redirected|unanswered|not "
    "answered|abandon|exitwithtimeout|exitempty|exitwithkey|"
    "caller disconnected|out of business hours|short "
    "abandoned|verpasst|abgebrochen|verloren|besetzt|"
    "manque|abandonne|perdida|abandonada|no contestada|nao "
    "atendida|ocupado|no|n|nein|non|nao|false|0|lost|hung up|hangup|missed call|not "
    "connected|aufgelegt|entgangen|"
    "nicht angenommen|nicht beantwortet|perdu|perdue|abandonnee|non repondu|non repondue|colgada|"
    "abandonado|no atendida|perdido|overflown|timed out|no agents|persa|abbandonata|non risposta|"
    "gemist|verlaten|niet beantwoord|nieodebrane|utracone" },
};

static const char direction_words[] =
    "|inbound|outbound|incoming|outgoing|internal|eingehend|ausgehend|intern|entrant|sortant|"
    "entrante|saliente|interna|"
    "saida|entrada|manual|transfer|callback|outbound api|outbound dial|";

/* --- Looking up ------------------------------------------------------------------------------- */

static void
index_words (GHashTable *index, const BwVocabularyRow *rows, guint n)
{
  for (guint row = 0; row < n && rows[row].words; row++) {
    g_auto (GStrv) words = g_strsplit (rows[row].words, "|", -1);

    for (char **word = words; *word; word++)
      if (!g_hash_table_contains (index, *word))
        g_hash_table_insert (index, g_strdup (*word), (gpointer) &rows[row]);
  }
}

const BwVocabularyRow *
bw_vocabulary_find (GHashTable **index, const BwVocabularyRow *rows, guint n, const char *word)
{
  if (g_once_init_enter_pointer (index)) {
    GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

    index_words (made, rows, n);
    g_once_init_leave_pointer (index, made);
  }
  return g_hash_table_lookup (*index, word);
}

/* Signs that only say how the one before is drawn, and blanks. */
static gboolean
is_mere_style (gunichar c)
{
  return c == 0xfe0f || c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff) || g_unichar_isspace (c);
}

/* "\xf0\x9f\x91\x8d", "\xe2\x9c\x93": nothing but signs */
static char *
fold_signs (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *signs = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x80 && !is_mere_style (g_utf8_get_char (p)))
      g_string_append_unichar (signs, g_utf8_get_char (p));
  return g_string_free_and_steal (signs);
}

char *
bw_vocabulary_fold (const char *text)
{
  g_autofree char *folded = bw_fold (text);

  g_strdelimit (folded, "[]:", ' ');
  g_strstrip (folded);
  return *folded ? g_steal_pointer (&folded) : fold_signs (text);
}

gboolean
bw_vocabulary_find_own (gpointer user_data, const char *word, double *meaning)
{
  const BwVocabularyData *data = user_data;
  const double *own = data && data->words ? g_hash_table_lookup (data->words, word) : NULL;

  if (own)
    *meaning = *own;
  return own != NULL;
}

gboolean
bw_vocabulary_has_own (const char *text, gpointer user_data)
{
  g_autofree char *word = bw_vocabulary_fold (text);
  double meaning;

  return bw_vocabulary_find_own (user_data, word, &meaning);
}

static gboolean
begins_with_one (const char *text, const char *choices)
{
  for (const char *choice = choices; choice;) {
    const char *at = text;
    while (*choice == *at && *choice && *choice != '|') {
      choice++;
      at++;
    }
    if (*choice == '\0' || *choice == '|')
      return TRUE;
    choice = strchr (choice, '|');
    if (choice)
      choice++;
  }
  return FALSE;
}

/* Does a word of the text begin with one of the choices? */
static gboolean
has_beginning (const char *text, const char *choices)
{
  for (const char *word = text; word; word = strpbrk (word, " (")) {
    word += strspn (word, " (");
    if (begins_with_one (word, choices))
      return TRUE;
  }
  return FALSE;
}

static double
read_status (const char *word)
{
  static GHashTable *index;
  const BwVocabularyRow *row =
      bw_vocabulary_find (&index, status_words, G_N_ELEMENTS (status_words), word);

  if (row)
    return row->meaning;
  for (guint i = 0; i < G_N_ELEMENTS (status_hints); i++)
    if (has_beginning (word, status_hints[i].words))
      return status_hints[i].meaning;
  return NAN;
}

double
bw_vocabulary_status (const char *text, gpointer user_data)
{
  g_autofree char *word = bw_vocabulary_fold (text);
  double meaning;

  return bw_vocabulary_find_own (user_data, word, &meaning) ? meaning : read_status (word);
}

/* "1 - Critical", "P1 - High", "3 high": the word behind the number; bare numbers stay. */
static const char *
skip_rank (const char *word)
{
  const char *p = word + (*word == 'p');

  while (g_ascii_isdigit (*p))
    p++;
  if (p == word || !g_ascii_isdigit (p[-1]))
    return word;
  while (*p == ' ' || *p == ':' || *p == ')')
    p++;
  return *p ? p : word;
}

static double
rank_number (const char *word, int top)
{
  int n = 0;

  if (strlen (word) == 1 && g_ascii_isdigit (*word))
    n = *word - '0';
  if (n < 1 || n > 5 || top == 0)
    return NAN;
  return top > 0 ? MIN (n, 4) : MAX (5 - n, 1);
}

static double
read_priority (const char *word, int top)
{
  static GHashTable *index;
  const BwVocabularyRow *row =
      bw_vocabulary_find (&index, priority_words, G_N_ELEMENTS (priority_words), word);

  if (!row)
    row = bw_vocabulary_find (&index, priority_words, G_N_ELEMENTS (priority_words),
                              skip_rank (word));
  return row ? row->meaning : rank_number (word, top);
}

double
bw_vocabulary_priority (const char *text, gpointer user_data)
{
  const BwVocabularyData *data = user_data;
  g_autofree char *word = bw_vocabulary_fold (text);
  double meaning;

  if (bw_vocabulary_find_own (user_data, word, &meaning))
    return meaning;
  return read_priority (word, data ? data->top : 0);
}

static double
find_flag (const char *word)
{
  static GHashTable *index;
  const BwVocabularyRow *row =
      bw_vocabulary_find (&index, flag_words, G_N_ELEMENTS (flag_words), word);

  return row ? row->meaning : NAN;
}

double
bw_vocabulary_flag (const char *text, gpointer user_data)
{
  g_autofree char *word = bw_vocabulary_fold (text);
  BwTimeShape shape;
  gint64 seconds;
  double meaning;

  if (bw_vocabulary_find_own (user_data, word, &meaning))
    return meaning;
  meaning = find_flag (word);
  if (!isnan (meaning))
    return meaning;
  if (bw_parse_number (text, strlen (text), FALSE, &meaning) == BW_PARSE_OK)
    return meaning > 0;
  if (bw_parse_time (text, strlen (text), BW_DATE_UNDECIDED, &seconds, &shape) == BW_PARSE_OK)
    return 1;
  return NAN;
}

/* yes: what a bare yes means. */
static double
read_verdict (const char *word, double yes)
{
  static GHashTable *index;
  const BwVocabularyRow *row =
      bw_vocabulary_find (&index, verdict_words, G_N_ELEMENTS (verdict_words), word);
  double flag = find_flag (word);

  if (row)
    return row->meaning;
  return isnan (flag) ? NAN : flag == 1 ? yes : 1 - yes;
}

static double
find_verdict (const char *text, gpointer user_data, double yes)
{
  g_autofree char *word = bw_vocabulary_fold (text);
  double meaning;

  return bw_vocabulary_find_own (user_data, word, &meaning) ? meaning : read_verdict (word, yes);
}

double
bw_vocabulary_verdict (const char *text, gpointer user_data)
{
  return find_verdict (text, user_data, 1);
}

double
bw_vocabulary_breach (const char *text, gpointer user_data)
{
  return find_verdict (text, user_data, 0);
}

double
bw_vocabulary_margin (const char *text, gpointer user_data)
{
  double seconds;
  gboolean shaped;

  if (bw_parse_duration (text, strlen (text), BW_DURATION_MINUTES, FALSE, TRUE, &seconds,
                         &shaped) != BW_PARSE_OK)
    return NAN;
  return seconds >= 0;
}

/* --- Ratings ---------------------------------------------------------------------------------- */

static int
count_stars (const char *text)
{
  int n = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x2b50 || c == 0x2605)
      n++;
    else if (c != 0x2606 && c != 0xfe0f && c != ' ')
      return 0;
  }
  return n;
}

/* "/5", " / 5", " stars", " - Very satisfied" */
static gboolean
is_score_tail (const char *tail)
{
  const char *slash = tail + strspn (tail, " ");

  if (*slash == '/') {
    tail = slash + 1 + strspn (slash + 1, " ");
    while (g_ascii_isdigit (*tail))
      tail++;
    return *tail == '\0';
  }
  while (*tail == ' ')
    tail++;
  if (*tail == '-' || *tail == ':' || *tail == '(')
    tail++;
  while (*tail == ' ')
    tail++;
  return g_ascii_isalpha (*tail) || (guchar) *tail >= 0x80;
}

gboolean
bw_vocabulary_read_score (const char *text, double *score)
{
  gsize n = 0;

  if (bw_parse_is_blank (text, strlen (text)))
    return FALSE;
  if (bw_parse_number (text, strlen (text), FALSE, score) == BW_PARSE_OK) {
    *score *= strchr (text, '%') ? 100 : 1;
    return TRUE;
  }
  *score = count_stars (text);
  if (*score > 0)
    return TRUE;
  while (g_ascii_isdigit (text[n]) || text[n] == '.')
    n++;
  return n > 0 && n <= 4 && is_score_tail (text + n) &&
         bw_parse_number (text, n, FALSE, score) == BW_PARSE_OK;
}

/* The row of a word in the i-th group. */
static const BwVocabularyRow *
find_in_ratings (guint i, const char *word)
{
  static GHashTable *indices[G_N_ELEMENTS (rating_words)];

  return bw_vocabulary_find (&indices[i], rating_words[i].words,
                             G_N_ELEMENTS (rating_words[i].words), word);
}

/* The row of the same word on the scale of seven, or NULL. */
static const BwVocabularyRow *
find_in_sevens (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (rating_words); i++)
    if (rating_words[i].high == 7)
      return find_in_ratings (i, word);
  return NULL;
}

static const char *
get_last_word (const char *text)
{
  const char *blank = strrchr (text, ' ');

  return blank ? blank + 1 : text;
}

gboolean
bw_vocabulary_tells_sevens (const char *a, const char *b)
{
  g_autofree char *word = bw_vocabulary_fold (a);
  g_autofree char *other = bw_vocabulary_fold (b);
  double score, other_score, low, high;

  if (!bw_vocabulary_read_rating_word (a, &score, &low, &high) || high != 5 ||
      !bw_vocabulary_read_rating_word (b, &other_score, &low, &high) || score != other_score)
    return FALSE;
  const BwVocabularyRow *row = find_in_sevens (word), *other_row = find_in_sevens (other);

  return row && other_row && row != other_row &&
         g_str_equal (get_last_word (word), get_last_word (other));
}

int
bw_vocabulary_read_step (const char *text)
{
  g_autofree char *word = bw_vocabulary_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (rating_words); i++)
    if (rating_words[i].high == 3) {
      const BwVocabularyRow *row = find_in_ratings (i, word);

      return row ? (int) row->meaning : 0;
    }
  return 0;
}

gboolean
bw_vocabulary_read_rating_word (const char *text, double *score, double *low, double *high)
{
  g_autofree char *word = bw_vocabulary_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (rating_words); i++) {
    const BwVocabularyRow *row = find_in_ratings (i, word);

    if (row) {
      *score = row->meaning;
      *low = rating_words[i].low;
      *high = rating_words[i].high;
      return TRUE;
    }
  }
  return FALSE;
}

/* Of the scale that the column has, else of any. */
static double
find_rating_word (const char *word, double low, double high)
{
  for (guint i = 0; i < G_N_ELEMENTS (rating_words); i++) {
    const BwVocabularyRow *row = find_in_ratings (i, word);

    if (row && rating_words[i].low == low && rating_words[i].high == high)
      return row->meaning;
  }
  return NAN;
}

double
bw_vocabulary_rating (const char *text, gpointer user_data)
{
  const BwVocabularyData *data = user_data;
  g_autofree char *word = bw_vocabulary_fold (text);
  double score;

  if (bw_vocabulary_find_own (user_data, word, &score))
    return score;
  if (!bw_vocabulary_read_score (text, &score))
    return data ? find_rating_word (word, data->low, data->high) : NAN;
  return data && (score < data->low || score > data->high) ? NAN : score;
}

/* --- Other words ------------------------------------------------------------------------------ */

static const BwVocabularyRow *
find_outcome (const char *word)
{
  static GHashTable *index;

  return bw_vocabulary_find (&index, outcome_words, G_N_ELEMENTS (outcome_words), word);
}

double
bw_vocabulary_outcome (const char *text, gpointer user_data)
{
  g_autofree char *word = bw_vocabulary_fold (text);
  double meaning;
  const BwVocabularyRow *row;

  if (bw_vocabulary_find_own (user_data, word, &meaning))
    return meaning;
  row = find_outcome (word);
  return row ? row->meaning : NAN;
}

/* --- All classes ------------------------------------------------------------------------------ */

static gboolean
is_in (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; length > 0 && (at = strstr (at, word)); at += length)
    if (at[-1] == '|' && at[length] == '|')
      return TRUE;
  return FALSE;
}

static gboolean
is_flag (const char *text, const char *word)
{
  if (!isnan (find_flag (word)))
    return TRUE;
  return bw_parse_has_digit (text, strlen (text)) && !isnan (bw_vocabulary_flag (text, NULL));
}

guint
bw_vocabulary_classify (const char *text)
{
  g_autofree char *word = bw_vocabulary_fold (text);
  gboolean flag = is_flag (text, word);
  guint classes = flag ? BW_WORD_FLAG : 0;

  if (!isnan (read_status (word)))
    classes |= BW_WORD_STATUS;
  if (!isnan (read_priority (word, 1)))
    classes |= BW_WORD_PRIORITY;
  if (!isnan (read_verdict (word, 1)))
    classes |= BW_WORD_VERDICT;
  if (is_in (channel_words, word))
    classes |= BW_WORD_CHANNEL;
  /* A bare yes or no is no call result by itself: its column's name has to say so. */
  if (!flag && find_outcome (word))
    classes |= BW_WORD_OUTCOME;
  if (is_in (direction_words, word))
    classes |= BW_WORD_DIRECTION;
  if (!isnan (bw_vocabulary_role (text, NULL)))
    classes |= BW_WORD_ROLE;
  return classes;
}

gpointer
bw_vocabulary_data (GHashTable *words, int top, double low, double high)
{
  static GMutex mutex;
  static GPtrArray *made;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  BwVocabularyData *data;

  if (!made)
    made = g_ptr_array_new ();
  for (guint i = 0; i < made->len; i++) {
    data = made->pdata[i];
    if (data->words == words && data->top == top && data->low == low && data->high == high)
      return data;
  }
  data = g_new (BwVocabularyData, 1);
  *data = (BwVocabularyData) { words, top, low, high };
  g_ptr_array_add (made, data);
  return data;
}
