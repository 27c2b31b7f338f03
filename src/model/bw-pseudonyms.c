/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers instead of names. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-pseudonyms.h"

struct _BwPseudonyms {
  BwDataset *dataset;
  GHashTable *agents; /* of the dictionaries' texts -> "Agent 1" */

  GMutex lock;           /* of customers */
  GHashTable *customers; /* hash of the text -> number; NULL until somebody asks */
  guint n_customers;
};

G_DEFINE_BOXED_TYPE (BwPseudonyms, bw_pseudonyms, bw_pseudonyms_ref, bw_pseudonyms_unref)

/* --- Agents ---------------------------------------------------------------------------------- */

static void
list_texts (const BwTable *table, BwFieldId field, GPtrArray *texts)
{
  const BwColumn *column = bw_table_find (table, field);
  for (gsize i = 0; column && column->dictionary && i < bw_dictionary_get_size (column->dictionary);
       i++)
    g_ptr_array_add (texts, (gpointer) bw_dictionary_get_text (column->dictionary, i));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
name_agents (BwPseudonyms *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++) {
    const BwTable *table = bw_dataset_get_table (self->dataset, kind);
    if (table)
      list_texts (table, BW_FIELD_AGENT, texts);
  }
  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    if (!g_hash_table_contains (self->agents, texts->pdata[i]))
      g_hash_table_insert (self->agents, texts->pdata[i],
                           /* Translators: instead of an agent's name */
                           g_strdup_printf (_ ("Agent %u"), g_hash_table_size (self->agents) + 1));
}

/* --- Customers ------------------------------------------------------------------------------- */

/* FNV-1a, 64 bits: of a million names two share one with a chance of one in ten million, and the
 * names themselves need not be kept. Never 0. */
static gpointer
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (const char *p = text; *p; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gpointer) (guintptr) (hash ? hash : 1);
}

static void
add_customer (BwPseudonyms *self, const char *name, const char *address)
{
  gpointer number = *name ? g_hash_table_lookup (self->customers, hash_text (name)) : NULL;
  if (!number && *address)
    number = g_hash_table_lookup (self->customers, hash_text (address));
  if (!number && (*name || *address))
    number = GUINT_TO_POINTER (++self->n_customers);
  if (*name)
    g_hash_table_insert (self->customers, hash_text (name), number);
  if (*address && !g_hash_table_contains (self->customers, hash_text (address)))
    g_hash_table_insert (self->customers, hash_text (address), number);
}

static void
read_cell (const BwTable *table, gsize row, int column, GString *text)
{
  g_string_truncate (text, 0);
  if (column >= 0)
    bw_table_read_text (table, row, (guint) column, text);
}

static void
name_customers (BwPseudonyms *self, const BwTable *table)
{
  int names = bw_table_find_index (table, BW_FIELD_REQUESTER);
  int addresses = bw_table_find_index (table, BW_FIELD_EMAIL);
  if (names < 0 && addresses < 0)
    return;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) address = g_string_new (NULL);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    read_cell (table, row, names, name);
    read_cell (table, row, addresses, address);
    add_customer (self, name->str, address->str);
  }
}

static void
ensure_customers (BwPseudonyms *self)
{
  if (self->customers)
    return;
  self->customers = g_hash_table_new (NULL, NULL);
  for (BwKind kind = 0; kind < BW_KIND_LAST; kind++) {
    const BwTable *table = bw_dataset_get_table (self->dataset, kind);
    if (table)
      name_customers (self, table);
  }
}

/* --- Public ---------------------------------------------------------------------------------- */

BwPseudonyms *
bw_pseudonyms_new (BwDataset *dataset)
{
  g_return_val_if_fail (BW_IS_DATASET (dataset), NULL);
  BwPseudonyms *self = g_atomic_rc_box_new0 (BwPseudonyms);
  self->dataset = g_object_ref (dataset);
  self->agents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_mutex_init (&self->lock);
  name_agents (self);
  return self;
}

BwPseudonyms *
bw_pseudonyms_ref (BwPseudonyms *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer boxed)
{
  BwPseudonyms *self = boxed;
  g_hash_table_unref (self->agents);
  g_clear_pointer (&self->customers, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  g_object_unref (self->dataset);
}

void
bw_pseudonyms_unref (BwPseudonyms *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
bw_pseudonyms_get_agent (const BwPseudonyms *self, const char *agent)
{
  g_return_val_if_fail (self && agent, NULL);
  return g_hash_table_lookup (self->agents, agent);
}

char *
bw_pseudonyms_dup_customer (BwPseudonyms *self, const char *requester)
{
  g_return_val_if_fail (self && requester, NULL);
  g_mutex_lock (&self->lock);
  ensure_customers (self);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->customers, hash_text (requester)));
  g_mutex_unlock (&self->lock);
  /* Translators: instead of a customer's name */
  return number > 0 ? g_strdup_printf (_ ("Customer %u"), number) : NULL;
}
