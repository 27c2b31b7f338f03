/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-messages.h"
#include "bw-pages.h"
#include "bw-printing.h"

#define SETTINGS_GROUP "Print Settings"
#define SETUP_GROUP "Page Setup"

/* --- What is remembered -------------------------------------------------------------------------
 */

static char *
get_memory_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "bellwether", "print.ini", NULL);
}

static void
recall (GtkPrintOperation *operation)
{
  g_autofree char *path = get_memory_path ();
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  if (!g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL))
    return;
  settings = gtk_print_settings_new_from_key_file (memory, SETTINGS_GROUP, NULL);
  setup = gtk_page_setup_new_from_key_file (memory, SETUP_GROUP, NULL);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
}

/* Which pages were printed is not: next month's report has others. */
static void
remember (GtkPrintOperation *operation)
{
  g_autofree char *path = get_memory_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autoptr (GtkPrintSettings) settings =
                gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GError) error = NULL;

  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_N_COPIES);
  gtk_print_settings_to_key_file (settings, memory, SETTINGS_GROUP);
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, memory, SETUP_GROUP);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (memory, path, &error))
    g_warning ("%s", error->message);
}

/* --- Pages --------------------------------------------------------------------------------------
 */

static void
write_in_thread (GTask *task, gpointer report, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_int (task, g_list_model_get_n_items (report));
}

/* While the dialog is open. Whoever is faster waits for it. */
static void
write_ahead (BwReport *report)
{
  g_autoptr (GTask) task = g_task_new (report, NULL, NULL, NULL);

  g_task_run_in_thread (task, write_in_thread);
}

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, BwReport *report)
{
  BwPages *pages = bw_pages_new (report, gtk_print_context_get_width (context),
                                 gtk_print_context_get_height (context));

  g_object_set_data_full (G_OBJECT (operation), "pages", pages, (GDestroyNotify) bw_pages_unref);
  gtk_print_operation_set_n_pages (operation, (int) bw_pages_get_n (pages));
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  BwPages *pages = g_object_get_data (G_OBJECT (operation), "pages");

  bw_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (g_object_get_data (G_OBJECT (operation), "parent"));
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || parent == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  bw_messages_show_error (GTK_WIDGET (parent), _ ("The Report Was Not Printed"),
                                                 error != NULL ? error->message : "");
}

static GtkPageSetup *
create_setup (BwReport *report)
{
  BwSheet sheet = bw_report_plan_get_sheet (bw_report_get_plan (report));
  const char *name = sheet == BW_SHEET_A4       ? GTK_PAPER_NAME_A4
                     : sheet == BW_SHEET_LETTER ? GTK_PAPER_NAME_LETTER
                                                : NULL;
  GtkPaperSize *paper = gtk_paper_size_new (name);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

GtkPrintOperation *
bw_printing_new (BwReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_setup (report);
  GWeakRef *parent = g_new0 (GWeakRef, 1);

  g_weak_ref_init (parent, NULL);
  g_object_set_data_full (G_OBJECT (operation), "parent", parent, free_weak_ref);
  gtk_print_operation_set_default_page_setup (operation, setup);
  recall (operation);
  gtk_print_operation_set_job_name (operation, bw_report_get_title (report));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "report", g_object_ref (report), g_object_unref);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), report);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
  write_ahead (report);
  return operation;
}

GtkPrintOperationResult
bw_printing_run (GtkPrintOperation *operation,
                 GtkPrintOperationAction action,
                 GtkWindow *parent,
                 GError **error)
{
  g_weak_ref_set (g_object_get_data (G_OBJECT (operation), "parent"), parent);
  gtk_print_operation_set_allow_async (operation, action != GTK_PRINT_OPERATION_ACTION_EXPORT);
  return gtk_print_operation_run (operation, action, parent, error);
}
