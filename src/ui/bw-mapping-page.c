/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file is read.
 *
 * The beginning of the file is judged anew, in a thread, whenever something is said by hand; what
 * is shown stays until that is done. Columns open a page of their own (BwMappingColumn).
 * Shortcuts: Escape closes, Ctrl+Enter applies. Accessibility: each column is a row named by its
 * header, with what it is taken for and how sure that is. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-import-words.h"
#include "bw-mapping-column.h"
#include "bw-mapping-figures.h"
#include "bw-mapping-page.h"
#include "bw-mapping-rows.h"
#include "bw-messages.h"
#include "bw-option-list.h"
#include "bw-plain-row.h"
#include "bw-preview.h"
#include "bw-profile.h"
#include "bw-unit.h"

/* Below this the user is asked. */
#define SURE_FILE 0.55
#define SURE_COLUMN 0.5

struct _BwMappingPage {
  AdwDialog parent_instance;

  gboolean filling; /* widgets show what is, not what is wished */
  gboolean again;   /* something was said while it was judged */

  /* Template */
  AdwNavigationView *navigation;
  AdwWindowTitle *title;
  GtkWidget *spinner;
  AdwBanner *lack;
  GtkStack *stack;
  AdwStatusPage *failed;
  AdwPreferencesGroup *check;
  AdwExpanderRow *characters;
  AdwComboRow *members;
  AdwComboRow *kind;
  AdwComboRow *profile;
  AdwComboRow *order;
  AdwEntryRow *zone;
  AdwComboRow *delimiter;
  AdwComboRow *encoding;
  GtkColumnView *rows;
  GtkListBox *columns;
  AdwExpanderRow *available;
  AdwExpanderRow *missing;
  AdwSwitchRow *remember;
  AdwEntryRow *name;
  GtkWidget *remembered;

  /* Borrowed */
  BwMappingColumn *column; /* the page that is open, or NULL */

  /* Owned */
  BwImporter *importer;
  char *path;
  char *member;
  BwPreview *preview;        /* NULL until the file is read */
  BwOverrides *overrides;    /* what is wished */
  GPtrArray *figure_rows;    /* in the expanders */
  GPtrArray *check_rows;     /* of what was assumed */
  GCancellable *cancellable; /* while the file is read */
  GCancellable *judging;     /* while it is judged */
};

typedef enum {
  APPLY,
  LAST_SIGNAL,
} BwMappingPageSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwMappingPage, bw_mapping_page, ADW_TYPE_DIALOG)

static void judge (BwMappingPage *self);

/* --- What can be chosen ------------------------------------------------------------------------
 */

static const struct {
  BwDateOrder order;
  const char *title;
} orders[] = {
  { BW_DATE_UNDECIDED, N_ ("As their cells show") },
  { BW_DATE_DMY, N_ ("Day, month, year") },
  { BW_DATE_MDY, N_ ("Month, day, year") },
  { BW_DATE_YMD, N_ ("Year, month, day") },
  { BW_DATE_EPOCH, N_ ("Unix time") },
  { BW_DATE_SERIAL, N_ ("Days of a spreadsheet") },
};

static const struct {
  char delimiter;
  const char *title;
} delimiters[] = {
  { '\0', N_ ("What the file shows") }, { ',', N_ ("Commas") },
  { ';', N_ ("Semicolons") },           { '\t', N_ ("Tabs") },
  { '|', N_ ("Vertical bars") },
};

static const char *const encodings[] = {
  "UTF-8",        "UTF-16LE",     "UTF-16BE",   "WINDOWS-1252", "ISO-8859-1",
  "ISO-8859-15",  "WINDOWS-1250", "ISO-8859-2", "WINDOWS-1251", "KOI8-R",
  "WINDOWS-1253", "WINDOWS-1254", "SHIFT_JIS",  "GB18030",      "BIG5",
};

static void
set_titles (AdwComboRow *row, const char *const *titles)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);
  g_autoptr (GtkExpression) expression =
                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  bw_option_list_setup (row, NULL);
}

static void
fill_orders (BwMappingPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    g_strv_builder_add (builder, _ (orders[i].title));
  titles = g_strv_builder_end (builder);
  set_titles (self->order, (const char *const *) titles);
}

