/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums up what was opened. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-opened-words.h"
#include "bw-unit.h"

static char *
count_rows (BwKind kind, gint64 n)
{
  g_autofree char *count = bw_format_count (n);

  switch (kind) {
  case BW_KIND_RESPONSES:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s survey response", "%s survey responses", (gulong) n),
        count);
  case BW_KIND_CALLS:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s call", "%s calls", (gulong) n),
                            count);
  case BW_KIND_TICKETS:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s ticket", "%s tickets", (gulong) n),
                            count);
  case BW_KIND_CUSTOMERS:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s customer", "%s customers", (gulong) n), count);
  default:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", (gulong) n), count);
  }
}

static gboolean
has_word (BwKind kind)
{
  return kind == BW_KIND_TICKETS || kind == BW_KIND_RESPONSES || kind == BW_KIND_CALLS ||
         kind == BW_KIND_CUSTOMERS;
}

static void
append (GString *text, const char *separator, char *part)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
  g_free (part);
}

static void
append_rows (GString *text, GListModel *sources)
{
  gint64 rows[BW_KIND_LAST] = { 0 };
  gint64 n_others = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    rows[source->kind] += source->n_rows;
  }
  for (guint kind = 0; kind < BW_KIND_LAST; kind++) {
    if (!has_word (kind))
      n_others += rows[kind];
    else if (rows[kind] > 0)
      append (text, ", ", count_rows (kind, rows[kind]));
  }
  if (n_others > 0)
    append (text, ", ", count_rows (BW_KIND_LAST, n_others));
}

static gint64
count_bad_cells (GListModel *sources)
{
  gint64 n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (BwSource) source = g_list_model_get_item (sources, i);
    for (guint d = 0; source->decisions != NULL && d < source->decisions->len; d++)
      n += ((BwDecision *) g_ptr_array_index (source->decisions, d))->n_bad;
  }
  return n;
}

static char *
name_origin (GListModel *sources)
{
  guint n = g_list_model_get_n_items (sources);
  g_autoptr (BwSource) first = g_list_model_get_item (sources, 0);

  if (n == 1 && g_strcmp0 (first->profile, "generic") != 0 && first->profile_title != NULL)
    return g_strdup (first->profile_title);
  if (n == 1)
    return g_strdup (first->name);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n), n);
}

char *
bw_opened_words (BwDataset *dataset)
{
  GListModel *sources = bw_dataset_get_sources (dataset);
  gint64 n_bad = count_bad_cells (sources);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *origin = name_origin (sources);
  g_autofree char *bad = bw_format_count (n_bad);
  GString *text = g_string_new (NULL);

  append_rows (rows, sources);
  /* Translators: "12,000 tickets from Zendesk account export" */
  g_string_append_printf (text, _ ("%s from %s"), rows->str, origin);
  if (n_bad > 0)
    append (text, "; ",
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s cell could not be read",
                                          "%s cells could not be read", (gulong) n_bad),
                             bad));
  return g_string_free_and_steal (text);
}
