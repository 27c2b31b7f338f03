/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Benchmarks: their files and their registry. */
#include "config.h"

#include "bw-benchmark.h"
#include "bw-error.h"
#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Compiled from data/benchmarks; in a static library nothing registers itself. */
void bw_benchmarks_register_resource (void);

#define RESOURCE_FOLDER "/io/github/bellwether/Bellwether/benchmarks"
#define SUFFIX ".benchmarks"

G_DEFINE_BOXED_TYPE (BwBenchmark, bw_benchmark, bw_benchmark_ref, bw_benchmark_unref)

static const struct {
  const char *name;
  BwUnit unit;
  double factor;
} units[] = {
  { "percent", BW_UNIT_FRACTION, 0.01 }, { "fraction", BW_UNIT_FRACTION, 1 },
  { "seconds", BW_UNIT_SECONDS, 1 },     { "minutes", BW_UNIT_SECONDS, 60 },
  { "hours", BW_UNIT_SECONDS, 3600 },    { "days", BW_UNIT_SECONDS, 86400 },
  { "points", BW_UNIT_POINTS, 1 },       { "score", BW_UNIT_SCORE, 1 },
  { "ratio", BW_UNIT_RATIO, 1 },         { "count", BW_UNIT_COUNT, 1 },
};

const char *
bw_confidence_to_string (BwConfidence confidence)
{
  return confidence == BW_CONFIDENCE_PUBLISHED ? "published" : "second-hand";
}

/* --- One group -------------------------------------------------------------------------------- */

static void
condition_free (gpointer data)
{
  BwCondition *condition = data;

  g_free (condition->name);
  g_strfreev (condition->values);
  g_free (condition);
}

static gboolean
fail (GError **error, const char *id, const char *key)
{
  g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
               _ ("benchmark [%s]: the value of “%s” is missing or cannot be read"), id, key);
  return FALSE;
}

static gboolean
check_keys (GKeyFile *file, const char *id, GError **error)
{
  static const char *const known[] = { "kpi",   "value",      "low",      "high",   "unit",
                                       "scope", "method",     "requires", "source", "address",
                                       "year",  "confidence", "weak",     NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (file, id, NULL, NULL);

  for (char **key = keys; key != NULL && *key != NULL; key++) {
    g_autofree char *plain = g_strndup (*key, strcspn (*key, "["));
    if (!g_strv_contains (known, plain)) {
      g_set_error (error, BW_ERROR, BW_ERROR_FIELD,
                   _ ("benchmark [%s]: there is no key “%s”"), id, *key);
      return FALSE;
    }
  }
  return TRUE;
}

/* NAN without the key; FALSE when it is no number. */
static gboolean
read_number (GKeyFile *file, const char *id, const char *key, double *value, GError **error)
{
  g_autofree char *text = g_key_file_get_value (file, id, key, NULL);
  char *end;

  *value = NAN;
  if (text == NULL)
    return TRUE;
  *value = g_ascii_strtod (text, &end);
  return end != text && *g_strchug (end) == '\0' && isfinite (*value) ? TRUE
                                                                      : fail (error, id, key);
}

static gboolean
read_unit (BwBenchmark *self, GKeyFile *file, double *factor, GError **error)
{
  g_autofree char *text = g_key_file_get_value (file, self->id, "unit", NULL);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (text, units[i].name)) {
      self->unit = units[i].unit;
      *factor = units[i].factor;
      return TRUE;
    }
  if (text == NULL || strlen (text) != 3 || strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
    return fail (error, self->id, "unit");
  self->unit = BW_UNIT_MONEY;
  self->currency = g_steal_pointer (&text);
  *factor = 1;
  return TRUE;
}

static gboolean
read_values (BwBenchmark *self, GKeyFile *file, GError **error)
{
  double value = NAN, factor = 1;

  if (!read_number (file, self->id, "value", &value, error) ||
      !read_number (file, self->id, "low", &self->low, error) ||
      !read_number (file, self->id, "high", &self->high, error) ||
      !read_unit (self, file, &factor, error))
    return FALSE;
  if (!isnan (value))
    self->low = self->high = value;
  self->low *= factor;
  self->high *= factor;
  if ((isnan (self->low) && isnan (self->high)) || self->low > self->high)
    return fail (error, self->id, isnan (self->low) ? "value" : "high");
  return TRUE;
}

static gboolean
read_conditions (BwBenchmark *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) texts = g_key_file_get_string_list (file, self->id, "requires", NULL, NULL);

  for (char **text = texts; text != NULL && *text != NULL; text++) {
    const char *equals = strchr (*text, '=');
    BwCondition *condition;
    if (equals == NULL || equals == *text || equals[1] == '\0')
      return fail (error, self->id, "requires");
    condition = g_new0 (BwCondition, 1);
    condition->name = g_strstrip (g_strndup (*text, equals - *text));
    condition->values = g_strsplit (equals + 1, "|", -1);
    for (char **value = condition->values; *value != NULL; value++)
      g_strstrip (*value);
    g_ptr_array_add (self->conditions, condition);
  }
  return TRUE;
}

