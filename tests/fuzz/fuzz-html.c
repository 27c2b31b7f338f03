/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as HTML. */
#include "fuzz-reader.h"

extern const BwReader bw_reader_html;

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  fuzz_reader (&bw_reader_html, bytes);
  return 0;
}
