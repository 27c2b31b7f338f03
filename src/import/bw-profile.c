/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profiles of products, from key files. */
#include "config.h"

#include "bw-error.h"
#include "bw-profile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIELDS_LEAST 4 /* of a product without a column of its own */

/* Compiled from data/profiles; in a static library nothing registers itself. */
void bw_profiles_register_resource (void);

#define RESOURCE_FOLDER "/io/github/bellwether/Bellwether/profiles"

typedef struct {
  BwProfileAnswer answer;
  BwFieldId field;
  int rank;
} Meaning;

typedef struct {
  BwDurationUnit unit;
  gboolean minutes_seconds;
} Unit;

typedef struct {
  double low, high;
} Scale;

struct _BwProfile {
  GObject parent_instance;

  char *id;
  char *title;
  BwKind kind;
  GStrv signature;
  GStrv absent;
  char *zone;
  BwDateOrder order;
  gboolean decimal_comma;
  int top;
  BwEffort effort;
  gboolean own;
  char *base_id;
  BwProfile *base; /* borrowed from the registry; or NULL */
  char *fingerprint;
  char *sniffed;
  char *encoding;
  char delimiter;

  GHashTable *meanings; /* key of a header -> Meaning */
  GHashTable *units;    /* field -> Unit */
  GHashTable *scales;   /* field -> Scale */
  GHashTable *words;    /* field -> folded word -> double */
  GHashTable *lists;    /* fields of several values */
  guint n_fields;
};

G_DEFINE_FINAL_TYPE (BwProfile, bw_profile, G_TYPE_OBJECT)

static const struct {
  const char *name;
  BwProfileAnswer answer;
} refusals[] = {
  { "untrusted", BW_PROFILE_UNTRUSTED },
  { "sla-margin", BW_PROFILE_SLA_MARGIN },
  { "due-date", BW_PROFILE_DUE_DATE },
};

static const struct {
  const char *name;
  BwDateOrder order;
} orders[] = {
  { "ymd", BW_DATE_YMD },     { "dmy", BW_DATE_DMY },       { "mdy", BW_DATE_MDY },
  { "epoch", BW_DATE_EPOCH }, { "serial", BW_DATE_SERIAL },
};

static const struct {
  const char *name;
  Unit unit;
} units[] = {
  { "seconds", { BW_DURATION_SECONDS, FALSE } },
  { "milliseconds", { BW_DURATION_MILLISECONDS, FALSE } },
  { "minutes", { BW_DURATION_MINUTES, FALSE } },
  { "hours", { BW_DURATION_HOURS, FALSE } },
  { "days", { BW_DURATION_DAYS, FALSE } },
  { "mm:ss", { BW_DURATION_SECONDS, TRUE } },
};

static const struct {
  const char *name;
  double meaning;
} word_meanings[] = {
  { "low", 1 }, { "normal", 2 }, { "high", 3 }, { "urgent", 4 },
  { "yes", 1 }, { "no", 0 },     { "met", 1 },  { "breached", 0 },
};

/* --- Reading a key file ----------------------------------------------------------------------- */

static gboolean
refuse (GError **error, const char *id, const char *group, const char *key)
{
  bw_error_set (error, BW_ERROR_FIELD, N_ ("Profile “%s”: “%s” in [%s] is not understood"), id, key,
                group);
  return FALSE;
}

/* Headers of one key differ by what was peeled off: a custom "Status [list]" is not "Status", and
 * "datetime (utc)" is not the local "datetime" beside it. */
static char *
key_of (const BwHeader *header)
{
  return g_strdup_printf ("%c%c%c%c%c%s", header->custom ? 'c' : '-', header->business ? 'b' : '-',
                          header->aggregate ? 'a' : '-', header->utc ? 'u' : '-',
                          header->locked ? 'l' : '-', header->key);
}

