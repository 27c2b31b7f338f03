/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where to save the report of a window, and whether to before it goes. */
#pragma once

#include "bw-document.h"
#include <gtk/gtk.h>

/* The report was saved, or is not wanted: go on. Not called when the user would rather stay, or
 * when saving failed, which a dialog says. */
typedef void (*BwSavingDone) (GtkWindow *window, gpointer user_data);

/* ask: where, even when it has a file. settings: remember the folder. done: may be NULL. */
void bw_saving_save (GtkWindow *window,
                     BwDocument *document,
                     GSettings *settings,
                     gboolean ask,
                     BwSavingDone done,
                     gpointer user_data,
                     GDestroyNotify destroy);
/* The same to that path. */
void bw_saving_save_to (GtkWindow *window,
                        BwDocument *document,
                        const char *path,
                        BwSavingDone done,
                        gpointer user_data,
                        GDestroyNotify destroy);
/* Goes on at once when nothing would be lost. document: NULL = there is none. */
void bw_saving_leave (GtkWindow *window,
                      BwDocument *document,
                      GSettings *settings,
                      BwSavingDone done,
                      gpointer user_data,
                      GDestroyNotify destroy);
