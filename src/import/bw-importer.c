/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From paths to a dataset. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "bw-error.h"
#include "bw-importer-private.h"
#include "bw-parallel.h"
#include "bw-profile.h"
#include "bw-take.h"

#define PROGRESS_STEP 30000 /* microseconds between two calls in the main context */

struct _BwImporter {
  GObject parent_instance;

  /* Owned */
  BwZone *zone;
  char *profile;
  GStrvBuilder *maps;
  char *encoding;
  GPtrArray *wishes;      /* Wish */
  BwOverrides *of_fields; /* its columns are fields */

  BwDateOrder order;
  char delimiter;
  char quote;
  char escape;
  gboolean zone_known;
  gboolean kind_set;
  BwKind kind;
  gboolean hash;
};

/* What is said by hand of one file, or of one table in it. */
typedef struct {
  char *path;
  char *member; /* NULL = all */
  BwOverrides *overrides;
} Wish;

G_DEFINE_FINAL_TYPE (BwImporter, bw_importer, G_TYPE_OBJECT)

/* One call of bw_importer_load. */
typedef struct {
  /* Borrowed */
  BwImporter *importer;
  GCancellable *cancellable;
  BwProgress progress;
  gpointer progress_data;

  /* Owned */
  GStrv maps;
  GPtrArray *sources; /* BwSource */

  gint64 bytes_before; /* of the files that are done */
  gint64 bytes_total;
} Session;

static void
report_progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Session *session = user_data;
  if (session->progress)
    session->progress (session->bytes_before + done, MAX (session->bytes_total, total),
                       session->progress_data);
}

/* --- How one file is read ------------------------------------------------------------------------
 */

static void
free_wish (gpointer item)
{
  Wish *wish = item;
  g_free (wish->path);
  g_free (wish->member);
  bw_overrides_free (wish->overrides);
  g_free (wish);
}

static gboolean
suits (const Wish *wish, const char *columns)
{
  const char *said_of = wish->overrides->columns;
  return !columns || !said_of || g_str_equal (said_of, columns);
}

static const BwOverrides *
find_by_path (BwImporter *self, const char *path, const char *member, const char *columns)
{
  const BwOverrides *of_file = NULL;
  for (guint i = 0; i < self->wishes->len; i++) {
    const Wish *wish = self->wishes->pdata[i];
    if (!g_str_equal (wish->path, path) || !suits (wish, columns))
      continue;
    if (member && g_strcmp0 (wish->member, member) == 0)
      return wish->overrides;
    if (!wish->member)
      of_file = wish->overrides;
  }
  return of_file;
}

const BwOverrides *
bw_importer_find_overrides (BwImporter *self,
                            const char *path,
                            const char *member,
                            const char *columns)
{
  const BwOverrides *found = find_by_path (self, path, member, columns);
  for (guint i = 0; columns && !found && i < self->wishes->len; i++) {
    const Wish *wish = self->wishes->pdata[i];
    if (g_strcmp0 (wish->overrides->columns, columns) == 0)
      found = wish->overrides;
  }
  return found;
}

BwZone *
bw_importer_dup_zone (BwImporter *self, const BwOverrides *overrides)
{
  BwZone *zone = overrides && overrides->zone ? bw_zone_new (overrides->zone, NULL) : NULL;
  if (!zone && self->zone)
    zone = bw_zone_ref (self->zone);
  if (!zone)
    zone = bw_zone_new ("local", NULL);
  return zone ? zone : bw_zone_new_utc ();
}

GStrv
bw_importer_dup_maps (BwImporter *self)
{
  GStrv maps = g_strv_builder_end (self->maps);
  g_strv_builder_addv (self->maps, (const char **) maps);
  return maps;
}

