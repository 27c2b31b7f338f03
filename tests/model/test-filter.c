/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters as values, as text, and against rows. */
#include "bw-error.h"
#include "bw-filter.h"
#include "bw-parallel.h"
#include "sketch.h"

static const char tickets[] = "id,channel,status,priority,tag,escalated,aside\n"
                              "0,email,open,2,refund vip,yes,\n"
                              "1,Email,Gelöst,4,vip,no,\n"
                              "2,chat,,,\"late delivery, vip\",,\n"
                              "3,,open,1,,no,spam\n"
                              "4,\"mail, post\",solved,3,refund,yes,\n"
                              "5,,closed,2,\", ,\",,\n";

/* --- Values ----------------------------------------------------------------------------------- */

static void
test_with (void)
{
  static const char *const given[] = { "email", "chat", "email", "", NULL };
  static const char *const sorted[] = { "", "chat", "email", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (BwFilter) empty = bw_filter_new ();
  g_assert_true (bw_filter_is_empty (empty));
  g_assert_cmpint (bw_filter_get_fields (empty)[0], ==, BW_FIELD_NONE);

  g_autoptr (BwFilter) filter = bw_filter_with (empty, BW_FIELD_CHANNEL, given);
  g_assert_true (bw_filter_is_empty (empty));
  g_assert_false (bw_filter_is_empty (filter));
  g_assert_cmpstrv (bw_filter_get_values (filter, BW_FIELD_CHANNEL), sorted);
  g_assert_null (bw_filter_get_values (filter, BW_FIELD_TEAM));

  g_autoptr (BwFilter) two = bw_filter_with (filter, BW_FIELD_STATUS, given);
  const BwFieldId *fields = bw_filter_get_fields (two);
  g_assert_cmpint (fields[0], ==, BW_FIELD_STATUS);
  g_assert_cmpint (fields[1], ==, BW_FIELD_CHANNEL);
  g_assert_cmpint (fields[2], ==, BW_FIELD_NONE);

  g_autoptr (BwFilter) without = bw_filter_with (two, BW_FIELD_STATUS, none);
  g_autoptr (BwFilter) also_without = bw_filter_with (two, BW_FIELD_STATUS, NULL);
  g_assert_true (bw_filter_equal (without, filter));
  g_assert_true (bw_filter_equal (also_without, filter));
}

static void
test_equal (void)
{
  static const char *const texts[] = { "",       "channel=a", "channel=b", "channel=a,b",
                                       "team=a", "channel=" };
  BwFilter *filters[G_N_ELEMENTS (texts)];
  g_autoptr (BwFilter) empty = bw_filter_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    filters[i] = *texts[i] ? bw_filter_parse (empty, texts[i], NULL) : bw_filter_ref (empty);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
      g_assert_cmpint (bw_filter_equal (filters[i], filters[j]), ==, i == j);
  g_autoptr (BwFilter) turned = bw_filter_parse (empty, "channel=b,a,b", NULL);
  g_assert_true (bw_filter_equal (turned, filters[3]));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    bw_filter_unref (filters[i]);
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    BwFieldId field;
    const char *values; /* joined by |; NULL = refused */
  } cases[] = {
    { "channel=email", BW_FIELD_CHANNEL, "email" },
    { "Channels = email , chat ", BW_FIELD_CHANNEL, "chat|email" },
    { "channel=", BW_FIELD_CHANNEL, "" },
    { "channel=,chat", BW_FIELD_CHANNEL, "|chat" },
    { "tags=a=b", BW_FIELD_TAG, "a=b" },
    { "channel=mail\\, post,chat", BW_FIELD_CHANNEL, "chat|mail, post" },
    { "team=C:\\\\x\\y", BW_FIELD_TEAM, "C:\\x\\y" },
    { "csat=1,2", BW_FIELD_CSAT, "1|2" },
    { "channel", BW_FIELD_NONE, NULL },
    { "=email", BW_FIELD_NONE, NULL },
    { "", BW_FIELD_NONE, NULL },
    { "weather=rain", BW_FIELD_NONE, NULL },
    { "created=2025", BW_FIELD_NONE, NULL },
    { "subject=help", BW_FIELD_NONE, NULL },
  };
  g_autoptr (BwFilter) empty = bw_filter_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BwFilter) filter = bw_filter_parse (empty, cases[i].text, &error);
    if (!cases[i].values) {
      g_assert_error (error, BW_ERROR, BW_ERROR_FIELD);
      g_assert_null (filter);
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpint (bw_filter_get_fields (filter)[0], ==, cases[i].field);
    g_assert_cmpint (bw_filter_get_fields (filter)[1], ==, BW_FIELD_NONE);
    g_autofree char *values =
        g_strjoinv ("|", (GStrv) bw_filter_get_values (filter, cases[i].field));
    g_assert_cmpstr (values, ==, cases[i].values);
  }
}

/* --- Rows ------------------------------------------------------------------------------------- */

static BwFilter *
parse_all (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  BwFilter *filter = bw_filter_new ();
  for (char **part = parts; *part; part++) {
    g_autoptr (GError) error = NULL;
    BwFilter *next = bw_filter_parse (filter, *part, &error);
    g_assert_no_error (error);
    bw_filter_unref (filter);
    filter = next;
  }
  return filter;
}

