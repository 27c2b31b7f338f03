/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates of reports: those of the program and the user's own. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-error.h"
#include "bw-metric.h"
#include "bw-report-template.h"
#include "bw-section.h"

/* Of the compiled data/reports. */
void bw_reports_register_resource (void);

#define RESOURCE_FOLDER "/io/github/bellwether/Bellwether/reports"
#define GROUP "Report"
#define SUFFIX ".report"

struct _BwReportTemplate {
  char *id;
  char *name;
  GStrv sections;
  GHashTable *lists; /* "section/key" -> GStrv */
};

/* Translators: names of the reports that the program can write */
G_GNUC_UNUSED static const char *const names[] = {
  N_ ("Monthly report"),
  N_ ("One-page summary"),
  N_ ("Report for finance"),
  N_ ("Team report"),
};

void
bw_report_template_free (BwReportTemplate *template)
{
  g_free (template->id);
  g_free (template->name);
  g_strfreev (template->sections);
  g_hash_table_unref (template->lists);
  g_free (template);
}

static void
read_lists (BwReportTemplate *template, GKeyFile *file, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (char **key = keys; key != NULL && *key != NULL; key++)
    g_hash_table_insert (template->lists, g_strconcat (group, "/", *key, NULL),
                         g_key_file_get_string_list (file, group, *key, NULL, NULL));
}

static gboolean
is_kpi (const char *id)
{
  return bw_metric_find (id) != NULL;
}

static gboolean
is_field (const char *id)
{
  return bw_field_find (id) != NULL;
}

static gboolean
is_section (const char *id)
{
  return bw_section_find (id) != NULL;
}

/* What the lists of a template hold. */
static const struct {
  const char *key;
  gboolean (*exists) (const char *id);
} keys[] = {
  { "Kpis", is_kpi },     { "Charts", is_kpi },       { "Distributions", is_kpi },
  { "Splits", is_field }, { "Sections", is_section },
};

/* A word that stands for nothing would be a part of the report that is missing without a word. */
static gboolean
check_list (const char *id, const char *key, const char *const *words, GError **error)
{
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    for (guint i = 0; g_str_equal (keys[k].key, key) && words && words[i]; i++)
      if (!keys[k].exists (words[i])) {
        g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                     _ ("%s%s: “%s” of “%s” does not exist"), id, SUFFIX, words[i], key);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_lists (const BwReportTemplate *template, GError **error)
{
  GHashTableIter iter;
  gpointer path, words;

  g_hash_table_iter_init (&iter, template->lists);
  while (g_hash_table_iter_next (&iter, &path, &words)) {
    const char *key = strrchr (path, '/') + 1;
    g_autofree char *group = g_strndup (path, (gsize) (key - 1 - (const char *) path));

    if (!g_str_equal (group, GROUP) && !is_section (group)) {
      g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                   _ ("%s%s: there is no section “%s”"), template->id, SUFFIX, group);
      return FALSE;
    }
    if (!check_list (template->id, key, words, error))
      return FALSE;
  }
  return TRUE;
}

BwReportTemplate *
bw_report_template_read (const char *id, GBytes *bytes, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  GError *problem = NULL;
  BwReportTemplate *template;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &problem) ||
      !g_key_file_has_key (file, GROUP, "Sections", &problem)) {
    g_set_error (error, BW_ERROR, BW_ERROR_FORMAT,
                 _("%s%s is no template of a report: %s"), id, SUFFIX,
                   problem ? problem->message : "Sections");
    g_clear_error (&problem);
    return NULL;
  }
  template = g_new0 (BwReportTemplate, 1);
  template->id = g_strdup (id);
  template->name = g_key_file_get_locale_string (file, GROUP, "Name", NULL, NULL);
  template->sections = g_key_file_get_string_list (file, GROUP, "Sections", NULL, NULL);
  template->lists =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++)
    read_lists (template, file, *group);
  if (check_lists (template, error))
    return template;
  bw_report_template_free (template);
  return NULL;
}

/* All that was read, once. */
typedef struct {
  GHashTable *by_id;   /* BwReportTemplate */
  GHashTable *broken;  /* id -> what is wrong */
  GPtrArray *sorted;   /* BwReportTemplate */
  GPtrArray *problems; /* of the broken, NULL-terminated */
} Library;

static void
add_template (Library *library, const char *file_name, GBytes *bytes)
{
  g_autofree char *id = g_strndup (file_name, strlen (file_name) - strlen (SUFFIX));
  g_autoptr (GError) error = NULL;
  BwReportTemplate *template = bw_report_template_read (id, bytes, &error);

  if (template != NULL) {
    g_hash_table_insert (library->by_id, g_steal_pointer (&id), template);
    return;
  }
  g_ptr_array_add (library->problems, g_strdup (error->message));
  g_hash_table_insert (library->broken, g_steal_pointer (&id), g_strdup (error->message));
}

static void
add_built_in (Library *library)
{
  g_auto (GStrv) found = NULL;

  bw_reports_register_resource ();
  found = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (char **name = found; name != NULL && *name != NULL; name++) {
    g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", *name, NULL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    add_template (library, *name, bytes);
  }
}

static void
add_own (Library *library)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "bellwether", "reports", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *text = NULL;
    gsize length;

    if (g_str_has_suffix (name, SUFFIX) && g_file_get_contents (path, &text, &length, NULL)) {
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);

      add_template (library, name, bytes);
    }
  }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BwReportTemplate *const *) a)->id, (*(BwReportTemplate *const *) b)->id);
}

static Library *
read_all (void)
{
  Library *library = g_new0 (Library, 1);

  library->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  library->broken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  library->problems = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  add_built_in (library);
  add_own (library);
  library->sorted = g_hash_table_get_values_as_ptr_array (library->by_id);
  g_ptr_array_sort (library->sorted, compare_ids);
  return library;
}

static const Library *
get_library (void)
{
  static Library *library;

  if (g_once_init_enter_pointer (&library))
    g_once_init_leave_pointer (&library, read_all ());
  return library;
}

const GPtrArray *
bw_report_templates (void)
{
  return get_library ()->sorted;
}

const char *const *
bw_report_template_list_problems (void)
{
  static const char *const none[] = { NULL };
  const GPtrArray *problems = get_library ()->problems;

  return problems->len > 0 ? (const char *const *) problems->pdata : none;
}

const BwReportTemplate *
bw_report_template_find (const char *id, GError **error)
{
  const GPtrArray *templates = bw_report_templates ();
  const char *problem = g_hash_table_lookup (get_library ()->broken, id);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < templates->len; i++) {
    const BwReportTemplate *template = templates->pdata[i];

    if (g_str_equal (template->id, id))
      return template;
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", template->id);
  }
  if (problem != NULL) {
    g_set_error_literal (error, BW_ERROR, BW_ERROR_FIELD, problem);
    return NULL;
  }
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _("There is no template “%s”; the known ones are: %s"), id, known->str);
  return NULL;
}

const char *
bw_report_template_get_id (const BwReportTemplate *template)
{
  return template->id;
}

const char *
bw_report_template_get_name (const BwReportTemplate *template)
{
  return template->name != NULL && *template->name != '\0' ? _(template->name) : template->id;
}

const char *const *
bw_report_template_get_sections (const BwReportTemplate *template)
{
  return (const char *const *) template->sections;
}

const char *const *
bw_report_template_get_list (const BwReportTemplate *template, const char *section, const char *key)
{
  g_autofree char *path = g_strconcat (section, "/", key, NULL);

  return g_hash_table_lookup (template->lists, path);
}