static void
add_headers (BwProfile *self,
             GKeyFile *file,
             const char *group,
             const char *key,
             BwProfileAnswer answer,
             BwFieldId field)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; names && names[i]; i++) {
    g_autoptr (BwHeader) header = bw_header_new (names[i]);
    g_autofree char *name = key_of (header);
    Meaning meaning = { answer, field, (int) i };

    if (!g_hash_table_contains (self->meanings, name))
      g_hash_table_insert (self->meanings, g_steal_pointer (&name),
                           g_memdup2 (&meaning, sizeof meaning));
  }
}

static gboolean
read_margins (BwProfile *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "margins", NULL, NULL);

  for (char **key = keys; key && *key; key++) {
    const BwField *field = bw_field_find (*key);

    if (!field || field->value != BW_VALUE_VERDICT)
      return refuse (error, self->id, "margins", *key);
    add_headers (self, file, "margins", *key, BW_PROFILE_MARGIN, field->id);
  }
  return TRUE;
}

static gboolean
read_columns (BwProfile *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "columns", NULL, error);

  if (!keys)
    return FALSE;
  for (char **key = keys; *key; key++) {
    const BwField *field = bw_field_find (*key);

    if (!field)
      return refuse (error, self->id, "columns", *key);
    add_headers (self, file, "columns", *key, BW_PROFILE_COLUMN, field->id);
    self->n_fields++;
  }
  add_headers (self, file, "known", "headers", BW_PROFILE_KNOWN, BW_FIELD_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    add_headers (self, file, "refused", refusals[i].name, refusals[i].answer, BW_FIELD_NONE);
  return read_margins (self, file, error);
}

static gboolean
read_units (BwProfile *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "units", NULL, NULL);

  for (char **key = keys; key && *key; key++) {
    g_autofree char *value = g_key_file_get_string (file, "units", *key, NULL);
    const BwField *field = bw_field_find (*key);
    const Unit *unit = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
      if (g_strcmp0 (units[i].name, value) == 0)
        unit = &units[i].unit;
    if (!field || !unit)
      return refuse (error, self->id, "units", *key);
    g_hash_table_insert (self->units, GINT_TO_POINTER (field->id), g_memdup2 (unit, sizeof *unit));
  }
  return TRUE;
}

static gboolean
read_scales (BwProfile *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "scales", NULL, NULL);

  for (char **key = keys; key && *key; key++) {
    g_autofree char *value = g_key_file_get_string (file, "scales", *key, NULL);
    const BwField *field = bw_field_find (*key);
    Scale scale;
    char *dash;

    scale.low = g_ascii_strtod (value, &dash);
    scale.high = *dash == '-' ? g_ascii_strtod (dash + 1, NULL) : scale.low;
    if (!field || scale.high <= scale.low)
      return refuse (error, self->id, "scales", *key);
    g_hash_table_insert (self->scales, GINT_TO_POINTER (field->id),
                         g_memdup2 (&scale, sizeof scale));
  }
  return TRUE;
}

static gboolean
read_lists (BwProfile *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, "lists", "last", NULL, NULL);

  for (char **name = names; name && *name; name++) {
    const BwField *field = bw_field_find (*name);

    if (!field || field->value != BW_VALUE_DIMENSION)
      return refuse (error, self->id, "lists", *name);
    g_hash_table_add (self->lists, GINT_TO_POINTER (field->id));
  }
  return TRUE;
}

/* What the name of a meaning stands for in that field's column. */
static gboolean
read_meaning (const BwField *field, const char *name, double *meaning)
{
  char *end;

  *meaning = NAN;
  if (g_str_equal (name, "none"))
    return TRUE;
  if (field->value == BW_VALUE_STATUS) {
    for (int status = BW_STATUS_NEW; status < BW_STATUS_LAST; status++)
      if (g_str_equal (bw_status_to_string (status), name)) {
        *meaning = status;
        return TRUE;
      }
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (word_meanings); i++)
    if (g_str_equal (word_meanings[i].name, name)) {
      *meaning = word_meanings[i].meaning;
      return TRUE;
    }
  *meaning = g_ascii_strtod (name, &end);
  return *end == '\0';
}

