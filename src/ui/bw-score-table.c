/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of buttons.
 *
 * CSS node: "scoretable"; cells have the class .score. Shortcuts: arrows go from cell to cell,
 * Enter shows the rows behind one. Accessibility: a cell is named by its member, KPI, value and how
 * it stands to the others. Direction: columns begin where the language does. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-children.h"
#include "bw-figure-words.h"
#include "bw-score-table.h"
#include "bw-section.h"

#define MOST_MEMBERS 100
/* Rows that are made at once, and in each pause after that: none holds up a frame. */
#define FIRST_ROWS 12
#define MORE_ROWS 3

struct _BwScoreTable {
  GtkWidget parent_instance;

  guint filling_id;
  gboolean links;
  guint n_made;    /* rows of the scores */
  guint n_rows;    /* in the grid, those of scores before them below */
  guint n_columns; /* likewise; with the names */

  /* Template */
  GtkGrid *grid;
  GtkLabel *rest;

  /* Owned */
  BwScorecard *scores;
  GArray *order;      /* of the members, guint */
  GPtrArray *columns; /* BwScoreColumn of the scores */
  GArray *most;       /* double, of each column */
};

typedef enum {
  CELL_ACTIVATED,
  MEMBER_ACTIVATED,
  LAST_SIGNAL,
} BwScoreTableSignal;

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (BwScoreTable, bw_score_table, GTK_TYPE_WIDGET)

/* What most teams look at first. */
static const char *const preferred[] = {
  "tickets-closed",   "first-response-time",
  "resolution-time",  "first-contact-resolution",
  "reopen-rate",      "csat",
  "handle-time",      "replies-per-ticket",
  "escalation-rate",  "nps",
  "tickets-created",  "sla-first-response",
  "sla-resolution",   "utilisation",
  "backlog",          "service-level",
  "abandonment-rate", "wait-time",
};

const char **
bw_scorecard_choose (const BwScorecard *scores, guint most)
{
  const char **chosen = g_new0 (const char *, MAX (most, scores->columns->len) + 1);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (preferred) && n < most; i++)
    if (bw_scorecard_find (scores, preferred[i]) != NULL)
      chosen[n++] = preferred[i];
  for (guint i = 0; i < scores->columns->len && n < most; i++) {
    const BwScoreColumn *column = g_ptr_array_index (scores->columns, i);
    if (!g_strv_contains (chosen, column->metric->id))
      chosen[n++] = column->metric->id;
  }
  return chosen;
}

const char *
bw_scorecard_get_member (const BwScorecard *scores, guint member)
{
  return scores->names->pdata[member] != NULL ? scores->labels->pdata[member] : NULL;
}

const char *
bw_standing_describe (BwStanding standing)
{
  switch (standing) {
  case BW_STANDING_FEW:
    return _ ("too few to say");
  case BW_STANDING_WITHIN:
    return _ ("within chance");
  case BW_STANDING_ABOVE:
    return _ ("higher than by chance");
  case BW_STANDING_BELOW:
    return _ ("lower than by chance");
  case BW_STANDING_UNKNOWN:
  default:
    return NULL;
  }
}

/* --- Cells -------------------------------------------------------------------------------------
 */

static void
cell_clicked_cb (BwScoreTable *self, GtkWidget *button)
{
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, g_object_get_data (G_OBJECT (button), "kpi"),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "member")));
}

static void
member_clicked_cb (BwScoreTable *self, GtkWidget *button)
{
  g_signal_emit (self, signals[MEMBER_ACTIVATED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "member")));
}

static GtkWidget *
create_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  return label;
}

/* A name, in lines of whole words. */
static GtkWidget *
create_wrapped (const char *text, float xalign)
{
  GtkWidget *label = create_label (text, xalign);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  return label;
}

static double
find_most (const BwScoreColumn *column, guint n_members)
{
  double most = 0;

  for (guint m = 0; m < n_members; m++) {
    if (column->cells[m].value < 0)
      return NAN;
    if (column->cells[m].value > most)
      most = column->cells[m].value;
  }
  return most > 0 ? most : NAN;
}

static GtkWidget *
create_bar (double share)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "value", share, NULL);

  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  return bar;
}

