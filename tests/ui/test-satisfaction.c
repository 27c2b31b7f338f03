/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers said: bands, comments, and topics that are edited. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "bw-chart-card.h"
#include "bw-comment-list.h"
#include "bw-row-table.h"
#include "bw-rows-dialog.h"
#include "bw-satisfaction-part.h"
#include "bw-topic-editor.h"
#include "ui-fixture.h"

static gboolean
has_comments (gpointer window)
{
  return ui_find (window, BW_TYPE_COMMENT_LIST) != NULL;
}

static BwSatisfactionPart *
show_part (BwWindow *window)
{
  bw_window_show_page (window, "satisfaction");
  ui_wait_for (has_comments, window);
  ui_settle ();
  return ui_find (window, BW_TYPE_SATISFACTION_PART);
}

static gboolean
knows_tickets (gpointer dialog)
{
  return ui_find (dialog, ADW_TYPE_TOGGLE_GROUP) != NULL;
}

static gboolean
is_quiet (gpointer table)
{
  return !bw_row_table_get_busy (table);
}

static guint
count_rows (gpointer dialog)
{
  BwRowTable *table = ui_find (dialog, BW_TYPE_ROW_TABLE);

  ui_wait_for (is_quiet, table);
  return bw_row_table_get_n_rows (table);
}

/* A part of a column leads to its answers, and from these to their tickets. */
static void
check_part (BwWindow *window, BwChartCard *card, guint period, guint band)
{
  BwChart *chart = bw_chart_view_get_chart (bw_chart_card_get_view (card));
  gint64 n = bw_series_get (chart->series, period, band)->n;
  GtkWidget *dialog;

  g_signal_emit_by_name (card, "mark-activated", (int) period, (int) band);
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_ROWS_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (count_rows (dialog), ==, n);
  ui_wait_for (knows_tickets, dialog);
  adw_toggle_group_set_active_name (ui_find (dialog, ADW_TYPE_TOGGLE_GROUP), "tickets");
  g_assert_cmpuint (count_rows (dialog), >, 0);
  g_assert_cmpuint (count_rows (dialog), <=, n);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_settle ();
}

/* What the sample's survey says of all its months. */
static void
test_bands (void)
{
  BwWindow *window = ui_open_sample ();
  BwSatisfactionPart *part = show_part (window);
  g_autoptr (GPtrArray) cards = ui_find_all (part, BW_TYPE_CHART_CARD);
  BwWorkspace *workspace = bw_window_get_workspace (window);
  const BwFigure *csat = bw_workspace_find_figure (workspace, "csat");
  const BwFigure *nps = bw_workspace_find_figure (workspace, "nps");

  g_assert_cmpuint (cards->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    BwChart *chart = bw_chart_view_get_chart (bw_chart_card_get_view (cards->pdata[i]));
    BwSeries *series = (i == 0 ? csat : nps)->series;
    g_assert_cmpstr (chart->type->id, ==, "share-bar");
    g_assert_cmpuint (bw_series_get_n_members (chart->series), ==, i == 0 ? 5 : 3);
    for (guint p = 0; p < bw_axis_get_length (bw_series_get_axis (series)); p++) {
      gint64 n = 0;
      for (guint m = 0; m < bw_series_get_n_members (chart->series); m++)
        n += bw_series_get (chart->series, p, m)->n;
      g_assert_cmpint (n, ==, bw_series_get (series, p, 0)->n);
    }
  }
  check_part (window, cards->pdata[0], 13, 4);
  check_part (window, cards->pdata[1], 13, 0);
  ui_close_window (window);
}

static GtkListBoxRow *
get_row (BwCommentList *list, int i)
{
  return gtk_list_box_get_row_at_index (ui_find (list, GTK_TYPE_LIST_BOX), i);
}

static void
test_comments (void)
{
  BwWindow *window = ui_open_sample ();
  BwCommentList *list = ui_find (show_part (window), BW_TYPE_COMMENT_LIST);
  guint n = bw_comment_list_get_n (list);
  GtkWidget *dialog;

  g_assert_cmpuint (n, >, 0);
  bw_comment_list_search (list, "CHAT");
  g_assert_cmpuint (bw_comment_list_get_n (list), >, 0);
  g_assert_cmpuint (bw_comment_list_get_n (list), <, n);
  bw_comment_list_search (list, "no such words");
  g_assert_cmpuint (bw_comment_list_get_n (list), ==, 0);
  bw_comment_list_search (list, "");
  g_assert_cmpuint (bw_comment_list_get_n (list), ==, n);
  /* The ticket behind a comment is one row. */
  g_signal_emit_by_name (ui_find (list, GTK_TYPE_LIST_BOX), "row-activated", get_row (list, 0));
  ui_settle ();
  dialog = ui_find (window, BW_TYPE_ROWS_DIALOG);
  g_assert_nonnull (dialog);
  ui_wait_for (knows_tickets, dialog);
  g_assert_cmpstr (adw_toggle_group_get_active_name (ui_find (dialog, ADW_TYPE_TOGGLE_GROUP)), ==,
                   "tickets");
  g_assert_cmpuint (count_rows (dialog), ==, 1);
  ui_close_window (window);
}

