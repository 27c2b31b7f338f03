/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are open and their rows, one table a kind. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "bw-dataset.h"
#include "bw-duplicates.h"
#include "bw-gather.h"
#include "bw-join.h"
#include "bw-period.h"
#include "bw-tags.h"

struct _BwDataset {
  GObject parent_instance;

  /* Template */
  BwFieldId dimensions[BW_FIELD_LAST];

  /* Owned */
  GPtrArray *sources; /* BwSource */
  BwTable *tables[BW_KIND_LAST];
  BwTable *legs;     /* that the calls were gathered from, or NULL */
  GHashTable *files; /* BwSource -> BwFileRows: its place in the table of its kind */
};

/* The list of its files. Not a GListStore, which threads cannot even read at the same time. */

static GType
bw_dataset_get_item_type (GListModel *model)
{
  return BW_TYPE_SOURCE;
}

static guint
bw_dataset_get_n_items (GListModel *model)
{
  return BW_DATASET (model)->sources->len;
}

static gpointer
bw_dataset_get_item (GListModel *model, guint i)
{
  GPtrArray *sources = BW_DATASET (model)->sources;
  return i < sources->len ? g_object_ref (sources->pdata[i]) : NULL;
}

static void
bw_dataset_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = bw_dataset_get_item_type;
  interface->get_n_items = bw_dataset_get_n_items;
  interface->get_item = bw_dataset_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BwDataset,
                               bw_dataset,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bw_dataset_list_model_init))

