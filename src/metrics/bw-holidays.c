/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads iCalendar line by line, so that it can tell which line is wrong; what a value means, and
 * on which days a rule falls, is libical's to say. */
#include "config.h"

#include "bw-civil.h"
#include "bw-error.h"
#include "bw-holidays.h"
#include "bw-lazy.h"
#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#define DAY 86400
#define YEARS_AHEAD 5
#define NO_DAY G_MININT64
#define MAX_STEPS 100000 /* of one rule, from its first day on */

#define FUNCTIONS(USE)                                                                             \
  USE (icalcomponent_add_property)                                                                 \
  USE (icalcomponent_count_errors)                                                                 \
  USE (icalcomponent_free)                                                                         \
  USE (icalcomponent_get_first_property)                                                           \
  USE (icalcomponent_get_next_property)                                                            \
  USE (icalcomponent_get_summary)                                                                  \
  USE (icalcomponent_new)                                                                          \
  USE (icalcomponent_new_from_string)                                                              \
  USE (icaldurationtype_as_int)                                                                    \
  USE (icalerror_set_errors_are_fatal)                                                             \
  USE (icalproperty_get_dtend)                                                                     \
  USE (icalproperty_get_dtstart)                                                                   \
  USE (icalproperty_get_duration)                                                                  \
  USE (icalproperty_get_exdate)                                                                    \
  USE (icalproperty_get_rdate)                                                                     \
  USE (icalproperty_get_recurrenceid)                                                              \
  USE (icalproperty_get_rrule)                                                                     \
  USE (icalproperty_isa)                                                                           \
  USE (icalproperty_new_clone)                                                                     \
  USE (icalrecur_iterator_free)                                                                    \
  USE (icalrecur_iterator_new)                                                                     \
  USE (icalrecur_iterator_next)                                                                    \
  USE (icaltime_is_null_time)
BW_LAZY_LIBRARY (lib, BW_LIBICAL, FUNCTIONS)

/* The file as its logical lines. */
typedef struct {
  const char *at;
  const char *end;
  guint next; /* number of the line at `at` */
  guint line; /* of the first of what is in text */
  GString *text;
} Lines;

typedef struct {
  guint line;
  icalcomponent *values; /* of the properties that place it in time */
  char *uid;
  char *name;
  gint64 day;      /* the first; NO_DAY when it is not of whole days */
  gint64 n_days;   /* >= 1 */
  gint64 replaces; /* the day of the same UID's repetition that it stands for; NO_DAY */
  gboolean cancelled;
  gboolean whole; /* marked as such by Outlook, whatever its times */
} Event;

typedef struct {
  Lines lines;
  GPtrArray *events;
  GHashTable *replaced; /* "DAY UID" of repetitions that have an event of their own */
  gint64 first;         /* days that are asked for */
  gint64 last;
  GHashTable *days; /* gint64 -> found */
  GArray *found;    /* of BwHoliday; names belong to events */
} Reading;

static void
event_free (gpointer data)
{
  Event *event = data;

  lib.icalcomponent_free (event->values);
  g_free (event->uid);
  g_free (event->name);
  g_free (event);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Event, event_free)

/* --- Lines ------------------------------------------------------------------------------------
 */

/* Lines that begin with a blank go on with the one before. */
static gboolean
next_line (Lines *self)
{
  gboolean goes_on = FALSE;

  g_string_truncate (self->text, 0);
  self->line = self->next;
  if (self->at == self->end)
    return FALSE;
  do {
    const char *stop = memchr (self->at, '\n', self->end - self->at);
    gsize length = (stop != NULL ? stop : self->end) - self->at;

    g_string_append_len (self->text, self->at + goes_on, (gssize) length - goes_on);
    if (self->text->len > 0 && self->text->str[self->text->len - 1] == '\r')
      g_string_truncate (self->text, self->text->len - 1);
    self->at = stop != NULL ? stop + 1 : self->end;
    self->next++;
    goes_on = self->at < self->end && (*self->at == ' ' || *self->at == '\t');
  } while (goes_on);
  return TRUE;
}

static gboolean
line_is (const Lines *self, const char *text)
{
  gsize length = strlen (text);

  return g_ascii_strncasecmp (self->text->str, text, length) == 0 &&
         strspn (self->text->str + length, " \t") == self->text->len - length;
}

