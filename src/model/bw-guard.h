/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the process alive when a mapped file is cut short: reading a page that is gone raises
 * SIGBUS; inside a guarded mapping that page and all after it become zeros instead. */
#pragma once

#include <glib.h>

/* A slot for bw_guard_remove, or -1 when there is none left: then do not read the mapping. */
int bw_guard_add (gconstpointer start, gsize size);
/* Before the mapping is undone. */
void bw_guard_remove (int slot);
/* A page of the mapping was missing when it was read. */
gboolean bw_guard_was_hit (int slot);
