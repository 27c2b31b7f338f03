/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings as a value: copied, changed while nobody else has it, then shared. */
#include "config.h"

#include "bw-error.h"
#include "bw-settings.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _BwSettings {
  BwClock clock;
  guint excludes; /* 1 << BwExclusion */
  char *currency;
  GHashTable *choices; /* "kpi.choice" -> value, those that are not the default */
  GPtrArray *schedules;
  GPtrArray *holidays;
  GPtrArray *sla_targets;
  GPtrArray *topics;
  GArray *inputs;
};

G_DEFINE_BOXED_TYPE (BwSettings, bw_settings, bw_settings_ref, bw_settings_unref)

static const struct {
  const char *id;
  const char *title;
} exclusions[BW_EXCLUDE_LAST] = {
  [BW_EXCLUDE_SPAM] = { "spam", N_ ("Spam") },
  [BW_EXCLUDE_DELETED] = { "deleted", N_ ("Deleted tickets") },
  [BW_EXCLUDE_MERGED] = { "merged", N_ ("Merged tickets") },
  [BW_EXCLUDE_TEST] = { "test", N_ ("Test tickets") },
  [BW_EXCLUDE_AGENT_CREATED] = { "agent-created", N_ ("Tickets that agents created, from first "
                                                      "response and first contact resolution") },
  [BW_EXCLUDE_NO_REPLY] = { "no-reply",
                            N_ ("Tickets solved without a reply, from first contact resolution") },
  [BW_EXCLUDE_BOT_ONLY] = { "bot-only", N_ ("Tickets that only a bot answered, from first response "
                                            "and first contact resolution") },
  [BW_EXCLUDE_AUTOMATIC] = { "automatic", N_ ("Automatic replies, from first response") },
};

static const char *const clocks[] = { "auto", "calendar", "business" };

const char *
bw_exclusion_to_string (BwExclusion exclusion)
{
  return exclusions[exclusion].id;
}

gboolean
bw_exclusion_parse (const char *text, BwExclusion *exclusion)
{
  for (guint i = 0; i < BW_EXCLUDE_LAST; i++)
    if (g_str_equal (exclusions[i].id, text)) {
      *exclusion = (BwExclusion) i;
      return TRUE;
    }
  return FALSE;
}

const char *
bw_exclusion_get_title (BwExclusion exclusion)
{
  return _ (exclusions[exclusion].title);
}

const char *
bw_clock_to_string (BwClock clock)
{
  return clocks[clock];
}

gboolean
bw_clock_parse (const char *text, BwClock *clock)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    if (g_str_equal (clocks[i], text)) {
      *clock = (BwClock) i;
      return TRUE;
    }
  return FALSE;
}

/* --- The value --------------------------------------------------------------------------------
 */

static void
schedule_free (gpointer data)
{
  BwSchedule *schedule = data;

  g_free (schedule->value);
  g_free (schedule->hours);
  g_free (schedule);
}

static gpointer
schedule_copy (gconstpointer data, gpointer user_data)
{
  BwSchedule *copy = g_memdup2 (data, sizeof *copy);

  copy->value = g_strdup (copy->value);
  copy->hours = g_strdup (copy->hours);
  return copy;
}

static void
holiday_free (gpointer data)
{
  BwHoliday *holiday = data;

  g_free (holiday->name);
  g_free (holiday);
}

static gpointer
holiday_copy (gconstpointer data, gpointer user_data)
{
  BwHoliday *copy = g_memdup2 (data, sizeof *copy);

  copy->name = g_strdup (copy->name);
  return copy;
}

static void
sla_target_free (gpointer data)
{
  BwSlaTarget *target = data;

  g_free (target->priority);
  g_free (target->channel);
  g_free (target);
}

static gpointer
sla_target_copy (gconstpointer data, gpointer user_data)
{
  BwSlaTarget *copy = g_memdup2 (data, sizeof *copy);

  copy->priority = g_strdup (copy->priority);
  copy->channel = g_strdup (copy->channel);
  return copy;
}