/* What is decided when nothing is said; after it was said, what would be is not known. */
static void
add_automatic (GStrvBuilder *builder, gboolean said, const char *judged)
{
  if (said || judged == NULL)
    g_strv_builder_add (builder, _ ("What the file shows"));
  else
    /* Translators: what was found out of a file: "Tickets (as the file shows)" */
    g_strv_builder_take (builder, g_strdup_printf (_ ("%s (as the file shows)"), judged));
}

static const char *
name_delimiter (const char *delimiter)
{
  for (guint i = 1; delimiter != NULL && i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].delimiter == *delimiter)
      return _ (delimiters[i].title);
  return NULL;
}

static void
fill_delimiters (BwMappingPage *self, const BwSource *source)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  add_automatic (builder, self->overrides->delimiter != 0, name_delimiter (source->delimiter));
  for (guint i = 1; i < G_N_ELEMENTS (delimiters); i++)
    g_strv_builder_add (builder, _ (delimiters[i].title));
  titles = g_strv_builder_end (builder);
  set_titles (self->delimiter, (const char *const *) titles);
}

static void
fill_encodings (BwMappingPage *self, const BwSource *source)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  add_automatic (builder, self->overrides->encoding != NULL, source->encoding);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    g_strv_builder_add (builder, encodings[i]);
  titles = g_strv_builder_end (builder);
  set_titles (self->encoding, (const char *const *) titles);
}

/* A file in which nothing was found is taken for tickets for want of anything better. */
static gboolean
is_kind_shown (BwMappingPage *self, const BwSource *source)
{
  for (guint i = 0; i < source->decisions->len; i++)
    if (((const BwDecision *) source->decisions->pdata[i])->field != BW_FIELD_NONE)
      return TRUE;
  return bw_preview_get_lack (self->preview) == NULL;
}

static void
fill_kinds (BwMappingPage *self, const BwSource *source)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  add_automatic (builder, self->overrides->kind != BW_KIND_LAST,
                 is_kind_shown (self, source) ? bw_kind_get_title (source->kind) : NULL);
  for (BwKind k = 0; k < BW_KIND_LAST; k++)
    g_strv_builder_add (builder, bw_kind_get_title (k));
  titles = g_strv_builder_end (builder);
  set_titles (self->kind, (const char *const *) titles);
}

/* The user's own may come and go. */
static void
fill_profiles (BwMappingPage *self, const BwSource *source)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  GPtrArray *profiles = bw_profiles ();

  add_automatic (builder, self->overrides->profile != NULL, source->profile_title);
  g_strv_builder_add (builder, _ ("No product that is known"));
  for (guint i = 0; i < profiles->len; i++)
    g_strv_builder_add (builder, bw_profile_get_title (profiles->pdata[i]));
  titles = g_strv_builder_end (builder);
  set_titles (self->profile, (const char *const *) titles);
}

/* --- What is said by hand ----------------------------------------------------------------------
 */

static guint
find_profile (const char *id)
{
  GPtrArray *profiles = bw_profiles ();

  if (id == NULL)
    return 0;
  for (guint i = 0; i < profiles->len; i++)
    if (g_str_equal (bw_profile_get_id (profiles->pdata[i]), id))
      return i + 2;
  return 1;
}

static guint
find_encoding (const char *encoding)
{
  for (guint i = 0; encoding != NULL && i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i], encoding) == 0)
      return i + 1;
  return 0;
}

static void
show_choices (BwMappingPage *self)
{
  const BwOverrides *said = self->overrides;
  const BwSource *source = bw_preview_get_source (self->preview);

  fill_kinds (self, source);
  fill_profiles (self, source);
  fill_delimiters (self, source);
  fill_encodings (self, source);
  adw_combo_row_set_selected (self->kind, said->kind != BW_KIND_LAST ? 1 + said->kind : 0);
  adw_combo_row_set_selected (self->profile, find_profile (said->profile));
  adw_combo_row_set_selected (self->encoding, find_encoding (said->encoding));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].order == said->order)
      adw_combo_row_set_selected (self->order, i);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i].delimiter == said->delimiter)
      adw_combo_row_set_selected (self->delimiter, i);
  gtk_editable_set_text (GTK_EDITABLE (self->zone), said->zone != NULL ? said->zone : "");
}

