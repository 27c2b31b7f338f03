/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the report that the tests share to the files named: for looking at, and for checks by
 * other programs. */
#include "config.h"

#include <locale.h>

#include "fixture.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_autoptr (BwReport) report = fixture_report ();
  for (int i = 1; i < argc; i++) {
    g_autoptr (GError) error = NULL;
    const BwExporter *exporter = bw_exporter_for_path (argv[i], &error);
    if (!exporter || !bw_export_to_file (exporter, report, NULL, argv[i], NULL, &error)) {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  }
  return 0;
}