static void
topic_free (gpointer data)
{
  BwTopic *topic = data;

  g_free (topic->name);
  g_free (topic->words);
  g_free (topic);
}

static gpointer
topic_copy (gconstpointer data, gpointer user_data)
{
  BwTopic *copy = g_memdup2 (data, sizeof *copy);

  copy->name = g_strdup (copy->name);
  copy->words = g_strdup (copy->words);
  return copy;
}

BwSettings *
bw_settings_new (void)
{
  BwSettings *self = g_atomic_rc_box_new0 (BwSettings);

  self->excludes = (1u << BW_EXCLUDE_LAST) - 1;
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->schedules = g_ptr_array_new_with_free_func (schedule_free);
  self->holidays = g_ptr_array_new_with_free_func (holiday_free);
  self->sla_targets = g_ptr_array_new_with_free_func (sla_target_free);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->inputs = g_array_new (FALSE, FALSE, sizeof (BwInput));
  return self;
}

static void
copy_all (GPtrArray *to, GPtrArray *from, GCopyFunc copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (from->pdata[i], NULL));
}

BwSettings *
bw_settings_copy (const BwSettings *self)
{
  BwSettings *copy = bw_settings_new ();
  GHashTableIter iter;
  gpointer key, value;

  copy->clock = self->clock;
  copy->excludes = self->excludes;
  copy->currency = g_strdup (self->currency);
  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->choices, g_strdup (key), g_strdup (value));
  copy_all (copy->schedules, self->schedules, schedule_copy);
  copy_all (copy->holidays, self->holidays, holiday_copy);
  copy_all (copy->sla_targets, self->sla_targets, sla_target_copy);
  copy_all (copy->topics, self->topics, topic_copy);
  g_array_append_vals (copy->inputs, self->inputs->data, self->inputs->len);
  return copy;
}

BwSettings *
bw_settings_ref (BwSettings *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer boxed)
{
  BwSettings *self = boxed;

  g_free (self->currency);
  g_hash_table_unref (self->choices);
  g_ptr_array_unref (self->schedules);
  g_ptr_array_unref (self->holidays);
  g_ptr_array_unref (self->sla_targets);
  g_ptr_array_unref (self->topics);
  g_array_unref (self->inputs);
}

void
bw_settings_unref (BwSettings *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* All that is in it, in a fixed order. */
static char *
spell (const BwSettings *self)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) choices = bw_settings_list_choices (self);

  g_string_append_printf (text, "%d %u %s\n", self->clock, self->excludes,
                          self->currency != NULL ? self->currency : "");
  for (guint i = 0; choices[i] != NULL; i++)
    g_string_append_printf (text, "%s=%s\n", choices[i],
                            (char *) g_hash_table_lookup (self->choices, choices[i]));
  for (guint i = 0; i < self->schedules->len; i++) {
    const BwSchedule *schedule = self->schedules->pdata[i];
    g_string_append_printf (text, "s %d %s\n%s\n", schedule->field,
                            schedule->value != NULL ? schedule->value : "", schedule->hours);
  }
  for (guint i = 0; i < self->holidays->len; i++) {
    const BwHoliday *holiday = self->holidays->pdata[i];
    g_string_append_printf (text, "h %" G_GINT64_FORMAT " %s\n", holiday->day, holiday->name);
  }
  for (guint i = 0; i < self->sla_targets->len; i++) {
    const BwSlaTarget *target = self->sla_targets->pdata[i];
    g_string_append_printf (
        text, "t %s\n%s\n%.17g %.17g\n", target->priority != NULL ? target->priority : "",
        target->channel != NULL ? target->channel : "", target->reply, target->solve);
  }
  for (guint i = 0; i < self->topics->len; i++) {
    const BwTopic *topic = self->topics->pdata[i];
    g_string_append_printf (text, "w %s\n%s\n", topic->name, topic->words);
  }
  for (guint i = 0; i < self->inputs->len; i++) {
    const BwInput *input = &g_array_index (self->inputs, BwInput, i);
    g_string_append_printf (text, "i %" G_GINT64_FORMAT " %d %.17g\n", input->month, input->field,
                            input->value);
  }
  return g_string_free (text, FALSE);
}