static void
bw_dataset_finalize (GObject *object)
{
  BwDataset *self = BW_DATASET (object);
  for (guint k = 0; k < BW_KIND_LAST; k++)
    g_clear_pointer (&self->tables[k], bw_table_unref);
  g_clear_pointer (&self->legs, bw_table_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  G_OBJECT_CLASS (bw_dataset_parent_class)->finalize (object);
}

static void
bw_dataset_class_init (BwDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_dataset_finalize;
}

static void
bw_dataset_init (BwDataset *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->files = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* --- One table a kind ------------------------------------------------------------------------- */

/* Do ids of two files mean the same? Files of one product do ("zendesk" of "zendesk-csv" and
 * "zendesk-json"); of unknown products those that have the same columns. */
static guint
get_product (const BwSource *source)
{
  const char *profile = source->profile ? source->profile : "generic";
  g_autofree char *product = g_strndup (profile, strcspn (profile, "-"));
  guint hash = g_str_hash (product);
  if (strcmp (product, "generic") == 0)
    for (guint i = 0; source->decisions && i < source->decisions->len; i++) {
      const BwDecision *decision = source->decisions->pdata[i];
      hash = hash * 33 + (decision->header ? g_str_hash (decision->header) : 0);
    }
  return hash;
}

static void
append_tables (BwDataset *self, BwKind kind, GPtrArray *sources, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (BwFileRows));
  gsize first = 0;
  for (guint i = 0; i < sources->len; i++) {
    BwSource *source = g_ptr_array_index (sources, i);
    if (!source->table || bw_table_get_kind (source->table) != kind)
      continue;
    gsize n = bw_table_get_n_rows (source->table);
    BwFileRows rows = { first, n, get_product (source) };
    g_ptr_array_add (tables, source->table);
    g_array_append_val (files, rows);
    g_hash_table_insert (self->files, source, g_memdup2 (&rows, sizeof (rows)));
    first += n;
  }
  if (tables->len == 0)
    return;

  g_autoptr (BwTable) table = bw_table_concat ((BwTable *const *) tables->pdata, tables->len);
  guint8 *aside =
      bw_find_duplicates (table, (const BwFileRows *) files->data, files->len, cancellable);
  self->tables[kind] = aside ? bw_table_with_aside (table, aside) : g_steal_pointer (&table);
}

/* --- Logs ------------------------------------------------------------------------------------- */

/* On all files of a kind. */
static void
note_gathered (BwDataset *self, BwKind kind, const BwTable *gathered)
{
  const char *text = bw_table_get_kind (gathered) == BW_KIND_CALLS
                         ? N_ ("%" PRId64 " rows are gathered to %" PRId64 " calls.")
                         : N_ ("%" PRId64 " rows are gathered to %" PRId64 " tickets.");
  gint64 counts[BW_ASIDE_LAST];
  bw_table_count_aside (self->tables[kind], counts);
  gint64 n = (gint64) bw_table_get_n_rows (gathered);
  for (guint i = 0; i < self->sources->len; i++) {
    BwSource *source = g_ptr_array_index (self->sources, i);
    if (!source->table || bw_table_get_kind (source->table) != kind)
      continue;
    bw_source_remove_notes (source, "gathered");
    bw_source_add_note (source, "gathered", NULL, n, 0, text, counts[BW_ASIDE_NONE], n);
  }
}

static void
add_gathered (BwDataset *self, BwKind kind, BwTable *gathered, GPtrArray *tables)
{
  if (!gathered)
    return;
  note_gathered (self, kind, gathered);
  g_ptr_array_add (tables, gathered);
}

/* Files that list tickets or calls count before logs that tell of the same ones. */
static void
merge_gathered (BwDataset *self, BwKind kind, GPtrArray *gathered)
{
  if (gathered->len == 0)
    return;
  if (self->tables[kind])
    g_ptr_array_insert (gathered, 0, g_steal_pointer (&self->tables[kind]));
  self->tables[kind] = bw_join_merge ((BwTable *const *) gathered->pdata, gathered->len);
}

static void
gather_logs (BwDataset *self, GCancellable *cancellable)
{
  static const BwKind logs[] = { BW_KIND_MESSAGES, BW_KIND_EVENTS };
  g_autoptr (GPtrArray) tickets = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_table_unref);
  g_autoptr (GPtrArray) calls = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    if (self->tables[logs[i]] && !g_cancellable_is_cancelled (cancellable))
      add_gathered (self, logs[i],
                    bw_gather_tickets (self->tables[logs[i]], self->tables[BW_KIND_TICKETS]),
                    tickets);
  merge_gathered (self, BW_KIND_TICKETS, tickets);
  for (guint i = 0; i < G_N_ELEMENTS (logs) && !self->tables[BW_KIND_TURNS]; i++)
    if (self->tables[logs[i]] && !g_cancellable_is_cancelled (cancellable))
      self->tables[BW_KIND_TURNS] = bw_gather_turns (self->tables[logs[i]]);

  if (self->tables[BW_KIND_QUEUE_EVENTS] && !g_cancellable_is_cancelled (cancellable))
    add_gathered (self, BW_KIND_QUEUE_EVENTS, bw_gather_queue (self->tables[BW_KIND_QUEUE_EVENTS]),
                  calls);
  if (self->tables[BW_KIND_CALLS] && !g_cancellable_is_cancelled (cancellable)) {
    BwTable *legs = bw_gather_legs (self->tables[BW_KIND_CALLS]);
    if (legs) {
      note_gathered (self, BW_KIND_CALLS, legs);
      self->legs = g_steal_pointer (&self->tables[BW_KIND_CALLS]);
      self->tables[BW_KIND_CALLS] = legs;
    }
  }
  merge_gathered (self, BW_KIND_CALLS, calls);
}

/* --- Joins ------------------------------------------------------------------------------------ */

typedef struct {
  BwKind kind;
  BwFieldId field;
  BwKind other;
  BwFieldId other_field;
  const char *code;
  const char *text;
} Join;

#define TO_TICKETS                                                                                 \
  "joined-tickets", N_ ("%" PRId64 " of %" PRId64 " rows are of a ticket in the files.")
#define TO_CUSTOMERS                                                                               \
  "joined-customers", N_ ("%" PRId64 " of %" PRId64 " rows are of a customer in the files.")
#define TO_AGENTS                                                                                  \
  "joined-agents",                                                                                 \
      N_ ("%" PRId64 " of %" PRId64 " rows are of an agent whose time is in the files.")

