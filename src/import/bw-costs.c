/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts amounts into the parts of costs by the words of their categories. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bw-costs.h"
#include "bw-money.h"
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

#define N_PARTS G_N_ELEMENTS (parts)
#define TOTAL "total|sum|sums|summe|gesamt|insgesamt|somme|suma|soma|subtotal|zwischensumme"
#define CENT 0.01 /* by which a total may miss the sum of rounded parts */

/* What is left of others. */
#define RESULT                                                                                     \
  "profit|ebit|ebitda|ergebnis|betriebsergebnis|jahresergebnis|gewinn|rohgewinn|rohertrag|"        \
  "uberschuss|fehlbetrag|deckungsbeitrag|benefice|resultat|marge|margin|margen|margem|beneficio|"  \
  "utilidad|resultado|lucro"

/* A category: its part (N_PARTS = none of them), and whether it adds up others or is what they
 * leave. */
typedef struct {
  guint part;
  gboolean is_total;
  gboolean is_result;
} Category;

/* "Gross profit", "Net income"; not "Profit sharing". */
static gboolean
names_result (char **words)
{
  return (bw_fold_has_word (words, RESULT) && !bw_fold_has_word (words, "sharing")) ||
         (bw_fold_has_word (words, "net|operating") &&
          bw_fold_has_word (words, "income|earnings|loss"));
}

static Category
look_at (const char *text)
{
  Category category = { N_PARTS, FALSE, FALSE };
  g_autofree char *folded = bw_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  for (guint part = N_PARTS; part-- > 0;)
    if (bw_fold_has_word (words, parts[part].words))
      category.part = part;
  category.is_total = bw_fold_has_word (words, TOTAL);
  category.is_result = names_result (words);
  if (category.is_result)
    category.part = N_PARTS;
  return category;
}

BwFieldId
bw_costs_find_part (const char *category)
{
  g_return_val_if_fail (category, BW_FIELD_NONE);
  guint part = look_at (category).part;
  return part < N_PARTS ? parts[part].field : BW_FIELD_NONE;
}

static Category *
look_at_words (const BwColumn *column)
{
  gsize n_words = bw_dictionary_get_size (column->dictionary);
  Category *categories = g_new (Category, n_words + 1);
  categories[0] = (Category) { N_PARTS, FALSE, FALSE };
  for (guint32 code = 0; code < n_words; code++)
    categories[code + 1] = look_at (bw_dictionary_get_text (column->dictionary, code));
  return categories;
}

static void
set_amount (BwColumn *column, gsize row, double amount)
{
  double *at = &((double *) column->values)[row];
  column->n_present += !isnan (amount) - !isnan (*at);
  *at = amount;
}

static void
note_total (BwSource *source, const BwColumn *column, double rest)
{
  if (rest < -CENT)
    bw_source_add_note (source, "total-below-parts", column->header, 1, 0,
                        N_ ("A total is less than the sum of its parts: the parts are used."));
  else
    bw_source_add_note (source, "total-of-parts", column->header, 1, 0,
                        N_ ("A total stands beside its parts: what the parts do not explain counts "
                            "as other costs, the rest only once."));
}

/* What a total says beyond its parts; NAN = nothing. */
static double
reduce (double total, double of_parts)
{
  double rest = total - of_parts;
  return rest > CENT ? rest : NAN;
}

/* --- Categories in rows ----------------------------------------------------------------------- */

/* "Sum" where others name a team: it adds up all of them. */
static gboolean
adds_up_all (const BwTable *table, const BwColumn *category, gsize row)
{
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    const BwColumn *column = bw_table_get_column (table, c);
    guint32 code = column != category && column->dictionary &&
                           bw_field_is_dimension (bw_field_get (column->field))
                       ? bw_column_code (column, row)
                       : 0;
    if (code > 0 && look_at (bw_dictionary_get_text (column->dictionary, code - 1)).is_total)
      return TRUE;
  }
  return FALSE;
}

/* All that says which rows a total adds up: the period, and every other text, such as a team,
 * unless it adds up all of these. */
static char *
make_key (const BwTable *table, const BwColumn *category, gsize row, gboolean all)
{
  GString *key = g_string_new (all ? "all;" : NULL);
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    const BwColumn *column = bw_table_get_column (table, c);
    if (column->store == BW_STORE_TIME)
      g_string_append_printf (key, "%" G_GINT64_FORMAT ";", bw_column_time (column, row));
    else if (!all && column != category && column->dictionary &&
             bw_field_is_dimension (bw_field_get (column->field)))
      g_string_append_printf (key, "%u;", bw_column_code (column, row));
  }
  return g_string_free (key, FALSE);
}