static GPtrArray *
get_topics (BwWindow *window)
{
  return bw_settings_get_topics (bw_workspace_get_settings (bw_window_get_workspace (window)));
}

static GtkButton *
find_suggestion (BwTopicEditor *editor)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (editor, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "filter-pill"))
      return buttons->pdata[i];
  return NULL;
}

static AdwActionRow *
find_topic (BwSatisfactionPart *part, const char *name)
{
  g_autoptr (GPtrArray) rows = ui_find_all (part, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), name) &&
        g_object_get_data (rows->pdata[i], "topic") != NULL)
      return rows->pdata[i];
  return NULL;
}

/* A frequent word becomes a topic at once; its comments are listed; undo takes it away. */
static void
test_topics (void)
{
  BwWindow *window = ui_open_sample ();
  BwSatisfactionPart *part = show_part (window);
  BwTopicEditor *editor = ui_find (part, BW_TYPE_TOPIC_EDITOR);
  BwCommentList *list = ui_find (part, BW_TYPE_COMMENT_LIST);
  guint all = bw_comment_list_get_n (list);
  GtkButton *suggestion = find_suggestion (editor);

  g_assert_nonnull (suggestion);
  g_signal_emit_by_name (suggestion, "clicked");
  ui_wait_for_figures (window);
  ui_settle ();
  g_assert_cmpuint (get_topics (window)->len, ==, 1);
  g_assert_nonnull (find_topic (part, "No topic"));
  g_signal_emit_by_name (find_topic (part, "No topic"), "activated");
  g_assert_cmpuint (bw_comment_list_get_n (list), <, all);
  g_assert_cmpuint (bw_comment_list_get_n (list), >, 0);

  ui_activate (window, "undo", NULL);
  ui_wait_for_figures (window);
  ui_settle ();
  g_assert_cmpuint (get_topics (window)->len, ==, 0);
  g_assert_null (find_topic (part, "No topic"));
  ui_close_window (window);
}

static AdwEntryRow *
find_entry (gpointer editor, const char *title)
{
  g_autoptr (GPtrArray) rows = ui_find_all (editor, ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  return NULL;
}

static void
enter (BwWindow *window, AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  ui_wait_for_figures (window);
  ui_settle ();
}

static void
test_editor (void)
{
  BwWindow *window = ui_open_sample ();
  BwTopicEditor *editor = ui_find (show_part (window), BW_TYPE_TOPIC_EDITOR);
  const BwTopic *topic;

  enter (window, find_entry (editor, "New topic"), "Delivery");
  g_assert_cmpuint (get_topics (window)->len, ==, 1);
  enter (window, find_entry (editor, "New topic"), "Delivery");
  g_assert_cmpuint (get_topics (window)->len, ==, 1);
  enter (window, find_entry (editor, "New topic"), "Chat");
  adw_expander_row_set_expanded (ui_find (editor, ADW_TYPE_EXPANDER_ROW), TRUE);
  ui_settle ();
  enter (window, find_entry (editor, "Words"), "Parcel,  delivery; LATE");
  topic = get_topics (window)->pdata[0];
  g_assert_cmpstr (topic->words, ==, "parcel;delivery;late");
  enter (window, find_entry (editor, "Name"), "Shipping");
  topic = get_topics (window)->pdata[0];
  g_assert_cmpstr (topic->name, ==, "Shipping");
  g_assert_cmpstr (((const BwTopic *) get_topics (window)->pdata[1])->name, ==, "Chat");
  /* No words would be no topic, and a name that is taken no other one. */
  enter (window, find_entry (editor, "Words"), " , ");
  enter (window, find_entry (editor, "Name"), "Chat");
  topic = get_topics (window)->pdata[0];
  g_assert_cmpstr (topic->name, ==, "Shipping");
  g_assert_cmpstr (topic->words, ==, "parcel;delivery;late");
  ui_close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/satisfaction/bands", test_bands);
  g_test_add_func ("/satisfaction/comments", test_comments);
  g_test_add_func ("/satisfaction/topics", test_topics);
  g_test_add_func ("/satisfaction/editor", test_editor);
  return g_test_run ();
}
