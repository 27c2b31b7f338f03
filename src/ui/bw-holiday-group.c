/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holidays of the settings. Accessibility: that of lists that are edited. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-civil.h"
#include "bw-day-chooser.h"
#include "bw-holiday-group.h"
#include "bw-holidays.h"
#include "bw-messages.h"
#include "bw-plain-row.h"

struct _BwHolidayGroup {
  BwEditGroup parent_instance;

  /* Borrowed: children */
  GtkCalendar *day;
  GtkEditable *name;
};

G_DEFINE_FINAL_TYPE (BwHolidayGroup, bw_holiday_group, BW_TYPE_EDIT_GROUP)

static GPtrArray *
get_holidays (BwEditGroup *group)
{
  return bw_settings_get_holidays (bw_workspace_get_settings (bw_edit_group_get_workspace (group)));
}

static const BwHoliday *
get_holiday (BwEditGroup *group, guint i)
{
  return g_ptr_array_index (get_holidays (group), i);
}

static guint
count (BwEditGroup *group)
{
  return get_holidays (group)->len;
}

static char *
describe (BwEditGroup *group, guint i)
{
  const BwHoliday *holiday = get_holiday (group, i);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", holiday->day, holiday->name);
}

static GtkWidget *
create_row (BwEditGroup *group, guint i)
{
  const BwHoliday *holiday = get_holiday (group, i);
  g_autofree char *date = bw_day_format (holiday->day, "%A, %x");

  return *holiday->name != '\0' ? bw_plain_row_new (holiday->name, date)
                                : bw_plain_row_new (date, NULL);
}

/* All of them but one; skipped: its index, or that of none. */
static BwSettings *
copy_without (BwEditGroup *group, guint skipped)
{
  BwSettings *settings =
      bw_settings_copy (bw_workspace_get_settings (bw_edit_group_get_workspace (group)));

  bw_settings_clear_holidays (settings);
  for (guint i = 0; i < count (group); i++)
    if (i != skipped)
      bw_settings_add_holiday (settings, get_holiday (group, i)->day, get_holiday (group, i)->name);
  return settings;
}

static void
remove_holiday (BwEditGroup *group, guint i)
{
  g_autoptr (BwSettings) settings = copy_without (group, i);

  bw_workspace_set_settings (bw_edit_group_get_workspace (group), settings);
}

/* --- The form ----------------------------------------------------------------------------------
 */

static void
create_form (BwEditGroup *group)
{
  BwHolidayGroup *self = BW_HOLIDAY_GROUP (group);
  GtkWidget *calendar = gtk_calendar_new ();
  /* Large letters in a narrow window: it scrolls. */
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy",
                                      GTK_POLICY_NEVER, "propagate-natural-width", TRUE,
                                      "propagate-natural-height", TRUE, "child", calendar, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE,
                                 "title", _ ("Day"), "child", scrolled, NULL);

  self->day = GTK_CALENDAR (calendar);
  bw_day_chooser_name_arrows (self->day);
  gtk_widget_add_css_class (calendar, "period-calendar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
  bw_edit_group_add_field (group, row);
  self->name = GTK_EDITABLE (bw_edit_group_add_entry (group, _ ("Name")));
}

static gint64
get_day (BwHolidayGroup *self)
{
  return bw_civil_to_days (gtk_calendar_get_year (self->day),
                           gtk_calendar_get_month (self->day) + 1,
                           gtk_calendar_get_day (self->day));
}

