/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file's shape once, and takes its beginning as often as it is asked to. */
#include "config.h"

#include "bw-blocks.h"
#include "bw-error.h"
#include "bw-importer-private.h"
#include "bw-load.h"
#include "bw-own-profile.h"
#include "bw-preview.h"
#include "bw-profile.h"
#include "bw-take.h"

#define BEGINNING ((gsize) 4 << 20) /* bytes */

struct _BwPreview {
  GObject parent_instance;

  /* Owned */
  BwImporter *importer;
  char *path;
  char *member;
  BwOverrides *overrides;
  GPtrArray *shapes; /* BwShape, of the whole file */
  GStrv members;
  GPtrArray *rows; /* GStrv */
  BwSource *source;
  BwPlan *plan;

  /* Borrowed from shapes */
  const BwShape *shape;
};

G_DEFINE_FINAL_TYPE (BwPreview, bw_preview, G_TYPE_OBJECT)

/* --- The beginning ------------------------------------------------------------------------------
 */

/* Where the last record ends that begins in the first megabytes. */
static gsize
find_end (const BwShape *shape)
{
  gsize size = bw_text_get_size (shape->text);
  if (size - shape->data_at <= BEGINNING)
    return size;
  gsize at = bw_blocks_find_record (shape, NULL, shape->data_at + BEGINNING, size, FALSE,
                                    g_strv_length (shape->header));
  return MIN (at, size);
}

/* The shape of a shorter text: the same header and dialect. */
static BwShape *
cut (const BwShape *shape)
{
  gsize end = find_end (shape);
  if (end == bw_text_get_size (shape->text))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (bw_text_get_start (shape->text), end);
  g_autoptr (BwText) text = bw_text_new_from_bytes (bytes);
  BwShape *beginning =
      bw_shape_new (text, shape->start_at, NULL, shape->dialect.delimiter, NULL, NULL);
  beginning->dialect = shape->dialect;
  bw_shape_set_header (beginning, g_strdupv (shape->header), shape->header_at, shape->data_at);
  beginning->written = shape->written;
  g_set_str (&beginning->member, shape->member);
  g_set_str (&beginning->encoding, shape->encoding);
  return beginning;
}

static BwSource *
take (BwPreview *self,
      const BwShape *shape,
      const BwOverrides *overrides,
      BwPlan **plan,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (BwShape) beginning = cut (shape);
  g_autoptr (BwZone) zone = bw_importer_dup_zone (self->importer, overrides);
  g_auto (GStrv) maps = bw_importer_dup_maps (self->importer);
  BwRecogniseOptions options =
      bw_importer_make_options (self->importer, (const char *const *) maps, zone, overrides);
  options.lenient = TRUE;
  return bw_take (self->path, beginning ? beginning : shape, &options, plan, cancellable, NULL,
                  NULL, error);
}