static void
read_profile (BwMappingPage *self)
{
  guint selected = adw_combo_row_get_selected (self->profile);
  GPtrArray *profiles = bw_profiles ();
  const char *id = NULL;

  if (selected == 1)
    id = "generic";
  else if (selected > 1 && selected - 2 < profiles->len)
    id = bw_profile_get_id (profiles->pdata[selected - 2]);
  g_set_str (&self->overrides->profile, id);
}

/* An unknown zone is marked, and not taken. */
static void
read_zone (BwMappingPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->zone));
  g_autoptr (BwZone) zone = *text != '\0' ? bw_zone_new (text, NULL) : NULL;

  if (*text != '\0' && zone == NULL) {
    gtk_widget_add_css_class (GTK_WIDGET (self->zone), "error");
    return;
  }
  gtk_widget_remove_css_class (GTK_WIDGET (self->zone), "error");
  g_set_str (&self->overrides->zone, *text != '\0' ? text : NULL);
}

static void
file_changed_cb (BwMappingPage *self)
{
  guint kind = adw_combo_row_get_selected (self->kind);
  guint encoding = adw_combo_row_get_selected (self->encoding);
  guint order = adw_combo_row_get_selected (self->order);
  guint delimiter = adw_combo_row_get_selected (self->delimiter);

  if (self->filling || self->preview == NULL)
    return;
  self->overrides->kind = kind > 0 && kind <= BW_KIND_LAST ? (BwKind) (kind - 1) : BW_KIND_LAST;
  g_set_str (&self->overrides->encoding,
             encoding > 0 && encoding <= G_N_ELEMENTS (encodings) ? encodings[encoding - 1] : NULL);
  if (order < G_N_ELEMENTS (orders))
    self->overrides->order = orders[order].order;
  if (delimiter < G_N_ELEMENTS (delimiters))
    self->overrides->delimiter = delimiters[delimiter].delimiter;
  read_profile (self);
  read_zone (self);
  judge (self);
}

static void
column_changed_cb (BwMappingPage *self, BwMappingColumn *column)
{
  g_clear_pointer (&self->overrides, bw_overrides_free);
  self->overrides = bw_overrides_copy (bw_mapping_column_get_overrides (column));
  judge (self);
}

/* --- Columns -----------------------------------------------------------------------------------
 */

/* "Created · 92 %" */
static char *
describe_decision (const BwDecision *decision)
{
  g_autofree char *confidence = bw_mapping_column_describe_confidence (decision);
  const char *field = bw_mapping_column_describe_field (decision);

  return confidence != NULL ? g_strdup_printf ("%s · %s", field, confidence) : g_strdup (field);
}

static void
column_hidden_cb (BwMappingPage *self)
{
  self->column = NULL;
}

static void
column_activated_cb (BwMappingPage *self, GtkListBoxRow *row)
{
  if (bw_mapping_page_get_busy (self))
    return;
  self->column = bw_mapping_column_new (self->preview, (guint) gtk_list_box_row_get_index (row));
  g_signal_connect_object (self->column, "changed", G_CALLBACK (column_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->column, "hidden", G_CALLBACK (column_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->column));
}

static GtkWidget *
create_column_row (BwMappingPage *self, const BwDecision *decision)
{
  g_autofree char *samples =
      decision->samples != NULL ? g_strjoinv (" · ", decision->samples) : NULL;
  g_autofree char *taken = describe_decision (decision);
  GtkWidget *row = bw_plain_row_new (bw_mapping_column_describe_header (decision), samples);
  GtkWidget *label = gtk_label_new (taken);
  GtkWidget *arrow =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", "go-next-symbolic", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (decision->field == BW_FIELD_NONE)
    gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (column_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_columns (BwMappingPage *self, BwSource *source)
{
  gtk_list_box_remove_all (self->columns);
  for (guint i = 0; i < source->decisions->len; i++)
    gtk_list_box_append (self->columns,
                         create_column_row (self, g_ptr_array_index (source->decisions, i)));
}

/* --- Figures -----------------------------------------------------------------------------------
 */

static void
clear_figures (BwMappingPage *self)
{
  for (guint i = 0; i < self->figure_rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->figure_rows, i);
    GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), row);
  }
  g_ptr_array_set_size (self->figure_rows, 0);
}

