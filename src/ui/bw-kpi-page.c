/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure.
 *
 * Shortcuts: the window's; those of charts and tables where they have the focus. Accessibility: the
 * name is a heading, facts are rows. Everything is shown anew when the workspace has a new figure:
 * while the page is seen, that is computed before all others. What is below the trend is made part
 * by part between frames: all at once would hold up the first one. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-explanation-card.h"
#include "bw-fact-group.h"
#include "bw-figure-words.h"
#include "bw-kpi-page.h"
#include "bw-question-bar.h"
#include "bw-report-header.h"
#include "bw-rhythm-card.h"
#include "bw-rows-dialog.h"
#include "bw-section.h"
#include "bw-split-card.h"
#include "bw-spread-card.h"
#include "bw-trend-card.h"

/* Above what is sought. */
#define SEEK_MARGIN 12
#define SEEK_MS 600

struct _BwKpiPage {
  AdwNavigationPage parent_instance;

  guint n_parts; /* that are made */
  guint make_id;
  gboolean stale;  /* what is computed for this page alone waits until it is seen */
  gboolean seeks;  /* scrolls to the explanation once it is there */
  gint64 seek_end; /* monotonic time; 0 = not yet there */

  /* Template */
  GtkStack *stack;
  GtkViewport *viewport;
  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *change_box;
  GtkImage *change_icon;
  GtkLabel *change;
  GtkLabel *details;
  BwTrendCard *trend;
  GtkBox *further;
  AdwStatusPage *missing;

  /* Borrowed: in further; NULL until they are made */
  BwExplanationCard *explanation;
  BwSplitCard *split;
  BwSpreadCard *spread;
  BwRhythmCard *rhythm;
  BwFactGroup *parts;
  BwFactGroup *definition;

  /* Owned */
  BwWorkspace *workspace;
  char *kpi;
  BwFigure *figure; /* that is shown */
};

typedef enum {
  PROP_WORKSPACE = 1,
  PROP_KPI,
} BwKpiPageProperty;

static GParamSpec *props[PROP_KPI + 1];

