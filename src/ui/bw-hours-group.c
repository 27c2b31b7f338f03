/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedules of the settings. Accessibility: that of lists that are edited. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-hours-group.h"
#include "bw-hours-row.h"
#include "bw-members.h"

#define FIRST_HOURS "Mon-Fri 09:00-17:00"

/* Whose hours these may be. */
typedef struct {
  BwFieldId field;
  char *value; /* NULL of everyone */
} Owner;

struct _BwHoursGroup {
  BwEditGroup parent_instance;

  /* Borrowed: a child */
  AdwComboRow *chooser;

  /* Owned */
  GPtrArray *owners; /* Owner, as in the chooser */
  char *opened;      /* the row that opens once it is there, or NULL */
};

G_DEFINE_FINAL_TYPE (BwHoursGroup, bw_hours_group, BW_TYPE_EDIT_GROUP)

static void
owner_free (Owner *owner)
{
  g_free (owner->value);
  g_free (owner);
}

static GPtrArray *
get_schedules (BwEditGroup *group)
{
  return bw_settings_get_schedules (
      bw_workspace_get_settings (bw_edit_group_get_workspace (group)));
}

static guint
count (BwEditGroup *group)
{
  return get_schedules (group)->len;
}

static char *
describe (BwEditGroup *group, guint i)
{
  const BwSchedule *schedule = g_ptr_array_index (get_schedules (group), i);

  return bw_hours_name_schedule (schedule->field, schedule->value);
}

static GtkWidget *
create_row (BwEditGroup *group, guint i)
{
  BwHoursGroup *self = BW_HOURS_GROUP (group);
  const BwSchedule *schedule = g_ptr_array_index (get_schedules (group), i);
  g_autofree char *name = describe (group, i);
  BwHoursRow *row =
      bw_hours_row_new (bw_edit_group_get_workspace (group), schedule->field, schedule->value);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_strcmp0 (name, self->opened) == 0);
  return GTK_WIDGET (row);
}

static void
set_hours (BwEditGroup *group, BwFieldId field, const char *value, const char *hours)
{
  BwWorkspace *workspace = bw_edit_group_get_workspace (group);
  g_autoptr (BwSettings) settings = bw_settings_copy (bw_workspace_get_settings (workspace));

  if (bw_settings_set_schedule (settings, field, value, hours, NULL))
    bw_workspace_set_settings (workspace, settings);
}

static void
remove_schedule (BwEditGroup *group, guint i)
{
  const BwSchedule *schedule = g_ptr_array_index (get_schedules (group), i);
  g_autofree char *value = g_strdup (schedule->value);

  g_clear_pointer (&BW_HOURS_GROUP (group)->opened, g_free);
  set_hours (group, schedule->field, value, NULL);
}

/* --- The form ----------------------------------------------------------------------------------
 */

static void
add_owner (BwHoursGroup *self, GPtrArray *titles, BwFieldId field, const char *value)
{
  Owner *owner = g_new0 (Owner, 1);

  owner->field = field;
  owner->value = g_strdup (value);
  g_ptr_array_add (self->owners, owner);
  g_ptr_array_add (titles, bw_hours_name_schedule (field, value));
}

static void
create_form (BwEditGroup *group)
{
  static const BwFieldId fields[] = { BW_FIELD_TEAM, BW_FIELD_CHANNEL, BW_FIELD_SITE,
                                      BW_FIELD_PRIORITY };
  BwHoursGroup *self = BW_HOURS_GROUP (group);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  add_owner (self, titles, BW_FIELD_NONE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_auto (GStrv) members = bw_members_list (bw_edit_group_get_workspace (group), fields[i]);
    for (char **member = members; *member != NULL; member++)
      add_owner (self, titles, fields[i], *member);
  }
  g_ptr_array_add (titles, NULL);
  self->chooser = ADW_COMBO_ROW (
      bw_edit_group_add_choice (group, _ ("For"), (const char *const *) titles->pdata));
}

static const Owner *
get_owner (BwHoursGroup *self)
{
  guint i = adw_combo_row_get_selected (self->chooser);

  return i < self->owners->len ? g_ptr_array_index (self->owners, i) : NULL;
}

/* Not when there are such hours: they are edited in their row. */
static gboolean
is_complete (BwEditGroup *group)
{
  const Owner *owner = get_owner (BW_HOURS_GROUP (group));
  GPtrArray *schedules = get_schedules (group);

  for (guint i = 0; owner != NULL && i < schedules->len; i++) {
    const BwSchedule *schedule = g_ptr_array_index (schedules, i);
    if (schedule->field == owner->field && g_strcmp0 (schedule->value, owner->value) == 0)
      return FALSE;
  }
  return owner != NULL;
}

static void
add (BwEditGroup *group)
{
  BwHoursGroup *self = BW_HOURS_GROUP (group);
  const Owner *owner = get_owner (self);

  g_free (self->opened);
  self->opened = bw_hours_name_schedule (owner->field, owner->value);
  set_hours (group, owner->field, owner->value, FIRST_HOURS);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_hours_group_finalize (GObject *object)
{
  BwHoursGroup *self = BW_HOURS_GROUP (object);

  g_ptr_array_unref (self->owners);
  g_free (self->opened);
  G_OBJECT_CLASS (bw_hours_group_parent_class)->finalize (object);
}

static void
bw_hours_group_class_init (BwHoursGroupClass *klass)
{
  BwEditGroupClass *group_class = BW_EDIT_GROUP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_hours_group_finalize;
  group_class->form_title = N_ ("Add Business Hours");
  group_class->add_label = N_ ("_Add Hours");
  group_class->count = count;
  group_class->describe = describe;
  group_class->create_row = create_row;
  group_class->remove = remove_schedule;
  group_class->create_form = create_form;
  group_class->is_complete = is_complete;
  group_class->add = add;
}

static void
bw_hours_group_init (BwHoursGroup *self)
{
  self->owners = g_ptr_array_new_with_free_func ((GDestroyNotify) owner_free);
}

GtkWidget *
bw_hours_group_new (BwWorkspace *workspace)
{
  BwHoursGroup *self =
      g_object_new (BW_TYPE_HOURS_GROUP, "title",
                    _ ("Business Hours"), "description",
                      _ ("Spans of time count only within these hours. Write the times of a day as "
                       "09:00-12:00 13:00-17:00; 22:00-06:00 runs past midnight, and a day "
                       "without times is closed."),
                        NULL);

  bw_edit_group_start (BW_EDIT_GROUP (self), workspace, "settings");
  return GTK_WIDGET (self);
}