gboolean
bw_settings_equal (const BwSettings *a, const BwSettings *b)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (a == b)
    return TRUE;
  one = spell (a);
  other = spell (b);
  return g_str_equal (one, other);
}

/* --- Choices ----------------------------------------------------------------------------------
 */

static const BwChoice *
find_choice (const char *kpi, const char *id, GError **error)
{
  const BwMetric *metric = bw_metric_find (kpi);
  const BwChoice *choice = metric != NULL ? bw_metric_find_choice (metric, id) : NULL;

  if (metric == NULL)
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("There is no KPI “%s”: see `bellwether-cli kpis`"), kpi);
  else if (choice == NULL)
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("The KPI “%s” has no choice “%s”: see `bellwether-cli kpis`"), kpi, id);
  return choice;
}

static char *
spell_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

char *
bw_settings_get_choice (const BwSettings *self, const char *kpi, const char *choice)
{
  g_autofree char *key = g_strconcat (kpi, ".", choice, NULL);
  const char *value = g_hash_table_lookup (self->choices, key);
  const BwChoice *known = find_choice (kpi, choice, NULL);

  g_return_val_if_fail (known != NULL, g_strdup (""));
  if (value != NULL)
    return g_strdup (value);
  return known->options[0].id != NULL ? g_strdup (known->options[0].id)
                                      : spell_number (known->preset);
}

static char *
list_options (const BwChoice *choice)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < bw_choice_get_n_options (choice); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", choice->options[i].id);
  if (list->len == 0)
    /* Translators: a range of numbers */
    g_string_append_printf (list, _ ("a number from %g to %g"), choice->least, choice->most);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The value as it is kept; NULL when it is none of the choice's. */
static char *
check_value (const BwChoice *choice, const char *value)
{
  char *end;
  double number;

  for (guint i = 0; i < bw_choice_get_n_options (choice); i++)
    if (g_str_equal (choice->options[i].id, value))
      return g_strdup (value);
  if (choice->options[0].id != NULL)
    return NULL;
  number = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !(number >= choice->least && number <= choice->most))
    return NULL;
  return spell_number (number);
}

gboolean
bw_settings_set_choice (
    BwSettings *self, const char *kpi, const char *choice, const char *value, GError **error)
{
  const BwChoice *known = find_choice (kpi, choice, error);
  g_autofree char *key = g_strconcat (kpi, ".", choice, NULL);
  g_autofree char *kept = NULL;
  g_autofree char *preset = NULL;

  if (known == NULL)
    return FALSE;
  g_hash_table_remove (self->choices, key);
  if (value == NULL)
    return TRUE;
  kept = check_value (known, value);
  if (kept == NULL) {
    g_autofree char *list = list_options (known);
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("%s is not “%s”, but one of these: %s"), key, value, list);
    return FALSE;
  }
  preset = bw_settings_get_choice (self, kpi, choice);
  if (!g_str_equal (kept, preset))
    g_hash_table_insert (self->choices, g_steal_pointer (&key), g_steal_pointer (&kept));
  return TRUE;
}

gboolean
bw_settings_parse_choice (BwSettings *self, const char *text, GError **error)
{
  const char *dot = strchr (text, '.');
  const char *equals = dot != NULL ? strchr (dot, '=') : NULL;
  g_autofree char *kpi = NULL;
  g_autofree char *choice = NULL;

  if (equals == NULL) {
    g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                 _ ("“%s” is not of the form KPI.CHOICE=VALUE"), text);
    return FALSE;
  }
  kpi = g_strndup (text, dot - text);
  choice = g_strndup (dot + 1, equals - dot - 1);
  return bw_settings_set_choice (self, kpi, choice, equals + 1, error);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
bw_settings_list_choices (const BwSettings *self)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_texts);
  g_ptr_array_add (keys, NULL);
  return (GStrv) g_ptr_array_free (keys, FALSE);
}

