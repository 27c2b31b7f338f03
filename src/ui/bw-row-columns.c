/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are remembered by the name of their field, those that mean nothing by their header. */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "bw-row-columns.h"
#include "bw-row-words.h"

#define KEY "row-columns"
#define MOST_AT_FIRST 10

static GQuark
index_quark (void)
{
  return g_quark_from_static_string ("bw-row-column");
}

guint
bw_row_columns_get_index (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (column), index_quark ()));
}

/* --- What is shown at first --------------------------------------------------------------------
 */

/* The most telling first. */
static const BwFieldId telling[] = {
  BW_FIELD_ID,      BW_FIELD_TICKET_ID, BW_FIELD_SUBJECT, BW_FIELD_AT,          BW_FIELD_DATE,
  BW_FIELD_CREATED, BW_FIELD_RATED,     BW_FIELD_STATUS,  BW_FIELD_CHANNEL,     BW_FIELD_PRIORITY,
  BW_FIELD_AGENT,   BW_FIELD_TEAM,      BW_FIELD_CSAT,    BW_FIELD_NPS,         BW_FIELD_CES,
  BW_FIELD_COMMENT, BW_FIELD_OUTCOME,   BW_FIELD_SOLVED,  BW_FIELD_FIRST_REPLY, BW_FIELD_WAIT_TIME,
};

static gboolean
is_answer (BwFieldId field)
{
  return field == BW_FIELD_CSAT || field == BW_FIELD_NPS || field == BW_FIELD_CES ||
         field == BW_FIELD_COMMENT;
}

/* Answers of a survey stand beside their time, before what is known of their tickets. */
static int
rank (BwKind kind, BwFieldId field)
{
  if (kind == BW_KIND_RESPONSES && is_answer (field))
    return rank (kind, BW_FIELD_RATED);
  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    if (telling[i] == field)
      return (int) i;
  return field != BW_FIELD_NONE ? (int) G_N_ELEMENTS (telling) : (int) G_N_ELEMENTS (telling) + 1;
}

/* In sp. Columns do not look into rows that are not on the screen: their widths are a matter of
 * kind. */
static int
choose_width (const BwColumn *column)
{
  const BwField *field = bw_field_get (column->field);

  if (column->field == BW_FIELD_SUBJECT || column->field == BW_FIELD_COMMENT)
    return 240;
  if (column->field == BW_FIELD_ID || column->field == BW_FIELD_TICKET_ID)
    return 90;
  if (field != NULL && (field->value == BW_VALUE_TIME || field->value == BW_VALUE_TEXT))
    return 140;
  return 110;
}

/* --- Names -------------------------------------------------------------------------------------
 */

/* "created" for fields, "=Header" for the others; g_free. */
static char *
name_column (const BwColumn *column)
{
  const BwField *field = bw_field_get (column->field);

  return field != NULL ? g_strdup (field->name) : g_strconcat ("=", column->header, NULL);
}

/* "created:170" of a column that is visible. */
static gboolean
parse_remembered (const char *text, const char *name, int *width)
{
  gsize length = strlen (name);

  if (strncmp (text, name, length) != 0 || text[length] != ':')
    return FALSE;
  *width = atoi (text + length + 1);
  return TRUE;
}

static GStrv
recall (const BwTable *table, GSettings *settings)
{
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  GStrv names = NULL;

  if (all != NULL)
    g_variant_lookup (all, bw_kind_to_string (bw_table_get_kind (table)), "^as", &names);
  return names;
}

void
bw_row_columns_remember (GtkColumnView *view, const BwTable *table, GSettings *settings)
{
  const char *kind = bw_kind_to_string (bw_table_get_kind (table));
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) remembered = NULL;
  GVariantDict dict;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    g_autofree char *name =
        name_column (bw_table_get_column (table, bw_row_columns_get_index (column)));
    if (gtk_column_view_column_get_visible (column))
      g_strv_builder_take (
          names, g_strdup_printf ("%s:%d", name, gtk_column_view_column_get_fixed_width (column)));
  }
  remembered = g_strv_builder_end (names);
  g_variant_dict_init (&dict, all);
  g_variant_dict_insert (&dict, kind, "^as", remembered);
  g_settings_set_value (settings, KEY, g_variant_dict_end (&dict));
}

/* --- Filling -----------------------------------------------------------------------------------
 */

typedef struct {
  guint index;
  int rank;
  int width;
  gboolean visible;
} Choice;

static int
compare_choices (const void *a, const void *b)
{
  const Choice *first = a;
  const Choice *second = b;

  if (first->rank != second->rank)
    return first->rank - second->rank;
  return (first->index > second->index) - (first->index < second->index);
}

/* As remembered; what is not follows, hidden. */
static void
choose_remembered (const BwTable *table, GStrv names, Choice *choices, guint n)
{
  int n_names = (int) g_strv_length (names);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = name_column (bw_table_get_column (table, i));
    choices[i].rank += n_names;
    for (int r = 0; r < n_names && !choices[i].visible; r++)
      if (parse_remembered (names[r], name, &choices[i].width)) {
        choices[i].visible = TRUE;
        choices[i].rank = r;
      }
  }
}

static void
choose_telling (Choice *choices, guint n)
{
  qsort (choices, n, sizeof (Choice), compare_choices);
  for (guint i = 0; i < MIN (n, MOST_AT_FIRST); i++)
    choices[i].visible = TRUE;
}

static gboolean
any_visible (const Choice *choices, guint n)
{
  for (guint i = 0; i < n; i++)
    if (choices[i].visible)
      return TRUE;
  return FALSE;
}

static void
append (GtkColumnView *view, const BwTable *table, const Choice *choice)
{
  const BwColumn *column = bw_table_get_column (table, choice->index);
  g_autoptr (GtkColumnViewColumn) shown =
                gtk_column_view_column_new (bw_row_words_header (column), NULL);

  g_object_set_qdata (G_OBJECT (shown), index_quark (), GUINT_TO_POINTER (choice->index));
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_fixed_width (shown, choice->width);
  gtk_column_view_column_set_visible (shown, choice->visible);
  gtk_column_view_append_column (view, shown);
}

void
bw_row_columns_fill (GtkColumnView *view, const BwTable *table, GSettings *settings)
{
  guint n = bw_table_get_n_columns (table);
  g_autofree Choice *choices = g_new0 (Choice, n + 1);
  g_auto (GStrv) names = recall (table, settings);

  for (guint i = 0; i < n; i++) {
    const BwColumn *column = bw_table_get_column (table, i);
    int width = (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, choose_width (column),
                                             gtk_widget_get_settings (GTK_WIDGET (view)));
    choices[i] = (Choice) { i, rank (bw_table_get_kind (table), column->field), width, FALSE };
  }
  if (names != NULL)
    choose_remembered (table, names, choices, n);
  if (!any_visible (choices, n))
    choose_telling (choices, n);
  qsort (choices, n, sizeof (Choice), compare_choices);
  for (guint i = 0; i < n; i++)
    append (view, table, &choices[i]);
}