/* In this order: what tickets learn of their customers, responses learn from the tickets. */
static const Join joins[] = {
  { BW_KIND_TICKETS, BW_FIELD_EMAIL, BW_KIND_CUSTOMERS, BW_FIELD_EMAIL, TO_CUSTOMERS },
  { BW_KIND_TICKETS, BW_FIELD_REQUESTER, BW_KIND_CUSTOMERS, BW_FIELD_ID, TO_CUSTOMERS },
  { BW_KIND_TICKETS, BW_FIELD_REQUESTER, BW_KIND_CUSTOMERS, BW_FIELD_EMAIL, TO_CUSTOMERS },
  { BW_KIND_TICKETS, BW_FIELD_REQUESTER, BW_KIND_CUSTOMERS, BW_FIELD_REQUESTER, TO_CUSTOMERS },
  { BW_KIND_TICKETS, BW_FIELD_ORGANISATION, BW_KIND_CUSTOMERS, BW_FIELD_REQUESTER, TO_CUSTOMERS },
  { BW_KIND_TICKETS, BW_FIELD_AGENT, BW_KIND_AGENT_TIME, BW_FIELD_AGENT, TO_AGENTS },
  { BW_KIND_CALLS, BW_FIELD_AGENT, BW_KIND_AGENT_TIME, BW_FIELD_AGENT, TO_AGENTS },
  { BW_KIND_RESPONSES, BW_FIELD_TICKET_ID, BW_KIND_TICKETS, BW_FIELD_ID, TO_TICKETS },
  { BW_KIND_CALLS, BW_FIELD_TICKET_ID, BW_KIND_TICKETS, BW_FIELD_ID, TO_TICKETS },
  { BW_KIND_TURNS, BW_FIELD_TICKET_ID, BW_KIND_TICKETS, BW_FIELD_ID, TO_TICKETS },
  { BW_KIND_RESPONSES, BW_FIELD_EMAIL, BW_KIND_CUSTOMERS, BW_FIELD_EMAIL, TO_CUSTOMERS },
};

static gint64
count_matches (const guint32 *matches, gsize first, gsize n)
{
  gint64 count = 0;
  for (gsize row = first; row < first + n; row++)
    count += matches[row] != BW_JOIN_NONE;
  return count;
}

static void
note_joined (BwDataset *self, const Join *join, const guint32 *matches)
{
  for (guint i = 0; i < self->sources->len; i++) {
    BwSource *source = g_ptr_array_index (self->sources, i);
    const BwFileRows *rows = g_hash_table_lookup (self->files, source);
    if (!rows || bw_table_get_kind (source->table) != join->kind ||
        (join->kind == BW_KIND_CALLS && self->legs))
      continue;
    gint64 n = count_matches (matches, rows->first, rows->n);
    bw_source_add_note (source, join->code, NULL, n, 0, join->text, n, (gint64) rows->n);
  }
}

/* TRUE when any row found another. */
static gboolean
join_tables (BwDataset *self, const Join *join, GCancellable *cancellable)
{
  BwTable *table = self->tables[join->kind];
  const BwTable *other = self->tables[join->other];
  g_autofree guint32 *matches =
      table && other ? bw_join_find (table, join->field, other, join->other_field, cancellable)
                     : NULL;
  if (!matches)
    return FALSE;
  gboolean any = count_matches (matches, 0, bw_table_get_n_rows (table)) > 0;
  if (any) {
    note_joined (self, join, matches);
    self->tables[join->kind] = bw_join_dimensions (table, other, matches);
    bw_table_unref (table);
  }
  return any;
}

static void
join_all (BwDataset *self, GCancellable *cancellable)
{
  gboolean joined[BW_KIND_LAST][BW_KIND_LAST] = { 0 };
  for (guint i = 0; i < self->sources->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (joins); j++)
      bw_source_remove_notes (g_ptr_array_index (self->sources, i), joins[j].code);
  for (guint j = 0; j < G_N_ELEMENTS (joins) && !g_cancellable_is_cancelled (cancellable); j++)
    if (!joined[joins[j].kind][joins[j].other])
      joined[joins[j].kind][joins[j].other] = join_tables (self, &joins[j], cancellable);
}

/* --- Ratings ---------------------------------------------------------------------------------- */

/* What was answered is counted from the first of these that has any. */
static const BwKind rated_kinds[] = { BW_KIND_RESPONSES, BW_KIND_TICKETS, BW_KIND_CALLS };

static gint64
count_ratings (const BwTable *table, BwFieldId field)
{
  const BwColumn *column = table ? bw_table_find (table, field) : NULL;
  return column ? column->n_present : 0;
}