static gboolean
line_begins (const Lines *self, const char *text)
{
  return g_ascii_strncasecmp (self->text->str, text, strlen (text)) == 0;
}

/* Whether it is the property of that name. */
static gboolean
line_has (const Lines *self, const char *name)
{
  return line_begins (self, name) && strchr (":;", self->text->str[strlen (name)]) != NULL &&
         self->text->str[strlen (name)] != '\0';
}

/* --- Events -----------------------------------------------------------------------------------
 */

static gboolean
fail_at (guint line, const char *what, GError **error)
{
  /* Translators: a line of a file, and what is wrong with it */
  g_set_error (error, BW_ERROR, BW_ERROR_FORMAT, _ ("line %u: %s"), line, what);
  return FALSE;
}

/* The day of a date or time; NO_DAY when there is no such date. */
static gint64
get_day (icaltimetype time)
{
  if (lib.icaltime_is_null_time (time) || time.year < 1 || time.year > 9999 || time.month < 1 ||
      time.month > 12 || time.day < 1 || time.day > bw_civil_month_length (time.year, time.month))
    return NO_DAY;
  return bw_civil_to_days (time.year, time.month, time.day);
}

/* The line alone as an event: libical says nothing of where in a text an error is. */
static icalcomponent *
parse_line (const Lines *lines)
{
  g_autofree char *text =
      g_strconcat ("BEGIN:VEVENT\r\n", lines->text->str, "\r\nEND:VEVENT\r\n", NULL);

  return lib.icalcomponent_new_from_string (text);
}

static gboolean
is_readable (icalproperty *property)
{
  switch (lib.icalproperty_isa (property)) {
  case ICAL_DTSTART_PROPERTY:
    return get_day (lib.icalproperty_get_dtstart (property)) != NO_DAY;
  case ICAL_DTEND_PROPERTY:
    return get_day (lib.icalproperty_get_dtend (property)) != NO_DAY;
  case ICAL_RECURRENCEID_PROPERTY:
    return get_day (lib.icalproperty_get_recurrenceid (property)) != NO_DAY;
  case ICAL_RRULE_PROPERTY:
    return lib.icalproperty_get_rrule (property).freq >= ICAL_DAILY_RECURRENCE &&
           lib.icalproperty_get_rrule (property).freq <= ICAL_YEARLY_RECURRENCE;
  case ICAL_EXDATE_PROPERTY:
  case ICAL_RDATE_PROPERTY:
  case ICAL_DURATION_PROPERTY:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
take_time (const Lines *lines, Event *event, GError **error)
{
  icalcomponent *parsed = parse_line (lines);
  icalproperty *property =
      parsed != NULL ? lib.icalcomponent_get_first_property (parsed, ICAL_ANY_PROPERTY) : NULL;
  gboolean readable = property != NULL && lib.icalcomponent_count_errors (parsed) == 0;

  while (readable && property != NULL) {
    readable = is_readable (property);
    lib.icalcomponent_add_property (event->values, lib.icalproperty_new_clone (property));
    property = lib.icalcomponent_get_next_property (parsed, ICAL_ANY_PROPERTY);
  }
  if (parsed != NULL)
    lib.icalcomponent_free (parsed);
  if (!readable) {
    g_autofree char *valid = g_utf8_make_valid (lines->text->str, -1);
    g_autofree char *start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 60));
    g_autofree char *what = g_strdup_printf (
        _ ("“%s” is no date or rule that can be read: correct it, or take this event out"), start);
    return fail_at (lines->line, what, error);
  }
  return TRUE;
}

/* On one line, without what cannot be shown. */
static char *
tidy_name (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);
    g_string_append_unichar (name, g_unichar_iscntrl (letter) ? ' ' : letter);
  }
  return g_strdup (g_strstrip (name->str));
}

static void
take_name (const Lines *lines, Event *event)
{
  icalcomponent *parsed = parse_line (lines);

  g_free (event->name);
  event->name = tidy_name (parsed != NULL ? lib.icalcomponent_get_summary (parsed) : NULL);
  if (parsed != NULL)
    lib.icalcomponent_free (parsed);
}

