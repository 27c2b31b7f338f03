/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report looks like: "report" and "overview" of a saved report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-saved.h"

/* In the order in which they are set: another template forgets the sections. */
static const struct {
  const char *key;
  const char *(*get) (BwReportPlan *plan);
  void (*set) (BwReportPlan *plan, const char *text);
} texts[] = {
  { "report.template", bw_report_plan_get_template, bw_report_plan_set_template },
  { "report.title", bw_report_plan_get_title, bw_report_plan_set_title },
  { "report.language", bw_report_plan_get_language, bw_report_plan_set_language },
};

static const struct {
  const char *key;
  gboolean (*get) (BwReportPlan *plan);
  void (*set) (BwReportPlan *plan, gboolean flag);
} flags[] = {
  { "report.anonymise", bw_report_plan_get_anonymise, bw_report_plan_set_anonymise },
  { "report.quotes", bw_report_plan_get_quotes, bw_report_plan_set_quotes },
};

static const struct {
  const char *key;
  BwTileList list;
} lists[] = {
  { "overview.order", BW_TILES_ORDER },
  { "overview.pinned", BW_TILES_PINNED },
  { "overview.hidden", BW_TILES_HIDDEN },
};

/* By their enum. */
static const char *const papers[] = { "locale", "a4", "letter", NULL };

/* --- Reading ---------------------------------------------------------------------------------
 */

static gboolean
read_texts (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  g_auto (GStrv) sections = NULL;
  const char *logo;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *text;
    if (!bw_saved_get_text (self, object, texts[i].key, &text, error))
      return FALSE;
    if (text != NULL)
      texts[i].set (plan, text);
  }
  if (!bw_saved_get_text (self, object, "report.logo", &logo, error) ||
      !bw_saved_get_texts (self, object, "report.sections", &sections, error))
    return FALSE;
  if (logo != NULL && *logo != '\0') {
    g_autofree char *path = bw_saved_resolve_path (logo, self->folder);
    bw_report_plan_set_logo (plan, path);
  }
  bw_report_plan_set_sections (plan, (const char *const *) sections);
  return TRUE;
}

static gboolean
read_flags (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    gboolean flag = flags[i].get (plan);
    if (!bw_saved_get_flag (self, object, flags[i].key, &flag, error))
      return FALSE;
    flags[i].set (plan, flag);
  }
  return TRUE;
}

static gboolean
read_actions (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) actions =
                g_ptr_array_new_with_free_func ((GDestroyNotify) bw_report_action_free);
  Json *list, *item;
  size_t i, n;

  if (!bw_saved_get_list (self, object, "report.actions", &list, error))
    return FALSE;
  yyjson_mut_arr_foreach (list, i, n, item)
  {
    const char *text, *owner, *due;

    if (!bw_saved_need_text (self, item, "report.actions.text", &text, error) ||
        !bw_saved_get_text (self, item, "report.actions.owner", &owner, error) ||
        !bw_saved_get_text (self, item, "report.actions.due", &due, error))
      return FALSE;
    g_ptr_array_add (actions, bw_report_action_new (text, owner, due));
  }
  bw_report_plan_set_actions (plan, g_steal_pointer (&actions));
  return TRUE;
}

static gboolean
read_comments (const BwReportFile *self, Json *object, BwReportPlan *plan, GError **error)
{
  Json *comments, *key, *value;
  size_t i, n;

  if (!bw_saved_get_object (self, object, "report.comments", &comments, error))
    return FALSE;
  yyjson_mut_obj_foreach (comments, i, n, key, value)
  {
    if (!yyjson_mut_is_str (value))
      return bw_saved_fail (self, "report.comments", _ ("an object of texts"), error);
    bw_report_plan_set_comment (plan, yyjson_mut_get_str (key), yyjson_mut_get_str (value));
  }
  return TRUE;
}

static gboolean
read_overview (const BwReportFile *self, Json *root, BwReportPlan *plan, GError **error)
{
  Json *object;

  if (!bw_saved_get_object (self, root, "overview", &object, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_auto (GStrv) kpis = NULL;
    if (!bw_saved_get_texts (self, object, lists[i].key, &kpis, error))
      return FALSE;
    bw_report_plan_set_tiles (plan, lists[i].list, (const char *const *) kpis);
  }
  return TRUE;
}

BwReportPlan *
bw_saved_read_plan (const BwReportFile *self, Json *root, GError **error)
{
  g_autoptr (BwReportPlan) plan = bw_report_plan_new ();
  guint sheet = BW_SHEET_LOCALE;
  Json *object;

  if (!bw_saved_get_object (self, root, "report", &object, error) ||
      !read_texts (self, object, plan, error) || !read_flags (self, object, plan, error) ||
      !bw_saved_get_word (self, object, "report.paper", papers, &sheet, error) ||
      !read_comments (self, object, plan, error) || !read_actions (self, object, plan, error) ||
      !read_overview (self, root, plan, error))
    return NULL;
  bw_report_plan_set_sheet (plan, sheet);
  return g_steal_pointer (&plan);
}

/* --- Writing ---------------------------------------------------------------------------------
 */

static void
write_comments (BwReportPlan *plan, JsonDoc *doc, Json *object)
{
  Json *comments = bw_saved_put_object (doc, object, "comments");
  g_autofree const char **commented = bw_report_plan_get_commented (plan);

  for (const char **section = commented; *section != NULL; section++)
    bw_saved_put_text (doc, comments, *section, bw_report_plan_get_comment (plan, *section));
}

static void
write_actions (BwReportPlan *plan, JsonDoc *doc, Json *object)
{
  const GPtrArray *actions = bw_report_plan_get_actions (plan);
  Json *list = bw_saved_put_list (doc, object, "actions");

  for (guint i = 0; i < actions->len; i++) {
    const BwReportAction *action = actions->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_text (doc, item, "text", action->text);
    bw_saved_put_text (doc, item, "owner", action->owner);
    bw_saved_put_text (doc, item, "due", action->due);
  }
}

void
bw_saved_write_plan (BwReportPlan *plan, const char *folder, JsonDoc *doc, Json *root)
{
  Json *object = bw_saved_put_object (doc, root, "report");
  const char *logo = bw_report_plan_get_logo (plan);
  g_autofree char *path = *logo != '\0' ? bw_saved_spell_path (logo, folder) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bw_saved_put_text (doc, object, bw_saved_last_part (texts[i].key), texts[i].get (plan));
  bw_saved_put_texts (doc, object, "sections", bw_report_plan_get_sections (plan));
  bw_saved_put_text (doc, object, "logo", path);
  bw_saved_put_text (doc, object, "paper", papers[bw_report_plan_get_sheet (plan)]);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    bw_saved_put_flag (doc, object, bw_saved_last_part (flags[i].key), flags[i].get (plan));
  write_comments (plan, doc, object);
  write_actions (plan, doc, object);
  object = bw_saved_put_object (doc, root, "overview");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    bw_saved_put_texts (doc, object, bw_saved_last_part (lists[i].key),
                        bw_report_plan_get_tiles (plan, lists[i].list));
}