static double
resolve_one (const BwSettings *self, const BwMetric *metric, const BwChoice *choice)
{
  g_autofree char *value = bw_settings_get_choice (self, metric->id, choice->id);

  for (guint i = 0; i < bw_choice_get_n_options (choice); i++)
    if (g_str_equal (choice->options[i].id, value))
      return i;
  return g_ascii_strtod (value, NULL);
}

void
bw_settings_resolve (const BwSettings *self,
                     const BwMetric *metric,
                     double values[BW_METRIC_MAX_CHOICES])
{
  guint n = bw_metric_get_n_choices (metric);

  for (guint i = 0; i < BW_METRIC_MAX_CHOICES; i++)
    values[i] = i < n ? resolve_one (self, metric, &metric->choices[i]) : NAN;
}

/* --- What is left out, and the clock ----------------------------------------------------------
 */

gboolean
bw_settings_excludes (const BwSettings *self, BwExclusion exclusion)
{
  return (self->excludes >> exclusion) & 1;
}

void
bw_settings_set_excludes (BwSettings *self, BwExclusion exclusion, gboolean excludes)
{
  guint mask = 1u << exclusion;

  self->excludes = excludes ? self->excludes | mask : self->excludes & ~mask;
}

BwClock
bw_settings_get_clock (const BwSettings *self)
{
  return self->clock;
}

void
bw_settings_set_clock (BwSettings *self, BwClock clock)
{
  self->clock = clock;
}

gboolean
bw_settings_is_business (const BwSettings *self)
{
  return self->schedules->len > 0 && self->clock != BW_CLOCK_CALENDAR;
}

/* --- Hours ------------------------------------------------------------------------------------
 */

GPtrArray *
bw_settings_get_schedules (const BwSettings *self)
{
  return self->schedules;
}

GPtrArray *
bw_settings_get_holidays (const BwSettings *self)
{
  return self->holidays;
}

static void
remove_schedule (BwSettings *self, BwFieldId field, const char *value)
{
  for (guint i = 0; i < self->schedules->len; i++) {
    const BwSchedule *schedule = self->schedules->pdata[i];
    if (schedule->field == field && g_strcmp0 (schedule->value, value) == 0) {
      g_ptr_array_remove_index (self->schedules, i);
      return;
    }
  }
}

gboolean
bw_settings_set_schedule (
    BwSettings *self, BwFieldId field, const char *value, const char *hours, GError **error)
{
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (BwShift));
  BwSchedule *schedule;

  if (hours != NULL && *hours != '\0' && !bw_hours_parse (hours, shifts, error))
    return FALSE;
  remove_schedule (self, field, value);
  if (shifts->len == 0)
    return TRUE;
  schedule = g_new0 (BwSchedule, 1);
  schedule->field = field;
  schedule->value = g_strdup (field != BW_FIELD_NONE ? value : NULL);
  schedule->hours = g_strdup (hours);
  g_ptr_array_add (self->schedules, schedule);
  return TRUE;
}

void
bw_settings_add_holiday (BwSettings *self, gint64 day, const char *name)
{
  BwHoliday *holiday;
  guint at = 0;

  while (at < self->holidays->len && ((BwHoliday *) self->holidays->pdata[at])->day < day)
    at++;
  if (at < self->holidays->len && ((BwHoliday *) self->holidays->pdata[at])->day == day)
    return;
  holiday = g_new0 (BwHoliday, 1);
  holiday->day = day;
  holiday->name = g_strdup (name != NULL ? name : "");
  g_ptr_array_insert (self->holidays, (int) at, holiday);
}

void
bw_settings_clear_holidays (BwSettings *self)
{
  g_ptr_array_set_size (self->holidays, 0);
}

static const BwSchedule *
find_schedule (const BwSettings *self, int index)
{
  if (index >= 0)
    return self->schedules->pdata[index];
  for (guint i = 0; i < self->schedules->len; i++)
    if (((BwSchedule *) self->schedules->pdata[i])->field == BW_FIELD_NONE)
      return self->schedules->pdata[i];
  return NULL;
}