BwRecogniseOptions
bw_importer_make_options (BwImporter *self,
                          const char *const *maps,
                          BwZone *zone,
                          const BwOverrides *overrides)
{
  BwRecogniseOptions options = {
    .profile = self->profile,
    .maps = maps,
    .order = self->order,
    .zone = zone,
    .zone_known = self->zone_known,
    .kind_set = self->kind_set,
    .kind = self->kind,
    .overrides = overrides,
    .of_fields = self->of_fields,
  };
  if (!overrides)
    return options;
  if (overrides->profile)
    options.profile = overrides->profile;
  if (overrides->order != BW_DATE_UNDECIDED)
    options.order = overrides->order;
  if (overrides->kind != BW_KIND_LAST) {
    options.kind_set = TRUE;
    options.kind = overrides->kind;
  }
  options.zone_known |= overrides->zone != NULL;
  options.zone_said = overrides->zone != NULL;
  return options;
}

/* The user's own profile that knows this shape as one that is sniffed wrongly. */
static BwProfile *
find_sniffed (GPtrArray *shapes)
{
  if (shapes->len == 0)
    return NULL;
  const BwShape *shape = shapes->pdata[0];
  g_autofree char *fingerprint = bw_profile_fingerprint ((const char *const *) shape->header);
  return bw_profiles_find_sniffed (fingerprint);
}

gboolean
bw_importer_read (BwImporter *self,
                  const char *path,
                  const BwOverrides *overrides,
                  gboolean quick,
                  BwDigest **digest,
                  GPtrArray *shapes,
                  GCancellable *cancellable,
                  BwProgress progress,
                  gpointer user_data,
                  GError **error)
{
  BwReadOptions options = { .quick = quick,
                            .digest = digest,
                            .encoding = self->encoding,
                            .delimiter = self->delimiter,
                            .quote = self->quote,
                            .escape = self->escape };
  if (overrides && overrides->encoding)
    options.encoding = overrides->encoding;
  if (overrides && overrides->delimiter)
    options.delimiter = overrides->delimiter;
  if (!bw_read_file (path, &options, shapes, cancellable, progress, user_data, error))
    return FALSE;
  BwProfile *profile = options.encoding || options.delimiter ? NULL : find_sniffed (shapes);
  if (!profile)
    return TRUE;
  options.encoding = (char *) bw_profile_get_encoding (profile);
  options.delimiter = bw_profile_get_delimiter (profile);
  g_ptr_array_set_size (shapes, 0);
  return bw_read_file (path, &options, shapes, cancellable, progress, user_data, error);
}

/* --- Files --------------------------------------------------------------------------------------
 */

/* What is to be said again when the file is opened from a saved report, which may be where the
 * user's own profiles are not. */
static GStrv
list_reading (const BwPlan *plan, const BwOverrides *said, const char *columns)
{
  BwProfile *profile = bw_profiles_find (plan->profile, NULL);
  gboolean own = profile && bw_profile_is_own (profile);
  if (!said && !own)
    return NULL;
  g_autoptr (BwOverrides) kept = said ? bw_overrides_copy (said) : bw_overrides_of_plan (plan);
  g_set_str (&kept->columns, columns);
  if (own && !kept->encoding)
    g_set_str (&kept->encoding, bw_profile_get_encoding (profile));
  if (own && !kept->delimiter)
    kept->delimiter = bw_profile_get_delimiter (profile);
  return bw_overrides_to_texts (kept);
}

static gboolean
load_shape (Session *session, const char *path, const BwShape *shape, GError **error)
{
  g_autofree char *columns = bw_profile_fingerprint ((const char *const *) shape->header);
  const BwOverrides *overrides =
      bw_importer_find_overrides (session->importer, path, shape->member, columns);
  g_autoptr (BwZone) zone = bw_importer_dup_zone (session->importer, overrides);
  g_autoptr (BwPlan) plan = NULL;
  BwRecogniseOptions options = bw_importer_make_options (
      session->importer, (const char *const *) session->maps, zone, overrides);
  BwSource *source = bw_take (path, shape, &options, &plan, session->cancellable,
                              report_progress_cb, session, error);
  if (!source)
    return FALSE;
  source->reading = list_reading (plan, overrides, columns);
  g_ptr_array_add (session->sources, source);
  return TRUE;
}