G_DEFINE_FINAL_TYPE (BwKpiPage, bw_kpi_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- The figure --------------------------------------------------------------------------------
 */

static void
append_line (GString *text, char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", line);
  g_free (line);
}

static char *
name_compared (BwKpiPage *self, const BwFigure *figure)
{
  g_autoptr (BwPeriod) compared = bw_workspace_get_compared (self->workspace);
  g_autofree char *label = compared != NULL ? bw_period_get_label (compared) : NULL;
  g_autofree char *value = NULL;

  if (label == NULL || !figure->has_previous)
    return NULL;
  value = bw_section_format_figure (figure, &figure->previous);
  /* Translators: the period that is compared with, and its value */
  return g_strdup_printf (C_ ("compared", "%s: %s"), label, value);
}

static void
show_summary (BwKpiPage *self, const BwFigure *figure)
{
  g_autofree char *value = bw_figure_words_value (figure, BW_FORMAT_SHORT);
  g_autofree char *change = bw_figure_words_change (figure, BW_FORMAT_SHORT);
  g_autoptr (GString) details = g_string_new (NULL);
  const char *classes[] = { bw_figure_get_change_style (figure), "title-4", NULL };

  gtk_label_set_label (self->name, _ (figure->metric->name));
  gtk_label_set_label (self->value, value);
  gtk_widget_set_visible (self->change_box, change != NULL);
  gtk_label_set_label (self->change, change != NULL ? change : "");
  gtk_image_set_from_icon_name (self->change_icon, bw_figure_get_change_icon (figure));
  gtk_widget_set_visible (GTK_WIDGET (self->change_icon),
                          bw_figure_get_change_icon (figure) != NULL);
  gtk_widget_set_css_classes (self->change_box, classes);

  append_line (details, bw_figure_words_n (figure));
  append_line (details, bw_figure_words_interval (figure));
  append_line (details, name_compared (self, figure));
  append_line (details, bw_figure_words_target (figure));
  append_line (details, bw_figure_words_benchmark (figure));
  gtk_label_set_label (self->details, details->str);
  gtk_widget_set_visible (GTK_WIDGET (self->details), details->len > 0);
}

/* --- Facts -------------------------------------------------------------------------------------
 */

static void
add_time (BwFactGroup *group, const char *title, double value)
{
  g_autofree char *text = bw_unit_format (BW_UNIT_SECONDS, value, BW_FORMAT_SHORT);

  bw_fact_group_add_value (group, title, text);
}

static void
show_parts (BwKpiPage *self, BwFigure *figure)
{
  const BwCell *cell = &figure->current;

  bw_fact_group_clear (self->parts);
  if (bw_metric_has_spread (figure->metric) && isfinite (cell->median)) {
    add_time (self->parts, _ ("Mean"), cell->mean);
    add_time (self->parts, _ ("Median"), cell->median);
    add_time (self->parts, _ ("Nine of ten within"), cell->p90);
    add_time (self->parts, _ ("Longest"), cell->max);
  }
  for (guint i = 0; figure->details != NULL && i < figure->details->len; i++) {
    const BwDetail *detail = &g_array_index (figure->details, BwDetail, i);
    g_autofree char *text = bw_figure_format_detail (figure, detail, BW_FORMAT_SHORT);
    bw_fact_group_add_value (self->parts, _ (detail->title), text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->parts), bw_fact_group_get_n (self->parts) > 0);
}

static void
add_ratio (BwKpiPage *self, const BwFigure *figure)
{
  g_autofree char *text = bw_section_format_ratio (figure);

  if (text != NULL)
    bw_fact_group_add_value (self->definition, _ ("Counted"), text);
}

static void
add_exclusions (BwKpiPage *self, const BwFigure *figure)
{
  for (guint i = BW_REASON_NOT_CONCERNED + 1; i < BW_REASON_LAST; i++) {
    g_autofree char *n = bw_format_count (figure->excluded[i]);
    /* Translators: why rows were left out of a figure */
    g_autofree char *title = g_strdup_printf (_ ("Left out: %s"), bw_reason_get_title (i));
    if (figure->excluded[i] > 0)
      bw_fact_group_add_value (self->definition, title, n);
  }
}

static void
show_definition (BwKpiPage *self, BwFigure *figure)
{
  g_autofree char *method = bw_section_describe_method (figure);
  g_autofree char *columns = bw_section_list_columns (figure);
  const char *definition =
      figure->definition != NULL ? figure->definition : _ (figure->metric->definition);
  const char *origin = figure->metric->origin;

  bw_fact_group_clear (self->definition);
  bw_fact_group_add_text (self->definition, _ ("Definition"), definition);
  add_ratio (self, figure);
  add_exclusions (self, figure);
  bw_fact_group_add_text (self->definition, _ ("Counted From"), bw_kind_get_title (figure->kind));
  bw_fact_group_add_text (self->definition, _ ("Columns"), columns);
  bw_fact_group_add_text (self->definition, _ ("Method"), method);
  bw_fact_group_add_text (self->definition, _ ("Note"), figure->note);
  bw_fact_group_add_text (self->definition, _ ("Origin"), origin != NULL ? _ (origin) : NULL);
}

/* --- Where to look -----------------------------------------------------------------------------
 */

/* Its top, where it says what it is: it may be higher than the page. */
static void
scroll_to_explanation (BwKpiPage *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport));
  GtkWidget *content = gtk_viewport_get_child (self->viewport);
  graphene_point_t top;

  if (gtk_widget_compute_point (GTK_WIDGET (self->explanation), content,
                                &GRAPHENE_POINT_INIT (0, -SEEK_MARGIN), &top))
    gtk_adjustment_set_value (place, top.y);
}

/* Once all parts are there, and for a moment more: what is above may still find its size. */
static void
painted_cb (BwKpiPage *self, GdkFrameClock *clock)
{
  gint64 now = g_get_monotonic_time ();

  if (self->make_id != 0)
    return;
  if (self->seek_end == 0) {
    self->seek_end = now + SEEK_MS * 1000;
    gtk_widget_grab_focus (GTK_WIDGET (self->explanation));
  }
  if (now > self->seek_end)
    g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  else
    scroll_to_explanation (self);
}

static void
seek (BwKpiPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->seeks || clock == NULL || self->explanation == NULL ||
      !gtk_widget_get_visible (GTK_WIDGET (self->explanation)))
    return;
  self->seeks = FALSE;
  self->seek_end = 0;
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Rows behind a mark ------------------------------------------------------------------------
 */

/* The i-th period of the axis; -1 = the whole period. */
static BwPeriod *
get_span (BwKpiPage *self, int i)
{
  g_autoptr (BwAxis) axis = NULL;

  if (i < 0)
    return bw_period_ref (bw_workspace_get_period (self->workspace));
  axis = bw_workspace_get_axis (self->workspace);
  if ((guint) i >= bw_axis_get_length (axis))
    return bw_period_ref (bw_workspace_get_period (self->workspace));
  return bw_period_new (bw_axis_get_from (axis, (guint) i), bw_axis_get_to (axis, (guint) i),
                        bw_axis_get_zone (axis));
}

