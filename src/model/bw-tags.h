/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a cell of tags: split at commas when the cell has one, else at spaces; blanks
 * around a tag and empty tags do not count. */
#pragma once

#include <glib.h>

typedef struct {
  const char *at;
  char separator;
} BwTagIter;

void bw_tag_iter_init (BwTagIter *iter, const char *cell);
/* The next tag, not terminated, in place; FALSE when there is none left. A tag that the cell
 * repeats comes again. */
gboolean bw_tag_iter_next (BwTagIter *iter, const char **tag, gsize *length);

/* The distinct tags in the order of the cell. */
GStrv bw_tags_split (const char *cell);