static gboolean
read_word_group (BwProfile *self, GKeyFile *file, const char *group, GError **error)
{
  const BwField *field = bw_field_find (group + strlen ("words "));
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  GHashTable *words;

  if (!field)
    return refuse (error, self->id, group, group);
  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->words, GINT_TO_POINTER (field->id), words);
  for (char **key = keys; *key; key++) {
    g_auto (GStrv) list = g_key_file_get_string_list (file, group, *key, NULL, NULL);
    double meaning;

    if (!read_meaning (field, *key, &meaning))
      return refuse (error, self->id, group, *key);
    for (char **word = list; *word; word++)
      g_hash_table_insert (words, bw_fold (*word), g_memdup2 (&meaning, sizeof meaning));
  }
  return TRUE;
}

static gboolean
read_words (BwProfile *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (char **group = groups; *group; group++)
    if (g_str_has_prefix (*group, "words ") && !read_word_group (self, file, *group, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_kind (BwProfile *self, GKeyFile *file, GError **error)
{
  g_autofree char *kind = g_key_file_get_string (file, "profile", "kind", error);

  if (!kind)
    return FALSE;
  if (!bw_kind_parse (kind, &self->kind))
    return refuse (error, self->id, "profile", kind);
  return TRUE;
}

static gboolean
read_effort (BwProfile *self, GKeyFile *file, GError **error)
{
  g_autofree char *effort = g_key_file_get_string (file, "profile", "effort", NULL);

  if (!effort)
    return TRUE;
  if (g_str_equal (effort, "high-is-easy"))
    self->effort = BW_EFFORT_HIGH_IS_EASY;
  else if (g_str_equal (effort, "high-is-hard"))
    self->effort = BW_EFFORT_HIGH_IS_HARD;
  else
    return refuse (error, self->id, "profile", effort);
  return TRUE;
}

/* Which file it is for, and how that is read. */
static void
read_shape (BwProfile *self, GKeyFile *file)
{
  g_autofree char *delimiter = g_key_file_get_string (file, "profile", "delimiter", NULL);

  self->base_id = g_key_file_get_string (file, "profile", "base", NULL);
  self->fingerprint = g_key_file_get_string (file, "profile", "fingerprint", NULL);
  self->sniffed = g_key_file_get_string (file, "profile", "sniffed", NULL);
  self->encoding = g_key_file_get_string (file, "profile", "encoding", NULL);
  self->delimiter = delimiter ? *delimiter : 0;
}

static gboolean
read_habits (BwProfile *self, GKeyFile *file, GError **error)
{
  g_autofree char *order = g_key_file_get_string (file, "profile", "date-order", NULL);
  g_autofree char *top = g_key_file_get_string (file, "profile", "priority", NULL);

  self->zone = g_key_file_get_string (file, "profile", "time-zone", NULL);
  self->signature = g_key_file_get_string_list (file, "profile", "signature", NULL, NULL);
  self->absent = g_key_file_get_string_list (file, "profile", "absent", NULL, NULL);
  self->decimal_comma = g_key_file_get_boolean (file, "profile", "decimal-comma", NULL);
  self->top = g_strcmp0 (top, "1-lowest") == 0 ? 1 : g_strcmp0 (top, "1-highest") == 0 ? -1 : 0;
  if (top && self->top == 0)
    return refuse (error, self->id, "profile", top);
  for (guint i = 0; order && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].name, order))
      self->order = orders[i].order;
  if (order && self->order == BW_DATE_UNDECIDED)
    return refuse (error, self->id, "profile", order);
  return TRUE;
}

/* --- The object ------------------------------------------------------------------------------- */

static void
bw_profile_finalize (GObject *object)
{
  BwProfile *self = BW_PROFILE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->zone);
  g_free (self->base_id);
  g_free (self->fingerprint);
  g_free (self->sniffed);
  g_free (self->encoding);
  g_strfreev (self->signature);
  g_strfreev (self->absent);
  g_hash_table_unref (self->meanings);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->scales);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->lists);
  G_OBJECT_CLASS (bw_profile_parent_class)->finalize (object);
}

static void
bw_profile_class_init (BwProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_profile_finalize;
}

