/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From paths to a dataset: reader, recognition, loading, and what the whole columns say against the
 * sample. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "bw-error.h"
#include "bw-importer.h"
#include "bw-load.h"
#include "bw-recognise.h"
#include "bw-row-index.h"

#define SAMPLE_ROWS 1000
#define SETTLE_ROUNDS 3
#define PROGRESS_STEP 30000 /* microseconds between two calls in the main context */

struct _BwImporter {
  GObject parent_instance;

  /* Owned */
  BwZone *zone;
  char *profile;
  GStrvBuilder *maps;
  char *encoding;

  BwDateOrder order;
  char delimiter;
  gboolean zone_known;
  gboolean kind_set;
  BwKind kind;
  gboolean hash;
};

G_DEFINE_FINAL_TYPE (BwImporter, bw_importer, G_TYPE_OBJECT)

/* One call of bw_importer_load. */
typedef struct {
  /* Borrowed */
  BwImporter *importer;
  GCancellable *cancellable;
  BwProgress progress;
  gpointer progress_data;

  /* Owned */
  BwZone *zone;
  GStrv maps;
  GPtrArray *sources; /* BwSource */

  gint64 bytes_before; /* of the files that are done */
  gint64 bytes_total;
} Session;

/* --- One table ----------------------------------------------------------------------------------
 */

static void
report_progress_cb (gint64 done, gint64 total, gpointer user_data)
{
  Session *session = user_data;
  if (session->progress)
    session->progress (session->bytes_before + done, MAX (session->bytes_total, total),
                       session->progress_data);
}

static gboolean
fail_without_rows (GError **error)
{
  g_set_error_literal (
      error, BW_ERROR, BW_ERROR_EMPTY,
      _ ("The file has a header but no rows: export it again with a longer period."));
  return FALSE;
}

/* kind: NULL = whatever it is. */
static BwPlan *
recognise (const Session *session, const BwShape *shape, const BwKind *kind, GError **error)
{
  const BwImporter *importer = session->importer;
  BwRecogniseOptions options = {
    .profile = importer->profile,
    .maps = (const char *const *) session->maps,
    .order = importer->order,
    .zone = session->zone,
    .zone_known = importer->zone_known,
    .kind_set = kind || importer->kind_set,
    .kind = kind ? *kind : importer->kind,
  };
  g_autoptr (GPtrArray) rows = bw_load_sample (shape, SAMPLE_ROWS);
  if (rows->len == 0) {
    fail_without_rows (error);
    return NULL;
  }
  return bw_recognise ((const char *const *) shape->header, rows, &options, error);
}

static void
note_ragged (BwSource *source, const BwTable *table, const BwRagged *ragged)
{
  gint64 n = ragged->n_short + ragged->n_long;
  if (n == 0)
    return;
  gint64 line = bw_table_get_line (table, (gsize) ragged->first_row);
  bw_source_add_note (
      source, "ragged-row", NULL, n, line, "%s",
      ngettext (
          "One row has more or fewer cells than the header: what is missing counts as blank.",
          "Some rows have more or fewer cells than the header: what is missing counts as blank.",
          (gulong) n));
}

/* The rows that recognition sets aside, and those that were before. */
static BwTable *
set_aside (BwTable *table, guint8 *aside)
{
  gsize n_rows = bw_table_get_n_rows (table);
  for (gsize i = 0; aside && i < n_rows; i++)
    if (aside[i] == BW_ASIDE_NONE)
      aside[i] = (guint8) bw_table_get_aside (table, i);
  return bw_table_with_aside (table, aside);
}

static BwSource *
make_source (const Session *session, const char *path, const BwShape *shape, const BwPlan *plan)
{
  BwSource *source = bw_source_new (path);
  source->kind = plan->kind;
  g_set_str (&source->profile, plan->profile);
  g_set_str (&source->profile_title, plan->profile_title);
  g_set_str (&source->evidence, plan->evidence);
  source->score = plan->score;
  g_set_str (&source->encoding, shape->encoding);
  g_free (source->delimiter);
  source->delimiter = shape->written ? NULL : g_strndup (&shape->dialect.delimiter, 1);
  g_set_str (&source->member, shape->member);
  g_set_str (&source->zone, bw_zone_get_identifier (session->zone));
  source->size = (gint64) bw_text_get_size (shape->raw);
  for (guint i = 0; i < shape->notes->len; i++) {
    const BwNote *note = shape->notes->pdata[i];
    bw_source_add_note (source, note->code, note->column, note->count, note->first_line, "%s",
                        note->text);
  }
  return source;
}

static void
free_evidence (BwEvidence *evidence, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (evidence[i].first_bad);
  g_free (evidence);
}

static BwTable *
load_settled (Session *session,
              const BwShape *shape,
              BwPlan *plan,
              BwEvidence *evidence,
              BwRagged *ragged,
              GError **error)
{
  g_autoptr (BwTable) table = bw_load (shape, plan, evidence, ragged, session->cancellable,
                                      report_progress_cb, session, error);
  if (!table)
    return NULL;
  if (bw_table_get_n_rows (table) == 0) {
    fail_without_rows (error);
    return NULL;
  }
  g_autofree gboolean *again = g_new0 (gboolean, plan->columns->len + 1);
  /* What was read anew may decide what is left: lengths of time are checked against dates. */
  for (guint round = 0; round < SETTLE_ROUNDS; round++) {
    if (!bw_recognise_settle (plan, evidence, table, again))
      break;
    if (!bw_load_again (shape, plan, again, table, evidence, session->cancellable, NULL, NULL,
                        error))
      return NULL;
    memset (again, 0, plan->columns->len * sizeof *again);
  }
  return g_steal_pointer (&table);
}

