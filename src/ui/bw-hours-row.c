/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that opens to the times of each weekday.
 *
 * Shortcuts: Enter applies what was typed. Accessibility: entries are named by their days; times
 * that cannot be read are invalid, and why is told by the row. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-civil.h"
#include "bw-edit-group.h"
#include "bw-hours-row.h"
#include "bw-report-widget.h"
#include "bw-week.h"

#define DAYS 7
/* Monday to Friday, in one entry. */
#define WORKDAYS 5

struct _BwHoursRow {
  AdwExpanderRow parent_instance;

  BwFieldId field;

  /* Borrowed: children */
  GtkWidget *all; /* of Monday to Friday */
  GtkWidget *days[DAYS];

  /* Owned */
  BwWorkspace *workspace;
  char *value;
};

G_DEFINE_FINAL_TYPE (BwHoursRow, bw_hours_row, ADW_TYPE_EXPANDER_ROW)

static const char *
get_hours (BwHoursRow *self)
{
  GPtrArray *schedules = bw_settings_get_schedules (bw_workspace_get_settings (self->workspace));

  for (guint i = 0; i < schedules->len; i++) {
    const BwSchedule *schedule = g_ptr_array_index (schedules, i);
    if (schedule->field == self->field && g_strcmp0 (schedule->value, self->value) == 0)
      return schedule->hours;
  }
  return "";
}

/* --- Words -------------------------------------------------------------------------------------
 */

/* 5 January 1970 was a Monday. */
static char *
name_day (int weekday, const char *format)
{
  return bw_day_format (bw_civil_to_days (1970, 1, 5) + weekday, format);
}

static char *
name_days (int first, int last)
{
  g_autofree char *from = name_day (first, "%a");
  g_autofree char *to = name_day (last, "%a");

  return last > first ? g_strdup_printf ("%s–%s", from, to) : g_steal_pointer (&from);
}

/* "Mon–Thu 09:00-17:00, Fri 09:00-14:00" with the days' names in the user's language. */
static char *
describe_hours (const char *hours)
{
  GString *text = g_string_new (NULL);

  for (int first = 0, next; first < DAYS; first = next) {
    g_autofree char *times = bw_week_get_day (hours, first);
    g_autofree char *days = NULL;
    for (next = first + 1; next < DAYS; next++) {
      g_autofree char *other = bw_week_get_day (hours, next);
      if (!g_str_equal (other, times))
        break;
    }
    if (*times == '\0')
      continue;
    days = name_days (first, next - 1);
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", days, times);
  }
  return g_string_free_and_steal (text);
}

char *
bw_hours_name_schedule (BwFieldId field, const char *value)
{
  if (field == BW_FIELD_NONE)
    /* Translators: business hours of all tickets that have none of their own */
    return g_strdup (_ ("Everyone"));
  /* Translators: a dimension and one of its members: "Channel: Chat" */
  return g_strdup_printf (C_ ("member", "%s: %s"), bw_field_get_title (field), value);
}

/* --- Days --------------------------------------------------------------------------------------
 */

static void
show_times (GtkWidget *entry, const char *times)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), times))
    gtk_editable_set_text (GTK_EDITABLE (entry), times);
  bw_edit_group_mark_entry (entry, FALSE);
}

static void
update (BwHoursRow *self)
{
  const char *hours = get_hours (self);
  g_autofree char *monday = bw_week_get_day (hours, 0);
  g_autofree char *summary = describe_hours (hours);
  gboolean same = TRUE;

  for (int day = 0; day < DAYS; day++) {
    g_autofree char *times = bw_week_get_day (hours, day);
    show_times (self->days[day], times);
    same &= day >= WORKDAYS || g_str_equal (times, monday);
  }
  show_times (self->all, same ? monday : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
}

/* Hours of no day are no hours: the schedule would be gone while it is edited. */
static void
set_hours (BwHoursRow *self, GtkWidget *entry, const char *hours, const GError *error)
{
  g_autoptr (BwSettings) settings = bw_settings_copy (bw_workspace_get_settings (self->workspace));
  const char *problem = error != NULL ? error->message : _ ("At least one day needs hours.");

  if (hours == NULL || *hours == '\0') {
    bw_edit_group_mark_entry (entry, TRUE);
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), problem);
    return;
  }
  if (!bw_settings_set_schedule (settings, self->field, self->value, hours, NULL))
    g_return_if_reached ();
  bw_workspace_set_settings (self->workspace, settings);
  update (self);
}

static void
apply_cb (BwHoursRow *self, GtkWidget *entry)
{
  const char *times = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean all = entry == self->all;
  g_autofree char *hours = g_strdup (get_hours (self));
  g_autoptr (GError) error = NULL;

  for (int day = 0; hours != NULL && day < (all ? WORKDAYS : DAYS); day++) {
    char *next;
    if (!all && entry != self->days[day])
      continue;
    next = bw_week_set_day (hours, day, times, &error);
    g_free (hours);
    hours = next;
  }
  set_hours (self, entry, hours, error);
}

static GtkWidget *
add_entry (BwHoursRow *self, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  return entry;
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_hours_row_dispose (GObject *object)
{
  BwHoursRow *self = BW_HOURS_ROW (object);

  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->value, g_free);
  G_OBJECT_CLASS (bw_hours_row_parent_class)->dispose (object);
}

static void
bw_hours_row_class_init (BwHoursRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_hours_row_dispose;
}

static void
bw_hours_row_init (BwHoursRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->all = add_entry (self, _ ("Monday to Friday"));
  for (int day = 0; day < DAYS; day++) {
    g_autofree char *name = name_day (day, "%A");
    self->days[day] = add_entry (self, name);
  }
}

BwHoursRow *
bw_hours_row_new (BwWorkspace *workspace, BwFieldId field, const char *value)
{
  BwHoursRow *self = g_object_new (BW_TYPE_HOURS_ROW, NULL);
  g_autofree char *title = bw_hours_name_schedule (field, value);

  self->workspace = g_object_ref (workspace);
  self->field = field;
  self->value = g_strdup (value);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "settings", NULL);
  return self;
}