/* Of several tables (members of an archive, sheets of a workbook), those that say nothing are left
 * out when another is usable. */
static gboolean
load_each_shape (Session *session, const char *path, GPtrArray *shapes, GError **error)
{
  guint first_source = session->sources->len;
  guint n_skipped = 0;
  g_autoptr (GError) first_problem = NULL;
  for (guint i = 0; i < shapes->len; i++) {
    const BwShape *shape = shapes->pdata[i];
    g_autoptr (GError) problem = NULL;
    if (load_shape (session, path, shape, &problem))
      continue;
    if (shape->member && shapes->len > 1)
      bw_error_name_file (&problem, shape->member);
    gboolean skippable = g_error_matches (problem, BW_ERROR, BW_ERROR_PROFILE) ||
                         g_error_matches (problem, BW_ERROR, BW_ERROR_FIELD) ||
                         g_error_matches (problem, BW_ERROR, BW_ERROR_EMPTY);
    if (!skippable || shapes->len == 1) {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
    n_skipped++;
    if (!first_problem)
      first_problem = g_steal_pointer (&problem);
  }
  if (session->sources->len == first_source) {
    g_propagate_error (error, g_steal_pointer (&first_problem));
    return FALSE;
  }
  if (n_skipped > 0) {
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_unref);
    g_ptr_array_add (notes, bw_note_new_because ("skipped-part", n_skipped,
                                                 N_ ("A part of the file is left out. %s"),
                                                 first_problem));
    bw_source_add_notes (session->sources->pdata[first_source], notes);
  }
  return TRUE;
}

/* Bytes that went missing meanwhile were read as NUL. */
static gboolean
check_whole (const BwText *raw, GError **error)
{
  if (!bw_text_is_damaged (raw))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT,
                       _ ("the file was cut off while it was read: open it again"));
  return FALSE;
}

static gboolean
load_shapes (
    Session *session, const char *path, GPtrArray *shapes, BwDigest *digest, GError **error)
{
  if (shapes->len == 0)
    return bw_take_fail_without_rows (error);
  guint first_source = session->sources->len;
  BwShape *first = shapes->pdata[0];
  if (digest && first->text == first->raw && bw_text_is_mapped (first->text))
    first->digest = bw_digest_ref (digest);
  if (!load_each_shape (session, path, shapes, error) || !check_whole (first->raw, error))
    return FALSE;
  if (digest)
    bw_digest_go_on (digest);
  for (guint i = first_source; digest && i < session->sources->len; i++)
    bw_source_set_digest (session->sources->pdata[i], digest);
  return TRUE;
}

static gboolean
load_once (Session *session, const char *path, gboolean quick, GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  g_autoptr (BwDigest) digest = NULL;
  return bw_importer_read (session->importer, path,
                           bw_importer_find_overrides (session->importer, path, NULL, NULL), quick,
                           session->importer->hash ? &digest : NULL, shapes, session->cancellable,
                           report_progress_cb, session, error) &&
         load_shapes (session, path, shapes, digest, error);
}

/* In the encoding of its beginning; only when that fails, all bytes are looked at before. */
static gboolean
load_file (Session *session, const char *path, GError **error)
{
  guint first_source = session->sources->len;
  g_autoptr (GError) problem = NULL;
  if (load_once (session, path, TRUE, &problem))
    return TRUE;
  if (g_error_matches (problem, BW_ERROR, BW_ERROR_ENCODING)) {
    g_ptr_array_set_size (session->sources, (int) first_source);
    g_clear_error (&problem);
    if (load_once (session, path, FALSE, &problem))
      return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&problem));
  g_autofree char *name = g_filename_display_basename (path);
  bw_error_name_file (error, name);
  return FALSE;
}

static gint64
get_size (const char *path)
{
  struct stat status;
  return stat (path, &status) == 0 && S_ISREG (status.st_mode) ? status.st_size : 0;
}