static BwSource *
load_as (
    Session *session, const char *path, const BwShape *shape, const BwKind *kind, GError **error)
{
  g_autoptr (BwPlan) plan = recognise (session, shape, kind, error);
  if (!plan)
    return NULL;
  guint n_columns = plan->columns->len;
  BwEvidence *evidence = g_new0 (BwEvidence, n_columns + 1);
  BwRagged ragged;
  BwSource *source = NULL;
  g_autoptr (BwTable) table = load_settled (session, shape, plan, evidence, &ragged, error);
  if (table) {
    source = make_source (session, path, shape, plan);
    source->n_rows = (gint64) bw_table_get_n_rows (table);
    guint8 *aside = bw_recognise_finish (plan, evidence, table, source);
    note_ragged (source, table, &ragged);
    source->table = set_aside (table, aside);
  }
  free_evidence (evidence, n_columns);
  return source;
}

static int
find_column (const BwTable *table, BwFieldId field)
{
  for (guint c = 0; c < bw_table_get_n_columns (table); c++)
    if (bw_table_get_column (table, c)->field == field)
      return (int) c;
  return -1;
}

/* Copies of a ticket say the same of its creation; entries of a log do not. */
static gboolean
differ_in_creation (const BwTable *table)
{
  const BwColumn *created = bw_table_find (table, BW_FIELD_CREATED);
  g_autofree guint8 *none = g_new0 (guint8, bw_table_get_n_rows (table) + 1);
  g_autoptr (BwTable) all = bw_table_with_aside ((BwTable *) table, g_steal_pointer (&none));
  g_autoptr (BwRowIndex) index = bw_row_index_new (all, (guint) find_column (all, BW_FIELD_ID));
  gsize n_several = 0, n_differ = 0;
  for (gsize group = 0; group < bw_row_index_get_n_groups (index); group++) {
    gsize n;
    const guint32 *rows = bw_row_index_get_rows (index, group, &n);
    n_several += n > 1;
    n_differ += n > 1 && bw_column_int (created, rows[0]) != bw_column_int (created, rows[n - 1]);
  }
  return 2 * n_differ > n_several;
}

/* What looked like a list of tickets in its sample, but tells of most of them again and again. */
static gboolean
is_log (const Session *session, const BwSource *source)
{
  gint64 counts[BW_ASIDE_LAST];
  if (session->importer->kind_set || source->kind != BW_KIND_TICKETS ||
      !g_str_equal (source->profile, "generic") || find_column (source->table, BW_FIELD_ID) < 0 ||
      bw_table_find (source->table, BW_FIELD_UPDATED))
    return FALSE;
  bw_table_count_aside (source->table, counts);
  return counts[BW_ASIDE_DUPLICATE] >= source->n_rows / 4 && counts[BW_ASIDE_DUPLICATE] > 0 &&
         differ_in_creation (source->table);
}

static gboolean
load_shape (Session *session, const char *path, const BwShape *shape, GError **error)
{
  const BwKind events = BW_KIND_EVENTS;
  g_autoptr (BwSource) source = load_as (session, path, shape, NULL, error);
  if (!source)
    return FALSE;
  if (is_log (session, source)) {
    BwSource *log = load_as (session, path, shape, &events, NULL);
    if (log) {
      g_object_unref (source);
      source = log;
    }
  }
  g_ptr_array_add (session->sources, g_steal_pointer (&source));
  return TRUE;
}

/* --- Files --------------------------------------------------------------------------------------
 */

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
  if (n_skipped > 0)
    bw_source_add_note (session->sources->pdata[first_source], "skipped-part", NULL, n_skipped, 0,
                        _ ("A part of the file is left out. %s"), first_problem->message);
  return TRUE;
}

static gboolean
load_shapes (Session *session, const char *path, GPtrArray *shapes, GError **error)
{
  if (shapes->len == 0)
    return fail_without_rows (error);
  guint first_source = session->sources->len;
  const BwShape *first = shapes->pdata[0];
  g_autoptr (BwDigest) digest = session->importer->hash ? bw_digest_new (first->raw) : NULL;
  if (!load_each_shape (session, path, shapes, error))
    return FALSE;
  for (guint i = first_source; digest && i < session->sources->len; i++)
    bw_source_set_digest (session->sources->pdata[i], digest);
  return TRUE;
}

static gboolean
load_file (Session *session, const char *path, GError **error)
{
  const BwImporter *importer = session->importer;
  BwReadOptions options = { importer->encoding, importer->delimiter };
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  if (bw_read_file (path, &options, shapes, session->cancellable, report_progress_cb, session,
                    error) &&
      load_shapes (session, path, shapes, error))
    return TRUE;
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

static BwZone *
choose_zone (const BwImporter *importer)
{
  if (importer->zone)
    return bw_zone_ref (importer->zone);
  BwZone *zone = bw_zone_new ("local", NULL);
  return zone ? zone : bw_zone_new_utc ();
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
  g_autoptr (BwZone) zone = choose_zone (self);
  g_auto (GStrv) maps = g_strv_builder_end (self->maps);
  g_strv_builder_addv (self->maps, (const char **) maps);
  Session session = { self, cancellable, progress, user_data, zone, maps, sources };
  if (!load_files (&session, paths, error))
    return NULL;
  return bw_dataset_new (sources);
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