static void
show_day (BwHolidayGroup *self, gint64 day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  bw_civil_from_days (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  gtk_calendar_select_day (self->day, date);
}

static guint
find_day (BwEditGroup *group, gint64 day)
{
  guint i = 0;

  while (i < count (group) && get_holiday (group, i)->day != day)
    i++;
  return i;
}

static gboolean
is_complete (BwEditGroup *group)
{
  return TRUE;
}

/* In place of the one of that day. */
static void
add (BwEditGroup *group)
{
  BwHolidayGroup *self = BW_HOLIDAY_GROUP (group);
  gint64 day = get_day (self);
  g_autoptr (BwSettings) settings = copy_without (group, find_day (group, day));

  bw_settings_add_holiday (settings, day, gtk_editable_get_text (self->name));
  gtk_editable_set_text (self->name, "");
  bw_workspace_set_settings (bw_edit_group_get_workspace (group), settings);
}

static void
edit (BwEditGroup *group, guint i)
{
  BwHolidayGroup *self = BW_HOLIDAY_GROUP (group);

  show_day (self, get_holiday (group, i)->day);
  gtk_editable_set_text (self->name, get_holiday (group, i)->name);
}

/* --- Import ------------------------------------------------------------------------------------
 */

typedef struct {
  GFile *file;
  BwSettings *settings; /* to be added to */
  BwDataset *dataset;
  BwZone *zone;
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->file);
  bw_settings_unref (import->settings);
  g_object_unref (import->dataset);
  bw_zone_unref (import->zone);
  g_free (import);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Import *import = task_data;
  GError *error = NULL;
  int n = bw_settings_import_holidays (import->settings, import->file, import->dataset,
                                       import->zone, cancellable, &error);

  if (n >= 0)
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

static void
tell_imported (BwHolidayGroup *self, int n)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  g_autofree char *words =
      n > 0 ? g_strdup_printf (ngettext ("%d holiday added", "%d holidays added", n), n)
            : g_strdup (_ ("All of these holidays are there already"));

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), adw_toast_new (words));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer unused)
{
  BwHolidayGroup *self = BW_HOLIDAY_GROUP (source);
  BwWorkspace *workspace = bw_edit_group_get_workspace (BW_EDIT_GROUP (self));
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  int n = (int) g_task_propagate_int (G_TASK (result), &error);

  if (workspace == NULL)
    return;
  if (n < 0) {
    bw_messages_show_error (GTK_WIDGET (self), _ ("Holidays Not Imported"), error->message);
    return;
  }
  bw_workspace_set_settings (workspace, import->settings);
  tell_imported (self, n);
}

void
bw_holiday_group_import (BwHolidayGroup *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, imported_cb, NULL);
  BwWorkspace *workspace = bw_edit_group_get_workspace (BW_EDIT_GROUP (self));
  Import *import = g_new0 (Import, 1);

  import->file = g_object_ref (file);
  import->settings = bw_settings_copy (bw_workspace_get_settings (workspace));
  import->dataset = g_object_ref (bw_workspace_get_dataset (workspace));
  import->zone = bw_zone_ref (bw_workspace_get_zone (workspace));
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, import_in_thread);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwHolidayGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (bw_edit_group_get_workspace (BW_EDIT_GROUP (self)) == NULL)
    return;
  if (file != NULL)
    bw_holiday_group_import (self, file);
  else
    bw_messages_show_dialog_error (GTK_WIDGET (self), error);
}

static void
import_cb (BwHolidayGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) calendars = gtk_file_filter_new ();

  gtk_file_filter_set_name (calendars, _ ("Calendars"));
  gtk_file_filter_add_suffix (calendars, "ics");
  gtk_file_dialog_set_title (dialog, _ ("Import Holidays"));
  gtk_file_dialog_set_default_filter (dialog, calendars);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

static void
add_import_button (BwHolidayGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Import…"));

  gtk_widget_set_tooltip_text (button, _ ("Add the holidays of a calendar file (.ics)"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_holiday_group_class_init (BwHolidayGroupClass *klass)
{
  BwEditGroupClass *group_class = BW_EDIT_GROUP_CLASS (klass);

  group_class->form_title = N_ ("Add a Holiday");
  group_class->add_label = N_ ("_Add Holiday");
  group_class->count = count;
  group_class->describe = describe;
  group_class->create_row = create_row;
  group_class->remove = remove_holiday;
  group_class->create_form = create_form;
  group_class->is_complete = is_complete;
  group_class->add = add;
  group_class->edit = edit;
}

static void
bw_holiday_group_init (BwHolidayGroup *self)
{
  add_import_button (self);
}

GtkWidget *
bw_holiday_group_new (BwWorkspace *workspace)
{
  BwHolidayGroup *self =
      g_object_new (BW_TYPE_HOLIDAY_GROUP, "title",
                    _ ("Holidays"), "description",
                      _ ("Days on which nobody works. They close all business hours."), NULL);
  BwPeriod *period = bw_workspace_get_period (workspace);

  bw_edit_group_start (BW_EDIT_GROUP (self), workspace, "settings");
  if (period != NULL)
    show_day (self, bw_day_around (period->from, bw_workspace_get_zone (workspace)));
  return GTK_WIDGET (self);
}