static double *
get_sums (
    GHashTable *periods, const BwTable *table, const BwColumn *category, gsize row, gboolean all)
{
  g_autofree char *key = make_key (table, category, row, all);
  double *sums = g_hash_table_lookup (periods, key);
  if (!sums) {
    sums = g_new0 (double, N_PARTS + 1);
    g_hash_table_insert (periods, g_steal_pointer (&key), sums);
  }
  return sums;
}

static double
sum_of_costs (const double *sums)
{
  double sum = 0;
  for (guint part = 0; part <= N_PARTS; part++)
    sum += part < N_PARTS && parts[part].field == BW_FIELD_REVENUE ? 0 : sums[part];
  return sum;
}

/* Returns what is left of it. */
static double
reduce_total (const double *sums, Category category, BwColumn *amount, gsize row, BwSource *source)
{
  double of_parts = category.part < N_PARTS ? sums[category.part] : sum_of_costs (sums);
  double total = ((double *) amount->values)[row];
  if (of_parts == 0)
    return 0;
  double rest = reduce (total, of_parts);
  note_total (source, amount, total - of_parts);
  set_amount (amount, row, rest);
  return isnan (rest) ? 0 : rest;
}

static void
drop_results (const BwTable *table,
              const BwColumn *column,
              const Category *categories,
              BwColumn *amount,
              BwSource *source)
{
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    if (!categories[bw_column_code (column, row)].is_result ||
        isnan (((const double *) amount->values)[row]))
      continue;
    set_amount (amount, row, NAN);
    bw_source_add_note (source, "result-of-parts", amount->header, 1, 0,
                        N_ ("A profit or loss is neither a cost nor revenue: it is not counted."));
  }
}

/* First the plain rows, then sums of a part, then sums of all. */
static void
reduce_total_rows (const BwTable *table,
                   const BwColumn *column,
                   const Category *categories,
                   BwColumn *amount,
                   BwSource *source)
{
  g_autoptr (GHashTable) periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint round = 0; round < 3; round++)
    for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
      Category category = categories[bw_column_code (column, row)];
      double value = ((const double *) amount->values)[row];
      guint its_round = !category.is_total ? 0 : category.part < N_PARTS ? 1 : 2;
      if (isnan (value) || its_round != round || bw_table_get_aside (table, row) != BW_ASIDE_NONE)
        continue;
      gboolean all = round > 0 && adds_up_all (table, column, row);
      double *sums = get_sums (periods, table, column, row, all);
      if (round > 0)
        value = reduce_total (sums, category, amount, row, source);
      get_sums (periods, table, column, row, FALSE)[category.part] += value;
      get_sums (periods, table, column, row, TRUE)[category.part] += value;
    }
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
  double amount = ((const double *) from->values)[row];
  if (isnan (amount))
    return;
  set_amount (to, row, amount);
  set_amount (from, row, NAN);
}

/* The amounts of the rows of a part, as columns; empty when no category is known. */
static GPtrArray *
spread_rows (const BwTable *table,
             const BwColumn *column,
             const Category *categories,
             BwColumn *amount)
{
  gsize n_rows = bw_table_get_n_rows (table);
  BwColumn *columns[N_PARTS] = { NULL };
  GPtrArray *added = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_free);
  for (gsize row = 0; row < n_rows; row++) {
    guint part = categories[bw_column_code (column, row)].part;
    if (part == N_PARTS)
      continue;
    if (!columns[part]) {
      columns[part] = make_part (column, n_rows, part);
      g_ptr_array_add (added, columns[part]);
    }
    move (amount, columns[part], row);
  }
  return added;
}

/* --- Parts in columns ------------------------------------------------------------------------- */

/* Of the columns of costs; NAN when the row has none. */
static double
sum_columns (const BwTable *table, gsize row)
{
  double sum = NAN;
  for (guint part = 0; part < N_PARTS; part++) {
    const BwColumn *column = bw_table_find (table, parts[part].field);
    double value = column && column->store == BW_STORE_DOUBLE && column->field != BW_FIELD_REVENUE
                       ? ((const double *) column->values)[row]
                       : NAN;
    if (!isnan (value))
      sum = (isnan (sum) ? 0 : sum) + value;
  }
  return sum;
}

/* It calls itself a total, or nowhere is less than its parts. */
static gboolean
is_total_column (const BwTable *table, const BwColumn *amount)
{
  if (look_at (amount->header).is_total)
    return TRUE;
  gsize n = 0;
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    double rest = ((const double *) amount->values)[row] - sum_columns (table, row);
    if (rest < -CENT)
      return FALSE;
    n += !isnan (rest);
  }
  return n > 0;
}

