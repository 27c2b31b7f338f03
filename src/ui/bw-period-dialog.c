/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a period from one day to another, both included.
 *
 * Shortcuts: Enter chooses, Escape closes. Accessibility: two calendars named by what they choose;
 * the rows above them tell the chosen days. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-civil.h"
#include "bw-day-chooser.h"
#include "bw-period-dialog.h"

struct _BwPeriodDialog {
  AdwDialog parent_instance;

  /* Template */
  AdwExpanderRow *first_row;
  AdwExpanderRow *last_row;
  GtkCalendar *first;
  GtkCalendar *last;
  GtkWidget *problem;

  /* Owned */
  BwZone *zone;
};

typedef enum {
  CHOSEN,
  LAST_SIGNAL,
} BwPeriodDialogSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwPeriodDialog, bw_period_dialog, ADW_TYPE_DIALOG)

static gint64
get_day (GtkCalendar *calendar)
{
  return bw_civil_to_days (gtk_calendar_get_year (calendar), gtk_calendar_get_month (calendar) + 1,
                           gtk_calendar_get_day (calendar));
}

static void
set_day (GtkCalendar *calendar, gint64 day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  bw_civil_from_days (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  gtk_calendar_select_day (calendar, date);
}

static void
show_day (AdwExpanderRow *row, GtkCalendar *calendar)
{
  g_autofree char *text = bw_day_format (get_day (calendar), "%x");

  adw_expander_row_set_subtitle (row, text);
}

static void
date_chosen_cb (BwPeriodDialog *self)
{
  gboolean valid = get_day (self->first) <= get_day (self->last);

  show_day (self->first_row, self->first);
  show_day (self->last_row, self->last);
  gtk_widget_set_visible (self->problem, !valid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "period.choose", valid);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwPeriodDialog *self = BW_PERIOD_DIALOG (widget);
  g_autoptr (BwPeriod) period = NULL;

  if (get_day (self->first) > get_day (self->last))
    return;
  period = bw_period_new_days (get_day (self->first), get_day (self->last), self->zone);
  g_signal_emit (self, signals[CHOSEN], 0, period);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
bw_period_dialog_dispose (GObject *object)
{
  BwPeriodDialog *self = BW_PERIOD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_PERIOD_DIALOG);
  g_clear_pointer (&self->zone, bw_zone_unref);
  G_OBJECT_CLASS (bw_period_dialog_parent_class)->dispose (object);
}

static void
bw_period_dialog_class_init (BwPeriodDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_period_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, BW_TYPE_PERIOD);

  gtk_widget_class_install_action (widget_class, "period.choose", NULL, choose_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-period-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwPeriodDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, BwPeriodDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, BwPeriodDialog, first);
  gtk_widget_class_bind_template_child (widget_class, BwPeriodDialog, last);
  gtk_widget_class_bind_template_child (widget_class, BwPeriodDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
}

static void
bw_period_dialog_init (BwPeriodDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_day_chooser_name_arrows (self->first);
  bw_day_chooser_name_arrows (self->last);
}

BwPeriodDialog *
bw_period_dialog_new (const BwPeriod *period)
{
  BwPeriodDialog *self = g_object_new (BW_TYPE_PERIOD_DIALOG, NULL);
  gint64 first, last;

  bw_period_get_days (period, &first, &last);
  self->zone = bw_zone_ref (period->zone);
  set_day (self->first, first);
  set_day (self->last, last);
  date_chosen_cb (self);
  return self;
}
