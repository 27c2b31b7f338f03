/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of a file, and what it may be.
 *
 * Accessibility: facts are rows with a title and a text; fields are radio buttons named by their
 * row. Typing in the search entry leaves out the fields that have other names. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bw-fact-group.h"
#include "bw-letters.h"
#include "bw-mapping-column.h"
#include "bw-plain-row.h"
#include "bw-unit.h"

/* What a radio button stands for, beside the fields and NONE, which is not used. */
#define DECIDE (-1)

struct _BwMappingColumn {
  AdwNavigationPage parent_instance;

  guint column;
  BwKind kind;
  gboolean filling; /* widgets show what is, not what is wished */

  /* Template */
  BwFactGroup *facts;
  GtkWidget *rating_group;
  AdwSpinRow *low;
  AdwSpinRow *high;
  AdwComboRow *effort;
  GtkWidget *rank_group;
  AdwComboRow *rank;
  GtkWidget *unit_group;
  AdwComboRow *unit;
  GtkSearchEntry *search;
  GtkListBox *fields;

  /* Owned */
  BwOverrides *overrides;
};

typedef enum {
  CHANGED,
  LAST_SIGNAL,
} BwMappingColumnSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwMappingColumn, bw_mapping_column, ADW_TYPE_NAVIGATION_PAGE)

/* --- Words -------------------------------------------------------------------------------------
 */

char *
bw_mapping_column_describe_confidence (const BwDecision *decision)
{
  if (decision->field == BW_FIELD_NONE)
    return NULL;
  return bw_unit_format (BW_UNIT_FRACTION, round (decision->confidence * 100) / 100,
                         BW_FORMAT_SHORT);
}

const char *
bw_mapping_column_describe_field (const BwDecision *decision)
{
  return decision->field != BW_FIELD_NONE ? bw_field_get_title (decision->field) : _ ("Not used");
}

const char *
bw_mapping_column_describe_header (const BwDecision *decision)
{
  return decision->header != NULL && *decision->header != '\0' ? decision->header : _ ("No name");
}

/* --- Facts -------------------------------------------------------------------------------------
 */

static void
show_facts (BwMappingColumn *self, const BwDecision *decision)
{
  g_autofree char *confidence = bw_mapping_column_describe_confidence (decision);
  g_autofree char *present = bw_format_count (decision->n_present);
  g_autofree char *bad = bw_format_count (decision->n_bad);
  g_autofree char *samples =
      decision->samples != NULL ? g_strjoinv (" · ", decision->samples) : NULL;

  bw_fact_group_clear (self->facts);
  bw_fact_group_add_text (self->facts, _ ("Field"), bw_mapping_column_describe_field (decision));
  bw_fact_group_add_text (self->facts, _ ("How sure"), confidence);
  bw_fact_group_add_text (self->facts, _ ("Why"), decision->evidence);
  bw_fact_group_add_text (self->facts, _ ("Read as"), decision->format);
  bw_fact_group_add_text (self->facts, _ ("Cells"), samples);
  if (decision->n_present >= 0)
    bw_fact_group_add_value (self->facts, _ ("Cells that hold something"), present);
  if (decision->n_bad > 0)
    bw_fact_group_add_value (self->facts, _ ("Not readable"), bad);
}

/* In the order of the choices. */
static const BwRank ranks[] = { BW_RANK_UNKNOWN, BW_RANK_HIGHEST, BW_RANK_LOWEST };

static guint
get_rank_choice (const BwColumnOverride *said)
{
  guint choice = 0;

  for (guint i = 0; said != NULL && i < G_N_ELEMENTS (ranks); i++)
    if (ranks[i] == said->rank)
      choice = i;
  return choice;
}

static void
show_reading (BwMappingColumn *self, const BwDecision *decision, const BwColumnPlan *plan)
{
  const BwField *field = bw_field_get (decision->field);
  const BwColumnOverride *said = bw_overrides_get_column (self->overrides, self->column);
  gboolean rating = field != NULL && field->value == BW_VALUE_RATING;
  gboolean duration = field != NULL && field->value == BW_VALUE_DURATION;

  gtk_widget_set_visible (self->rating_group, rating);
  gtk_widget_set_visible (GTK_WIDGET (self->effort), decision->field == BW_FIELD_CES);
  gtk_widget_set_visible (self->rank_group, field != NULL && field->value == BW_VALUE_PRIORITY);
  gtk_widget_set_visible (self->unit_group, duration);
  if (rating && !isnan (plan->scale_high)) {
    adw_spin_row_set_value (self->low, plan->scale_low);
    adw_spin_row_set_value (self->high, plan->scale_high);
  }
  adw_combo_row_set_selected (self->effort, said != NULL ? said->effort : BW_EFFORT_UNKNOWN);
  adw_combo_row_set_selected (self->rank, get_rank_choice (said));
  adw_combo_row_set_selected (self->unit, said != NULL && said->has_unit ? 1 + said->unit : 0);
}

/* --- What is said by hand ----------------------------------------------------------------------
 */

static void
emit_changed (BwMappingColumn *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
field_toggled_cb (BwMappingColumn *self, GtkCheckButton *button)
{
  int field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "field"));

  if (self->filling || !gtk_check_button_get_active (button))
    return;
  if (field == DECIDE)
    bw_overrides_unset_field (self->overrides, self->column);
  else
    bw_overrides_set_field (self->overrides, self->column, (BwFieldId) field);
  emit_changed (self);
}