static void
bw_profile_init (BwProfile *self)
{
  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->units = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->scales = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->lists = g_hash_table_new (NULL, NULL);
}

BwProfile *
bw_profile_new (const char *id, GKeyFile *file, GError **error)
{
  g_autoptr (BwProfile) self = g_object_new (BW_TYPE_PROFILE, NULL);

  self->id = g_strdup (id);
  self->title = g_key_file_get_locale_string (file, "profile", "title", NULL, error);
  if (!self->title || !read_kind (self, file, error) || !read_habits (self, file, error) ||
      !read_effort (self, file, error) || !read_columns (self, file, error) ||
      !read_units (self, file, error) || !read_scales (self, file, error) ||
      !read_lists (self, file, error) || !read_words (self, file, error))
    return NULL;
  read_shape (self, file);
  return g_steal_pointer (&self);
}

const char *
bw_profile_get_id (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  return self->id;
}

const char *
bw_profile_get_title (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  return self->title;
}

BwKind
bw_profile_get_kind (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), BW_KIND_TICKETS);

  return self->kind;
}

const char *
bw_profile_get_zone (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  return self->zone || !self->base ? self->zone : bw_profile_get_zone (self->base);
}

BwDateOrder
bw_profile_get_date_order (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), BW_DATE_UNDECIDED);

  return self->order != BW_DATE_UNDECIDED || !self->base ? self->order
                                                         : bw_profile_get_date_order (self->base);
}

gboolean
bw_profile_get_decimal_comma (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), FALSE);

  return self->decimal_comma || (self->base && bw_profile_get_decimal_comma (self->base));
}

BwEffort
bw_profile_get_effort (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), BW_EFFORT_UNKNOWN);

  return self->effort != BW_EFFORT_UNKNOWN || !self->base ? self->effort
                                                          : bw_profile_get_effort (self->base);
}

const char *
bw_profile_get_base (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  return self->base ? self->base->id : NULL;
}

const char *
bw_profile_get_fingerprint (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  return self->fingerprint;
}

char
bw_profile_get_delimiter (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), 0);

  return self->delimiter;
}

const char *
bw_profile_get_encoding (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  return self->encoding;
}

gboolean
bw_profile_is_own (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), FALSE);

  return self->own;
}

int
bw_profile_get_priority_top (BwProfile *self)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), 0);

  return self->top != 0 || !self->base ? self->top : bw_profile_get_priority_top (self->base);
}

BwProfileAnswer
bw_profile_find (BwProfile *self, const BwHeader *header, BwFieldId *field, int *rank)
{
  g_autofree char *key = key_of (header);
  const Meaning *meaning;

  g_return_val_if_fail (BW_IS_PROFILE (self), BW_PROFILE_UNKNOWN);

  meaning = g_hash_table_lookup (self->meanings, key);
  *field = meaning ? meaning->field : BW_FIELD_NONE;
  *rank = meaning ? meaning->rank : 0;
  return meaning ? meaning->answer : BW_PROFILE_UNKNOWN;
}

gboolean
bw_profile_get_unit (BwProfile *self,
                     BwFieldId field,
                     BwDurationUnit *unit,
                     gboolean *minutes_seconds)
{
  const Unit *found;

  g_return_val_if_fail (BW_IS_PROFILE (self), FALSE);

  found = g_hash_table_lookup (self->units, GINT_TO_POINTER (field));
  if (found) {
    *unit = found->unit;
    *minutes_seconds = found->minutes_seconds;
  }
  return found || (self->base && bw_profile_get_unit (self->base, field, unit, minutes_seconds));
}

gboolean
bw_profile_get_scale (BwProfile *self, BwFieldId field, double *low, double *high)
{
  const Scale *scale;

  g_return_val_if_fail (BW_IS_PROFILE (self), FALSE);

  scale = g_hash_table_lookup (self->scales, GINT_TO_POINTER (field));
  if (scale) {
    *low = scale->low;
    *high = scale->high;
  }
  return scale || (self->base && bw_profile_get_scale (self->base, field, low, high));
}

