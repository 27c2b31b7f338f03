/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a plan down as a profile. */
#include "config.h"

#include <errno.h>
#include <math.h>

#include "bw-own-profile.h"
#include "bw-profile.h"

#define GROUP "profile"

static GStrv
list_header (const BwPlan *plan)
{
  GStrv header = g_new0 (char *, plan->columns->len + 1);
  for (guint i = 0; i < plan->columns->len; i++)
    header[i] = g_strdup (((BwColumnPlan *) plan->columns->pdata[i])->header);
  return header;
}

/* Adds a name to a list of the key file. */
static void
add_name (GKeyFile *file, const char *group, const char *key, const char *name)
{
  g_auto (GStrv) before = g_key_file_get_string_list (file, group, key, NULL, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  if (before)
    g_strv_builder_addv (names, (const char **) before);
  g_strv_builder_add (names, name);
  g_auto (GStrv) list = g_strv_builder_end (names);
  g_key_file_set_string_list (file, group, key, (const char *const *) list, g_strv_length (list));
}

static void
write_column (GKeyFile *file, const BwColumnPlan *column, const BwColumnOverride *override)
{
  const BwField *field = bw_field_get (column->field);
  if (!field) {
    if (*column->header)
      add_name (file, "known", "headers", column->header);
    return;
  }
  add_name (file, "columns", field->name, column->header);
  if (field->value == BW_VALUE_DURATION && override && override->has_unit)
    g_key_file_set_string (file, "units", field->name, bw_duration_unit_to_string (override->unit));
  if (field->value == BW_VALUE_RATING && override && !isnan (override->scale_high)) {
    g_autofree char *scale = g_strdup_printf ("%g-%g", override->scale_low, override->scale_high);
    g_key_file_set_string (file, "scales", field->name, scale);
  }
  if (override && override->effort != BW_EFFORT_UNKNOWN)
    g_key_file_set_string (file, GROUP, "effort",
                           override->effort == BW_EFFORT_HIGH_IS_EASY ? "high-is-easy"
                                                                      : "high-is-hard");
  if (override && override->rank != BW_RANK_UNKNOWN)
    g_key_file_set_string (file, GROUP, "priority", bw_rank_to_string (override->rank));
}

/* The product's own profile goes on to say what its words and units mean. */
static void
write_base (GKeyFile *file, const BwPlan *plan)
{
  BwProfile *profile = bw_profiles_find (plan->profile, NULL);
  const char *base =
      profile && bw_profile_is_own (profile) ? bw_profile_get_base (profile) : plan->profile;
  if (profile && base)
    g_key_file_set_string (file, GROUP, "base", base);
}

static void
write_habits (GKeyFile *file, const BwOverrides *overrides, const char *sniffed)
{
  if (overrides->zone)
    g_key_file_set_string (file, GROUP, "time-zone", overrides->zone);
  if (overrides->order != BW_DATE_UNDECIDED && overrides->order != BW_DATE_MONTH)
    g_key_file_set_string (file, GROUP, "date-order", bw_date_order_to_string (overrides->order));
  if (overrides->encoding)
    g_key_file_set_string (file, GROUP, "encoding", overrides->encoding);
  if (overrides->delimiter) {
    const char delimiter[] = { overrides->delimiter, '\0' };
    g_key_file_set_string (file, GROUP, "delimiter", delimiter);
  }
  if ((overrides->encoding || overrides->delimiter) && sniffed)
    g_key_file_set_string (file, GROUP, "sniffed", sniffed);
}

static gboolean
save (GKeyFile *file, const char *id, GError **error)
{
  g_autofree char *folder = bw_profiles_get_own_folder ();
  g_autofree char *name = g_strconcat (id, ".profile", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    int problem = errno;
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (problem), "%s: %s", folder,
                 g_strerror (problem));
    return FALSE;
  }
  return g_key_file_save_to_file (file, path, error);
}

char *
bw_own_profile_save (const BwPlan *plan,
                     const BwOverrides *overrides,
                     const char *title,
                     const char *sniffed,
                     GError **error)
{
  g_return_val_if_fail (plan && overrides && title, NULL);
  g_auto (GStrv) header = list_header (plan);
  g_autofree char *fingerprint = bw_profile_fingerprint ((const char *const *) header);
  g_autofree char *id = g_strconcat ("own-", fingerprint, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_key_file_set_string (file, GROUP, "title", title);
  g_key_file_set_string (file, GROUP, "kind", bw_kind_to_string (plan->kind));
  g_key_file_set_string (file, GROUP, "fingerprint", fingerprint);
  write_base (file, plan);
  write_habits (file, overrides, sniffed);
  for (guint i = 0; i < plan->columns->len; i++)
    write_column (file, plan->columns->pdata[i], bw_overrides_get_column (overrides, i));
  return save (file, id, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
bw_own_profile_forget (const char *id, GError **error)
{
  g_return_val_if_fail (id, FALSE);
  g_autofree char *folder = bw_profiles_get_own_folder ();
  g_autofree char *name = g_strconcat (id, ".profile", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  return g_file_delete (file, NULL, error);
}
