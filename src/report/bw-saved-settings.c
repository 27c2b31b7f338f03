/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures are counted: "settings" of a saved report. */
#include "config.h"

#include "bw-saved.h"

#include <glib/gi18n-lib.h>

/* --- Choices and exclusions ------------------------------------------------------------------
 */

static gboolean
read_choices (const BwReportFile *self, Json *object, BwSettings *settings, GError **error)
{
  Json *choices, *key, *value;
  size_t i, n;

  if (!bw_saved_get_object (self, object, "settings.choices", &choices, error))
    return FALSE;
  yyjson_mut_obj_foreach (choices, i, n, key, value)
  {
    GError *problem = NULL;
    g_autofree char *text = NULL;

    if (!yyjson_mut_is_str (value))
      return bw_saved_fail (self, yyjson_mut_get_str (key), _ ("a text"), error);
    text = g_strconcat (yyjson_mut_get_str (key), "=", yyjson_mut_get_str (value), NULL);
    if (!bw_settings_parse_choice (settings, text, &problem))
      return bw_saved_pass_on (self, "settings.choices", problem, error);
  }
  return TRUE;
}

static void
write_choices (const BwSettings *settings, JsonDoc *doc, Json *object)
{
  Json *choices = bw_saved_put_object (doc, object, "choices");
  g_auto (GStrv) keys = bw_settings_list_choices (settings);

  for (char **key = keys; *key != NULL; key++) {
    g_auto (GStrv) parts = g_strsplit (*key, ".", 2);
    g_autofree char *value = bw_settings_get_choice (settings, parts[0], parts[1]);
    bw_saved_put_text (doc, choices, *key, value);
  }
}

static gboolean
read_exclusions (const BwReportFile *self, Json *object, BwSettings *settings, GError **error)
{
  Json *exclusions;

  if (!bw_saved_get_object (self, object, "settings.exclusions", &exclusions, error))
    return FALSE;
  for (BwExclusion i = 0; i < BW_EXCLUDE_LAST; i++) {
    gboolean excludes = bw_settings_excludes (settings, i);
    g_autofree char *key = g_strconcat ("settings.exclusions.", bw_exclusion_to_string (i), NULL);

    if (!bw_saved_get_flag (self, exclusions, key, &excludes, error))
      return FALSE;
    bw_settings_set_excludes (settings, i, excludes);
  }
  return TRUE;
}

static void
write_exclusions (const BwSettings *settings, JsonDoc *doc, Json *object)
{
  Json *exclusions = bw_saved_put_object (doc, object, "exclusions");

  for (BwExclusion i = 0; i < BW_EXCLUDE_LAST; i++)
    bw_saved_put_flag (doc, exclusions, bw_exclusion_to_string (i),
                       bw_settings_excludes (settings, i));
}

/* --- Lists -----------------------------------------------------------------------------------
 */

static gboolean
read_schedule (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  BwFieldId field;
  const char *value, *hours;
  GError *problem = NULL;

  if (!bw_saved_get_field (self, item, "settings.schedules.field", &field, error) ||
      !bw_saved_get_text (self, item, "settings.schedules.value", &value, error) ||
      !bw_saved_need_text (self, item, "settings.schedules.hours", &hours, error))
    return FALSE;
  return bw_settings_set_schedule (settings, field, value, hours, &problem) ||
         bw_saved_pass_on (self, "settings.schedules.hours", problem, error);
}

static void
write_schedules (const BwSettings *settings, JsonDoc *doc, Json *list)
{
  const GPtrArray *schedules = bw_settings_get_schedules (settings);

  for (guint i = 0; i < schedules->len; i++) {
    const BwSchedule *schedule = schedules->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_field (doc, item, "field", schedule->field);
    bw_saved_put_text (doc, item, "value", schedule->value);
    bw_saved_put_text (doc, item, "hours", schedule->hours);
  }
}

static gboolean
read_holiday (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  gint64 day;
  const char *name;

  if (!bw_saved_get_day (self, item, "settings.holidays.day", &day, error) ||
      !bw_saved_get_text (self, item, "settings.holidays.name", &name, error))
    return FALSE;
  bw_settings_add_holiday (settings, day, name);
  return TRUE;
}

static void
write_holidays (const BwSettings *settings, JsonDoc *doc, Json *list)
{
  const GPtrArray *holidays = bw_settings_get_holidays (settings);

  for (guint i = 0; i < holidays->len; i++) {
    const BwHoliday *holiday = holidays->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_day (doc, item, "day", holiday->day);
    bw_saved_put_text (doc, item, "name", holiday->name);
  }
}

static gboolean
read_sla (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  const char *priority, *channel;
  double reply, solve;

  if (!bw_saved_get_text (self, item, "settings.sla.priority", &priority, error) ||
      !bw_saved_get_text (self, item, "settings.sla.channel", &channel, error) ||
      !bw_saved_get_number (self, item, "settings.sla.reply", &reply, error) ||
      !bw_saved_get_number (self, item, "settings.sla.solve", &solve, error))
    return FALSE;
  bw_settings_set_sla_target (settings, priority, channel, reply, solve);
  return TRUE;
}