static void
show_rows (BwKpiPage *self, int period, BwFieldId field, const char *member)
{
  g_autoptr (BwPeriod) span = get_span (self, period);
  BwRowsDialog *dialog = bw_rows_dialog_new (self->workspace, self->kpi, span, field, member);

  if (dialog != NULL)
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
period_activated_cb (BwKpiPage *self, int period)
{
  show_rows (self, period, BW_FIELD_NONE, NULL);
}

static void
member_activated_cb (BwKpiPage *self, int period, int field, const char *member)
{
  show_rows (self, period, (BwFieldId) field, member);
}

/* --- Part by part ------------------------------------------------------------------------------
 */

/* One of the parts below the trend. */
typedef struct {
  GtkWidget *(*make) (BwKpiPage *self);
  void (*show) (BwKpiPage *self, BwFigure *figure);
  gboolean is_asked; /* it asks further questions: that waits until the page is seen */
} Part;

static GtkWidget *
make_explanation (BwKpiPage *self)
{
  self->explanation = g_object_new (BW_TYPE_EXPLANATION_CARD, NULL);
  g_signal_connect_object (self->explanation, "notify::visible", G_CALLBACK (seek), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->explanation);
}

static void
show_explanation (BwKpiPage *self, BwFigure *figure)
{
  bw_explanation_card_show (self->explanation, figure, self->workspace);
}

static GtkWidget *
make_split (BwKpiPage *self)
{
  self->split = g_object_new (BW_TYPE_SPLIT_CARD, NULL);
  g_signal_connect_object (self->split, "member-activated", G_CALLBACK (member_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->split);
}

static void
show_split (BwKpiPage *self, BwFigure *figure)
{
  bw_split_card_show (self->split, figure, self->workspace);
}

static GtkWidget *
make_spread (BwKpiPage *self)
{
  self->spread = g_object_new (BW_TYPE_SPREAD_CARD, NULL);
  return GTK_WIDGET (self->spread);
}

static void
show_spread (BwKpiPage *self, BwFigure *figure)
{
  bw_spread_card_show (self->spread, figure, self->workspace);
}

static GtkWidget *
make_rhythm (BwKpiPage *self)
{
  self->rhythm = g_object_new (BW_TYPE_RHYTHM_CARD, NULL);
  return GTK_WIDGET (self->rhythm);
}

static void
show_rhythm (BwKpiPage *self, BwFigure *figure)
{
  bw_rhythm_card_show (self->rhythm, figure, self->workspace);
}

static GtkWidget *
make_parts (BwKpiPage *self)
{
  self->parts = bw_fact_group_new (_ ("In Parts"));
  return GTK_WIDGET (self->parts);
}

static GtkWidget *
make_definition (BwKpiPage *self)
{
  self->definition = bw_fact_group_new (_ ("How It Is Counted"));
  return GTK_WIDGET (self->definition);
}

static const Part all_parts[] = {
  { make_explanation, show_explanation, TRUE },
  { make_split, show_split, FALSE },
  { make_spread, show_spread, TRUE },
  { make_rhythm, show_rhythm, TRUE },
  { make_parts, show_parts, FALSE },
  { make_definition, show_definition, FALSE },
};

static void
show_part (BwKpiPage *self, const Part *part)
{
  if (!part->is_asked || !self->stale)
    part->show (self, self->figure);
}

static gboolean
make_part_cb (gpointer user_data)
{
  BwKpiPage *self = user_data;
  const Part *part = &all_parts[self->n_parts++];

  gtk_box_append (self->further, part->make (self));
  if (self->figure->available)
    show_part (self, part);
  if (self->n_parts < G_N_ELEMENTS (all_parts))
    return G_SOURCE_CONTINUE;
  self->make_id = 0;
  return G_SOURCE_REMOVE;
}

/* Of the parts that are made, those that waited. */
static void
show_waiting (BwKpiPage *self)
{
  self->stale = self->figure->brief;
  for (guint i = 0; i < self->n_parts; i++)
    if (all_parts[i].is_asked)
      show_part (self, &all_parts[i]);
}

static void
show_further (BwKpiPage *self)
{
  self->stale = self->figure->brief || !gtk_widget_get_mapped (GTK_WIDGET (self));
  for (guint i = 0; i < self->n_parts; i++)
    show_part (self, &all_parts[i]);
  if (self->n_parts < G_N_ELEMENTS (all_parts) && self->make_id == 0)
    self->make_id = g_idle_add (make_part_cb, self);
}

/* --- Showing -----------------------------------------------------------------------------------
 */

/* The figure to be shown; NULL when it is shown already, and when a whole one will take the place
 * of that which is shown. */
static BwFigure *
find_other_figure (BwKpiPage *self)
{
  BwFigure *figure = (BwFigure *) bw_workspace_find_figure (self->workspace, self->kpi);

  if (figure == NULL || figure == self->figure || (figure->brief && self->figure != NULL))
    return NULL;
  bw_figure_ref (figure);
  g_clear_pointer (&self->figure, bw_figure_unref);
  self->figure = figure;
  return figure;
}

static void
update (BwKpiPage *self)
{
  BwFigure *figure = find_other_figure (self);

  if (figure == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, figure->available ? "figure" : "missing");
  if (!figure->available) {
    adw_status_page_set_description (self->missing, figure->reason);
    return;
  }
  show_summary (self, figure);
  bw_trend_card_show (self->trend, figure, self->workspace);
  show_further (self);
}

/* --- Class -------------------------------------------------------------------------------------
 */

static void
set_workspace (BwKpiPage *self, BwWorkspace *workspace)
{
  static const char *const signals[] = { "notify::figures", "notify::figure", "notify::busy" };

  g_set_object (&self->workspace, workspace);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (workspace, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* The template is bound to it. */
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSPACE]);
}

static void
bw_kpi_page_map (GtkWidget *widget)
{
  BwKpiPage *self = BW_KPI_PAGE (widget);

  GTK_WIDGET_CLASS (bw_kpi_page_parent_class)->map (widget);
  bw_workspace_look_at (self->workspace, self->kpi);
  if (self->stale && self->figure != NULL && self->figure->available)
    show_waiting (self);
}

static void
bw_kpi_page_unmap (GtkWidget *widget)
{
  BwKpiPage *self = BW_KPI_PAGE (widget);

  bw_workspace_look_away (self->workspace, self->kpi);
  GTK_WIDGET_CLASS (bw_kpi_page_parent_class)->unmap (widget);
}

static void
bw_kpi_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BwKpiPage *self = BW_KPI_PAGE (object);

  switch ((BwKpiPageProperty) id) {
  case PROP_WORKSPACE:
    g_value_set_object (value, self->workspace);
    break;
  case PROP_KPI:
    g_value_set_string (value, self->kpi);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_kpi_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BwKpiPage *self = BW_KPI_PAGE (object);

  switch ((BwKpiPageProperty) id) {
  case PROP_WORKSPACE:
    set_workspace (self, g_value_get_object (value));
    break;
  case PROP_KPI:
    g_set_str (&self->kpi, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
bw_kpi_page_constructed (GObject *object)
{
  BwKpiPage *self = BW_KPI_PAGE (object);
  const BwMetric *metric = bw_metric_find (self->kpi);

  G_OBJECT_CLASS (bw_kpi_page_parent_class)->constructed (object);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (metric->name));
  update (self);
}

static void
bw_kpi_page_dispose (GObject *object)
{
  BwKpiPage *self = BW_KPI_PAGE (object);

  g_clear_handle_id (&self->make_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_KPI_PAGE);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->kpi, g_free);
  g_clear_pointer (&self->figure, bw_figure_unref);
  G_OBJECT_CLASS (bw_kpi_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bellwether/Bellwether/bw-kpi-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, name);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, value);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, change_box);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, change_icon);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, change);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, details);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, trend);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, further);
  gtk_widget_class_bind_template_child (widget_class, BwKpiPage, missing);
  gtk_widget_class_bind_template_callback (widget_class, period_activated_cb);
}

