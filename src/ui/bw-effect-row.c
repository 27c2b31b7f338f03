/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that opens to the figures that changed since it was made.
 *
 * Accessibility: the row says how many figures changed and what became of the first of them; the
 * button at its end undoes the last change. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-effect-row.h"
#include "bw-figure-words.h"
#include "bw-plain-row.h"
#include "bw-report-widget.h"
#include "bw-section.h"

struct _BwEffectRow {
  AdwExpanderRow parent_instance;

  /* Owned */
  BwWorkspace *workspace;
  GPtrArray *before; /* BwFigure */
  GPtrArray *rows;   /* of the figures that changed */
};

G_DEFINE_FINAL_TYPE (BwEffectRow, bw_effect_row, ADW_TYPE_EXPANDER_ROW)

static const BwFigure *
find_before (BwEffectRow *self, const BwMetric *metric)
{
  for (guint i = 0; i < self->before->len; i++) {
    const BwFigure *figure = g_ptr_array_index (self->before, i);
    if (figure->metric == metric)
      return figure;
  }
  return NULL;
}

static gboolean
is_same_value (const BwFigure *a, const BwFigure *b)
{
  if (a->available != b->available)
    return FALSE;
  return !a->available || a->current.value == b->current.value ||
         (isnan (a->current.value) && isnan (b->current.value));
}

static char *
describe_value (const BwFigure *figure)
{
  return figure->available ? bw_figure_words_value (figure, BW_FORMAT_SHORT)
                           : g_strdup (_ ("no data"));
}

/* What became of the figure; NULL when nothing did. */
static char *
describe_effect (const BwFigure *before, const BwFigure *now)
{
  g_autofree char *was = NULL;
  g_autofree char *is = describe_value (now);
  g_autofree char *target = bw_figure_words_target (now);

  if (before == NULL)
    return NULL;
  was = describe_value (before);
  if (!is_same_value (before, now))
    /* Translators: a figure before and after a setting was changed */
    return g_strdup_printf (_ ("%s → %s"), was, is);
  if (before->target_verdict == now->target_verdict)
    return NULL;
  return target != NULL ? g_strdup_printf (C_ ("effect", "%s, %s"), is, target)
                        /* Translators: of a figure whose target was taken away */
                        : g_strdup_printf (_ ("%s, without a target"), is);
}

static void
show_summary (BwEffectRow *self, const char *first)
{
  guint n = self->rows->len;
  g_autofree char *title =
      n > 0 ? g_strdup_printf (ngettext ("%u figure changed", "%u figures changed", n), n)
            : g_strdup (_ ("No figure changed yet"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (
      ADW_EXPANDER_ROW (self),
      first != NULL ? first : _ ("What a setting does to the figures is told here."));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), n > 0);
}

static void
forget_rows (BwEffectRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_effect (BwEffectRow *self, const BwFigure *figure, const char *effect)
{
  GtkWidget *row = bw_plain_row_new (_ (figure->metric->name), effect);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
update (BwEffectRow *self)
{
  GPtrArray *figures = bw_workspace_get_figures (self->workspace);
  g_autofree char *first = NULL;

  if (figures == NULL)
    return;
  forget_rows (self);
  for (guint i = 0; i < figures->len; i++) {
    const BwFigure *figure = g_ptr_array_index (figures, i);
    g_autofree char *effect = describe_effect (find_before (self, figure->metric), figure);
    if (effect == NULL)
      continue;
    add_effect (self, figure, effect);
    if (first == NULL)
      /* Translators: a figure, and what became of it */
      first = g_strdup_printf (C_ ("effect", "%s: %s"), _ (figure->metric->name), effect);
  }
  show_summary (self, first);
}

static void
add_undo (BwEffectRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Undo"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), button);
}

static void
bw_effect_row_dispose (GObject *object)
{
  BwEffectRow *self = BW_EFFECT_ROW (object);

  if (self->workspace != NULL)
    bw_workspace_unwatch (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_effect_row_parent_class)->dispose (object);
}

static void
bw_effect_row_class_init (BwEffectRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_effect_row_dispose;
}

static void
bw_effect_row_init (BwEffectRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 3);
  add_undo (self);
}

GtkWidget *
bw_effect_row_new (BwWorkspace *workspace)
{
  BwEffectRow *self = g_object_new (BW_TYPE_EFFECT_ROW, NULL);
  GPtrArray *figures = bw_workspace_get_figures (workspace);

  self->workspace = g_object_ref (workspace);
  self->before = figures != NULL
                     ? g_ptr_array_ref (figures)
                     : g_ptr_array_new_with_free_func ((GDestroyNotify) bw_figure_unref);
  bw_workspace_watch (workspace, self, (BwWatcher) update, "figures", NULL);
  return GTK_WIDGET (self);
}