static gboolean
take_property (const Lines *lines, Event *event, GError **error)
{
  static const char *const times[] = { "DTSTART", "DTEND",  "DURATION",     "RRULE",
                                       "RDATE",   "EXDATE", "RECURRENCE-ID" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (line_has (lines, times[i]))
      return take_time (lines, event, error);
  if (line_has (lines, "SUMMARY"))
    take_name (lines, event);
  else if (line_has (lines, "UID"))
    g_set_str (&event->uid, lines->text->str);
  else if (line_is (lines, "STATUS:CANCELLED"))
    event->cancelled = TRUE;
  else if (line_is (lines, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"))
    event->whole = TRUE;
  return TRUE;
}

/* --- When an event is -------------------------------------------------------------------------
 */

static gint64
get_seconds (icaltimetype time)
{
  return get_day (time) * DAY +
         (time.is_date ? 0 : time.hour * 3600 + time.minute * 60 + time.second);
}

/* From begin to end as written, in seconds; of a date without an end, its day. */
static gint64
get_length (const Event *event, icaltimetype start)
{
  icalproperty *end = lib.icalcomponent_get_first_property (event->values, ICAL_DTEND_PROPERTY);
  icalproperty *length =
      lib.icalcomponent_get_first_property (event->values, ICAL_DURATION_PROPERTY);

  if (end != NULL)
    return get_seconds (lib.icalproperty_get_dtend (end)) - get_seconds (start);
  if (length != NULL)
    return lib.icaldurationtype_as_int (lib.icalproperty_get_duration (length));
  return start.is_date ? DAY : 0;
}

static gboolean
settle (Event *event, GError **error)
{
  icalproperty *start = lib.icalcomponent_get_first_property (event->values, ICAL_DTSTART_PROPERTY);
  icalproperty *replaces =
      lib.icalcomponent_get_first_property (event->values, ICAL_RECURRENCEID_PROPERTY);
  icaltimetype time;
  gint64 length;

  if (start == NULL)
    return fail_at (event->line, _ ("this event has no date (DTSTART): take it out"), error);
  time = lib.icalproperty_get_dtstart (start);
  length = get_length (event, time);
  /* Some programs write whole days as times, from midnight to midnight. */
  if (time.is_date || event->whole ||
      (get_seconds (time) % DAY == 0 && length >= DAY && length % DAY == 0)) {
    event->day = get_day (time);
    event->n_days = MAX (1, (length + DAY - 1) / DAY);
  }
  if (replaces != NULL)
    event->replaces = get_day (lib.icalproperty_get_recurrenceid (replaces));
  return TRUE;
}

static char *
make_key (const Event *event, gint64 day)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", day, event->uid != NULL ? event->uid : "");
}

static void
keep_event (Reading *self, Event *event)
{
  if (event->replaces != NO_DAY)
    g_hash_table_add (self->replaced, make_key (event, event->replaces));
  g_ptr_array_add (self->events, event);
}

static Event *
event_new (guint line)
{
  Event *event = g_new0 (Event, 1);

  event->line = line;
  event->values = lib.icalcomponent_new (ICAL_VEVENT_COMPONENT);
  event->day = NO_DAY;
  event->replaces = NO_DAY;
  return event;
}

/* From the line after BEGIN:VEVENT to END:VEVENT; parts of it, such as alarms, are passed over. */
static gboolean
read_event (Reading *self, GError **error)
{
  g_autoptr (Event) event = event_new (self->lines.line);
  guint depth = 0;

  while (next_line (&self->lines)) {
    if (depth == 0 && line_is (&self->lines, "END:VEVENT")) {
      if (!settle (event, error))
        return FALSE;
      keep_event (self, g_steal_pointer (&event));
      return TRUE;
    }
    if (line_is (&self->lines, "BEGIN:VEVENT") || line_is (&self->lines, "END:VCALENDAR"))
      break;
    if (line_begins (&self->lines, "BEGIN:"))
      depth++;
    else if (line_begins (&self->lines, "END:"))
      depth -= depth > 0;
    else if (depth == 0 && !take_property (&self->lines, event, error))
      return FALSE;
  }
  return fail_at (event->line,
                  _ ("this event does not end: the file is damaged, fetch or export it again"),
                    error);
}

static gboolean
read_events (Reading *self, GError **error)
{
  gboolean begun = FALSE;

  while (next_line (&self->lines)) {
    if (!begun && self->lines.text->len > 0 && !line_is (&self->lines, "BEGIN:VCALENDAR"))
      break;
    begun = begun || self->lines.text->len > 0;
    if (line_is (&self->lines, "BEGIN:VEVENT") && !read_event (self, error))
      return FALSE;
  }
  if (begun)
    return TRUE;
  return fail_at (self->lines.line,
                  _ ("not an iCalendar file, which begins with BEGIN:VCALENDAR: export the "
                     "calendar as .ics"),
                    error);
}

/* --- Days -------------------------------------------------------------------------------------
 */

static gboolean
is_left_out (const Reading *self, const Event *event, gint64 day)
{
  icalproperty *except = lib.icalcomponent_get_first_property (event->values, ICAL_EXDATE_PROPERTY);
  g_autofree char *key = make_key (event, day);

  for (; except != NULL;
       except = lib.icalcomponent_get_next_property (event->values, ICAL_EXDATE_PROPERTY))
    if (get_day (lib.icalproperty_get_exdate (except)) == day)
      return TRUE;
  return event->replaces == NO_DAY && g_hash_table_contains (self->replaced, key);
}

static gboolean
add_days (Reading *self, const Event *event, gint64 day, GError **error)
{
  gint64 from = MAX (day, self->first);
  gint64 until = MIN (day + event->n_days - 1, self->last);

  if (from > until || is_left_out (self, event, day))
    return TRUE;
  for (; from <= until; from++) {
    BwHoliday holiday = { .day = from, .name = event->name };

    if (!g_hash_table_add (self->days, g_memdup2 (&from, sizeof from)))
      continue;
    g_array_append_val (self->found, holiday);
    if (self->found->len > BW_HOLIDAYS_MAX_DAYS) {
      g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                   _ ("line %u: with this event more than %d days are closed: choose a calendar of "
                      "holidays alone"),
                     event->line, BW_HOLIDAYS_MAX_DAYS);
      return FALSE;
    }
  }
  return TRUE;
}

/* Ends with the last day that is asked for: so that rules that fall on no day end soon. */
static struct icalrecurrencetype
bound_rule (const Reading *self, icalproperty *property)
{
  struct icalrecurrencetype rule = lib.icalproperty_get_rrule (property);

  if (lib.icaltime_is_null_time (rule.until)) {
    rule.until.is_date = 1;
    bw_civil_from_days (self->last, &rule.until.year, &rule.until.month, &rule.until.day);
  }
  return rule;
}

static gboolean
add_rule (Reading *self, const Event *event, icalproperty *rule, GError **error)
{
  icalproperty *start = lib.icalcomponent_get_first_property (event->values, ICAL_DTSTART_PROPERTY);
  icaltimetype time = lib.icalproperty_get_dtstart (start);
  icalrecur_iterator *days;
  gboolean ok = TRUE;
  guint n = 0;

  time.is_date = 1;
  time.hour = time.minute = time.second = 0;
  days = lib.icalrecur_iterator_new (bound_rule (self, rule), time);
  if (days == NULL)
    return fail_at (event->line,
                    _ ("the rule (RRULE) of this event cannot be followed: write its days one by "
                       "one"),
                      error);
  for (time = lib.icalrecur_iterator_next (days);
       ok && n < MAX_STEPS && get_day (time) != NO_DAY && get_day (time) <= self->last;
       time = lib.icalrecur_iterator_next (days), n++)
    ok = add_days (self, event, get_day (time), error);
  lib.icalrecur_iterator_free (days);
  return ok;
}

static gboolean
add_event (Reading *self, const Event *event, GError **error)
{
  icalproperty *rule, *date;

  if (event->day == NO_DAY || event->cancelled)
    return TRUE;
  if (!add_days (self, event, event->day, error))
    return FALSE;
  rule = lib.icalcomponent_get_first_property (event->values, ICAL_RRULE_PROPERTY);
  if (rule != NULL && !add_rule (self, event, rule, error))
    return FALSE;
  for (date = lib.icalcomponent_get_first_property (event->values, ICAL_RDATE_PROPERTY);
       date != NULL;
       date = lib.icalcomponent_get_next_property (event->values, ICAL_RDATE_PROPERTY)) {
    struct icaldatetimeperiodtype when = lib.icalproperty_get_rdate (date);
    gint64 day = get_day (lib.icaltime_is_null_time (when.time) ? when.period.start : when.time);

    if (day != NO_DAY && !add_days (self, event, day, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_days (Reading *self, GError **error)
{
  int first, last, month, day;

  for (guint i = 0; i < self->events->len; i++)
    if (!add_event (self, self->events->pdata[i], error))
      return FALSE;
  if (self->found->len > 0)
    return TRUE;
  bw_civil_from_days (self->first, &first, &month, &day);
  bw_civil_from_days (self->last, &last, &month, &day);
  g_set_error (error, BW_ERROR, BW_ERROR_EMPTY,
               _ ("no all-day event from %d to %d: choose a calendar of holidays of these years"),
                 first, last);
  return FALSE;
}

/* --- The whole --------------------------------------------------------------------------------
 */

static gboolean
read_all (Reading *self, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size > BW_HOLIDAYS_MAX_SIZE) {
    g_set_error (error, BW_ERROR, BW_ERROR_LIMIT,
                 _ ("larger than %d MB: choose a calendar of holidays alone"),
                   BW_HOLIDAYS_MAX_SIZE >> 20);
    return FALSE;
  }
  if (size > 0 && memchr (text, '\0', size) != NULL)
    size = 0; /* no text that iCalendar can be in */
  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3, size -= 3;
  self->lines.at = text;
  self->lines.end = size > 0 ? text + size : text;
  self->lines.next = 1;
  return read_events (self, error) && find_days (self, error);
}

static void
reading_clear (Reading *self)
{
  g_string_free (self->lines.text, TRUE);
  g_ptr_array_unref (self->events);
  g_hash_table_unref (self->replaced);
  g_hash_table_unref (self->days);
  g_array_unref (self->found);
}

int
bw_settings_parse_holidays (
    BwSettings *self, GBytes *bytes, int first_year, int last_year, GError **error)
{
  Reading reading = {
    .lines.text = g_string_new (NULL),
    .events = g_ptr_array_new_with_free_func (event_free),
    .replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .first = bw_civil_to_days (first_year, 1, 1),
    .last = bw_civil_to_days (last_year, 12, 31),
    .days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .found = g_array_new (FALSE, FALSE, sizeof (BwHoliday)),
  };
  guint before = bw_settings_get_holidays (self)->len;
  gboolean ok = lib_load (error);

  if (ok) {
    lib.icalerror_set_errors_are_fatal (FALSE);
    ok = read_all (&reading, bytes, error);
  }
  for (guint i = 0; ok && i < reading.found->len; i++) {
    const BwHoliday *holiday = &g_array_index (reading.found, BwHoliday, i);
    bw_settings_add_holiday (self, holiday->day, holiday->name);
  }
  reading_clear (&reading);
  return ok ? (int) (bw_settings_get_holidays (self)->len - before) : -1;
}

static gboolean
find_years (BwDataset *dataset, BwZone *zone, int *first, int *last, GError **error)
{
  gint64 from, to;
  int month, day;

  if (dataset == NULL || !bw_dataset_get_extent (dataset, &from, &to)) {
    g_set_error_literal (error, BW_ERROR, BW_ERROR_EMPTY,
                         _ ("of which years holidays are needed is known when files are open: open "
                            "these first"));
    return FALSE;
  }
  bw_civil_from_days (bw_civil_floor_days (bw_zone_to_local (zone, from)), first, &month, &day);
  bw_civil_from_days (bw_civil_floor_days (bw_zone_to_local (zone, to)), last, &month, &day);
  *last += YEARS_AHEAD;
  return TRUE;
}

/* No more than is needed to see that it is too large. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *text = g_malloc (BW_HOLIDAYS_MAX_SIZE + 1);
  gsize size;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, BW_HOLIDAYS_MAX_SIZE + 1, &size,
                                cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

int
bw_settings_import_holidays (BwSettings *self,
                             GFile *file,
                             BwDataset *dataset,
                             BwZone *zone,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GBytes) bytes = NULL;
  int n = -1;
  int first, last;

  if (find_years (dataset, zone, &first, &last, error))
    bytes = load (file, cancellable, error);
  if (bytes != NULL)
    n = bw_settings_parse_holidays (self, bytes, first, last, error);
  if (n < 0)
    bw_error_name_file (error, name);
  return n;
}