static void
test_select (void)
{
  static const struct {
    const char *filter;
    const char *rows;
  } cases[] = {
    { "", "0 1 2 4 5" },
    { "channel=email", "0" },
    { "channel=EMAIL", "0 1" }, /* no such text: any capitals */
    { "channel=email,chat", "0 2" },
    { "channel=", "5" },
    { "channel=,chat", "2 5" },
    { "channel=mail\\, post", "4" },
    { "channel=fax", "" },
    { "status=open", "0" },
    { "status=open,", "0 2" },
    { "status=CLOSED", "5" },
    { "priority=urgent", "1" },
    { "priority=high,low", "4" },
    { "priority=2", "0 5" },
    { "escalated=yes", "0 4" },
    { "escalated=no", "1" },
    { "tag=vip", "0 1 2" },
    { "tag=refund", "0 4" },
    { "tag=late delivery", "2" },
    { "tag=delivery", "" },
    { "tag=VIP", "0 1 2" },
    { "tag=vi", "" },
    { "tag=", "5" },
    { "tag=vip;channel=chat", "2" },
    { "tag=vip;channel=chat,email;status=open", "0" },
    { "channel=email;channel=chat", "0 2" },
    { "team=first line", "" },
    { "team=", "" },
  };
  g_autoptr (BwTable) table = sketch_table (BW_KIND_TICKETS, tickets);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwFilter) filter = parse_all (cases[i].filter);
    g_autoptr (BwBits) bits = bw_filter_select (filter, table);
    g_autofree char *rows = sketch_bits (bits);
    g_test_message ("%s", cases[i].filter);
    g_assert_cmpstr (rows, ==, cases[i].rows);
  }
}

/* Our words stand for what the texts of the file mean. */
static void
test_meaning (void)
{
  static const char *const texts[] = { "Gelöst", "Offen", "Offen (intern)" };
  static const double meanings[] = { BW_STATUS_SOLVED, BW_STATUS_OPEN, BW_STATUS_OPEN };
  BwColumn *column = bw_column_new (BW_FIELD_STATUS, "Status", 0, BW_STORE_CODE8, 4);
  column->dictionary = bw_dictionary_new (texts, 3, meanings, NULL);
  for (guint8 row = 0; row < 4; row++)
    ((guint8 *) column->values)[row] = row;
  GPtrArray *columns = g_ptr_array_new ();
  g_ptr_array_add (columns, column);
  g_autoptr (BwTable) table = bw_table_new (BW_KIND_TICKETS, 4, columns, NULL, NULL);

  static const char *const cases[][2] = {
    { "status=open", "2 3" },
    { "status=offen", "2" },
    { "status=solved,", "0 1" },
    { "status=none", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BwFilter) filter = parse_all (cases[i][0]);
    g_autoptr (BwBits) bits = bw_filter_select (filter, table);
    g_autofree char *rows = sketch_bits (bits);
    g_assert_cmpstr (rows, ==, cases[i][1]);
  }
}

/* Codes of every width, many blocks, against asking each row. */
static void
test_wide (gconstpointer user_data)
{
  const gsize n_texts = GPOINTER_TO_SIZE (user_data);
  const gsize n = 200003;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n_texts; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%06zu", i));
  BwColumn *column = bw_column_new (BW_FIELD_AGENT, "", 0, bw_store_for_codes (n_texts), n);
  column->dictionary = bw_dictionary_new ((const char *const *) texts->pdata, n_texts, NULL, NULL);
  guint8 *aside = g_malloc0 (n);
  for (gsize row = 0; row < n; row++) {
    gsize code = (row * 7919) % (n_texts + 1);
    if (column->store == BW_STORE_CODE8)
      ((guint8 *) column->values)[row] = (guint8) code;
    else if (column->store == BW_STORE_CODE16)
      ((guint16 *) column->values)[row] = (guint16) code;
    else
      ((guint32 *) column->values)[row] = (guint32) code;
    aside[row] = row % 11 == 0 ? BW_ASIDE_SPAM : BW_ASIDE_NONE;
  }
  GPtrArray *columns = g_ptr_array_new ();
  g_ptr_array_add (columns, column);
  g_autoptr (BwTable) table = bw_table_new (BW_KIND_TICKETS, n, columns, NULL, aside);

  g_autoptr (BwFilter) filter = parse_all ("agent=000001,000003,000100");
  g_autoptr (BwBits) bits = bw_filter_select (filter, table);
  for (gsize row = 0; row < n; row++) {
    guint32 code = bw_column_code (column, row);
    gboolean wanted = code == 2 || code == 4 || (code == 101 && n_texts > 100);
    g_assert_cmpint (bw_bits_has (bits, row), ==, wanted && row % 11 != 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/with", test_with);
  g_test_add_func ("/filter/equal", test_equal);
  g_test_add_func ("/filter/parse", test_parse);
  g_test_add_func ("/filter/select", test_select);
  g_test_add_func ("/filter/meaning", test_meaning);
  g_test_add_data_func ("/filter/wide/8", GSIZE_TO_POINTER (200), test_wide);
  g_test_add_data_func ("/filter/wide/16", GSIZE_TO_POINTER (2000), test_wide);
  g_test_add_data_func ("/filter/wide/32", GSIZE_TO_POINTER (100000), test_wide);
  return g_test_run ();
}