static gboolean
read_confidence (BwBenchmark *self, GKeyFile *file, GError **error)
{
  g_autofree char *text = g_key_file_get_value (file, self->id, "confidence", NULL);

  if (g_strcmp0 (text, "published") != 0 && g_strcmp0 (text, "second-hand") != 0)
    return fail (error, self->id, "confidence");
  self->confidence =
      g_str_equal (text, "published") ? BW_CONFIDENCE_PUBLISHED : BW_CONFIDENCE_SECOND_HAND;
  return TRUE;
}

static gboolean
read_year (BwBenchmark *self, GKeyFile *file, GError **error)
{
  double year;

  if (!read_number (file, self->id, "year", &year, error))
    return FALSE;
  if (isnan (year))
    return TRUE;
  self->year = (int) year;
  return year >= 1900 && year < 10000 ? TRUE : fail (error, self->id, "year");
}

static gboolean
read_words (BwBenchmark *self, GKeyFile *file, GError **error)
{
  self->kpi = g_key_file_get_string (file, self->id, "kpi", NULL);
  self->source = g_key_file_get_locale_string (file, self->id, "source", NULL, NULL);
  self->scope = g_key_file_get_string (file, self->id, "scope", NULL);
  self->method = g_key_file_get_string (file, self->id, "method", NULL);
  self->address = g_key_file_get_string (file, self->id, "address", NULL);
  self->weak = g_key_file_get_boolean (file, self->id, "weak", NULL);
  if (self->kpi == NULL)
    return fail (error, self->id, "kpi");
  return self->source != NULL ? TRUE : fail (error, self->id, "source");
}