static gboolean
judge (BwPreview *self,
       const BwShape *shape,
       const BwOverrides *overrides,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (BwPlan) plan = NULL;
  g_autoptr (BwSource) source = take (self, shape, overrides, &plan, cancellable, error);
  if (!source)
    return FALSE;
  g_autoptr (BwOverrides) kept = bw_overrides_copy (overrides);
  g_clear_pointer (&self->plan, bw_plan_free);
  g_clear_pointer (&self->overrides, bw_overrides_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_set_object (&self->source, source);
  self->plan = g_steal_pointer (&plan);
  self->overrides = g_steal_pointer (&kept);
  self->rows = bw_load_sample (shape, 2 * BW_PREVIEW_ROWS);
  if (self->plan->entities)
    bw_sample_resolve_entities (self->rows);
  g_ptr_array_set_size (self->rows, (int) MIN (self->rows->len, BW_PREVIEW_ROWS));
  self->shape = shape;
  return TRUE;
}

/* --- Tables of a file ---------------------------------------------------------------------------
 */

static gboolean
judge_first (BwPreview *self,
             GPtrArray *shapes,
             const BwOverrides *overrides,
             GCancellable *cancellable,
             GError **error)
{
  const BwShape *first = NULL;
  for (guint i = 0; i < shapes->len; i++) {
    g_autoptr (GError) problem = NULL;
    if (!judge (self, shapes->pdata[i], overrides, cancellable, &problem)) {
      if (i + 1 == shapes->len && !first) {
        g_propagate_error (error, g_steal_pointer (&problem));
        return FALSE;
      }
      continue;
    }
    if (!self->plan->lack)
      return TRUE;
    if (!first)
      first = self->shape;
  }
  return self->shape == first || judge (self, first, overrides, cancellable, error);
}

static gboolean
judge_tables (BwPreview *self,
              GPtrArray *shapes,
              const BwOverrides *overrides,
              GCancellable *cancellable,
              GError **error)
{
  if (shapes->len == 0)
    return bw_take_fail_without_rows (error);
  for (guint i = 0; self->member && i < shapes->len; i++) {
    const BwShape *shape = shapes->pdata[i];
    if (g_strcmp0 (shape->member, self->member) == 0)
      return judge (self, shape, overrides, cancellable, error);
  }
  return judge_first (self, shapes, overrides, cancellable, error);
}

static GStrv
list_members (GPtrArray *shapes)
{
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();
  for (guint i = 0; i < shapes->len; i++) {
    const BwShape *shape = shapes->pdata[i];
    if (shape->member)
      g_strv_builder_add (members, shape->member);
  }
  return g_strv_builder_end (members);
}

static gboolean
read_and_judge (BwPreview *self,
                const BwOverrides *overrides,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  if (bw_importer_read (self->importer, self->path, overrides, FALSE, NULL, shapes, cancellable,
                        NULL, NULL, error) &&
      judge_tables (self, shapes, overrides, cancellable, error)) {
    g_strfreev (self->members);
    self->members = list_members (shapes);
    g_clear_pointer (&self->shapes, g_ptr_array_unref);
    self->shapes = g_steal_pointer (&shapes);
    return TRUE;
  }
  g_autofree char *name = g_filename_display_basename (self->path);
  bw_error_name_file (error, name);
  return FALSE;
}

/* --- Object -------------------------------------------------------------------------------------
 */

static void
bw_preview_finalize (GObject *object)
{
  BwPreview *self = BW_PREVIEW (object);
  g_clear_object (&self->importer);
  g_clear_object (&self->source);
  g_clear_pointer (&self->plan, bw_plan_free);
  g_clear_pointer (&self->overrides, bw_overrides_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_strfreev (self->members);
  g_free (self->path);
  g_free (self->member);
  G_OBJECT_CLASS (bw_preview_parent_class)->finalize (object);
}

static void
bw_preview_class_init (BwPreviewClass *class)
{
  G_OBJECT_CLASS (class)->finalize = bw_preview_finalize;
}

static void
bw_preview_init (BwPreview *self)
{
}

BwPreview *
bw_preview_new (BwImporter *importer,
                const char *path,
                const char *member,
                const BwOverrides *overrides,
                GCancellable *cancellable,
                GError **error)
{
  g_return_val_if_fail (BW_IS_IMPORTER (importer), NULL);
  g_return_val_if_fail (path, NULL);
  g_autoptr (BwPreview) self = g_object_new (BW_TYPE_PREVIEW, NULL);
  g_autoptr (BwOverrides) none = bw_overrides_new ();
  self->importer = g_object_ref (importer);
  self->path = g_strdup (path);
  self->member = g_strdup (member);
  return read_and_judge (self, overrides ? overrides : none, cancellable, error)
             ? g_steal_pointer (&self)
             : NULL;
}

typedef struct {
  BwImporter *importer;
  char *path;
  char *member;
  BwOverrides *overrides;
} Errand;

static void
free_errand (gpointer item)
{
  Errand *errand = item;
  g_object_unref (errand->importer);
  g_free (errand->path);
  g_free (errand->member);
  g_clear_pointer (&errand->overrides, bw_overrides_free);
  g_free (errand);
}

static void
preview_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Errand *errand = task_data;
  GError *error = NULL;
  BwPreview *preview = bw_preview_new (errand->importer, errand->path, errand->member,
                                       errand->overrides, cancellable, &error);
  if (preview)
    g_task_return_pointer (task, preview, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
bw_preview_new_async (BwImporter *importer,
                      const char *path,
                      const char *member,
                      const BwOverrides *overrides,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (BW_IS_IMPORTER (importer));
  g_return_if_fail (path);
  Errand *errand = g_new (Errand, 1);
  *errand = (Errand) { g_object_ref (importer), g_strdup (path), g_strdup (member),
                       overrides ? bw_overrides_copy (overrides) : NULL };
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bw_preview_new_async);
  g_task_set_task_data (task, errand, free_errand);
  g_task_run_in_thread (task, preview_cb);
}

BwPreview *
bw_preview_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
bw_preview_judge (BwPreview *self, const BwOverrides *overrides, GError **error)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), FALSE);
  g_return_val_if_fail (overrides, FALSE);
  if (g_strcmp0 (overrides->encoding, self->overrides->encoding) != 0 ||
      overrides->delimiter != self->overrides->delimiter)
    return read_and_judge (self, overrides, NULL, error);
  return judge (self, self->shape, overrides, NULL, error);
}

