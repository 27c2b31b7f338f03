/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front door of the window. */
#include "config.h"

#include <gtk/gtk.h>

#include "bw-application.h"
#include "bw-language.h"

int
main (int argc, char *argv[])
{
  g_autoptr (BwApplication) application = NULL;

  bw_language_set_up ();
  gtk_disable_setlocale ();

  application = bw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
