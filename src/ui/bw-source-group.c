/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was learnt of one file: format, rows, what was set aside, notes, and how its columns were
 * taken. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-plain-row.h"
#include "bw-source-group.h"
#include "bw-unit.h"

struct _BwSourceGroup {
  AdwPreferencesGroup parent_instance;
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
add_rows (BwSourceGroup *self, const BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST] = { 0 };
  gint64 aside = 0;
  g_autofree char *rows = bw_format_count (source->n_rows);
  g_autofree char *used = NULL;
  g_autofree char *text = NULL;
  AdwExpanderRow *expander;

  bw_table_count_aside (source->table, counts);
  for (guint i = BW_ASIDE_NONE + 1; i < BW_ASIDE_LAST; i++)
    aside += counts[i];
  used = bw_format_count (counts[BW_ASIDE_NONE]);
  /* Translators: "11,987 of 12,000 rows are counted" */
  text = g_strdup_printf (_ ("%s of %s rows are counted"), used, rows);
  if (aside == 0) {
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row (_ ("Rows"), text));
    return;
  }
  expander = create_expander (_ ("Rows Set Aside"), text, aside);
  for (guint i = BW_ASIDE_NONE + 1; i < BW_ASIDE_LAST; i++) {
    g_autofree char *n = bw_format_count (counts[i]);
    GtkWidget *row;
    if (counts[i] == 0)
      continue;
    row = create_row (bw_aside_get_title (i), NULL);
    add_suffix (row, n);
    adw_expander_row_add_row (expander, row);
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (expander));
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

  if (source->notes == NULL || source->notes->len == 0)
    return;
  expander = create_expander (_ ("Notes"), _ ("What was assumed, and cells that could not be read"),
                                            source->notes->len);
  for (guint i = 0; i < source->notes->len; i++) {
    const BwNote *note = g_ptr_array_index (source->notes, i);
    g_autofree char *place = describe_place (note);
    adw_expander_row_add_row (expander, create_row (note->text, place));
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (expander));
}

/* --- Columns -----------------------------------------------------------------------------------
 */

static char *
describe_decision (const BwDecision *decision)
{
  GString *text = g_string_new (NULL);
  g_autofree char *present = bw_format_count (decision->n_present);
  g_autofree char *bad = bw_format_count (decision->n_bad);
  g_autofree char *samples =
      decision->samples != NULL ? g_strjoinv (" | ", decision->samples) : NULL;

  append (text, "%s", decision->evidence);
  append (text, _ ("read as %s"), decision->format);
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

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_source_group_class_init (BwSourceGroupClass *klass)
{
}

static void
bw_source_group_init (BwSourceGroup *self)
{
}

BwSourceGroup *
bw_source_group_new (BwSource *source)
{
  BwSourceGroup *self = g_object_new (BW_TYPE_SOURCE_GROUP, NULL);
  g_autofree char *title = g_markup_escape_text (source->name, -1);
  g_autofree char *product = describe_product (source);
  g_autofree char *format = describe_format (source);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row (product, source->evidence));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_row (_ ("Format"), format));
  add_rows (self, source);
  add_notes (self, source);
  add_columns (self, source);
  return self;
}