BwSource *
bw_preview_get_source (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), NULL);
  return self->source;
}

const BwPlan *
bw_preview_get_plan (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), NULL);
  return self->plan;
}

const char *
bw_preview_get_lack (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), NULL);
  return self->plan->lack;
}

const BwOverrides *
bw_preview_get_overrides (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), NULL);
  return self->overrides;
}

GPtrArray *
bw_preview_get_rows (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), NULL);
  return self->rows;
}

gint64
bw_preview_get_n_lines (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), 0);
  bw_survey_count (self->shape->survey, self->shape->text, NULL);
  return self->shape->survey->total.n_lines + 1;
}

const char *const *
bw_preview_get_members (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), NULL);
  return (const char *const *) self->members;
}

const char *
bw_preview_get_needs (BwKind kind)
{
  return bw_recognise_get_needs (kind);
}

/* --- Remembering --------------------------------------------------------------------------------
 */

/* How the file looks when nobody says how to read it. */
static char *
find_sniffed (BwPreview *self)
{
  BwReadOptions options = { 0 };
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_shape_free);
  if (!self->overrides->encoding && !self->overrides->delimiter)
    return NULL;
  if (!bw_read_file (self->path, &options, shapes, NULL, NULL, NULL, NULL) || shapes->len == 0)
    return NULL;
  const BwShape *shape = shapes->pdata[0];
  return bw_profile_fingerprint ((const char *const *) shape->header);
}

gboolean
bw_preview_remember (BwPreview *self, const char *title, GError **error)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), FALSE);
  g_return_val_if_fail (title && *title, FALSE);
  g_autofree char *sniffed = find_sniffed (self);
  g_autofree char *id = bw_own_profile_save (self->plan, self->overrides, title, sniffed, error);
  return id != NULL;
}

static BwProfile *
find_remembered (BwPreview *self)
{
  BwProfile *profile = bw_profiles_find (self->plan->profile, NULL);
  return profile && bw_profile_is_own (profile) ? profile : NULL;
}

gboolean
bw_preview_is_remembered (BwPreview *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), FALSE);
  return find_remembered (self) != NULL;
}

gboolean
bw_preview_forget (BwPreview *self, GError **error)
{
  g_return_val_if_fail (BW_IS_PREVIEW (self), FALSE);
  BwProfile *profile = find_remembered (self);
  return !profile || bw_own_profile_forget (bw_profile_get_id (profile), error);
}
