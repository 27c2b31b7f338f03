/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with a grid of months.
 *
 * CSS node: "monthscard.card". Shortcuts: those of the grid. Accessibility: the title is a heading.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-months-card.h"

/* What a card is about. */
typedef struct {
  const char *title;
  const char *empty; /* what to type, and what comes of it */
  const char *total; /* NULL = none */
  guint n_added;
  gboolean has_currency;
  BwMonthColumn columns[6]; /* ends without a title */
} Topic;

static const Topic costs = {
  .title = N_ ("Costs and Revenue by Month"),
  .empty = N_ ("No file has costs. Type what support costs each month, or paste it from a "
               "spreadsheet: the figures above follow at once."),
  .total = N_ ("All costs"),
  .n_added = 4,
  .has_currency = TRUE,
  .columns = { { BW_FIELD_COST_TRAINING, N_ ("Training and management"), BW_UNIT_MONEY },
               { BW_FIELD_COST_SALARIES, N_ ("Salaries"), BW_UNIT_MONEY },
               { BW_FIELD_COST_INFRASTRUCTURE, N_ ("Infrastructure"), BW_UNIT_MONEY },
               { BW_FIELD_AMOUNT, N_ ("Other costs"), BW_UNIT_MONEY },
               { BW_FIELD_REVENUE, N_ ("Revenue"), BW_UNIT_MONEY } },
};

static const Topic customers = {
  .title = N_ ("Customers by Month"),
  .empty = N_ ("No file has customers. Type how many there are at the start of each month and how "
               "many are lost, or paste it from a spreadsheet: churn and contact rate follow at "
               "once."),
  .columns = { { BW_FIELD_CUSTOMERS_START, N_ ("At the start"), BW_UNIT_COUNT },
               { BW_FIELD_CUSTOMERS_NEW, N_ ("New"), BW_UNIT_COUNT },
               { BW_FIELD_CUSTOMERS_LOST, N_ ("Lost"), BW_UNIT_COUNT },
               { BW_FIELD_CUSTOMERS_END, N_ ("At the end"), BW_UNIT_COUNT } },
};

static const Topic hours = {
  .title = N_ ("Hours of Agents by Month"),
  .empty = N_ ("No file has the time of agents. Type the hours of all agents in each month: "
               "utilisation and occupancy follow at once."),
  .columns = { { BW_FIELD_SCHEDULED_TIME, N_ ("Scheduled or paid"), BW_UNIT_SECONDS },
               { BW_FIELD_HANDLE_TIME, N_ ("Support work"), BW_UNIT_SECONDS },
               { BW_FIELD_AVAILABLE_TIME, N_ ("Free for contacts"), BW_UNIT_SECONDS } },
};

struct _BwMonthsCard {
  BwReportWidget parent_instance;

  gboolean filling;
  const Topic *topic;

  /* Template */
  GtkLabel *title;
  GtkWidget *currency_box;
  GtkEntry *currency;
  GtkLabel *text;
  GtkWidget *earlier;
  BwMonthGrid *grid;
};

G_DEFINE_FINAL_TYPE (BwMonthsCard, bw_months_card, BW_TYPE_REPORT_WIDGET)

static BwWorkspace *
get_workspace (BwMonthsCard *self)
{
  return bw_report_widget_get_workspace (BW_REPORT_WIDGET (self));
}

/* --- Currency ----------------------------------------------------------------------------------
 */

static gboolean
is_currency (const char *text)
{
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isalpha (text[i]))
      return FALSE;
  return text[3] == '\0';
}

static void
currency_changed_cb (BwMonthsCard *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->currency));
  g_autofree char *code = g_ascii_strup (text, -1);
  g_autoptr (BwSettings) settings = NULL;

  if (self->filling)
    return;
  if (*text != '\0' && !is_currency (text)) {
    gtk_widget_add_css_class (GTK_WIDGET (self->currency), "warning");
    return;
  }
  gtk_widget_remove_css_class (GTK_WIDGET (self->currency), "warning");
  settings = bw_settings_copy (bw_workspace_get_settings (get_workspace (self)));
  bw_settings_set_currency (settings, *code != '\0' ? code : NULL);
  if (!bw_settings_equal (settings, bw_workspace_get_settings (get_workspace (self))))
    bw_workspace_set_settings (get_workspace (self), settings);
}

