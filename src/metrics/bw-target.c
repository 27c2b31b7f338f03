/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets: an ordered list, how they are written, and which one counts. */
#include "config.h"

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-target.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

struct _BwTargets {
  GPtrArray *targets; /* BwTarget, sorted */
};

G_DEFINE_BOXED_TYPE (BwTargets, bw_targets, bw_targets_ref, bw_targets_unref)

void
bw_target_free (BwTarget *target)
{
  g_free (target->kpi);
  g_free (target->channel);
  g_free (target);
}

BwTarget *
bw_target_copy (const BwTarget *target)
{
  BwTarget *copy = g_memdup2 (target, sizeof *target);

  copy->kpi = g_strdup (target->kpi);
  copy->channel = g_strdup (target->channel);
  return copy;
}

static int
compare_places (const BwTarget *a, const BwTarget *b)
{
  int order = strcmp (a->kpi, b->kpi);

  if (order == 0)
    order = g_strcmp0 (a->channel, b->channel);
  if (order == 0)
    order = (a->month > b->month) - (a->month < b->month);
  return order;
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  return compare_places (*(BwTarget *const *) a, *(BwTarget *const *) b);
}

BwTargets *
bw_targets_new (void)
{
  BwTargets *self = g_atomic_rc_box_new0 (BwTargets);

  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_target_free);
  return self;
}

BwTargets *
bw_targets_ref (BwTargets *targets)
{
  return g_atomic_rc_box_acquire (targets);
}

static void
clear (gpointer boxed)
{
  g_ptr_array_unref (((BwTargets *) boxed)->targets);
}

void
bw_targets_unref (BwTargets *targets)
{
  g_atomic_rc_box_release_full (targets, clear);
}

static gboolean
is_same_value (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
bw_targets_equal (const BwTargets *a, const BwTargets *b)
{
  if (a->targets->len != b->targets->len)
    return FALSE;
  for (guint i = 0; i < a->targets->len; i++) {
    const BwTarget *x = g_ptr_array_index (a->targets, i);
    const BwTarget *y = g_ptr_array_index (b->targets, i);
    if (compare_places (x, y) != 0 || !is_same_value (x->low, y->low) ||
        !is_same_value (x->high, y->high))
      return FALSE;
  }
  return TRUE;
}

guint
bw_targets_get_n (const BwTargets *targets)
{
  return targets->targets->len;
}

const BwTarget *
bw_targets_get (const BwTargets *targets, guint i)
{
  g_return_val_if_fail (i < targets->targets->len, NULL);

  return g_ptr_array_index (targets->targets, i);
}

BwTargets *
bw_targets_with (const BwTargets *targets, const BwTarget *target)
{
  BwTargets *copy = bw_targets_new ();

  for (guint i = 0; i < targets->targets->len; i++) {
    const BwTarget *old = g_ptr_array_index (targets->targets, i);
    if (compare_places (old, target) != 0)
      g_ptr_array_add (copy->targets, bw_target_copy (old));
  }
  if (!isnan (target->low) || !isnan (target->high))
    g_ptr_array_add (copy->targets, bw_target_copy (target));
  g_ptr_array_sort (copy->targets, compare_targets);
  return copy;
}

/* --- Written ---------------------------------------------------------------------------------- */

static const struct {
  const char *suffix;
  double factor;
} suffixes[] = {
  { "", 1 }, { "%", 0.01 }, { "s", 1 }, { "min", 60 }, { "h", 3600 }, { "d", 86400 },
};

/* NAN for an empty text; FALSE when it is no value. */
static gboolean
parse_value (const char *text, double *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *end;

  *value = NAN;
  if (*stripped == '\0')
    return TRUE;
  *value = g_ascii_strtod (stripped, &end);
  if (end == stripped || !isfinite (*value))
    return FALSE;
  g_strchug (end);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_equal (end, suffixes[i].suffix)) {
      *value *= suffixes[i].factor;
      return TRUE;
    }
  return FALSE;
}

static gboolean
parse_bounds (const BwMetric *metric, const char *text, BwTarget *target)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots != NULL ? g_strndup (text, dots - text) : g_strdup (text);

  if (!parse_value (first, &target->low))
    return FALSE;
  if (dots == NULL) {
    bw_target_from_value (metric, target->low, &target->low, &target->high);
    return TRUE;
  }
  return parse_value (dots + 2, &target->high) && !(target->low > target->high);
}

