/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed and where to look, in sentences. */
#include "config.h"

#include "bw-explanation.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* Dimensions and members that are spoken of. */
#define SPOKEN 3
/* Days and members that together hold more than this of a change are where to look. */
#define CONCENTRATED 0.5
/* So few cannot but hold much of it. */
#define FEW_DAYS 7

static char *
format (const BwExplanation *self, double value)
{
  return bw_unit_format_in (self->metric->unit, self->currency, value, BW_FORMAT_SHORT);
}

static char *
format_change (const BwExplanation *self, double change)
{
  return bw_unit_format_change_in (self->metric->unit, self->currency, change, BW_FORMAT_SHORT);
}

static char *
describe_reason (const BwExplanation *self)
{
  /* Translators: a KPI, and why nothing can be said about it */
  return g_strdup_printf (_ ("%s: %s."), _ (self->metric->name), self->reason);
}

static char *
describe_change (const BwExplanation *self)
{
  const char *name = _ (self->metric->name);
  g_autofree char *before = format (self, self->value_before);
  g_autofree char *after = format (self, self->value_after);
  g_autofree char *change = format_change (self, self->change);

  if (self->change > 0)
    /* Translators: a KPI, its earlier figure, its later one, and the difference */
    return g_strdup_printf (_ ("%s rose from %s to %s (%s)."), name, before, after, change);
  if (self->change < 0)
    return g_strdup_printf (_ ("%s fell from %s to %s (%s)."), name, before, after, change);
  return g_strdup_printf (_ ("%s stayed at %s."), name, after);
}

static char *
describe_signal (const BwExplanation *self)
{
  if (self->reason == NULL && self->signal == BW_SIGNAL_NONE)
    return g_strdup (_ ("That is within noise: it need not have a reason."));
  return NULL;
}

static char *
describe_means (const BwExplanation *self)
{
  return self->of_means ? g_strdup (_ ("These are means: medians cannot be taken apart by members."))
                        : NULL;
}

/* "chat −3.0 points" */
static char *
describe_part (const BwExplanation *self, const BwBreakdown *breakdown, const BwPart *part)
{
  g_autofree char *change = format_change (self, part->contribution);

  /* Translators: a member of a dimension and what it did to the figure: "chat −3.0 points" */
  return g_strdup_printf (
      _ ("%s %s"), part->name != NULL ? part->name : bw_field_get_none_label (breakdown->field),
        change);
}

static char *
describe_breakdown (const BwExplanation *self, const BwBreakdown *breakdown)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < breakdown->parts->len && parts->len < SPOKEN; i++) {
    const BwPart *part = &g_array_index (breakdown->parts, BwPart, i);
    if (part->contribution != 0)
      g_ptr_array_add (parts, describe_part (self, breakdown, part));
  }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (_ (", "), (GStrv) parts->pdata);
  /* Translators: a dimension ("Channel"), and what its members did to the figure */
  return g_strdup_printf (_ ("%s: %s."), _ (bw_field_get (breakdown->field)->title), list);
}

/* The whole and most of its parts went opposite ways. */
static char *
describe_opposite (const BwExplanation *self, const BwBreakdown *breakdown)
{
  const char *title = _ (bw_field_get (breakdown->field)->title);
  g_autofree char *rate = format_change (self, breakdown->rate);
  g_autofree char *mix = format_change (self, breakdown->mix);

  if (!breakdown->opposite)
    return NULL;
  return g_strdup_printf (
      self->change < 0
      /* Translators: a dimension ("Channel"), and two differences of the figure */
      ? _ ("%s: most of them rose by themselves (%s), yet the whole fell, because their shares "
               "changed (%s).")
      : _ ("%s: most of them fell by themselves (%s), yet the whole rose, because their shares "
               "changed (%s)."),
          title, rate, mix);
}

/* Days on which there was anything. */
static guint
count_days (const BwExplanation *self)
{
  guint n = 0;

  for (guint i = 0; i < self->days->len; i++)
    n += g_array_index (self->days, BwDayPart, i).cell.n > 0;
  return n;
}

/* The fewest days that hold more than half of what went the way of the change, up to n_top_days; 0
 * when these do not. *share: how much they hold. */
static guint
count_top_days (const BwExplanation *self, double *share)
{
  double all = 0;
  double sum = 0;

  for (guint i = 0; i < self->days->len; i++)
    all += MAX (g_array_index (self->days, BwDayPart, i).contribution * self->change, 0);
  for (guint i = 0, n = 0; i < self->days->len && n < self->n_top_days; i++) {
    double part = g_array_index (self->days, BwDayPart, i).contribution * self->change;
    if (part <= 0)
      continue;
    n++;
    sum += part;
    *share = sum / all;
    if (*share > CONCENTRATED)
      return n;
  }
  return 0;
}

/* "17 March 2025, 3 March 2025" */
static char *
list_top_days (const BwExplanation *self, guint n)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->days->len && labels->len < n; i++) {
    const BwDayPart *day = &g_array_index (self->days, BwDayPart, i);
    if (day->contribution * self->change > 0)
      g_ptr_array_add (labels, bw_period_get_label (day->period));
  }
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (_ (", "), (GStrv) labels->pdata);
}