static void
show_currency (BwMonthsCard *self)
{
  BwDataset *dataset = bw_workspace_get_dataset (get_workspace (self));
  const char *code = bw_settings_get_currency (bw_workspace_get_settings (get_workspace (self)));
  const char *of_files = dataset != NULL ? bw_dataset_get_currency (dataset) : NULL;
  g_autofree char *shown =
      g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->currency)), -1);

  gtk_entry_set_placeholder_text (self->currency, of_files != NULL ? of_files : "");
  if (g_strcmp0 (shown, code != NULL ? code : "") == 0 || (code == NULL && !is_currency (shown)))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->currency), code != NULL ? code : "");
  self->filling = FALSE;
}

/* --- Card --------------------------------------------------------------------------------------
 */

static const char *
describe (BwMonthsCard *self)
{
  if (bw_month_grid_is_fixed (self->grid))
    return _ ("Counted from the list of customers in the files.");
  if (!bw_month_grid_has_numbers (self->grid))
    return _ (self->topic->empty);
  if (bw_month_grid_has_numbers_of_files (self->grid))
    return _ ("Grey numbers come from the files. Type over one to replace it; empty the cell to "
              "have it back.");
  return _ ("Type, or paste cells of a spreadsheet. Empty cells count as not known.");
}

static void
update (BwMonthsCard *self)
{
  if (self->topic->has_currency)
    show_currency (self);
  gtk_label_set_label (self->text, describe (self));
  gtk_widget_set_visible (self->earlier, bw_month_grid_has_earlier (self->grid));
}

static void
earlier_cb (BwMonthsCard *self)
{
  bw_month_grid_show_earlier (self->grid);
  update (self);
}

static void
bw_months_card_watch (BwReportWidget *widget, BwWorkspace *workspace)
{
  BwMonthsCard *self = BW_MONTHS_CARD (widget);

  bw_report_widget_set_workspace (BW_REPORT_WIDGET (self->grid), workspace);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "dataset", "settings", "period", NULL);
}

static void
bw_months_card_class_init (BwMonthsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_REPORT_WIDGET_CLASS (klass)->watch = bw_months_card_watch;

  g_type_ensure (BW_TYPE_MONTH_GRID);
  gtk_widget_class_set_css_name (widget_class, "monthscard");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bellwether/Bellwether/bw-months-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMonthsCard, title);
  gtk_widget_class_bind_template_child (widget_class, BwMonthsCard, currency_box);
  gtk_widget_class_bind_template_child (widget_class, BwMonthsCard, currency);
  gtk_widget_class_bind_template_child (widget_class, BwMonthsCard, text);
  gtk_widget_class_bind_template_child (widget_class, BwMonthsCard, earlier);
  gtk_widget_class_bind_template_child (widget_class, BwMonthsCard, grid);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
}

static void
bw_months_card_init (BwMonthsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create (const Topic *topic)
{
  BwMonthsCard *self = g_object_new (BW_TYPE_MONTHS_CARD, NULL);
  guint n = 0;

  while (n < G_N_ELEMENTS (topic->columns) && topic->columns[n].title != NULL)
    n++;
  self->topic = topic;
  bw_month_grid_set_columns (self->grid, topic->columns, n, topic->total, topic->n_added);
  gtk_label_set_label (self->title, _ (topic->title));
  gtk_widget_set_visible (self->currency_box, topic->has_currency);
  return GTK_WIDGET (self);
}

GtkWidget *
bw_months_card_new_costs (void)
{
  return create (&costs);
}

GtkWidget *
bw_months_card_new_customers (void)
{
  return create (&customers);
}

GtkWidget *
bw_months_card_new_hours (void)
{
  return create (&hours);
}

BwMonthGrid *
bw_months_card_get_grid (BwMonthsCard *self)
{
  g_return_val_if_fail (BW_IS_MONTHS_CARD (self), NULL);
  return self->grid;
}
