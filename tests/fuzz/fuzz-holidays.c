/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as iCalendar: holidays, or one sentence. */
#include "bw-error.h"
#include "bw-holidays.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BwSettings) settings = bw_settings_new ();
  g_autoptr (GError) error = NULL;
  int n = bw_settings_parse_holidays (settings, bytes, 2020, 2030, &error);

  g_assert_true ((n < 0) == (error != NULL));
  g_assert_true (error == NULL || error->domain == BW_ERROR);
  g_assert_cmpuint (bw_settings_get_holidays (settings)->len, ==, MAX (n, 0));
  return 0;
}
