/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was learnt of one file: format, rows, what was set aside, how it fits to the other files,
 * notes, and how its columns were taken.
 *
 * Accessibility: the buttons at its head are named after the file. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-import-words.h"
#include "bw-plain-row.h"
#include "bw-set-aside-dialog.h"
#include "bw-source-group.h"
#include "bw-unit.h"

struct _BwSourceGroup {
  AdwPreferencesGroup parent_instance;

  /* Owned */
  BwDataset *dataset;
  BwSource *source;

  /* Borrowed */
  GtkWidget *state; /* a row */
};

G_DEFINE_FINAL_TYPE (BwSourceGroup, bw_source_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = bw_plain_row_new (title, subtitle);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
add_suffix (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), label);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static AdwExpanderRow *
create_expander (const char *title, const char *subtitle, gint64 count)
{
  g_autofree char *n = bw_format_count (count);
  GtkWidget *row = bw_plain_row_new_expander (title, subtitle);

  add_suffix (row, n);
  return ADW_EXPANDER_ROW (row);
}

/* --- The file ----------------------------------------------------------------------------------
 */

static const char *
name_delimiter (const char *delimiter)
{
  switch (delimiter != NULL ? *delimiter : '\0') {
  case ',':
    return _ ("commas");
  case ';':
    return _ ("semicolons");
  case '\t':
    return _ ("tabs");
  case '|':
    return _ ("vertical bars");
  default:
    return delimiter;
  }
}

static void
append (GString *text, const char *format, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, format, value);
}

static char *
describe_format (const BwSource *source)
{
  GString *text = g_string_new (NULL);
  g_autofree char *size = g_format_size ((guint64) MAX (source->size, 0));

  append (text, "%s", source->encoding);
  append (text, _ ("separated by %s"), name_delimiter (source->delimiter));
  append (text, _ ("times in %s"), source->zone);
  append (text, "%s", size);
  return g_string_free_and_steal (text);
}

static char *
describe_product (const BwSource *source)
{
  GString *text = g_string_new (NULL);

  append (text, "%s", bw_kind_get_title (source->kind));
  append (text, "%s", source->profile_title);
  append (text, "%s", source->member);
  return g_string_free_and_steal (text);
}

/* --- Rows --------------------------------------------------------------------------------------
 */

static void
show_set_aside_cb (BwSourceGroup *self)
{
  adw_dialog_present (ADW_DIALOG (bw_set_aside_dialog_new (self->dataset, self->source)),
                      GTK_WIDGET (self));
}

/* "Marked as spam: 9, Deleted: 4" */
static char *
describe_reasons (const gint64 *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = BW_ASIDE_NONE + 1; i < BW_ASIDE_LAST; i++) {
    g_autofree char *n = bw_format_count (counts[i]);
    if (counts[i] == 0)
      continue;
    if (text->len > 0)
      g_string_append (text, ", ");
    /* Translators: why rows are not counted, and how many */
    g_string_append_printf (text, C_ ("reason", "%s: %s"), bw_aside_get_title (i), n);
  }
  return g_string_free_and_steal (text);
}

static void
add_rows (BwSourceGroup *self, const BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST] = { 0 };
  gint64 aside = 0;
  g_autofree char *rows = bw_format_count (source->n_rows);
  g_autofree char *used = NULL;
  g_autofree char *text = NULL;
  g_autofree char *reasons = NULL;
  GtkWidget *row;

  bw_dataset_count_aside (self->dataset, self->source, counts);
  for (guint i = BW_ASIDE_NONE + 1; i < BW_ASIDE_LAST; i++)
    aside += counts[i];
  used = bw_format_count (counts[BW_ASIDE_NONE]);
  /* Translators: "11,987 of 12,000 rows are counted" */
  text = g_strdup_printf (_ ("%s of %s rows are counted"), used, rows);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row (_ ("Rows"), text));
  if (aside == 0)
    return;
  reasons = describe_reasons (counts);
  row = bw_plain_row_new (_ ("Rows Set Aside"), reasons);
  g_free (text);
  text = bw_format_count (aside);
  add_suffix (row, text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                           "go-next-symbolic", NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (show_set_aside_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* How it fits to the other files: overlaps are rows set aside, joins are notes. */
static gboolean
is_join (const BwNote *note)
{
  return g_str_has_prefix (note->code, "joined-") || g_str_equal (note->code, "gathered");
}

static void
add_join (BwSourceGroup *self, const BwNote *note)
{
  g_autofree char *words = bw_import_words_with_place (note->text);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                             create_row (_ ("Joined With Other Files"), words));
}

static void
add_joins (BwSourceGroup *self, const BwSource *source)
{
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = g_ptr_array_index (source->notes, i);
    if (is_join (note))
      add_join (self, note);
  }
}

/* --- Notes -------------------------------------------------------------------------------------
 */

static char *
describe_place (const BwNote *note)
{
  GString *text = g_string_new (NULL);
  g_autofree char *count = bw_format_count (note->count);
  g_autofree char *line = bw_format_count (note->first_line);

  append (text, _ ("column “%s”"), note->column);
  if (note->count > 1)
    append (text, _ ("%s times"), count);
  if (note->first_line > 0)
    append (text, _ ("first in line %s"), line);
  return g_string_free_and_steal (text);
}

