/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts and alerts, shown by the window that holds a widget. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bw-logo.h"
#include "bw-messages.h"

/* The heading stands in the body, where long words and large letters wrap: headings of alerts do
 * not, and overflow. */
AdwDialog *
bw_messages_create_alert (const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);
  g_autofree char *text = g_markup_printf_escaped (
      "<span size=\"x-large\" weight=\"800\">%s</span>\n\n%s", heading, body);

  adw_dialog_set_title (dialog, heading);
  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (dialog), TRUE);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), text);
  return dialog;
}

void
bw_messages_show_error (GtkWidget *widget, const char *heading, const char *body)
{
  AdwDialog *dialog = bw_messages_create_alert (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, widget);
}

void
bw_messages_show_dialog_error (GtkWidget *widget, const GError *error)
{
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;
  bw_messages_show_error (widget, _ ("Files Cannot Be Chosen"), error->message);
}

void
bw_messages_show_saved (GtkWidget *widget, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  g_autofree char *title = g_strdup_printf (_ ("“%s” saved"), escaped);
  AdwToast *toast;
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  g_return_if_fail (overlay != NULL);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", g_file_peek_path (file));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
bw_messages_show_toast (GtkWidget *widget, const char *words)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (words);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static GtkWidget *
create_progress (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), adw_spinner_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

AdwToast *
bw_messages_show_progress (GtkWidget *widget, const char *words, GCancellable *cancellable)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (overlay == NULL)
    return NULL;
  toast = adw_toast_new ("");
  adw_toast_set_custom_title (toast, create_progress (words));
  adw_toast_set_button_label (toast, _ ("_Cancel"));
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  return toast;
}

char *
bw_messages_dup_logo_problem (BwReportPlan *plan)
{
  g_autoptr (GError) problem = NULL;

  if (bw_logo_check (bw_report_plan_get_logo (plan), &problem))
    return NULL;
  return g_strdup_printf (_ ("The logo is left out: %s"), problem->message);
}

void
bw_messages_warn_of_logo (GtkWidget *widget, BwReportPlan *plan)
{
  g_autofree char *problem = bw_messages_dup_logo_problem (plan);

  if (problem != NULL)
    bw_messages_show_toast (widget, problem);
}