static void
show_figures (BwMappingPage *self, GPtrArray *figures)
{
  guint n_missing = 0;
  g_autofree char *available = NULL;
  g_autofree char *missing = NULL;

  clear_figures (self);
  for (guint i = 0; figures != NULL && i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    GtkWidget *row = bw_plain_row_new (_ (figure->metric->name), figure->reason);
    n_missing += !figure->available;
    adw_expander_row_add_row (figure->available ? self->available : self->missing, row);
    g_ptr_array_add (self->figure_rows, row);
  }
  available = bw_format_count (figures != NULL ? figures->len - n_missing : 0);
  missing = bw_format_count (n_missing);
  adw_expander_row_set_subtitle (self->available, available);
  adw_expander_row_set_subtitle (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), n_missing > 0);
}

/* --- Judging -----------------------------------------------------------------------------------
 */

static void
update_actions (BwMappingPage *self)
{
  gboolean busy = bw_mapping_page_get_busy (self);

  gtk_widget_set_visible (self->spinner, self->judging != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.apply",
                                 !busy && self->preview != NULL &&
                                     bw_preview_get_lack (self->preview) == NULL);
}

static void
show_lack (BwMappingPage *self)
{
  const char *lack = bw_preview_get_lack (self->preview);
  g_autofree char *words = lack != NULL ? bw_import_words (lack, NULL) : NULL;

  if (lack != NULL) {
    adw_banner_set_use_markup (self->lack, FALSE);
    adw_banner_set_title (self->lack, words);
  }
  adw_banner_set_revealed (self->lack, lack != NULL);
}

/* What nothing in the file proves. */
static void
show_assumed (BwMappingPage *self, const BwSource *source)
{
  for (guint i = 0; i < self->check_rows->len; i++)
    adw_preferences_group_remove (self->check, g_ptr_array_index (self->check_rows, i));
  g_ptr_array_set_size (self->check_rows, 0);
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = g_ptr_array_index (source->notes, i);
    g_autofree char *words = bw_import_words (note->text, NULL);
    GtkWidget *row;
    if (!g_str_has_prefix (note->code, "assumed-"))
      continue;
    row = bw_plain_row_new (note->column != NULL ? note->column : source->name, words);
    adw_preferences_group_add (self->check, row);
    g_ptr_array_add (self->check_rows, row);
    if (g_str_equal (note->code, "assumed-date-order"))
      adw_expander_row_set_expanded (self->characters, TRUE);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->check), self->check_rows->len > 0);
}

/* All that was judged. */
static void
show_judged (BwMappingPage *self, GPtrArray *figures)
{
  BwSource *source = bw_preview_get_source (self->preview);
  gboolean remembered = bw_preview_is_remembered (self->preview);

  self->filling = TRUE;
  show_choices (self);
  self->filling = FALSE;
  show_lack (self);
  show_assumed (self, source);
  bw_mapping_rows_show (self->rows, bw_preview_get_rows (self->preview), source->decisions);
  show_columns (self, source);
  show_figures (self, figures);
  gtk_widget_set_visible (self->remembered, remembered);
  if (self->column != NULL)
    bw_mapping_column_show (self->column, self->preview);
  gtk_stack_set_visible_child_name (self->stack, "file");
}

typedef struct {
  BwPreview *preview;
  BwOverrides *overrides;
} Judgement;

static void
judgement_free (Judgement *judgement)
{
  g_object_unref (judgement->preview);
  bw_overrides_free (judgement->overrides);
  g_free (judgement);
}

