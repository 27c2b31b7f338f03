/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as call records without a header. */
#include "fuzz-reader.h"

extern const BwReader bw_reader_cdr;

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  fuzz_reader (&bw_reader_cdr, bytes);
  return 0;
}
