/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recover, discard, or be asked again at the next start. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-messages.h"
#include "bw-recovered.h"
#include "bw-recovery.h"

static char *
list_names (const GPtrArray *left)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < left->len; i++) {
    const BwLeftover *leftover = left->pdata[i];
    g_strv_builder_take (builder, leftover->origin != NULL
                                      ? g_filename_display_basename (leftover->origin)
                                      : g_strdup (_ ("A report that was never saved")));
  }
  names = g_strv_builder_end (builder);
  return g_strjoinv ("\n", names);
}

static BwWindow *
find_window (BwWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  BwWindow *other;

  if (bw_window_is_free (window))
    return window;
  other = bw_window_new (BW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

static void
answered_cb (AdwAlertDialog *alert, const char *response, BwWindow *window)
{
  const GPtrArray *left = g_object_get_data (G_OBJECT (alert), "left");

  for (guint i = 0; i < left->len; i++) {
    const BwLeftover *leftover = left->pdata[i];
    if (g_str_equal (response, "discard"))
      bw_leftover_discard (leftover);
    else if (g_str_equal (response, "recover"))
      bw_window_recover (find_window (window), leftover);
  }
}

void
bw_recovered_offer (BwWindow *window)
{
  g_autoptr (GPtrArray) left = bw_recovery_list_left ();
  g_autofree char *names = list_names (left);
  g_autofree char *words = NULL;
  AdwDialog *dialog;
  AdwAlertDialog *alert;

  if (left->len == 0)
    return;
  words = g_strdup_printf (_ ("Bellwether ended before these reports were saved:\n\n%s"), names);
  dialog = bw_messages_create_alert (_ ("Recover Unsaved Changes?"), words);
  alert = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_responses (
      alert, "later", _ ("_Later"), "discard", _ ("_Discard"), "recover", _ ("_Recover"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "recover", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "recover");
  adw_alert_dialog_set_close_response (alert, "later");
  g_object_set_data_full (G_OBJECT (alert), "left", g_steal_pointer (&left),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), window, 0);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}