static char *
describe_days (const BwExplanation *self)
{
  double share = NAN;
  guint n = count_top_days (self, &share);
  g_autofree char *list = NULL;
  g_autofree char *percent = NULL;

  if (n == 0 || count_days (self) <= FEW_DAYS)
    return NULL;
  list = list_top_days (self, n);
  percent = bw_unit_format (BW_UNIT_FRACTION, share, BW_FORMAT_SHORT);
  /* Translators: a share of a change, a number of days, and which these are */
  return g_strdup_printf (ngettext ("%s of what went that way lies in %u day of %u: %s.",
                                    "%s of what went that way lies in %u days of %u: %s.", n),
                          percent, n, self->days->len, list);
}

static void
take (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

GStrv
bw_explanation_describe (const BwExplanation *self)
{
  GPtrArray *sentences = g_ptr_array_new ();
  guint spoken = 0;

  g_ptr_array_add (sentences,
                   self->reason != NULL ? describe_reason (self) : describe_change (self));
  take (sentences, describe_signal (self));
  take (sentences, describe_means (self));
  for (guint i = 0; i < self->breakdowns->len; i++)
    take (sentences, describe_opposite (self, g_ptr_array_index (self->breakdowns, i)));
  for (guint i = 0; i < self->breakdowns->len && spoken < SPOKEN && self->change != 0; i++) {
    char *sentence = describe_breakdown (self, g_ptr_array_index (self->breakdowns, i));
    take (sentences, sentence);
    spoken += sentence != NULL;
  }
  take (sentences, describe_days (self));
  g_ptr_array_add (sentences, NULL);
  return (GStrv) g_ptr_array_free (sentences, FALSE);
}

/* --- One sentence -----------------------------------------------------------------------------
 */

const BwPart *
bw_explanation_find_main (const BwExplanation *self, const BwBreakdown **breakdown)
{
  for (guint i = 0; i < self->breakdowns->len && self->change != 0; i++) {
    const BwBreakdown *by = g_ptr_array_index (self->breakdowns, i);
    const BwPart *part =
        by->parts->len > 1 && !by->overlapping ? &g_array_index (by->parts, BwPart, 0) : NULL;
    /* That tickets are closed is what happened, not where. */
    if (part == NULL || part->name == NULL || by->field == BW_FIELD_STATUS ||
        !(part->contribution / self->change > CONCENTRATED))
      continue;
    if (breakdown != NULL)
      *breakdown = by;
    return part;
  }
  return NULL;
}

/* "Chat, which fell from 90 % to 71 %"; of a rate whose share did it, that is told. */
static char *
tell_part (const BwExplanation *self, const BwPart *part)
{
  gboolean by_share = fabs (part->mix) > fabs (part->rate);
  BwUnit unit = by_share ? BW_UNIT_FRACTION : self->metric->unit;
  double from = by_share         ? part->share_before
                : self->of_means ? part->before.mean
                                 : part->before.value;
  double to = by_share ? part->share_after : self->of_means ? part->after.mean : part->after.value;
  g_autofree char *before = bw_unit_format_in (unit, self->currency, from, BW_FORMAT_SHORT);
  g_autofree char *after = bw_unit_format_in (unit, self->currency, to, BW_FORMAT_SHORT);

  if (!isfinite (from) || !isfinite (to))
    return g_strdup (part->name);
  if (by_share)
    return g_strdup_printf (to > from
                            /* Translators: a member ("Chat") and its shares of the whole */
                            ? _ ("%s, whose share rose from %s to %s")
                            : _ ("%s, whose share fell from %s to %s"), part->name, before, after);
  return g_strdup_printf (to > from
                          /* Translators: a member ("Chat") and its figures */
                          ? _ ("%s, which rose from %s to %s")
                          : _ ("%s, which fell from %s to %s"), part->name, before, after);
}

char *
bw_explanation_tell (const BwExplanation *self)
{
  const char *name = _ (self->metric->name);
  const BwPart *part = bw_explanation_find_main (self, NULL);
  g_autofree char *before = format (self, self->value_before);
  g_autofree char *after = format (self, self->value_after);
  g_autofree char *change = NULL;
  g_autofree char *reason = NULL;

  if (self->reason != NULL || self->change == 0 || isnan (self->change))
    return self->reason != NULL ? g_strdup_printf (_ ("%s: %s"), name, self->reason)
                                : g_strdup_printf (_ ("%s stayed at %s"), name, after);
  change = g_strdup_printf (self->change > 0
                            /* Translators: a KPI, its earlier figure and its later one */
                            ? _ ("%s rose from %s to %s")
                            : _ ("%s fell from %s to %s"), name, before, after);
  if (part == NULL)
    return g_steal_pointer (&change);
  reason = tell_part (self, part);
  /* Translators: a change, and the member that made most of it: "CSAT fell from 91 % to 84 %:
   * mostly Chat, which fell from 90 % to 71 %" */
  return g_strdup_printf (_ ("%s: mostly %s"), change, reason);
}