static GPtrArray *
find_figures (BwPreview *preview)
{
  return bw_preview_get_lack (preview) == NULL
             ? bw_mapping_figures (bw_preview_get_source (preview))
             : g_ptr_array_new ();
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Judgement *judgement = task_data;
  GError *error = NULL;

  if (bw_preview_judge (judgement->preview, judgement->overrides, &error))
    g_task_return_pointer (task, find_figures (judgement->preview),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
judged_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BwMappingPage *self = BW_MAPPING_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->judging == NULL || self->judging != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->judging);
  if (self->again) {
    self->again = FALSE;
    judge (self);
    return;
  }
  if (figures == NULL) {
    bw_messages_show_error (GTK_WIDGET (self), _ ("This File Cannot Be Read Like That"),
                                                 error->message);
    g_clear_pointer (&self->overrides, bw_overrides_free);
    self->overrides = bw_overrides_copy (bw_preview_get_overrides (self->preview));
  }
  show_judged (self, figures);
  update_actions (self);
}

/* A preview is judged once at a time: what is said meanwhile follows. */
static void
judge (BwMappingPage *self)
{
  Judgement *judgement;
  g_autoptr (GTask) task = NULL;

  if (self->judging != NULL) {
    self->again = TRUE;
    return;
  }
  self->judging = g_cancellable_new ();
  judgement = g_new (Judgement, 1);
  *judgement = (Judgement) { g_object_ref (self->preview), bw_overrides_copy (self->overrides) };
  task = g_task_new (self, self->judging, judged_cb, NULL);
  g_task_set_task_data (task, judgement, (GDestroyNotify) judgement_free);
  g_task_run_in_thread (task, judge_in_thread);
  update_actions (self);
}

/* --- Reading the file --------------------------------------------------------------------------
 */

static void
fill_members (BwMappingPage *self)
{
  const char *const *members = bw_preview_get_members (self->preview);
  const char *shown = bw_preview_get_source (self->preview)->member;

  gtk_widget_set_visible (GTK_WIDGET (self->members), members[0] != NULL);
  if (members[0] == NULL)
    return;
  self->filling = TRUE;
  set_titles (self->members, members);
  for (guint i = 0; members[i] != NULL; i++)
    if (g_strcmp0 (members[i], shown) == 0)
      adw_combo_row_set_selected (self->members, i);
  self->filling = FALSE;
  g_set_str (&self->member, shown);
}

/* The name of the file without its suffix and what changes from month to month. */
static void
suggest_name (BwMappingPage *self)
{
  BwSource *source = bw_preview_get_source (self->preview);
  g_autofree char *name = g_strdup (source->name);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  g_strdelimit (name, "0123456789_-.", ' ');
  g_strstrip (name);
  gtk_editable_set_text (GTK_EDITABLE (self->name), *name != '\0' ? name : source->name);
  adw_switch_row_set_active (self->remember,
                             source->profile != NULL && g_str_equal (source->profile, "generic"));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BwMappingPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BwPreview) preview = bw_preview_new_finish (result, &error);
  g_autoptr (GPtrArray) figures = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (preview == NULL) {
    g_autofree char *words = bw_import_words (error->message, NULL);
    g_autofree char *escaped = g_markup_escape_text (words, -1);
    adw_status_page_set_description (self->failed, escaped);
    gtk_stack_set_visible_child_name (self->stack, "failed");
    return;
  }
  g_set_object (&self->preview, preview);
  g_clear_pointer (&self->overrides, bw_overrides_free);
  self->overrides = bw_overrides_copy (bw_preview_get_overrides (preview));
  fill_members (self);
  suggest_name (self);
  figures = find_figures (preview);
  show_judged (self, figures);
  update_actions (self);
}

static void
read_file (BwMappingPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  bw_preview_new_async (self->importer, self->path, self->member,
                        bw_importer_get_overrides (self->importer, self->path, self->member),
                        self->cancellable, read_cb, g_object_ref (self));
  update_actions (self);
}

static void
member_chosen_cb (BwMappingPage *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (self->members);

  if (self->filling || item == NULL ||
      !g_set_str (&self->member, gtk_string_object_get_string (item)))
    return;
  read_file (self);
}

/* --- Remembering -------------------------------------------------------------------------------
 */