static gboolean
load_files (Session *session, const char *const *paths, GError **error)
{
  for (guint i = 0; paths[i]; i++)
    session->bytes_total += get_size (paths[i]);
  for (guint i = 0; paths[i]; i++) {
    if (g_cancellable_set_error_if_cancelled (session->cancellable, error) ||
        !load_file (session, paths[i], error))
      return FALSE;
    session->bytes_before += get_size (paths[i]);
  }
  return TRUE;
}

BwDataset *
bw_importer_load (BwImporter *self,
                  const char *const *paths,
                  GCancellable *cancellable,
                  BwProgress progress,
                  gpointer user_data,
                  GError **error)
{
  g_return_val_if_fail (BW_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (paths && paths[0], NULL);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) maps = bw_importer_dup_maps (self);
  Session session = { self, cancellable, progress, user_data, maps, sources, 0, 0 };
  if (!load_files (&session, paths, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return bw_dataset_new_cancellable (sources, cancellable, error);
}

/* --- Async --------------------------------------------------------------------------------------
 */

typedef struct {
  /* Owned */
  GStrv paths;
  GMainContext *context;

  BwProgress progress;
  gpointer progress_data;
  gint64 next_report; /* monotonic time */
} Errand;

typedef struct {
  GTask *task; /* keeps the errand */
  gint64 done;
  gint64 total;
} Report;

static void
free_errand (gpointer item)
{
  Errand *errand = item;
  g_strfreev (errand->paths);
  g_main_context_unref (errand->context);
  g_free (errand);
}

static gboolean
deliver_report_cb (gpointer user_data)
{
  Report *report = user_data;
  const Errand *errand = g_task_get_task_data (report->task);
  if (!g_task_get_completed (report->task))
    errand->progress (report->done, report->total, errand->progress_data);
  return G_SOURCE_REMOVE;
}

static void
free_report (gpointer item)
{
  Report *report = item;
  g_object_unref (report->task);
  g_free (report);
}

/* In any thread. */
static void
send_report_cb (gint64 done, gint64 total, gpointer user_data)
{
  GTask *task = user_data;
  Errand *errand = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  gint64 next = __atomic_load_n (&errand->next_report, __ATOMIC_RELAXED);
  if (now < next || !__atomic_compare_exchange_n (&errand->next_report, &next, now + PROGRESS_STEP,
                                                  FALSE, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    return;
  Report *report = g_new (Report, 1);
  *report = (Report) { g_object_ref (task), done, total };
  g_main_context_invoke_full (errand->context, G_PRIORITY_DEFAULT, deliver_report_cb, report,
                              free_report);
}

static void
load_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Errand *errand = task_data;
  GError *error = NULL;
  bw_thread_step_back ();
  BwDataset *dataset = bw_importer_load (source, (const char *const *) errand->paths, cancellable,
                                         errand->progress ? send_report_cb : NULL, task, &error);
  if (dataset)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bw_importer_load_async (BwImporter *self,
                        const char *const *paths,
                        GCancellable *cancellable,
                        BwProgress progress,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  g_return_if_fail (paths && paths[0]);
  Errand *errand = g_new (Errand, 1);
  *errand = (Errand) { g_strdupv ((char **) paths), g_main_context_ref_thread_default (), progress,
                       progress_data };
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_importer_load_async);
  g_task_set_task_data (task, errand, free_errand);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_cb);
}

BwDataset *
bw_importer_load_finish (BwImporter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Object -------------------------------------------------------------------------------------
 */

static void
bw_importer_finalize (GObject *object)
{
  BwImporter *self = BW_IMPORTER (object);
  g_clear_pointer (&self->zone, bw_zone_unref);
  g_free (self->profile);
  g_free (self->encoding);
  g_strv_builder_unref (self->maps);
  g_ptr_array_unref (self->wishes);
  bw_overrides_free (self->of_fields);
  G_OBJECT_CLASS (bw_importer_parent_class)->finalize (object);
}

static void
bw_importer_class_init (BwImporterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = bw_importer_finalize;
}

static void
bw_importer_init (BwImporter *self)
{
  self->maps = g_strv_builder_new ();
  self->wishes = g_ptr_array_new_with_free_func (free_wish);
  self->of_fields = bw_overrides_new ();
}

BwImporter *
bw_importer_new (void)
{
  return g_object_new (BW_TYPE_IMPORTER, NULL);
}

void
bw_importer_set_zone (BwImporter *self, BwZone *zone)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  if (zone)
    bw_zone_ref (zone);
  g_clear_pointer (&self->zone, bw_zone_unref);
  self->zone = zone;
}

void
bw_importer_set_zone_known (BwImporter *self, gboolean known)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->zone_known = known;
}

void
bw_importer_set_profile (BwImporter *self, const char *id)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  g_set_str (&self->profile, id);
}

