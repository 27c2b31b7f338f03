/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference cases: JSON files under tests/data/cases. */
#pragma once

#include <glib.h>
#include <math.h>
#include <yyjson.h>

/* Of a file that must be there; freed when the test ends. */
static inline yyjson_val *
cases_load (const char *folder, const char *file)
{
  yyjson_read_err error;
  const char *path = g_test_get_filename (G_TEST_DIST, "data", "cases", folder, file, NULL);
  yyjson_doc *document = yyjson_read_file (path, 0, NULL, &error);
  if (!document)
    g_error ("%s: %s", path, error.msg);
  g_test_queue_destroy ((GDestroyNotify) yyjson_doc_free, document);
  return yyjson_doc_get_root (document);
}

/* A number of an object; NAN for null and for none. */
static inline double
cases_get_number (yyjson_val *object, const char *key)
{
  yyjson_val *value = yyjson_obj_get (object, key);
  return yyjson_is_num (value) ? yyjson_get_num (value) : NAN;
}

static inline const char *
cases_get_text (yyjson_val *object, const char *key)
{
  return yyjson_get_str (yyjson_obj_get (object, key));
}

/* The numbers of an array. */
static inline double *
cases_get_numbers (yyjson_val *array, gsize *n)
{
  *n = yyjson_arr_size (array);
  double *numbers = g_new (double, *n + 1);
  for (gsize i = 0; i < *n; i++)
    numbers[i] = yyjson_get_num (yyjson_arr_get (array, i));
  return numbers;
}
