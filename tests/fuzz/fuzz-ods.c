/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an OpenDocument spreadsheet; those that are no zip as its content. */
#include "fuzz-reader.h"

extern const BwReader bw_reader_ods;

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzPart parts[] = {
    { "content.xml", (const char *) data, size },
    { "META-INF/manifest.xml", "<manifest/>", 11 },
  };
  gboolean is_zip = size >= 2 && memcmp (data, "PK", 2) == 0;
  g_autoptr (GBytes) bytes =
                is_zip ? g_bytes_new (data, size) : fuzz_pack (parts, G_N_ELEMENTS (parts));
  fuzz_reader (&bw_reader_ods, bytes);
  return 0;
}
