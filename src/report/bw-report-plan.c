/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manager's decisions about the report. */
#include "config.h"

#include "bw-report-plan.h"

#include <langinfo.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define POINTS_PER_MM (72 / 25.4)
#define USUAL_TEMPLATE "monthly"

struct _BwReportPlan {
  GObject parent_instance;

  BwSheet sheet;
  gboolean anonymise;
  gboolean quotes;

  /* Owned */
  char *template;
  GStrv sections; /* NULL = the template's */
  char *title;
  char *logo;
  char *language;
  GHashTable *comments; /* section -> text */
  GPtrArray *actions;   /* BwReportAction */
  GStrv tiles[BW_TILES_LAST];
};

typedef enum {
  PROP_TEMPLATE = 1,
  PROP_TITLE,
  PROP_LOGO,
  PROP_LANGUAGE,
  PROP_SHEET,
  PROP_ANONYMISE,
  PROP_QUOTES,
} BwReportPlanProperty;

static GParamSpec *props[PROP_QUOTES + 1];

typedef enum {
  SIGNAL_CHANGED,
  SIGNAL_TILES_CHANGED,
  SIGNAL_LAST,
} BwReportPlanSignal;

static guint signals[SIGNAL_LAST];

G_DEFINE_FINAL_TYPE (BwReportPlan, bw_report_plan, G_TYPE_OBJECT)

/* --- Sheets -------------------------------------------------------------------------------------
 */

static const char *const sheets[] = { "locale", "a4", "letter" };

gboolean
bw_sheet_parse (const char *text, BwSheet *sheet)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_ascii_strcasecmp (text, sheets[i]) == 0) {
      *sheet = i;
      return TRUE;
    }
  return FALSE;
}

const char *
bw_sheet_to_string (BwSheet sheet)
{
  return sheets[sheet];
}

static gboolean
is_letter_usual (void)
{
#ifdef __GLIBC__
  intptr_t width = (intptr_t) nl_langinfo (_NL_PAPER_WIDTH);
  intptr_t height = (intptr_t) nl_langinfo (_NL_PAPER_HEIGHT);

  return width == 216 && height == 279;
#else
  return FALSE;
#endif
}

void
bw_sheet_get_size (BwSheet sheet, double *width, double *height)
{
  gboolean is_letter = sheet == BW_SHEET_LETTER || (sheet == BW_SHEET_LOCALE && is_letter_usual ());

  *width = is_letter ? 8.5 * 72 : 210 * POINTS_PER_MM;
  *height = is_letter ? 11.0 * 72 : 297 * POINTS_PER_MM;
}

/* --- Actions ------------------------------------------------------------------------------------
 */

BwReportAction *
bw_report_action_new (const char *text, const char *owner, const char *due)
{
  BwReportAction *action = g_new (BwReportAction, 1);

  action->text = g_strdup (text != NULL ? text : "");
  action->owner = g_strdup (owner != NULL ? owner : "");
  action->due = g_strdup (due != NULL ? due : "");
  return action;
}

void
bw_report_action_free (BwReportAction *action)
{
  g_free (action->text);
  g_free (action->owner);
  g_free (action->due);
  g_free (action);
}

static GPtrArray *
create_actions (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);
}

static gboolean
are_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const BwReportAction *one = a->pdata[i];
    const BwReportAction *other = b->pdata[i];

    if (!g_str_equal (one->text, other->text) || !g_str_equal (one->owner, other->owner) ||
        !g_str_equal (one->due, other->due))
      return FALSE;
  }
  return TRUE;
}

/* --- Properties ---------------------------------------------------------------------------------
 */

static void
notify (BwReportPlan *self, BwReportPlanProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_text (BwReportPlan *self, char **member, const char *text, BwReportPlanProperty property)
{
  if (g_set_str (member, text != NULL ? text : ""))
    notify (self, property);
}

/* Whether it is another one now. */
static gboolean
set_list (GStrv *member, const char *const *list)
{
  if (*member != NULL && list != NULL ? g_strv_equal ((const char *const *) *member, list)
                                      : *member == NULL && list == NULL)
    return FALSE;
  g_strfreev (*member);
  *member = g_strdupv ((char **) list);
  return TRUE;
}

static void
set_switch (BwReportPlan *self, gboolean *member, gboolean value, BwReportPlanProperty property)
{
  if (*member == !!value)
    return;
  *member = !!value;
  notify (self, property);
}

static void
bw_report_plan_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwReportPlan *self = BW_REPORT_PLAN (object);

  switch ((BwReportPlanProperty) id) {
  case PROP_TEMPLATE:
    g_value_set_string (value, self->template);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_LOGO:
    g_value_set_string (value, self->logo);
    break;
  case PROP_LANGUAGE:
    g_value_set_string (value, self->language);
    break;
  case PROP_SHEET:
    g_value_set_uint (value, self->sheet);
    break;
  case PROP_ANONYMISE:
    g_value_set_boolean (value, self->anonymise);
    break;
  case PROP_QUOTES:
    g_value_set_boolean (value, self->quotes);
    break;
  }
}