static void
add_notes (BwSourceGroup *self, const BwSource *source)
{
  AdwExpanderRow *expander;
  guint n = 0;

  for (guint i = 0; i < source->notes->len; i++)
    n += !is_join (g_ptr_array_index (source->notes, i));
  if (n == 0)
    return;
  expander =
      create_expander (_ ("Notes"), _ ("What was assumed, and cells that could not be read"), n);
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = g_ptr_array_index (source->notes, i);
    g_autofree char *place = describe_place (note);
    g_autofree char *words = bw_import_words_with_place (note->text);
    if (is_join (note))
      continue;
    adw_expander_row_add_row (expander, create_row (words, place));
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (expander));
}

/* --- Columns -----------------------------------------------------------------------------------
 */

static char *
describe_decision (const BwDecision *decision)
{
  GString *text = g_string_new (NULL);
  g_autofree char *evidence =
      decision->evidence != NULL ? bw_import_words (decision->evidence, NULL) : NULL;
  g_autofree char *present = bw_format_count (decision->n_present);
  g_autofree char *bad = bw_format_count (decision->n_bad);
  g_autofree char *samples =
      decision->samples != NULL ? g_strjoinv (" | ", decision->samples) : NULL;

  append (text, "%s", evidence);
  append (text, _ ("read as %s"), decision->format);
  if (decision->n_present >= 0)
    append (text, _ ("%s cells filled"), present);
  if (decision->n_bad > 0)
    append (text, _ ("%s not readable"), bad);
  append (text, _ ("for example: %s"), samples);
  return g_string_free_and_steal (text);
}

static GtkWidget *
create_column_row (const BwDecision *decision)
{
  g_autofree char *text = describe_decision (decision);
  gboolean used = decision->field != BW_FIELD_NONE;
  const char *header =
      decision->header != NULL && *decision->header != '\0' ? decision->header : _ ("No name");
  GtkWidget *row = create_row (header, text);

  add_suffix (row, used ? bw_field_get_title (decision->field) : _ ("not used"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  return row;
}

static void
add_columns (BwSourceGroup *self, const BwSource *source)
{
  guint n_used = 0;
  guint n = source->decisions != NULL ? source->decisions->len : 0;
  g_autofree char *text = NULL;
  AdwExpanderRow *expander;

  for (guint i = 0; i < n; i++)
    n_used += ((BwDecision *) g_ptr_array_index (source->decisions, i))->field != BW_FIELD_NONE;
  /* Translators: how many of the columns of a file mean something to the report */
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of them is used", "%u of them are used", n_used), n_used);
  expander = create_expander (_ ("Columns"), text, n);
  for (int used = 1; used >= 0; used--)
    for (guint i = 0; i < n; i++) {
      const BwDecision *decision = g_ptr_array_index (source->decisions, i);
      if ((decision->field != BW_FIELD_NONE) == used)
        adw_expander_row_add_row (expander, create_column_row (decision));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (expander));
}

/* --- What can be done --------------------------------------------------------------------------
 */

static void
add_button (
    GtkBox *box, const BwSource *source, const char *icon, const char *format, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *words = g_strdup_printf (format, source->name);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", source->path);
  gtk_box_append (box, button);
}

static void
add_buttons (BwSourceGroup *self, const BwSource *source, gboolean removable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_button (GTK_BOX (box), source, "document-open-symbolic",
              _ ("Replace “%s” With Another File…"), "win.replace-file");
  if (removable)
    add_button (GTK_BOX (box), source, "user-trash-symbolic",
                _ ("Remove “%s” From the Report"), "win.remove-file");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), box);
}

static void
add_change_row (BwSourceGroup *self, const BwSource *source)
{
  GtkWidget *row = bw_plain_row_new (_ ("Change How This File Is Read…"), NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                           "go-next-symbolic", NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.change-reading");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", source->path,
                                    source->member != NULL ? source->member : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_source_group_finalize (GObject *object)
{
  BwSourceGroup *self = BW_SOURCE_GROUP (object);

  g_clear_object (&self->dataset);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (bw_source_group_parent_class)->finalize (object);
}

static void
bw_source_group_class_init (BwSourceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_source_group_finalize;
}

static void
bw_source_group_init (BwSourceGroup *self)
{
}

static void
add_state (BwSourceGroup *self)
{
  self->state = create_row (_ ("On the Disk"), NULL);
  gtk_widget_add_css_class (self->state, "warning");
  gtk_widget_set_visible (self->state, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->state);
}

BwSourceGroup *
bw_source_group_new (BwDataset *dataset, BwSource *source, gboolean removable)
{
  BwSourceGroup *self = g_object_new (BW_TYPE_SOURCE_GROUP, NULL);
  g_autofree char *title = g_markup_escape_text (source->name, -1);
  g_autofree char *product = describe_product (source);
  g_autofree char *format = describe_format (source);

  self->dataset = g_object_ref (dataset);
  self->source = g_object_ref (source);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  add_buttons (self, source, removable);
  add_state (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row (product, source->evidence));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row (_ ("Format"), format));
  add_rows (self, source);
  add_joins (self, source);
  add_notes (self, source);
  add_columns (self, source);
  add_change_row (self, source);
  return self;
}

void
bw_source_group_set_state (BwSourceGroup *self, const char *words)
{
  g_return_if_fail (BW_IS_SOURCE_GROUP (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->state), words != NULL ? words : "");
  gtk_widget_set_visible (self->state, words != NULL);
}

const char *
bw_source_group_get_path (BwSourceGroup *self)
{
  return self->source->path;
}
