/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are frequent in any text, and those that are in any comment about support. */
#include "config.h"

#include "bw-comments.h"

/* English, German, French, Spanish, Portuguese; folded, three letters and more. */
static const char *const lists[] = {
  "the and for are was were has had have not but you your yours our ours they them their theirs "
  "this "
  "that these those with without from into onto out off over under again then than there here when "
  "where why how what which who whom whose all any both each few more most other some such only "
  "own "
  "same very can could will would should shall may might must did does doing done been being just "
  "about after before because between during through until while also too now got get gets getting "
  "let lets its his her hers him she himself herself itself myself yourself one two three first "
  "last "
  "like really much many well still even ever never always yet back way thing things lot bit day "
  "days "
  "week weeks month months time times make made makes take took taken went going come came want "
  "wanted need needed know knew think thought say said tell told see saw use used using via per "
  "isn't don't didn't doesn't wasn't won't can't couldn't wouldn't i'm i've it's you're we're",
  "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen "
  "mit "
  "ohne von vom für auf aus bei beim nach vor über unter zum zur ist sind war waren wird werden "
  "wurde "
  "wurden hat habe haben hatte hatten sein seine seinen seiner ihr ihre ihren ihrem ihrer mein "
  "meine "
  "meinen meiner unser unsere unseren dein deine wir ihr sie ich mich mir dich dir uns euch ihm "
  "ihn "
  "man als wie wenn dann denn weil dass daß dies diese dieser dieses diesen jede jeder jedes alle "
  "alles auch noch nur schon sehr mehr immer nie wieder hier dort was wer wen wem wann warum kann "
  "können konnte muss müssen musste soll sollte will wollte würde hätte wäre durch gegen bis seit "
  "zwischen während doch mal leider nun heute gestern jetzt etwas nichts viel viele ganz gar bin "
  "bist "
  "tag tage woche wochen monat monate zeit",
  "les des une est sont été être avoir avait avez avons ont pas plus moins pour par sur sous dans "
  "avec sans chez vers mais donc car que qui quoi dont où quand comment pourquoi ce cet cette ces "
  "ça "
  "son ses sa leur leurs mon mes notre nos votre vos ton tes nous vous ils elles elle lui moi toi "
  "eux "
  "aux très trop bien aussi encore toujours jamais déjà tout tous toute toutes même autre autres "
  "fait "
  "faire fut était étaient sera serait peut peuvent puis alors ici après avant entre depuis "
  "pendant "
  "comme c'est n'est j'ai qu'il d'un d'une l'on rien jour jours semaine semaines mois temps",
  "los las una unos unas del con sin por para que quien cual cuando donde como porque pero sino "
  "más "
  "menos muy mucho mucha muchos muchas poco todo toda todos todas este esta estos estas ese esa "
  "esos "
  "esas aquel ser son era fue han hay había haber tener tiene tenía está están estaba desde hasta "
  "entre sobre también tampoco sólo solo aún todavía siempre nunca nos les mis tus sus nuestro "
  "nuestra nuestros ella ellos ellas usted ustedes otro otra otros ahora antes después día días "
  "semana mes meses tiempo cada algo nada hace hacer pues",
  "uma umas uns dos das nos nas pelo pela com sem por para que quem qual quando onde como porque "
  "mas "
  "mais menos muito muita muitos muitas pouco tudo todo toda todos todas este esta estes estas "
  "esse "
  "essa isso isto aquele ser são era foi foram tem têm tinha ter está estão estava desde até entre "
  "sobre também não sim ainda sempre nunca meu minha seu sua seus suas nosso nossa dele dela eles "
  "elas você vocês outro outra agora antes depois dia dias semana mês meses tempo cada algo nada "
  "faz "
  "fazer pois",
  /* Of support, in all of them */
  "hello dear please thank thanks thx hallo bitte danke vielen dank merci bonjour gracias hola "
  "obrigado obrigada olá support service customer team agent company help helped problem problems "
  "issue issues question questions answer answers kunde kunden hilfe frage fragen antwort client "
  "cliente ajuda ayuda aide soporte suporte good great bad nice best okay gut super schlecht bon "
  "bueno bom excellent",
};

static gpointer
make_words (gpointer nothing)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_auto (GStrv) list = g_strsplit (lists[i], " ", -1);
    for (guint k = 0; list[k] != NULL; k++)
      g_hash_table_add (words, g_utf8_casefold (list[k], -1));
  }
  return words;
}

gboolean
bw_word_is_common (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_words, NULL);
  return g_hash_table_contains (once.retval, word);
}