static void
bw_report_plan_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwReportPlan *self = BW_REPORT_PLAN (object);

  switch ((BwReportPlanProperty) id) {
  case PROP_TEMPLATE:
    bw_report_plan_set_template (self, g_value_get_string (value));
    break;
  case PROP_TITLE:
    bw_report_plan_set_title (self, g_value_get_string (value));
    break;
  case PROP_LOGO:
    bw_report_plan_set_logo (self, g_value_get_string (value));
    break;
  case PROP_LANGUAGE:
    bw_report_plan_set_language (self, g_value_get_string (value));
    break;
  case PROP_SHEET:
    bw_report_plan_set_sheet (self, g_value_get_uint (value));
    break;
  case PROP_ANONYMISE:
    bw_report_plan_set_anonymise (self, g_value_get_boolean (value));
    break;
  case PROP_QUOTES:
    bw_report_plan_set_quotes (self, g_value_get_boolean (value));
    break;
  }
}

static void
bw_report_plan_finalize (GObject *object)
{
  BwReportPlan *self = BW_REPORT_PLAN (object);

  g_free (self->template);
  g_strfreev (self->sections);
  g_free (self->title);
  g_free (self->logo);
  g_free (self->language);
  g_hash_table_unref (self->comments);
  g_ptr_array_unref (self->actions);
  for (guint i = 0; i < BW_TILES_LAST; i++)
    g_strfreev (self->tiles[i]);
  G_OBJECT_CLASS (bw_report_plan_parent_class)->finalize (object);
}