gboolean
bw_profile_takes_last (BwProfile *self, BwFieldId field)
{
  g_return_val_if_fail (BW_IS_PROFILE (self), FALSE);

  return g_hash_table_contains (self->lists, GINT_TO_POINTER (field)) ||
         (self->base && bw_profile_takes_last (self->base, field));
}

GHashTable *
bw_profile_get_words (BwProfile *self, BwFieldId field)
{
  GHashTable *words;

  g_return_val_if_fail (BW_IS_PROFILE (self), NULL);

  words = g_hash_table_lookup (self->words, GINT_TO_POINTER (field));
  return words || !self->base ? words : bw_profile_get_words (self->base, field);
}

/* --- Scoring ---------------------------------------------------------------------------------- */

static char *
take_fingerprint (GPtrArray *headers)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < headers->len; i++) {
    g_autofree char *key = key_of (headers->pdata[i]);

    /* With its NUL: where one name ends and the next begins matters. */
    g_checksum_update (sum, (const guchar *) key, (gssize) strlen (key) + 1);
  }
  return g_strndup (g_checksum_get_string (sum), 16);
}

char *
bw_profile_fingerprint (const char *const *header)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_header_free);

  g_return_val_if_fail (header, NULL);

  for (guint i = 0; header[i]; i++)
    g_ptr_array_add (headers, bw_header_new (header[i]));
  return take_fingerprint (headers);
}

static gboolean
has_header (GPtrArray *headers, const char *name)
{
  g_autoptr (BwHeader) wanted = bw_header_new (name);
  g_autofree char *key = key_of (wanted);

  for (guint i = 0; i < headers->len; i++) {
    g_autofree char *other = key_of (headers->pdata[i]);

    if (g_str_equal (key, other))
      return TRUE;
  }
  return FALSE;
}

/* The first entry of the list of which all names are there. */
static const char *
find_entry (GPtrArray *headers, GStrv entries)
{
  for (char **entry = entries; entry && *entry; entry++) {
    g_auto (GStrv) names = g_strsplit (*entry, " + ", -1);
    gboolean all = TRUE;

    for (char **name = names; *name && all; name++)
      all = has_header (headers, *name);
    if (all)
      return *entry;
  }
  return NULL;
}

/* Fields of the profile that the headers have, and headers that the profile knows. */
static void
count_known (BwProfile *self, GPtrArray *headers, guint *n_fields, guint *n_headers)
{
  gboolean seen[BW_FIELD_LAST] = { FALSE };

  *n_fields = *n_headers = 0;
  for (guint i = 0; i < headers->len; i++) {
    BwFieldId field;
    int rank;
    BwProfileAnswer answer = bw_profile_find (self, headers->pdata[i], &field, &rank);

    *n_headers += answer != BW_PROFILE_UNKNOWN;
    if (answer == BW_PROFILE_COLUMN && !seen[field]) {
      seen[field] = TRUE;
      *n_fields += 1;
    }
  }
}

double
bw_profile_score (BwProfile *self, GPtrArray *headers, char **evidence)
{
  const char *signature;
  guint n_fields, n_headers;
  double fields, known;

  g_return_val_if_fail (BW_IS_PROFILE (self), 0);

  *evidence = NULL;
  if (self->fingerprint) {
    g_autofree char *fingerprint = take_fingerprint (headers);

    if (!g_str_equal (fingerprint, self->fingerprint))
      return 0;
    *evidence = g_strdup (_ ("remembered: a file with these columns was set up before"));
    return 1;
  }
  if (headers->len == 0 || find_entry (headers, self->absent))
    return 0;
  signature = find_entry (headers, self->signature);
  count_known (self, headers, &n_fields, &n_headers);
  fields = (double) n_fields / MAX (self->n_fields, 1);
  known = (double) n_headers / headers->len;
  if (signature) {
    *evidence = g_strdup_printf (_ ("column “%s”, and %u of %u column names are known of it"),
                                   signature, n_headers, headers->len);
    return 0.7 + 0.15 * fields + 0.15 * known;
  }
  /* A few names that any product could use speak for none. */
  if (fields < 0.5 || n_fields < FIELDS_LEAST)
    return 0;
  *evidence = g_strdup_printf (_ ("%u of %u column names are known of it"), n_headers, headers->len);
  return 0.5 * fields + 0.4 * known;
}