void
bw_importer_add_map (BwImporter *self, const char *map)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  g_return_if_fail (map);
  g_strv_builder_add (self->maps, map);
}

void
bw_importer_set_date_order (BwImporter *self, BwDateOrder order)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->order = order;
}

void
bw_importer_set_delimiter (BwImporter *self, char delimiter)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->delimiter = delimiter;
}

void
bw_importer_set_quote (BwImporter *self, char quote)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->quote = quote;
}

void
bw_importer_set_escape (BwImporter *self, char escape)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->escape = escape;
}

void
bw_importer_set_encoding (BwImporter *self, const char *encoding)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  g_set_str (&self->encoding, encoding);
}

void
bw_importer_set_kind (BwImporter *self, BwKind kind)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->kind = kind;
  self->kind_set = TRUE;
}

void
bw_importer_set_hash (BwImporter *self, gboolean hash)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  self->hash = hash;
}

void
bw_importer_set_scale (BwImporter *self, BwFieldId field, double low, double high)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  bw_overrides_set_scale (self->of_fields, field, low, high);
}

void
bw_importer_set_unit (BwImporter *self, BwFieldId field, BwDurationUnit unit)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  bw_overrides_set_unit (self->of_fields, field, unit);
}

void
bw_importer_set_effort (BwImporter *self, BwEffort effort)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  bw_overrides_set_effort (self->of_fields, BW_FIELD_CES, effort);
}

void
bw_importer_set_rank (BwImporter *self, BwRank rank)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  bw_overrides_set_rank (self->of_fields, BW_FIELD_PRIORITY, rank);
}

void
bw_importer_set_overrides (BwImporter *self,
                           const char *path,
                           const char *member,
                           const BwOverrides *overrides)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  g_return_if_fail (path);
  for (guint i = 0; i < self->wishes->len; i++) {
    const Wish *wish = self->wishes->pdata[i];
    if (g_str_equal (wish->path, path) && g_strcmp0 (wish->member, member) == 0) {
      g_ptr_array_remove_index (self->wishes, i);
      break;
    }
  }
  if (!overrides)
    return;
  Wish *wish = g_new (Wish, 1);
  *wish = (Wish) { g_strdup (path), g_strdup (member), bw_overrides_copy (overrides) };
  g_ptr_array_add (self->wishes, wish);
}

void
bw_importer_use_reading (BwImporter *self,
                         const char *path,
                         const char *member,
                         const char *const *reading)
{
  g_return_if_fail (BW_IS_IMPORTER (self));
  g_return_if_fail (path && reading);
  g_autoptr (BwOverrides) overrides = bw_overrides_of_texts (reading);
  bw_importer_set_overrides (self, path, member, overrides);
  if (!member || (!overrides->encoding && !overrides->delimiter))
    return;
  g_autoptr (BwOverrides) of_file = bw_overrides_new ();
  g_set_str (&of_file->encoding, overrides->encoding);
  of_file->delimiter = overrides->delimiter;
  bw_importer_set_overrides (self, path, NULL, of_file);
}

const BwOverrides *
bw_importer_get_overrides (BwImporter *self, const char *path, const char *member)
{
  g_return_val_if_fail (BW_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (path, NULL);
  return bw_importer_find_overrides (self, path, member, NULL);
}