static void
bw_report_plan_class_init (BwReportPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_report_plan_get_property;
  object_class->set_property = bw_report_plan_set_property;
  object_class->finalize = bw_report_plan_finalize;

  props[PROP_TEMPLATE] = g_param_spec_string ("template", NULL, NULL, USUAL_TEMPLATE, rw);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", rw);
  props[PROP_LOGO] = g_param_spec_string ("logo", NULL, NULL, "", rw);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", rw);
  props[PROP_SHEET] =
      g_param_spec_uint ("sheet", NULL, NULL, 0, BW_SHEET_LETTER, BW_SHEET_LOCALE, rw);
  props[PROP_ANONYMISE] = g_param_spec_boolean ("anonymise", NULL, NULL, FALSE, rw);
  props[PROP_QUOTES] = g_param_spec_boolean ("quotes", NULL, NULL, FALSE, rw);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", BW_TYPE_REPORT_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
  signals[SIGNAL_TILES_CHANGED] =
      g_signal_new ("tiles-changed", BW_TYPE_REPORT_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
bw_report_plan_init (BwReportPlan *self)
{
  self->template = g_strdup (USUAL_TEMPLATE);
  self->title = g_strdup ("");
  self->logo = g_strdup ("");
  self->language = g_strdup ("");
  self->comments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->actions = create_actions ();
}

BwReportPlan *
bw_report_plan_new (void)
{
  return g_object_new (BW_TYPE_REPORT_PLAN, NULL);
}

static GPtrArray *
copy_actions (const GPtrArray *actions)
{
  GPtrArray *copies = create_actions ();

  for (guint i = 0; i < actions->len; i++) {
    const BwReportAction *action = actions->pdata[i];
    g_ptr_array_add (copies, bw_report_action_new (action->text, action->owner, action->due));
  }
  return copies;
}

static void
take_comments (BwReportPlan *self, BwReportPlan *other)
{
  g_autofree const char **sections = bw_report_plan_get_commented (other);
  g_autofree const char **before = bw_report_plan_get_commented (self);
  g_auto (GStrv) gone = g_strdupv ((GStrv) before);

  for (char **section = gone; *section != NULL; section++)
    bw_report_plan_set_comment (self, *section, bw_report_plan_get_comment (other, *section));
  for (const char **section = sections; *section != NULL; section++)
    bw_report_plan_set_comment (self, *section, bw_report_plan_get_comment (other, *section));
}

void
bw_report_plan_take (BwReportPlan *self, BwReportPlan *other)
{
  g_return_if_fail (BW_IS_REPORT_PLAN (self));
  g_return_if_fail (BW_IS_REPORT_PLAN (other));

  bw_report_plan_set_template (self, other->template);
  bw_report_plan_set_sections (self, (const char *const *) other->sections);
  bw_report_plan_set_title (self, other->title);
  bw_report_plan_set_logo (self, other->logo);
  bw_report_plan_set_language (self, other->language);
  bw_report_plan_set_sheet (self, other->sheet);
  bw_report_plan_set_anonymise (self, other->anonymise);
  bw_report_plan_set_quotes (self, other->quotes);
  take_comments (self, other);
  bw_report_plan_set_actions (self, copy_actions (other->actions));
  for (guint i = 0; i < BW_TILES_LAST; i++)
    bw_report_plan_set_tiles (self, i, (const char *const *) other->tiles[i]);
}

BwReportPlan *
bw_report_plan_copy (BwReportPlan *self)
{
  BwReportPlan *copy = bw_report_plan_new ();

  g_return_val_if_fail (BW_IS_REPORT_PLAN (self), NULL);

  bw_report_plan_take (copy, self);
  return copy;
}

const char *
bw_report_plan_get_template (BwReportPlan *self)
{
  return self->template;
}

void
bw_report_plan_set_template (BwReportPlan *self, const char *id)
{
  g_return_if_fail (id != NULL);

  if (!g_set_str (&self->template, id))
    return;
  g_clear_pointer (&self->sections, g_strfreev);
  notify (self, PROP_TEMPLATE);
}

const char *const *
bw_report_plan_get_sections (BwReportPlan *self)
{
  return (const char *const *) self->sections;
}

void
bw_report_plan_set_sections (BwReportPlan *self, const char *const *ids)
{
  if (set_list (&self->sections, ids))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *
bw_report_plan_get_title (BwReportPlan *self)
{
  return self->title;
}

void
bw_report_plan_set_title (BwReportPlan *self, const char *title)
{
  set_text (self, &self->title, title, PROP_TITLE);
}

const char *
bw_report_plan_get_logo (BwReportPlan *self)
{
  return self->logo;
}

void
bw_report_plan_set_logo (BwReportPlan *self, const char *path)
{
  set_text (self, &self->logo, path, PROP_LOGO);
}

const char *
bw_report_plan_get_language (BwReportPlan *self)
{
  return self->language;
}

void
bw_report_plan_set_language (BwReportPlan *self, const char *locale)
{
  set_text (self, &self->language, locale, PROP_LANGUAGE);
}

BwSheet
bw_report_plan_get_sheet (BwReportPlan *self)
{
  return self->sheet;
}

void
bw_report_plan_set_sheet (BwReportPlan *self, BwSheet sheet)
{
  g_return_if_fail (sheet <= BW_SHEET_LETTER);

  if (self->sheet == sheet)
    return;
  self->sheet = sheet;
  notify (self, PROP_SHEET);
}

gboolean
bw_report_plan_get_anonymise (BwReportPlan *self)
{
  return self->anonymise;
}

void
bw_report_plan_set_anonymise (BwReportPlan *self, gboolean anonymise)
{
  set_switch (self, &self->anonymise, anonymise, PROP_ANONYMISE);
}

gboolean
bw_report_plan_get_quotes (BwReportPlan *self)
{
  return self->quotes;
}

void
bw_report_plan_set_quotes (BwReportPlan *self, gboolean quotes)
{
  set_switch (self, &self->quotes, quotes, PROP_QUOTES);
}

const char *
bw_report_plan_get_comment (BwReportPlan *self, const char *section)
{
  const char *text = g_hash_table_lookup (self->comments, section);

  return text != NULL ? text : "";
}

void
bw_report_plan_set_comment (BwReportPlan *self, const char *section, const char *text)
{
  g_return_if_fail (section != NULL);

  if (g_str_equal (bw_report_plan_get_comment (self, section), text != NULL ? text : ""))
    return;
  if (text == NULL || *text == '\0')
    g_hash_table_remove (self->comments, section);
  else
    g_hash_table_insert (self->comments, g_strdup (section), g_strdup (text));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
bw_report_plan_get_commented (BwReportPlan *self)
{
  guint n;
  const char **sections = (const char **) g_hash_table_get_keys_as_array (self->comments, &n);

  qsort (sections, n, sizeof *sections, compare_texts);
  return sections;
}

const GPtrArray *
bw_report_plan_get_actions (BwReportPlan *self)
{
  return self->actions;
}

void
bw_report_plan_set_actions (BwReportPlan *self, GPtrArray *actions)
{
  g_return_if_fail (actions != NULL);

  if (are_equal (self->actions, actions)) {
    g_ptr_array_unref (actions);
    return;
  }
  g_ptr_array_unref (self->actions);
  self->actions = actions;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const char *const *
bw_report_plan_get_tiles (BwReportPlan *self, BwTileList list)
{
  g_return_val_if_fail (list < BW_TILES_LAST, NULL);

  return (const char *const *) self->tiles[list];
}

void
bw_report_plan_set_tiles (BwReportPlan *self, BwTileList list, const char *const *kpis)
{
  g_return_if_fail (list < BW_TILES_LAST);

  if (set_list (&self->tiles[list], kpis))
    g_signal_emit (self, signals[SIGNAL_TILES_CHANGED], 0);
}