static char *
describe_n (const BwScoreColumn *column, const BwCell *cell, BwStanding standing)
{
  g_autofree char *n = bw_format_count (cell->n);

  if (column->metric->unit == BW_UNIT_COUNT || cell->n == 0)
    return g_strdup ("");
  if (standing == BW_STANDING_ABOVE)
    /* Translators: how many tickets, answers ... are behind a figure that is high beyond chance */
    return g_strdup_printf (C_ ("score", "n = %s ▲ high"), n);
  if (standing == BW_STANDING_BELOW)
    /* Translators: likewise */
    return g_strdup_printf (C_ ("score", "n = %s ▼ low"), n);
  /* Translators: how many tickets, answers ... are behind a figure */
  return g_strdup_printf (C_ ("score", "n = %s"), n);
}

static void
name_cell (BwScoreTable *self, GtkWidget *button, const BwScoreColumn *column, guint member)
{
  const BwCell *cell = &column->cells[member];
  const char *standing = bw_standing_describe (bw_score_column_judge (column, member));
  g_autofree char *value = bw_section_format_with_n (column->metric->unit, cell);
  /* Translators: a member, a KPI, its value: "Chat, CSAT: 71 % (120)" */
  g_autofree char *name =
      g_strdup_printf (C_ ("score", "%s, %s: %s"), (char *) self->scores->labels->pdata[member],
                       _ (column->metric->name), value);
  g_autofree char *all =
      standing != NULL ? g_strdup_printf (C_ ("score", "%s, %s"), name, standing) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  all != NULL ? all : name, -1);
  gtk_widget_set_tooltip_text (button, all != NULL ? all : name);
}

static GtkWidget *
create_cell (BwScoreTable *self, const BwScoreColumn *column, guint member, double most)
{
  const BwCell *cell = &column->cells[member];
  BwStanding standing = bw_score_column_judge (column, member);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *value =
      isnan (cell->value) ? g_strdup ("–") : bw_figure_words_cell (column->metric->unit, cell);
  g_autofree char *n = describe_n (column, cell, standing);
  GtkWidget *label = create_label (value, 1);
  GtkWidget *caption = create_label (n, 1);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, standing == BW_STANDING_ABOVE || standing == BW_STANDING_BELOW
                                         ? "heading"
                                         : "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), caption);
  if (!isnan (most) && !isnan (cell->value))
    gtk_box_append (GTK_BOX (box), create_bar (cell->value / most));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "score");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, cell->n > 0);
  g_object_set_data (G_OBJECT (button), "kpi", (gpointer) column->metric->id);
  g_object_set_data (G_OBJECT (button), "member", GUINT_TO_POINTER (member));
  g_signal_connect_object (button, "clicked", G_CALLBACK (cell_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  name_cell (self, button, column, member);
  return button;
}

static GtkWidget *
create_name (BwScoreTable *self, guint member, gboolean link)
{
  GtkWidget *label = create_wrapped (self->scores->labels->pdata[member], 0);
  GtkWidget *button;

  gtk_widget_add_css_class (label, "heading");
  if (!link || self->scores->names->pdata[member] == NULL) {
    gtk_widget_set_margin_start (label, 6);
    gtk_widget_set_margin_end (label, 6);
    return label;
  }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "member", GUINT_TO_POINTER (member));
  g_signal_connect_object (button, "clicked", G_CALLBACK (member_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_heading (const BwScoreColumn *column)
{
  GtkWidget *heading = create_wrapped (_ (column->metric->name), 1);

  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_set_valign (heading, GTK_ALIGN_END);
  gtk_widget_set_margin_end (heading, 10);
  return heading;
}

/* --- Rows, from the first to the last ----------------------------------------------------------
 */

static void
clear_row (BwScoreTable *self, guint row)
{
  for (guint c = 0; c < self->n_columns; c++) {
    GtkWidget *child = gtk_grid_get_child_at (self->grid, (int) c, (int) row);
    if (child != NULL)
      gtk_grid_remove (self->grid, child);
  }
}

static void
make_row (BwScoreTable *self)
{
  guint member = g_array_index (self->order, guint, self->n_made);
  int row = (int) ++self->n_made;

  clear_row (self, (guint) row);
  gtk_grid_attach (self->grid, create_name (self, member, self->links), 0, row, 1, 1);
  for (guint c = 0; c < self->columns->len; c++)
    gtk_grid_attach (
        self->grid,
        create_cell (self, self->columns->pdata[c], member, g_array_index (self->most, double, c)),
        (int) c + 1, row, 1, 1);
}

static void
make_heading (BwScoreTable *self)
{
  clear_row (self, 0);
  for (guint c = 0; c < self->columns->len; c++)
    gtk_grid_attach (self->grid, create_heading (self->columns->pdata[c]), (int) c + 1, 0, 1, 1);
}

/* FALSE when all are there. */
static gboolean
make_rows (BwScoreTable *self, guint n)
{
  while (n-- > 0 && self->n_made < self->order->len)
    make_row (self);
  if (self->n_made < self->order->len)
    return TRUE;
  for (guint row = self->n_made + 1; row <= self->n_rows; row++)
    clear_row (self, row);
  self->n_rows = self->n_made;
  self->n_columns = self->columns->len + 1;
  return FALSE;
}

static gboolean
make_more_cb (gpointer user_data)
{
  BwScoreTable *self = user_data;

  if (make_rows (self, MORE_ROWS))
    return G_SOURCE_CONTINUE;
  self->filling_id = 0;
  return G_SOURCE_REMOVE;
}

/* --- Members -----------------------------------------------------------------------------------
 */

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const BwScorecard *scores = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  gboolean x_none = scores->names->pdata[x] == NULL, y_none = scores->names->pdata[y] == NULL;

  if (x_none != y_none)
    return x_none ? 1 : -1;
  return g_utf8_collate (scores->labels->pdata[x], scores->labels->pdata[y]);
}

/* Those with the most n; people by name, so that no order ranks them. */
static GArray *
make_order (const BwScorecard *scores)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint m = 0; m < MIN (scores->names->len, MOST_MEMBERS); m++)
    g_array_append_val (order, m);
  if (scores->field == BW_FIELD_AGENT)
    g_array_sort_with_data (order, compare_labels, (gpointer) scores);
  return order;
}

