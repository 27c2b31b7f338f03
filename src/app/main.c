/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front door of the window. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "bw-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (BwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = bw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
