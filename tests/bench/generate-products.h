/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of each product's export, and a ticket as one row of it. */
#pragma once

#include "generate-cells.h"
#include "generate-tickets.h"

typedef struct {
  const char *name;
  const ColumnHeader *headers;
  int n_columns;
  void (*write_row) (Cells *cells, const Ticket *ticket, int64_t until, Random *words);
} Product;

/* NULL when there is no product of that name. */
const Product *product_find (const char *name);
