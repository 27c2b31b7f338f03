/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same person has the same pseudonym wherever they are named. */
#include "bw-pseudonyms.h"
#include "sketch.h"

static BwPseudonyms *
name_people (void)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (sources, sketch_source ("a", BW_KIND_TICKETS,
                                           "id,created,agent,requester,email\n"
                                           "1,100,Zoe,Kim,kim@x.org\n"
                                           "2,200,Ada,,lee@x.org\n"
                                           "3,300,,Kim,\n"
                                           "4,400,Ada,,\n"));
  g_ptr_array_add (sources, sketch_source ("b", BW_KIND_CALLS,
                                           "id,created,agent,requester,email\n"
                                           "9,100,Max,,kim@x.org\n"
                                           "8,100,Zoe,Lee,lee@x.org\n"
                                           "7,100,Zoe,Pat,\n"));
  g_autoptr (BwDataset) dataset = bw_dataset_new (sources);
  return bw_pseudonyms_new (dataset);
}

static void
test_agents (void)
{
  g_autoptr (BwPseudonyms) people = name_people ();
  g_assert_cmpstr (bw_pseudonyms_get_agent (people, "Ada"), ==, "Agent 1");
  g_assert_cmpstr (bw_pseudonyms_get_agent (people, "Max"), ==, "Agent 2");
  g_assert_cmpstr (bw_pseudonyms_get_agent (people, "Zoe"), ==, "Agent 3");
  g_assert_null (bw_pseudonyms_get_agent (people, "Kim"));
}

static void
test_customers (void)
{
  static const struct {
    const char *name;
    const char *pseudonym;
  } cases[] = {
    { "Kim", "Customer 1" },
    { "kim@x.org", "Customer 1" },
    { "lee@x.org", "Customer 2" },
    { "Lee", "Customer 2" },
    { "Pat", "Customer 3" },
    { "Nobody", NULL },
    { "", NULL },
  };
  g_autoptr (BwPseudonyms) people = name_people ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pseudonym = bw_pseudonyms_dup_customer (people, cases[i].name);
    g_assert_cmpstr (pseudonym, ==, cases[i].pseudonym);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pseudonyms/agents", test_agents);
  g_test_add_func ("/pseudonyms/customers", test_customers);
  return g_test_run ();
}
