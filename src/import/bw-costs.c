/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts amounts into the parts of costs by the words of their categories. */
#include "config.h"

#include <math.h>

#include "bw-costs.h"
#include "bw-synonyms.h"

/* Word beginnings; the first that fits decides. */
static const struct {
  BwFieldId field;
  const char *words;
} parts[] = {
  { BW_FIELD_REVENUE, "revenue|turnover|sales|income|umsatz|erlos|einnahme|chiffre|recette|revenu|"
                      "ingreso|facturacion|"
                      "venta|receita|faturamento" },
  { BW_FIELD_COST_TRAINING, "training|schulung|leitung|management|coaching|formation|encadrement|"
                            "formacion|direccion|gestion|"
                            "treinamento|gestao|weiterbildung|onboarding" },
  { BW_FIELD_COST_SALARIES,
    "salar|salair|wage|payroll|staff|personnel|personal|gehalt|gehalter|lohn|lohne|compensation|"
    "agents|benefits|sozialabgaben|nomina|sueldo|folha|freelanc|contractor|outsourc|overtime" },
  { BW_FIELD_COST_INFRASTRUCTURE, "infrastru|tool|software|licen|lizenz|technolog|telefon|telephon|"
                                  "telecom|hosting|cloud|hardware|"
                                  "equipment|system|logiciel|outil|herramienta|ferramenta|office|"
                                  "rent|miete|loyer|alquiler|aluguel" },
};

static int
find_part (const char *category)
{
  g_autofree char *folded = bw_fold (category);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (bw_fold_has_word (words, parts[i].words))
      return (int) i;
  return -1;
}

static BwColumn *
make_part (const BwColumn *category, gsize n_rows, guint part)
{
  BwColumn *column =
      bw_column_new (parts[part].field, category->header, -1, BW_STORE_DOUBLE, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    ((double *) column->values)[row] = NAN;
  return column;
}

static void
move (BwColumn *from, BwColumn *to, gsize row)
{
  double *amount = &((double *) from->values)[row];
  if (isnan (*amount))
    return;
  ((double *) to->values)[row] = *amount;
  *amount = NAN;
  from->n_present--;
  to->n_present++;
}

static gboolean
has_parts (const BwTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (bw_table_find (table, parts[i].field))
      return TRUE;
  return FALSE;
}

BwTable *
bw_costs_spread (BwTable *table)
{
  g_return_val_if_fail (table, NULL);
  const BwColumn *category = bw_table_find (table, BW_FIELD_CATEGORY);
  BwColumn *amount = (BwColumn *) bw_table_find (table, BW_FIELD_AMOUNT);
  if (bw_table_get_kind (table) != BW_KIND_FINANCE || !category || !category->dictionary ||
      !amount || amount->store != BW_STORE_DOUBLE || has_parts (table))
    return table;
  gsize n_rows = bw_table_get_n_rows (table);
  gsize n_words = bw_dictionary_get_size (category->dictionary);
  g_autofree int *part_of = g_new (int, n_words + 1);
  BwColumn *columns[G_N_ELEMENTS (parts)] = { NULL };
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  part_of[0] = -1;
  for (guint32 code = 0; code < n_words; code++) {
    int part = find_part (bw_dictionary_get_text (category->dictionary, code));
    part_of[code + 1] = part;
    if (part < 0 || columns[part])
      continue;
    columns[part] = make_part (category, n_rows, (guint) part);
    g_ptr_array_add (added, columns[part]);
  }
  for (gsize row = 0; row < n_rows; row++) {
    int part = part_of[bw_column_code (category, row)];
    if (part >= 0)
      move (amount, columns[part], row);
  }
  if (added->len == 0)
    return table;
  g_autoptr (BwTable) plain = table;
  return bw_table_with_columns (plain, g_steal_pointer (&added));
}