static const char *
describe_uncounted (BwKind counted)
{
  switch (counted) {
  case BW_KIND_RESPONSES:
    return N_ ("Not counted: a survey has such ratings, too, and those count.");
  case BW_KIND_TICKETS:
    return N_ ("Not counted: the tickets have such ratings, too, and those count.");
  default:
    return N_ ("Not counted: the contacts have such ratings, too, and those count.");
  }
}

static void
note_uncounted (BwDataset *self, BwKind kind, BwFieldId field, BwKind counted)
{
  for (guint i = 0; i < self->sources->len; i++) {
    BwSource *source = g_ptr_array_index (self->sources, i);
    if (!source->table || bw_table_get_kind (source->table) != kind)
      continue;
    gint64 n = count_ratings (source->table, field);
    if (n > 0)
      bw_source_add_note (source, "rated-elsewhere", bw_table_find (source->table, field)->header,
                          n, 0, "%-s", describe_uncounted (counted));
  }
}

static void
note_ratings (BwDataset *self)
{
  static const BwFieldId fields[] = { BW_FIELD_CSAT, BW_FIELD_NPS, BW_FIELD_CES };
  for (guint i = 0; i < self->sources->len; i++)
    bw_source_remove_notes (g_ptr_array_index (self->sources, i), "rated-elsewhere");
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++) {
    BwKind counted = BW_KIND_LAST;
    for (guint k = 0; k < G_N_ELEMENTS (rated_kinds); k++) {
      if (count_ratings (self->tables[rated_kinds[k]], fields[f]) == 0)
        continue;
      if (counted == BW_KIND_LAST)
        counted = rated_kinds[k];
      else
        note_uncounted (self, rated_kinds[k], fields[f], counted);
    }
  }
}

/* --- Dimensions ------------------------------------------------------------------------------- */

static gboolean
has_two_tags (const BwDictionary *dictionary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 c = 0; c < bw_dictionary_get_size (dictionary); c++) {
    BwTagIter iter;
    const char *tag;
    gsize length;
    bw_tag_iter_init (&iter, bw_dictionary_get_text (dictionary, c));
    while (g_hash_table_size (seen) < 2 && bw_tag_iter_next (&iter, &tag, &length))
      g_hash_table_add (seen, g_strndup (tag, length));
    if (g_hash_table_size (seen) >= 2)
      return TRUE;
  }
  return FALSE;
}

static gboolean
splits (const BwTable *table, const BwField *field)
{
  const BwColumn *column = table ? bw_table_find (table, field->id) : NULL;
  if (!column || !bw_store_is_code (column->store))
    return FALSE;
  return field->value == BW_VALUE_TAGS ? has_two_tags (column->dictionary)
                                       : bw_dictionary_get_size (column->dictionary) >= 2;
}

static void
find_dimensions (BwDataset *self)
{
  guint n = 0;
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++) {
    const BwField *field = bw_field_get (id);
    if (!bw_field_is_dimension (field))
      continue;
    gboolean any = FALSE;
    for (guint k = 0; k < BW_KIND_LAST && !any; k++)
      any = !bw_kind_is_gathered ((BwKind) k) && splits (self->tables[k], field);
    if (any)
      self->dimensions[n++] = id;
  }
}

/* --- Public ----------------------------------------------------------------------------------- */

BwDataset *
bw_dataset_new (GPtrArray *sources)
{
  return bw_dataset_new_cancellable (sources, NULL, NULL);
}

BwDataset *
bw_dataset_new_cancellable (GPtrArray *sources, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (sources, NULL);
  g_return_val_if_fail (sources->len > 0, NULL);
  g_autoptr (BwDataset) self = g_object_new (BW_TYPE_DATASET, NULL);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (self->sources, g_object_ref (sources->pdata[i]));
  for (guint k = 0; k < BW_KIND_LAST && !g_cancellable_is_cancelled (cancellable); k++)
    append_tables (self, (BwKind) k, sources, cancellable);
  gather_logs (self, cancellable);
  join_all (self, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  note_ratings (self);
  find_dimensions (self);
  return g_steal_pointer (&self);
}

GListModel *
bw_dataset_get_sources (BwDataset *self)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  return G_LIST_MODEL (self);
}