BwCalendar *
bw_settings_make_calendar (const BwSettings *self, int schedule, BwZone *zone)
{
  const BwSchedule *found = find_schedule (self, schedule);
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (BwShift));
  g_autofree gint64 *days = g_new (gint64, self->holidays->len + 1);
  BwHours hours = { .zone = zone };

  if (found == NULL || !bw_hours_parse (found->hours, shifts, NULL))
    return NULL;
  for (guint i = 0; i < self->holidays->len; i++)
    days[i] = ((BwHoliday *) self->holidays->pdata[i])->day;
  hours.weekly = (const BwShift *) (gpointer) shifts->data;
  hours.n_weekly = shifts->len;
  hours.holidays = days;
  hours.n_holidays = self->holidays->len;
  return bw_calendar_new (&hours);
}

/* --- Promises, topics, numbers ----------------------------------------------------------------
 */

GPtrArray *
bw_settings_get_sla_targets (const BwSettings *self)
{
  return self->sla_targets;
}

void
bw_settings_set_sla_target (
    BwSettings *self, const char *priority, const char *channel, double reply, double solve)
{
  BwSlaTarget *target = NULL;

  for (guint i = 0; i < self->sla_targets->len && target == NULL; i++) {
    BwSlaTarget *other = self->sla_targets->pdata[i];
    if (g_strcmp0 (other->priority, priority) == 0 && g_strcmp0 (other->channel, channel) == 0)
      target = other;
  }
  if (isnan (reply) && isnan (solve)) {
    if (target != NULL)
      g_ptr_array_remove (self->sla_targets, target);
    return;
  }
  if (target == NULL) {
    target = g_new0 (BwSlaTarget, 1);
    target->priority = g_strdup (priority);
    target->channel = g_strdup (channel);
    g_ptr_array_add (self->sla_targets, target);
  }
  target->reply = reply;
  target->solve = solve;
}

GPtrArray *
bw_settings_get_topics (const BwSettings *self)
{
  return self->topics;
}

void
bw_settings_set_topic (BwSettings *self, const char *name, const char *words)
{
  BwTopic *topic;

  for (guint i = 0; i < self->topics->len; i++) {
    topic = self->topics->pdata[i];
    if (!g_str_equal (topic->name, name))
      continue;
    if (words == NULL)
      g_ptr_array_remove_index (self->topics, i);
    else
      g_set_str (&topic->words, words);
    return;
  }
  if (words == NULL)
    return;
  topic = g_new0 (BwTopic, 1);
  topic->name = g_strdup (name);
  topic->words = g_strdup (words);
  g_ptr_array_add (self->topics, topic);
}

GArray *
bw_settings_get_inputs (const BwSettings *self)
{
  return self->inputs;
}

/* Where the number is, or would be. */
static gboolean
find_input (const BwSettings *self, gint64 month, BwFieldId field, guint *at)
{
  for (*at = 0; *at < self->inputs->len; (*at)++) {
    const BwInput *input = &g_array_index (self->inputs, BwInput, *at);
    if (input->month == month && input->field == field)
      return TRUE;
    if (input->month > month || (input->month == month && input->field > field))
      return FALSE;
  }
  return FALSE;
}

double
bw_settings_get_input (const BwSettings *self, gint64 month, BwFieldId field)
{
  guint at;

  return find_input (self, month, field, &at) ? g_array_index (self->inputs, BwInput, at).value
                                              : NAN;
}

void
bw_settings_set_input (BwSettings *self, gint64 month, BwFieldId field, double value)
{
  BwInput input = { month, field, value };
  guint at;
  gboolean found = find_input (self, month, field, &at);

  if (found)
    g_array_remove_index (self->inputs, at);
  if (!isnan (value))
    g_array_insert_val (self->inputs, at, input);
}

const char *
bw_settings_get_currency (const BwSettings *self)
{
  return self->currency;
}

void
bw_settings_set_currency (BwSettings *self, const char *currency)
{
  g_set_str (&self->currency, currency);
}