static void
show_rest (BwScoreTable *self, guint n_shown)
{
  guint n = self->scores->names->len - n_shown;
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more with fewer tickets is not listed.",
                                    "%u more with fewer tickets are not listed.", n),
                       n);

  gtk_label_set_label (self->rest, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n > 0);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
bw_score_table_dispose (GObject *object)
{
  BwScoreTable *self = BW_SCORE_TABLE (object);

  g_clear_handle_id (&self->filling_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_SCORE_TABLE);
  bw_children_unparent (GTK_WIDGET (self));
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->most, g_array_unref);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  G_OBJECT_CLASS (bw_score_table_parent_class)->dispose (object);
}

static void
bw_score_table_class_init (BwScoreTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_score_table_dispose;

  /* A figure was chosen: its KPI, and the place of the member in the scores. */
  signals[CELL_ACTIVATED] =
      g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[MEMBER_ACTIVATED] =
      g_signal_new ("member-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "scoretable");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-score-table.ui");
  gtk_widget_class_bind_template_child (widget_class, BwScoreTable, grid);
  gtk_widget_class_bind_template_child (widget_class, BwScoreTable, rest);
}

static void
bw_score_table_init (BwScoreTable *self)
{
  self->columns = g_ptr_array_new ();
  self->most = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_score_table_show (BwScoreTable *self,
                     BwScorecard *scores,
                     const char *const *kpis,
                     gboolean links)
{
  g_return_if_fail (BW_IS_SCORE_TABLE (self));

  g_clear_handle_id (&self->filling_id, g_source_remove);
  bw_scorecard_ref (scores);
  g_clear_pointer (&self->scores, bw_scorecard_unref);
  self->scores = scores;
  self->links = links;
  g_clear_pointer (&self->order, g_array_unref);
  self->order = make_order (scores);
  g_ptr_array_set_size (self->columns, 0);
  g_array_set_size (self->most, 0);
  for (; *kpis != NULL; kpis++) {
    const BwScoreColumn *column = bw_scorecard_find (scores, *kpis);
    double most = column != NULL ? find_most (column, scores->names->len) : NAN;
    if (column == NULL)
      continue;
    g_ptr_array_add (self->columns, (gpointer) column);
    g_array_append_val (self->most, most);
  }
  self->n_rows = MAX (self->n_rows, self->order->len);
  self->n_columns = MAX (self->n_columns, self->columns->len + 1);
  self->n_made = 0;
  make_heading (self);
  if (make_rows (self, FIRST_ROWS))
    self->filling_id = g_idle_add (make_more_cb, self);
  show_rest (self, self->order->len);
}