static void
bw_kpi_page_class_init (BwKpiPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bw_kpi_page_get_property;
  object_class->set_property = bw_kpi_page_set_property;
  object_class->constructed = bw_kpi_page_constructed;
  object_class->dispose = bw_kpi_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = bw_kpi_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = bw_kpi_page_unmap;

  props[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, BW_TYPE_WORKSPACE, flags);
  props[PROP_KPI] = g_param_spec_string ("kpi", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (BW_TYPE_REPORT_HEADER);
  g_type_ensure (BW_TYPE_QUESTION_BAR);
  g_type_ensure (BW_TYPE_TREND_CARD);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
bw_kpi_page_init (BwKpiPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BwKpiPage *
bw_kpi_page_new (BwWorkspace *workspace, const char *kpi)
{
  g_return_val_if_fail (bw_metric_find (kpi) != NULL, NULL);

  return g_object_new (BW_TYPE_KPI_PAGE, "workspace", workspace, "kpi", kpi, NULL);
}

const char *
bw_kpi_page_get_kpi (BwKpiPage *self)
{
  return self->kpi;
}

void
bw_kpi_page_show_explanation (BwKpiPage *self)
{
  g_return_if_fail (BW_IS_KPI_PAGE (self));

  self->seeks = TRUE;
  seek (self);
}