static void
reduce_total_column (const BwTable *table, BwColumn *amount, BwSource *source)
{
  if (!is_total_column (table, amount))
    return;
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    double total = ((const double *) amount->values)[row], of_parts = sum_columns (table, row);
    if (isnan (total - of_parts))
      continue;
    note_total (source, amount, total - of_parts);
    set_amount (amount, row, reduce (total, of_parts));
  }
}

static gboolean
know_parts (const BwColumn *column, guint least)
{
  guint n_known = 0;
  for (guint32 code = 0; code < bw_dictionary_get_size (column->dictionary); code++)
    n_known += look_at (bw_dictionary_get_text (column->dictionary, code)).part < N_PARTS;
  return n_known > 0 && n_known >= least;
}

/* The categories, unless these are all unknown and another column (accounts beside cost centres)
 * mostly names parts. */
static const BwColumn *
find_categories (const BwTable *table)
{
  const BwColumn *categories = bw_table_find (table, BW_FIELD_CATEGORY);
  if (categories && categories->dictionary && know_parts (categories, 1))
    return categories;
  for (guint c = 0; c < bw_table_get_n_columns (table); c++) {
    const BwColumn *column = bw_table_get_column (table, c);
    if (column->dictionary && bw_field_is_dimension (bw_field_get (column->field)) &&
        know_parts (column, ((guint) bw_dictionary_get_size (column->dictionary) + 1) / 2))
      return column;
  }
  return categories;
}

/* --- Thousands and millions ------------------------------------------------------------------- */

/* By code of the category; of what the header says where the category says nothing. */
static double *
find_factors (const BwColumn *categories, double usual)
{
  gsize n = categories ? bw_dictionary_get_size (categories->dictionary) : 0;
  double *factors = g_new (double, n + 1);
  factors[0] = usual;
  for (guint32 code = 0; code < n; code++) {
    double own = bw_money_find_factor (bw_dictionary_get_text (categories->dictionary, code));
    factors[code + 1] = own == 1 ? usual : own;
  }
  return factors;
}

/* Returns the greatest factor. */
static double
scale (const BwTable *table, BwColumn *column, const BwColumn *categories, double above)
{
  double own = bw_money_find_factor (column->header), greatest = 1;
  g_autofree double *factors = find_factors (categories, own == 1 ? above : own);
  for (gsize row = 0; row < bw_table_get_n_rows (table); row++) {
    double factor = factors[categories ? bw_column_code (categories, row) : 0];
    ((double *) column->values)[row] *= factor;
    greatest = MAX (greatest, factor);
  }
  return greatest;
}

static void
scale_all (const BwTable *table, double above, BwSource *source)
{
  static const BwFieldId amounts[] = { BW_FIELD_AMOUNT, BW_FIELD_COST_TRAINING,
                                       BW_FIELD_COST_SALARIES, BW_FIELD_COST_INFRASTRUCTURE,
                                       BW_FIELD_REVENUE };
  const BwColumn *categories = bw_table_find (table, BW_FIELD_CATEGORY);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++) {
    BwColumn *column = (BwColumn *) bw_table_find (table, amounts[i]);
    if (!column || column->store != BW_STORE_DOUBLE)
      continue;
    double factor =
        scale (table, column, categories && categories->dictionary ? categories : NULL, above);
    if (factor == 1e3)
      bw_source_add_note (source, "thousands", column->header, column->n_present, 0,
                          N_ ("Its amounts are told in thousands: multiplied by 1,000."));
    else if (factor > 1)
      bw_source_add_note (source, "millions", column->header, column->n_present, 0,
                          N_ ("Its amounts are told in millions: multiplied by 1,000,000."));
  }
}

BwTable *
bw_costs_spread (BwTable *table, double factor, BwSource *source)
{
  g_return_val_if_fail (table && source, table);
  if (bw_table_get_kind (table) == BW_KIND_FINANCE)
    scale_all (table, factor, source);
  BwColumn *amount = (BwColumn *) bw_table_find (table, BW_FIELD_AMOUNT);
  if (bw_table_get_kind (table) != BW_KIND_FINANCE || !amount || amount->store != BW_STORE_DOUBLE)
    return table;
  for (guint part = 0; part < N_PARTS; part++)
    if (bw_table_find (table, parts[part].field)) {
      reduce_total_column (table, amount, source);
      return table;
    }
  const BwColumn *column = find_categories (table);
  if (!column || !column->dictionary)
    return table;
  g_autofree Category *categories = look_at_words (column);
  drop_results (table, column, categories, amount, source);
  reduce_total_rows (table, column, categories, amount, source);
  g_autoptr (GPtrArray) added = spread_rows (table, column, categories, amount);
  if (added->len == 0)
    return table;
  g_autoptr (BwTable) plain = table;
  return bw_table_with_columns (plain, g_steal_pointer (&added));
}