/* --- The registry ----------------------------------------------------------------------------- */

static void
add_profile (GHashTable *profiles, const char *name, GBytes *bytes, gboolean own)
{
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (".profile"));
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  BwProfile *profile = NULL;

  if (g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
    profile = bw_profile_new (id, file, &error);
  if (!profile) {
    g_warning ("%s: %s", name, error->message);
    return;
  }
  profile->own = own;
  g_hash_table_insert (profiles, g_steal_pointer (&id), profile);
}

static void
add_built_in (GHashTable *profiles)
{
  g_auto (GStrv) names = NULL;

  bw_profiles_register_resource ();
  names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (char **name = names; name && *name; name++) {
    g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/", *name, NULL);
    g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

    add_profile (profiles, *name, bytes, FALSE);
  }
}

char *
bw_profiles_get_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "bellwether", "profiles", NULL);
}

/* The texts of the user's own profiles by their file names. */
static GHashTable *
read_own (void)
{
  g_autofree char *folder = bw_profiles_get_own_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTable *texts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *text = NULL;
    gsize length;

    if (g_str_has_suffix (name, ".profile") && g_file_get_contents (path, &text, &length, NULL))
      g_hash_table_insert (texts, g_strdup (name),
                           g_bytes_new_take (g_steal_pointer (&text), length));
  }
  return texts;
}

static gboolean
have_same_texts (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer name, bytes;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &bytes)) {
    GBytes *other = g_hash_table_lookup (b, name);

    if (!other || !g_bytes_equal (bytes, other))
      return FALSE;
  }
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(BwProfile **) a)->id, (*(BwProfile **) b)->id);
}

static void
find_base (GHashTable *profiles, BwProfile *self)
{
  BwProfile *base = self->base_id ? g_hash_table_lookup (profiles, self->base_id) : NULL;

  /* One step only: no circles. */
  if (base && !base->own)
    self->base = base;
}

static GPtrArray *
read_all (GHashTable *own)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, bytes;
  GPtrArray *profiles;

  add_built_in (by_id);
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    add_profile (by_id, name, bytes, TRUE);
  profiles = g_hash_table_get_values_as_ptr_array (by_id);
  for (guint i = 0; i < profiles->len; i++)
    find_base (by_id, profiles->pdata[i]);
  g_ptr_array_sort (profiles, compare_ids);
  return profiles;
}

GPtrArray *
bw_profiles (void)
{
  static GMutex lock;
  static GHashTable *own;
  static GPtrArray *profiles;
  static GPtrArray *before; /* earlier ones: plans and words of a load may still name them */
  g_autoptr (GHashTable) texts = read_own ();
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (profiles && have_same_texts (own, texts))
    return profiles;
  if (!before)
    before = g_ptr_array_new ();
  if (profiles)
    g_ptr_array_add (before, profiles);
  g_clear_pointer (&own, g_hash_table_unref);
  own = g_steal_pointer (&texts);
  profiles = read_all (own);
  return profiles;
}

BwProfile *
bw_profiles_find_sniffed (const char *fingerprint)
{
  GPtrArray *profiles = bw_profiles ();

  g_return_val_if_fail (fingerprint, NULL);

  for (guint i = 0; i < profiles->len; i++) {
    BwProfile *profile = profiles->pdata[i];

    if (g_strcmp0 (profile->sniffed, fingerprint) == 0)
      return profile;
  }
  return NULL;
}

BwProfile *
bw_profiles_find (const char *id, GError **error)
{
  GPtrArray *profiles = bw_profiles ();
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < profiles->len; i++) {
    BwProfile *profile = profiles->pdata[i];

    if (g_str_equal (profile->id, id))
      return profile;
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", profile->id);
  }
  bw_error_set (error, BW_ERROR_FIELD, N_ ("There is no profile “%s”; the known ones are: %s"), id,
                known->str);
  return NULL;
}