static void
forget_clicked_cb (BwMappingPage *self)
{
  g_autoptr (GError) error = NULL;

  if (bw_mapping_page_get_busy (self))
    return;
  if (bw_preview_forget (self->preview, &error))
    judge (self);
  else
    bw_messages_show_error (GTK_WIDGET (self), _ ("This Cannot Be Forgotten"), error->message);
}

static gboolean
remember (BwMappingPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (!adw_switch_row_get_active (self->remember))
    return TRUE;
  if (*title == '\0')
    g_set_str (&title, bw_preview_get_source (self->preview)->name);
  if (bw_preview_remember (self->preview, title, &error))
    return TRUE;
  bw_messages_show_error (GTK_WIDGET (self), _ ("This Cannot Be Remembered"), error->message);
  return FALSE;
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BwMappingPage *self = BW_MAPPING_PAGE (widget);

  if (!remember (self))
    return;
  g_signal_emit (self, signals[APPLY], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_mapping_page_dispose (GObject *object)
{
  BwMappingPage *self = BW_MAPPING_PAGE (object);

  self->filling = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_MAPPING_PAGE);
  g_clear_pointer (&self->figure_rows, g_ptr_array_unref);
  g_clear_pointer (&self->check_rows, g_ptr_array_unref);
  g_clear_pointer (&self->overrides, bw_overrides_free);
  g_clear_object (&self->preview);
  g_clear_object (&self->importer);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->member, g_free);
  G_OBJECT_CLASS (bw_mapping_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-mapping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, title);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, lack);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, failed);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, check);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, characters);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, members);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, kind);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, profile);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, order);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, zone);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, delimiter);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, encoding);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, rows);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, columns);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, available);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, missing);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, remember);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, name);
  gtk_widget_class_bind_template_child (widget_class, BwMappingPage, remembered);
  gtk_widget_class_bind_template_callback (widget_class, member_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
}

static void
bw_mapping_page_class_init (BwMappingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_mapping_page_dispose;

  signals[APPLY] = g_signal_new ("apply", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "mapping.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "mapping.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "mapping.apply", NULL);
  bind_template (widget_class);
}

static void
bw_mapping_page_init (BwMappingPage *self)
{
  self->figure_rows = g_ptr_array_new ();
  self->check_rows = g_ptr_array_new ();
  self->overrides = bw_overrides_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_orders (self);
  self->filling = FALSE;
}

BwMappingPage *
bw_mapping_page_new (BwImporter *importer, const char *path, const char *member)
{
  BwMappingPage *self = g_object_new (BW_TYPE_MAPPING_PAGE, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  self->importer = g_object_ref (importer);
  self->path = g_strdup (path);
  self->member = g_strdup (member);
  adw_window_title_set_subtitle (self->title, name);
  read_file (self);
  return self;
}

gboolean
bw_mapping_page_is_needed (const BwSource *source)
{
  gboolean unsure = source->score < SURE_FILE;

  for (guint i = 0; i < source->notes->len; i++)
    if (g_str_equal (((BwNote *) source->notes->pdata[i])->code, "assumed-date-order"))
      return TRUE;
  if (g_strcmp0 (source->profile, "generic") != 0)
    return FALSE;
  for (guint i = 0; source->decisions != NULL && i < source->decisions->len; i++) {
    const BwDecision *decision = g_ptr_array_index (source->decisions, i);
    unsure |= decision->field != BW_FIELD_NONE && decision->confidence < SURE_COLUMN;
  }
  return unsure;
}

const char *
bw_mapping_page_get_path (BwMappingPage *self)
{
  return self->path;
}

const char *
bw_mapping_page_get_member (BwMappingPage *self)
{
  return self->member;
}

const BwOverrides *
bw_mapping_page_get_overrides (BwMappingPage *self)
{
  return self->overrides;
}

gboolean
bw_mapping_page_get_busy (BwMappingPage *self)
{
  return self->cancellable != NULL || self->judging != NULL;
}

void
bw_mapping_page_set_field (BwMappingPage *self, guint column, BwFieldId field)
{
  g_return_if_fail (BW_IS_MAPPING_PAGE (self));
  g_return_if_fail (self->preview != NULL);

  bw_overrides_set_field (self->overrides, column, field);
  judge (self);
}