gboolean
bw_dataset_check (BwDataset *self, GError **error)
{
  g_return_val_if_fail (BW_IS_DATASET (self), FALSE);
  for (guint i = 0; i < self->sources->len; i++)
    if (!bw_source_check (self->sources->pdata[i], error))
      return FALSE;
  return TRUE;
}

void
bw_dataset_hash (BwDataset *self)
{
  g_return_if_fail (BW_IS_DATASET (self));
  GListModel *sources = bw_dataset_get_sources (self);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    bw_source_get_sha256 (source, NULL);
  }
}

static void
hash_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  bw_dataset_hash (source);
  g_task_return_boolean (task, TRUE);
}

void
bw_dataset_hash_async (BwDataset *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BW_IS_DATASET (self));
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_task_run_in_thread (task, hash_in_thread);
}

BwTable *
bw_dataset_get_table (BwDataset *self, BwKind kind)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  g_return_val_if_fail ((guint) kind < BW_KIND_LAST, NULL);
  return self->tables[kind];
}

void
bw_dataset_count_aside (BwDataset *self, BwSource *source, gint64 counts[BW_ASIDE_LAST])
{
  g_return_if_fail (BW_IS_DATASET (self));
  g_return_if_fail (BW_IS_SOURCE (source));
  gsize first, n;
  const BwTable *table = bw_dataset_find_rows (self, source, &first, &n);
  memset (counts, 0, BW_ASIDE_LAST * sizeof (gint64));
  if (table)
    bw_table_count_aside_of (table, first, n, counts);
}

BwTable *
bw_dataset_find_rows (BwDataset *self, BwSource *source, gsize *first, gsize *n)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  g_return_val_if_fail (BW_IS_SOURCE (source), NULL);
  const BwFileRows *rows = g_hash_table_lookup (self->files, source);
  if (!rows)
    return NULL;
  BwKind kind = bw_table_get_kind (source->table);
  *first = rows->first;
  *n = rows->n;
  return kind == BW_KIND_CALLS && self->legs ? self->legs : self->tables[kind];
}

#define DAY 86400

/* Costs and counts are about whole months, of which the files name the first day, in whatever zone.
 */
static gint64
find_last (guint kind, gint64 last)
{
  gint64 day = (last + DAY / 2) / DAY;
  gint64 next = bw_day_add (day, BW_GRAIN_MONTH, 1);
  gboolean is_month = (kind == BW_KIND_FINANCE || kind == BW_KIND_CUSTOMER_COUNTS) &&
                      bw_day_floor (day, BW_GRAIN_MONTH) == day;
  return is_month ? last + (next - day - 1) * DAY : last;
}

gboolean
bw_dataset_get_extent (BwDataset *self, gint64 *from, gint64 *to)
{
  g_return_val_if_fail (BW_IS_DATASET (self), FALSE);
  gboolean any = FALSE;
  /* Customers and costs reach far beyond the work that is reported: only asked without it. */
  for (guint k = 0; k < BW_KIND_LAST && !(any && k > BW_KIND_QUEUE_EVENTS); k++) {
    gint64 first, last;
    if (!self->tables[k] || !bw_table_get_extent (self->tables[k], &first, &last))
      continue;
    last = find_last (k, last);
    *from = any ? MIN (*from, first) : first;
    *to = any ? MAX (*to, last) : last;
    any = TRUE;
  }
  return any;
}

static const char *
find_currency (const BwTable *table)
{
  const BwColumn *column = table ? bw_table_find (table, BW_FIELD_CURRENCY) : NULL;
  return column && bw_dictionary_get_size (column->dictionary) == 1
             ? bw_dictionary_get_text (column->dictionary, 0)
             : NULL;
}

const char *
bw_dataset_get_currency (BwDataset *self)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  const char *code = find_currency (self->tables[BW_KIND_FINANCE]);
  return code ? code : find_currency (self->tables[BW_KIND_CUSTOMERS]);
}

const BwFieldId *
bw_dataset_get_dimensions (BwDataset *self)
{
  g_return_val_if_fail (BW_IS_DATASET (self), NULL);
  return self->dimensions;
}
