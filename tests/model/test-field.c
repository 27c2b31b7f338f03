/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of fields is whole, and its names are found as people type them. */
#include "bw-field.h"

static void
test_table (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (BwFieldId id = BW_FIELD_NONE + 1; id < BW_FIELD_LAST; id++) {
    const BwField *field = bw_field_get (id);
    g_assert_nonnull (field);
    g_assert_cmpint (field->id, ==, id);
    g_assert_nonnull (field->name);
    g_assert_true (g_hash_table_add (names, (char *) field->name));
    g_assert_true (bw_field_find (field->name) == field);
    g_assert_cmpstr (bw_field_get_title (id), !=, "");
    g_assert_cmpstr (bw_field_get_none_label (id), !=, "");
    g_assert_cmpuint (field->kinds, !=, 0);
    g_assert_cmpuint (field->kinds >> BW_KIND_LAST, ==, 0);
    g_assert_cmpint (bw_field_is_dimension (field), ==, field->none != NULL);
    for (const char *c = field->name; *c; c++)
      g_assert_true (g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '-');
  }
  g_assert_null (bw_field_get (BW_FIELD_NONE));
  g_assert_null (bw_field_get (BW_FIELD_LAST));
}

static void
test_find (void)
{
  static const struct {
    const char *name;
    BwFieldId id;
  } cases[] = {
    { "channel", BW_FIELD_CHANNEL },
    { "Channels", BW_FIELD_CHANNEL },
    { "tags", BW_FIELD_TAG },
    { "agents", BW_FIELD_AGENT },
    { "categories", BW_FIELD_CATEGORY },
    { "statuses", BW_FIELD_STATUS },
    { "status", BW_FIELD_STATUS },
    { "organization", BW_FIELD_ORGANISATION },
    { "first_reply", BW_FIELD_FIRST_REPLY },
    { "first-reply", BW_FIELD_FIRST_REPLY },
    { "RESOLUTION_TIME_BUSINESS", BW_FIELD_RESOLUTION_TIME_BUSINESS },
    { "reopens", BW_FIELD_REOPENS },
    { "nps", BW_FIELD_NPS },
    { "np", BW_FIELD_NONE },
    { "", BW_FIELD_NONE },
    { "s", BW_FIELD_NONE },
    { "weather", BW_FIELD_NONE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const BwField *field = bw_field_find (cases[i].name);
    g_assert_cmpint (field ? field->id : BW_FIELD_NONE, ==, cases[i].id);
  }
}

static void
test_values (void)
{
  static const struct {
    BwFieldId id;
    BwValue value;
    gboolean personal;
  } cases[] = {
    { BW_FIELD_ID, BW_VALUE_TEXT, FALSE },       { BW_FIELD_EMAIL, BW_VALUE_TEXT, TRUE },
    { BW_FIELD_REQUESTER, BW_VALUE_TEXT, TRUE }, { BW_FIELD_AGENT, BW_VALUE_DIMENSION, TRUE },
    { BW_FIELD_CREATED, BW_VALUE_TIME, FALSE },  { BW_FIELD_TAG, BW_VALUE_TAGS, FALSE },
    { BW_FIELD_STATUS, BW_VALUE_STATUS, FALSE }, { BW_FIELD_ESCALATED, BW_VALUE_FLAG, FALSE },
    { BW_FIELD_REOPENS, BW_VALUE_COUNT, FALSE }, { BW_FIELD_WAIT_TIME, BW_VALUE_DURATION, FALSE },
    { BW_FIELD_CSAT, BW_VALUE_RATING, FALSE },   { BW_FIELD_NPS, BW_VALUE_RATING, FALSE },
    { BW_FIELD_CES, BW_VALUE_RATING, FALSE },    { BW_FIELD_REPLY_SLA, BW_VALUE_VERDICT, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const BwField *field = bw_field_get (cases[i].id);
    g_assert_cmpint (field->value, ==, cases[i].value);
    g_assert_cmpint (field->personal, ==, cases[i].personal);
  }
}

static void
test_kinds (void)
{
  BwKind kind;
  for (guint k = 0; k < BW_KIND_LAST; k++) {
    g_assert_true (bw_kind_parse (bw_kind_to_string ((BwKind) k), &kind));
    g_assert_cmpint (kind, ==, k);
    g_assert_nonnull (bw_kind_get_title ((BwKind) k));
  }
  g_assert_false (bw_kind_parse ("Tickets", &kind));
  g_assert_false (bw_kind_parse ("", &kind));
  for (guint s = 0; s < BW_STATUS_LAST; s++)
    g_assert_nonnull (bw_status_to_string ((BwStatus) s));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/table", test_table);
  g_test_add_func ("/field/find", test_find);
  g_test_add_func ("/field/values", test_values);
  g_test_add_func ("/field/kinds", test_kinds);
  return g_test_run ();
}
