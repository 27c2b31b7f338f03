/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for words in what the window shows: key figures, values to filter by, tickets, pages and
 * actions. */
#pragma once

#include "bw-finding.h"
#include "bw-workspace.h"

/* No more of each kind. */
#define BW_SEARCH_MOST 8

/* What is found at once: a GPtrArray of BwFinding. Every word has to begin a word of the name, or
 * stand in it when it is longer than two letters. workspace NULL: actions only. With no words the
 * pages. */
GPtrArray *bw_search_names (BwWorkspace *workspace, const char *words);

/* Values to filter by and tickets, whose id is the words or whose subject holds them, in a thread.
 * Tickets lead to "win.show-ticket" with their id, or subject where they have none. */
void bw_search_rows_async (BwWorkspace *workspace,
                           const char *words,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* NULL and G_IO_ERROR_CANCELLED. */
GPtrArray *bw_search_rows_finish (GAsyncResult *result, GError **error);