BwBenchmark *
bw_benchmark_new (GKeyFile *file, const char *id, GError **error)
{
  g_autoptr (BwBenchmark) self = g_atomic_rc_box_new0 (BwBenchmark);

  self->id = g_strdup (id);
  self->file = g_key_file_ref (file);
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  if (!check_keys (file, id, error) || !read_words (self, file, error) ||
      !read_values (self, file, error) || !read_conditions (self, file, error) ||
      !read_confidence (self, file, error) || !read_year (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

BwBenchmark *
bw_benchmark_ref (BwBenchmark *benchmark)
{
  return g_atomic_rc_box_acquire (benchmark);
}

static void
clear (gpointer boxed)
{
  BwBenchmark *self = boxed;

  g_free (self->id);
  g_free (self->kpi);
  g_free (self->currency);
  g_free (self->scope);
  g_free (self->method);
  g_free (self->source);
  g_free (self->address);
  g_ptr_array_unref (self->conditions);
  g_clear_pointer (&self->file, g_key_file_unref);
}

void
bw_benchmark_unref (BwBenchmark *benchmark)
{
  g_atomic_rc_box_release_full (benchmark, clear);
}

/* The file's own translation, else the program's. */
static char *
dup_words (const BwBenchmark *self, const char *key, const char *text)
{
  /* The locale of this thread, which g_get_language_names() does not know. */
  const char *locale = nl_langinfo (_NL_LOCALE_NAME (LC_MESSAGES));
  g_autofree char *own = g_key_file_get_locale_string (self->file, self->id, key, locale, NULL);
  GString *words;

  if (text == NULL || *text == '\0')
    return NULL;
  words = g_string_new (g_strcmp0 (own, text) == 0 ? _ (text) : own);
  g_string_replace (words, " %", "\u00a0%", 0); /* no line ends in between */
  return g_string_free_and_steal (words);
}

char *
bw_benchmark_dup_scope (const BwBenchmark *benchmark)
{
  g_return_val_if_fail (benchmark != NULL, NULL);
  return dup_words (benchmark, "scope", benchmark->scope);
}

char *
bw_benchmark_dup_method (const BwBenchmark *benchmark)
{
  g_return_val_if_fail (benchmark != NULL, NULL);
  return dup_words (benchmark, "method", benchmark->method);
}

/* --- The registry ----------------------------------------------------------------------------- */

static void
replace (GPtrArray *benchmarks, BwBenchmark *benchmark)
{
  for (guint i = 0; i < benchmarks->len; i++) {
    BwBenchmark *old = g_ptr_array_index (benchmarks, i);
    if (g_str_equal (old->id, benchmark->id)) {
      g_ptr_array_remove_index (benchmarks, i);
      break;
    }
  }
  g_ptr_array_add (benchmarks, benchmark);
}

static void
note_problem (GPtrArray *problems, const char *name, const GError *error)
{
  if (problems != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("%s: %s", name, error->message));
}

void
bw_benchmarks_read (
    GPtrArray *benchmarks, const char *name, GBytes *bytes, gboolean own, GPtrArray *problems)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &error)) {
    note_problem (problems, name, error);
    return;
  }
  groups = g_key_file_get_groups (file, NULL);
  for (char **id = groups; *id != NULL; id++) {
    g_autoptr (GError) problem = NULL;
    BwBenchmark *benchmark = bw_benchmark_new (file, *id, &problem);
    if (benchmark == NULL) {
      note_problem (problems, name, problem);
      continue;
    }
    benchmark->own = own;
    replace (benchmarks, benchmark);
  }
}

static void
read_built_in (GPtrArray *benchmarks, GPtrArray *problems)
{
  g_auto (GStrv) names = NULL;

  bw_benchmarks_register_resource ();
  names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (char **name = names; name != NULL && *name != NULL; name++) {
    g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", *name, NULL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    bw_benchmarks_read (benchmarks, *name, bytes, FALSE, problems);
  }
}

static void
read_own (GPtrArray *benchmarks, GPtrArray *problems)
{
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "bellwether", "benchmarks", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;
    gsize length;

    if (g_str_has_suffix (name, SUFFIX) && g_file_get_contents (path, &text, &length, NULL)) {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);
      bw_benchmarks_read (benchmarks, path, bytes, TRUE, problems);
    }
  }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BwBenchmark *const *) a)->id, (*(BwBenchmark *const *) b)->id);
}

static GPtrArray *
read_all (void)
{
  GPtrArray *benchmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_benchmark_unref);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  read_built_in (benchmarks, problems);
  read_own (benchmarks, problems);
  for (guint i = 0; i < problems->len; i++)
    g_warning ("%s", (const char *) g_ptr_array_index (problems, i));
  g_ptr_array_sort (benchmarks, compare_ids);
  return benchmarks;
}

GPtrArray *
bw_benchmarks (void)
{
  static GPtrArray *benchmarks;

  if (g_once_init_enter_pointer (&benchmarks))
    g_once_init_leave_pointer (&benchmarks, read_all ());
  return benchmarks;
}