static void
scale_changed_cb (BwMappingColumn *self)
{
  double low = adw_spin_row_get_value (self->low);
  double high = adw_spin_row_get_value (self->high);

  if (self->filling || low >= high)
    return;
  bw_overrides_set_scale (self->overrides, self->column, low, high);
  emit_changed (self);
}

static void
effort_chosen_cb (BwMappingColumn *self)
{
  if (self->filling)
    return;
  bw_overrides_set_effort (self->overrides, self->column,
                           (BwEffort) adw_combo_row_get_selected (self->effort));
  emit_changed (self);
}

static void
rank_chosen_cb (BwMappingColumn *self)
{
  guint selected = adw_combo_row_get_selected (self->rank);

  if (self->filling || selected >= G_N_ELEMENTS (ranks))
    return;
  bw_overrides_set_rank (self->overrides, self->column, ranks[selected]);
  emit_changed (self);
}

static void
unit_chosen_cb (BwMappingColumn *self)
{
  guint selected = adw_combo_row_get_selected (self->unit);

  if (self->filling)
    return;
  if (selected == 0)
    bw_overrides_unset_unit (self->overrides, self->column);
  else
    bw_overrides_set_unit (self->overrides, self->column, (BwDurationUnit) (selected - 1));
  emit_changed (self);
}

/* --- Fields ------------------------------------------------------------------------------------
 */

static int
get_chosen (BwMappingColumn *self)
{
  const BwColumnOverride *said = bw_overrides_get_column (self->overrides, self->column);

  return said != NULL && said->has_field ? (int) said->field : DECIDE;
}

/* The first button, NULL when this is it. */
static GtkCheckButton *
append_field (BwMappingColumn *self, int field, const char *title, GtkCheckButton *group)
{
  GtkWidget *row = bw_plain_row_new (title, NULL);
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), field == get_chosen (self));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (button, "toggled", G_CALLBACK (field_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->fields, row);
  return group != NULL ? group : GTK_CHECK_BUTTON (button);
}

/* Those that make sense in such a table. */
static void
fill_fields (BwMappingColumn *self)
{
  GtkCheckButton *group;

  gtk_list_box_remove_all (self->fields);
  group = append_field (self, DECIDE, _ ("Decide by header and cells"), NULL);
  append_field (self, BW_FIELD_NONE, _ ("Not used"), group);
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++)
    if (bw_field_get (id)->kinds & (1u << self->kind))
      append_field (self, (int) id, bw_field_get_title (id), group);
}

static char *
fold (const char *text)
{
  GString *out = g_string_new (NULL);

  bw_letters_append (out, text, strlen (text));
  return g_string_free_and_steal (out);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  BwMappingColumn *self = user_data;
  g_autofree char *wanted = fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *title = fold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return strstr (title, wanted) != NULL;
}

static void
search_changed_cb (BwMappingColumn *self)
{
  gtk_list_box_invalidate_filter (self->fields);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_mapping_column_dispose (GObject *object)
{
  BwMappingColumn *self = BW_MAPPING_COLUMN (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_MAPPING_COLUMN);
  g_clear_pointer (&self->overrides, bw_overrides_free);
  G_OBJECT_CLASS (bw_mapping_column_parent_class)->dispose (object);
}

static void
bw_mapping_column_class_init (BwMappingColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_mapping_column_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BW_TYPE_FACT_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-mapping-column.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, facts);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, rating_group);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, low);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, high);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, effort);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, rank_group);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, rank);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, unit_group);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, unit);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, search);
  gtk_widget_class_bind_template_child (widget_class, BwMappingColumn, fields);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, effort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, rank_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
bw_mapping_column_init (BwMappingColumn *self)
{
  self->filling = TRUE;
  self->kind = BW_KIND_LAST;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->fields, filter_cb, self, NULL);
  self->filling = FALSE;
}

BwMappingColumn *
bw_mapping_column_new (BwPreview *preview, guint column)
{
  BwMappingColumn *self = g_object_new (BW_TYPE_MAPPING_COLUMN, NULL);

  self->column = column;
  bw_mapping_column_show (self, preview);
  return self;
}

void
bw_mapping_column_show (BwMappingColumn *self, BwPreview *preview)
{
  BwSource *source = bw_preview_get_source (preview);
  const BwPlan *plan = bw_preview_get_plan (preview);
  const BwDecision *decision;

  g_return_if_fail (BW_IS_MAPPING_COLUMN (self));
  if (self->column >= source->decisions->len || self->column >= plan->columns->len)
    return;

  self->filling = TRUE;
  g_clear_pointer (&self->overrides, bw_overrides_free);
  self->overrides = bw_overrides_copy (bw_preview_get_overrides (preview));
  decision = g_ptr_array_index (source->decisions, self->column);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 bw_mapping_column_describe_header (decision));
  show_facts (self, decision);
  show_reading (self, decision, g_ptr_array_index (plan->columns, self->column));
  if (self->kind != source->kind) {
    self->kind = source->kind;
    fill_fields (self);
  }
  self->filling = FALSE;
}

const BwOverrides *
bw_mapping_column_get_overrides (BwMappingColumn *self)
{
  return self->overrides;
}
