/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the report as a document.
 *
 * Shortcuts: Ctrl+P prints, Ctrl+E saves as PDF; see bw-pages-view.c for those of the preview. On
 * narrow windows the editor lies over the preview. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-document-page.h"
#include "bw-fitting.h"
#include "bw-messages.h"
#include "bw-pages-view.h"
#include "bw-plan-editor.h"
#include "bw-report-header.h"

struct _BwDocumentPage {
  BwReportPage parent_instance;

  guint make_id; /* the editor is wanted */

  /* Template */
  AdwBanner *logo_banner;
  AdwBin *sidebar;
  BwPagesView *pages;
};

G_DEFINE_FINAL_TYPE (BwDocumentPage, bw_document_page, BW_TYPE_REPORT_PAGE)

static char *
name_pages (BwDocumentPage *self, guint n)
{
  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n), n);
}

/* Where there is no room for the word. */
static char *
count_pages (BwDocumentPage *self, guint n)
{
  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

static void
smaller_cb (BwDocumentPage *self)
{
  bw_pages_view_zoom (self->pages, -1);
}

static void
fit_cb (BwDocumentPage *self)
{
  bw_pages_view_zoom (self->pages, 0);
}

static void
larger_cb (BwDocumentPage *self)
{
  bw_pages_view_zoom (self->pages, 1);
}

static void
tell_of_logo (BwDocumentPage *self)
{
  BwWorkspace *workspace = bw_report_page_get_workspace (BW_REPORT_PAGE (self));
  g_autofree char *problem =
      workspace != NULL ? bw_messages_dup_logo_problem (bw_workspace_get_plan (workspace)) : NULL;

  if (problem != NULL)
    adw_banner_set_title (self->logo_banner, problem);
  adw_banner_set_revealed (self->logo_banner, problem != NULL);
}

static gboolean
make_editor_cb (gpointer user_data)
{
  BwDocumentPage *self = user_data;
  BwWorkspace *workspace = bw_report_page_get_workspace (BW_REPORT_PAGE (self));

  self->make_id = 0;
  adw_bin_set_child (self->sidebar,
                     g_object_new (BW_TYPE_PLAN_EDITOR, "workspace", workspace, NULL));
  return G_SOURCE_REMOVE;
}

/* A file may go while another page is shown. */
static void
mapped_cb (BwDocumentPage *self)
{
  tell_of_logo (self);
  if (adw_bin_get_child (self->sidebar) == NULL && self->make_id == 0)
    self->make_id = g_idle_add (make_editor_cb, self);
}

/* Its parts do the rest by themselves. */
static void
bw_document_page_watch (BwReportPage *page, BwWorkspace *workspace)
{
  tell_of_logo (BW_DOCUMENT_PAGE (page));
  g_signal_connect_object (bw_workspace_get_plan (workspace), "notify::logo",
                           G_CALLBACK (tell_of_logo), page, G_CONNECT_SWAPPED);
}

static void
bw_document_page_dispose (GObject *object)
{
  g_clear_handle_id (&BW_DOCUMENT_PAGE (object)->make_id, g_source_remove);
  G_OBJECT_CLASS (bw_document_page_parent_class)->dispose (object);
}

static void
bw_document_page_class_init (BwDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_document_page_dispose;
  BW_REPORT_PAGE_CLASS (klass)->watch = bw_document_page_watch;
  g_type_ensure (BW_TYPE_FITTING);
  g_type_ensure (BW_TYPE_PAGES_VIEW);
  g_type_ensure (BW_TYPE_REPORT_HEADER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwDocumentPage, logo_banner);
  gtk_widget_class_bind_template_child (widget_class, BwDocumentPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BwDocumentPage, pages);
  gtk_widget_class_bind_template_callback (widget_class, name_pages);
  gtk_widget_class_bind_template_callback (widget_class, count_pages);
  gtk_widget_class_bind_template_callback (widget_class, smaller_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, larger_cb);
}

static void
bw_document_page_init (BwDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}