static gboolean
parse_month (const char *text, gint64 *month)
{
  guint year, number;
  char rest;

  if (strlen (text) != 7 || sscanf (text, "%4u-%2u%c", &year, &number, &rest) != 2 || number < 1 ||
      number > 12)
    return FALSE;
  *month = bw_civil_to_days ((int) year, (int) number, 1);
  return TRUE;
}

/* "email@2025-03", "2025-03", "email", "support@example.com" */
static void
parse_place (const char *text, BwTarget *target)
{
  const char *at = strrchr (text, '@');
  g_autofree char *channel = NULL;

  if (parse_month (at != NULL ? at + 1 : text, &target->month))
    channel = at != NULL ? g_strndup (text, at - text) : NULL;
  else
    channel = g_strdup (text);
  if (channel != NULL && *g_strstrip (channel) != '\0')
    target->channel = g_steal_pointer (&channel);
}

static gboolean
parse (const char *text, BwTarget *target, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *head = equals != NULL ? g_strndup (text, equals - text) : NULL;
  char *at = head != NULL ? strchr (head, '@') : NULL;
  const BwMetric *metric;

  if (head == NULL) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("“%s” is not a target: it is written KPI[@CHANNEL][@MONTH]=VALUE or =LOW..HIGH"),
                   text);
    return FALSE;
  }
  if (at != NULL) {
    *at = '\0';
    parse_place (at + 1, target);
  }
  metric = bw_metric_find (g_strstrip (head));
  if (metric == NULL) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("There is no KPI “%s”: see `bellwether-cli kpis`"), head);
    return FALSE;
  }
  target->kpi = g_strdup (metric->id);
  if (parse_bounds (metric, equals + 1, target))
    return TRUE;
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _ ("“%s”: a target's value is a number, with %%, s, min, h or d, or two of them with "
                  ".. between"),
                 equals + 1);
  return FALSE;
}

BwTargets *
bw_targets_parse (const BwTargets *targets, const char *text, GError **error)
{
  BwTarget target = { NULL, BW_TARGET_ALWAYS, NULL, NAN, NAN };
  BwTargets *copy = parse (text, &target, error) ? bw_targets_with (targets, &target) : NULL;

  g_free (target.kpi);
  g_free (target.channel);
  return copy;
}

static void
append_value (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, value));
}

char *
bw_target_to_string (const BwTarget *target)
{
  GString *text = g_string_new (target->kpi);

  if (target->channel != NULL)
    g_string_append_printf (text, "@%s", target->channel);
  if (target->month != BW_TARGET_ALWAYS) {
    int year, month, day;
    bw_civil_from_days (target->month, &year, &month, &day);
    g_string_append_printf (text, "@%04d-%02d", year, month);
  }
  g_string_append_c (text, '=');
  append_value (text, target->low);
  g_string_append (text, "..");
  append_value (text, target->high);
  return g_string_free (text, FALSE);
}

/* --- Judging ---------------------------------------------------------------------------------- */

static gboolean
is_same_channel (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (one, other);
}

/* How closely a target names what is asked for; -1 when it is about something else. */
static int
get_closeness (const BwTarget *target, const char *kpi, gint64 month, const char *channel)
{
  if (!g_str_equal (target->kpi, kpi))
    return -1;
  if (target->channel != NULL && (channel == NULL || !is_same_channel (target->channel, channel)))
    return -1;
  if (target->month != BW_TARGET_ALWAYS && target->month != month)
    return -1;
  return 2 * (target->channel != NULL) + (target->month != BW_TARGET_ALWAYS);
}

const BwTarget *
bw_targets_find (const BwTargets *targets, const char *kpi, gint64 month, const char *channel)
{
  const BwTarget *best = NULL;
  int closest = -1;

  for (guint i = 0; i < targets->targets->len; i++) {
    const BwTarget *target = g_ptr_array_index (targets->targets, i);
    int closeness = get_closeness (target, kpi, month, channel);
    if (closeness > closest) {
      closest = closeness;
      best = target;
    }
  }
  return best;
}

void
bw_target_from_value (const BwMetric *metric, double value, double *low, double *high)
{
  *low = metric->better == BW_BETTER_DOWN ? NAN : value;
  *high = metric->better == BW_BETTER_UP ? NAN : value;
}

BwTargetVerdict
bw_target_judge (const BwTarget *target, double value)
{
  if (target == NULL || isnan (value))
    return BW_TARGET_NONE;
  if (value < target->low)
    return BW_TARGET_BELOW;
  if (value > target->high)
    return BW_TARGET_ABOVE;
  return BW_TARGET_MET;
}
