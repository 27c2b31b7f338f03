/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files say of months, and what of it counts once numbers are typed. */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "bw-civil.h"
#include "bw-engine.h"
#include "bw-importer.h"
#include "bw-months.h"

#define COSTS                                                                                      \
  "Month,Training,Salaries,Infrastructure,Revenue\n"                                               \
  "2025-01,100,1000,10,9000\n"                                                                     \
  "2025-02,200,2000,20,9500\n"
#define WHOLES "Month,Cost\n2025-01,1110\n2025-02,2220\n"
#define COUNTS                                                                                     \
  "Month,Customers at start,New customers,Lost customers,Customers at end\n"                       \
  "2025-01,100,10,5,105\n"                                                                         \
  "2025-02,105,0,15,90\n"
#define LIST                                                                                       \
  "Customer ID,Customer since,Churn date\n"                                                        \
  "A,2025-01-10,\nB,2025-01-12,2025-03-02\nC,2025-02-01,2025-02-20\n"

static BwDataset *
load (const char *content)
{
  g_autoptr (BwImporter) importer = bw_importer_new ();
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  BwDataset *dataset;
  int file = g_file_open_tmp ("bw-months-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  bw_importer_set_zone (importer, zone);
  dataset =
      bw_importer_load (importer, (const char *const[]) { path, NULL }, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return dataset;
}

static double
get (BwDataset *dataset, int month, BwFieldId field)
{
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwMonths) months = bw_months_new (dataset, zone);

  return bw_months_get (months, bw_civil_to_days (2025, month, 1), field);
}

static void
test_files (void)
{
  static const struct {
    const char *content;
    int month;
    BwFieldId field;
    double expected;
  } cases[] = {
    { COSTS, 1, BW_FIELD_COST_TRAINING, 100 },  { COSTS, 2, BW_FIELD_COST_SALARIES, 2000 },
    { COSTS, 2, BW_FIELD_REVENUE, 9500 },       { COSTS, 3, BW_FIELD_REVENUE, NAN },
    { COSTS, 1, BW_FIELD_AMOUNT, NAN },         { COUNTS, 1, BW_FIELD_CUSTOMERS_START, 100 },
    { COUNTS, 2, BW_FIELD_CUSTOMERS_LOST, 15 }, { LIST, 1, BW_FIELD_CUSTOMERS_START, 0 },
    { LIST, 1, BW_FIELD_CUSTOMERS_NEW, 2 },     { LIST, 2, BW_FIELD_CUSTOMERS_START, 2 },
    { LIST, 2, BW_FIELD_CUSTOMERS_LOST, 1 },    { LIST, 3, BW_FIELD_CUSTOMERS_START, 2 },
    { LIST, 3, BW_FIELD_CUSTOMERS_END, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwDataset) dataset = load (cases[i].content);
    double value = get (dataset, cases[i].month, cases[i].field);
    if (isnan (cases[i].expected))
      g_assert_true (isnan (value));
    else
      g_assert_cmpfloat (value, ==, cases[i].expected);
  }
}

/* The grid and the engine count the same. */
static void
check_counted (const char *content, BwFieldId field, double typed, double costs)
{
  static const BwFieldId parts[] = { BW_FIELD_AMOUNT, BW_FIELD_COST_TRAINING,
                                     BW_FIELD_COST_SALARIES, BW_FIELD_COST_INFRASTRUCTURE };
  g_autoptr (BwDataset) dataset = load (content);
  g_autoptr (BwZone) zone = bw_zone_new_utc ();
  g_autoptr (BwMonths) months = bw_months_new (dataset, zone);
  g_autoptr (BwSettings) settings = bw_settings_new ();
  gint64 january = bw_civil_to_days (2025, 1, 1);
  double sum = 0, of_engine = 0;
  g_autoptr (BwEngine) engine = NULL;
  BwTable *table;

  bw_settings_set_input (settings, january, field, typed);
  engine = bw_engine_new (dataset, settings, zone);
  table = bw_engine_get_table (engine, BW_KIND_FINANCE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const BwColumn *column = bw_table_find (table, parts[i]);
    const BwColumn *date = bw_table_find (table, BW_FIELD_DATE);
    double value = bw_months_get_counted (months, settings, january, parts[i]);
    sum += isnan (value) ? 0 : value;
    for (gsize row = 0; column != NULL && row < bw_table_get_n_rows (table); row++) {
      double cell = ((const double *) column->values)[row];
      if (!isnan (cell) && bw_column_time (date, row) < (january + 31) * 86400)
        of_engine += cell;
    }
  }
  g_assert_cmpfloat (sum, ==, costs);
  g_assert_cmpfloat (of_engine, ==, costs);
}

static void
test_typed (void)
{
  static const struct {
    const char *content;
    BwFieldId field;
    double typed;
    double costs; /* of January */
  } cases[] = {
    /* One part is replaced, the others stay. */
    { COSTS, BW_FIELD_COST_SALARIES, 1500, 1610 },
    /* Other costs are added to the parts. */
    { COSTS, BW_FIELD_AMOUNT, 50, 1160 },
    /* Parts count instead of a whole of which no part is known. */
    { WHOLES, BW_FIELD_COST_SALARIES, 800, 800 },
    { WHOLES, BW_FIELD_AMOUNT, 900, 900 },
    /* No cost is typed. */
    { COSTS, BW_FIELD_REVENUE, 1, 1110 },
    { WHOLES, BW_FIELD_REVENUE, 1, 1110 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_counted (cases[i].content, cases[i].field, cases[i].typed, cases[i].costs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/months/files", test_files);
  g_test_add_func ("/months/typed", test_typed);
  return g_test_run ();
}
