/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program without its main(): windows, waiting with an end, and looking around in them. */
#pragma once

#include "bw-window.h"

/* Before anything else in main(). */
void ui_init (int *argc, char ***argv);
BwApplication *ui_application (void);

/* Runs the main loop until the condition holds; fails the test after 20 seconds. */
typedef gboolean (*UiCondition) (gpointer user_data);
void ui_wait_for (UiCondition condition, gpointer user_data);
/* Runs the main loop until nothing is waiting in it. */
void ui_settle (void);

/* On the screen. */
BwWindow *ui_open_window (void);
/* With the sample open and its figures shown. */
BwWindow *ui_open_sample (void);
/* Waits until there are figures and nothing is being computed. */
void ui_wait_for_figures (BwWindow *window);
/* Closes the window and expects that nothing else holds it. */
void ui_close_window (BwWindow *window);

/* The first one of that type below root that is mapped, or NULL. */
gpointer ui_find (gpointer root, GType type);
/* All of them, in reading order. */
GPtrArray *ui_find_all (gpointer root, GType type);
/* Is there a label with this text below root, mapped? */
gboolean ui_has_text (gpointer root, const char *text);
void ui_activate (BwWindow *window, const char *action, const char *argument);

/* A file in the test's own folder; g_free. NULL content: only its path. */
char *ui_make_file (const char *name, const char *content);
