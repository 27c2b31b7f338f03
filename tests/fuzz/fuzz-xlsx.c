/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a workbook; those that are no zip as its parts, with NUL between: sheet, shared
 * texts, styles. */
#include "fuzz-reader.h"

extern const BwReader bw_reader_xlsx;

static const char book[] = "<workbook><sheets><sheet name='One' r:id='rId1' xmlns:r='r'/></sheets>"
                           "</workbook>";

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size >= 2 && memcmp (data, "PK", 2) == 0) {
    g_autoptr (GBytes) bytes = g_bytes_new (data, size);
    fuzz_reader (&bw_reader_xlsx, bytes);
    return 0;
  }
  FuzzPart parts[] = {
    { "xl/worksheets/sheet1.xml", "", 0 },
    { "xl/sharedStrings.xml", "<sst/>", 6 },
    { "xl/styles.xml", "<styleSheet/>", 13 },
    { "xl/workbook.xml", book, strlen (book) },
  };
  const char *at = (const char *) data;
  const char *end = at + size;
  for (guint i = 0; i < 3 && at < end; i++) {
    const char *stop = memchr (at, '\0', (gsize) (end - at));
    stop = stop ? stop : end;
    parts[i].text = at;
    parts[i].n = (gsize) (stop - at);
    at = stop + 1;
  }
  g_autoptr (GBytes) bytes = fuzz_pack (parts, G_N_ELEMENTS (parts));
  fuzz_reader (&bw_reader_xlsx, bytes);
  return 0;
}
