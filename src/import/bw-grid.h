/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table written out as delimited text, cell by cell: what readers of workbooks and JSON make.
 * Rows are padded to the width of the first ones; a row without text is a blank line, so that the
 * line is the row's number. */
#pragma once

#include "bw-shape.h"

#define BW_GRID_MAX_ROWS ((guint) 1 << 20) /* of a sheet */
#define BW_GRID_MAX_COLUMNS 16384

typedef struct _BwGrid BwGrid;

/* room: see BwReadOptions; what is written counts against it. */
BwGrid *bw_grid_new (gint64 *room);
/* Of rows that are at least that wide. */
BwGrid *bw_grid_new_of_width (gint64 *room, guint width);
void bw_grid_free (BwGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwGrid, bw_grid_free)

/* column: from 0, ascending within a row; others are dropped. An empty cell is as good as none. */
void bw_grid_add (BwGrid *self, guint column, const char *text, gsize n);
/* The same for a text that bw_grid_quote made. */
void bw_grid_add_quoted (BwGrid *self, guint column, const char *text, gsize n);
void bw_grid_end_row (BwGrid *self);

/* Lines so far. */
guint bw_grid_get_n_rows (const BwGrid *self);
/* FALSE and BW_ERROR_LIMIT when there is more text than there is room for. */
gboolean bw_grid_check (const BwGrid *self, GError **error);
/* The same, and when n more lines are more than a sheet can have. */
gboolean bw_grid_check_rows (const BwGrid *self, guint64 n, GError **error);

/* Ends the table. NULL and BW_ERROR_EMPTY without a cell, BW_ERROR_LIMIT or G_IO_ERROR_CANCELLED.
 */
BwShape *bw_grid_finish (
    BwGrid *self, BwText *raw, const char *member, GCancellable *cancellable, GError **error);

/* Writes a cell as it stands in delimited text: in quotes where it needs them; NUL is left out.
 * Needs room for 2 n + 2 bytes, and returns the end. */
char *bw_grid_put (char *out, const char *text, gsize n);
/* The same at the end of a string. */
void bw_grid_quote (GString *out, const char *text, gsize n);