static void
write_sla (const BwSettings *settings, JsonDoc *doc, Json *list)
{
  const GPtrArray *promises = bw_settings_get_sla_targets (settings);

  for (guint i = 0; i < promises->len; i++) {
    const BwSlaTarget *promise = promises->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_text (doc, item, "priority", promise->priority);
    bw_saved_put_text (doc, item, "channel", promise->channel);
    bw_saved_put_number (doc, item, "reply", promise->reply);
    bw_saved_put_number (doc, item, "solve", promise->solve);
  }
}

static gboolean
read_topic (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  const char *name, *words;

  if (!bw_saved_need_text (self, item, "settings.topics.name", &name, error) ||
      !bw_saved_need_text (self, item, "settings.topics.words", &words, error))
    return FALSE;
  bw_settings_set_topic (settings, name, words);
  return TRUE;
}

static void
write_topics (const BwSettings *settings, JsonDoc *doc, Json *list)
{
  const GPtrArray *topics = bw_settings_get_topics (settings);

  for (guint i = 0; i < topics->len; i++) {
    const BwTopic *topic = topics->pdata[i];
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_text (doc, item, "name", topic->name);
    bw_saved_put_text (doc, item, "words", topic->words);
  }
}

static gboolean
read_input (const BwReportFile *self, Json *item, BwSettings *settings, GError **error)
{
  gint64 month;
  BwFieldId field;
  double value;

  if (!bw_saved_get_day (self, item, "settings.inputs.month", &month, error) ||
      !bw_saved_get_field (self, item, "settings.inputs.field", &field, error) ||
      !bw_saved_get_number (self, item, "settings.inputs.value", &value, error))
    return FALSE;
  if (field == BW_FIELD_NONE)
    return bw_saved_fail (self, "settings.inputs.field", _ ("a field"), error);
  bw_settings_set_input (settings, month, field, value);
  return TRUE;
}

static void
write_inputs (const BwSettings *settings, JsonDoc *doc, Json *list)
{
  const GArray *inputs = bw_settings_get_inputs (settings);

  for (guint i = 0; i < inputs->len; i++) {
    const BwInput *input = &g_array_index (inputs, BwInput, i);
    Json *item = yyjson_mut_arr_add_obj (doc, list);
    bw_saved_put_day (doc, item, "month", input->month);
    bw_saved_put_field (doc, item, "field", input->field);
    bw_saved_put_number (doc, item, "value", input->value);
  }
}

static const struct {
  const char *key;
  gboolean (*read) (const BwReportFile *self, Json *item, BwSettings *settings, GError **error);
  void (*write) (const BwSettings *settings, JsonDoc *doc, Json *list);
} lists[] = {
  { "settings.schedules", read_schedule, write_schedules },
  { "settings.holidays", read_holiday, write_holidays },
  { "settings.sla", read_sla, write_sla },
  { "settings.topics", read_topic, write_topics },
  { "settings.inputs", read_input, write_inputs },
};

static gboolean
read_lists (const BwReportFile *self, Json *object, BwSettings *settings, GError **error)
{
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++) {
    Json *list, *item;
    size_t i, n;

    if (!bw_saved_get_list (self, object, lists[l].key, &list, error))
      return FALSE;
    yyjson_mut_arr_foreach (list, i, n, item)
    {
      if (!lists[l].read (self, item, settings, error))
        return FALSE;
    }
  }
  return TRUE;
}

/* --- All of it -------------------------------------------------------------------------------
 */

/* By their enum. */
static const char *const clocks[] = { "auto", "calendar", "business", NULL };

BwSettings *
bw_saved_read_settings (const BwReportFile *self, Json *root, GError **error)
{
  g_autoptr (BwSettings) settings = bw_settings_new ();
  Json *object;
  guint clock = BW_CLOCK_AUTO;
  const char *currency;

  if (!bw_saved_get_object (self, root, "settings", &object, error) ||
      !bw_saved_get_word (self, object, "settings.clock", clocks, &clock, error) ||
      !bw_saved_get_text (self, object, "settings.currency", &currency, error) ||
      !read_choices (self, object, settings, error) ||
      !read_exclusions (self, object, settings, error) ||
      !read_lists (self, object, settings, error))
    return NULL;
  bw_settings_set_clock (settings, clock);
  bw_settings_set_currency (settings, currency);
  return g_steal_pointer (&settings);
}

void
bw_saved_write_settings (const BwSettings *settings, JsonDoc *doc, Json *root)
{
  Json *object = bw_saved_put_object (doc, root, "settings");

  bw_saved_put_text (doc, object, "clock", clocks[bw_settings_get_clock (settings)]);
  bw_saved_put_text (doc, object, "currency", bw_settings_get_currency (settings));
  write_choices (settings, doc, object);
  write_exclusions (settings, doc, object);
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    lists[l].write (settings, doc,
                    bw_saved_put_list (doc, object, bw_saved_last_part (lists[l].key)));
}
