/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single rows in a report: a few fields of each, without anybody's name. */
#pragma once

#include "bw-block.h"
#include "bw-table.h"

/* Columns for those of the fields (ends with BW_FIELD_NONE) that the table has, and two more. */
BwTextTable *bw_ticket_table_new (const char *title,
                                  const BwTable *table,
                                  const BwFieldId *fields,
                                  const char *first_head,
                                  const char *second_head);
void bw_ticket_table_add (BwTextTable *list,
                          const BwTable *table,
                          gsize row,
                          const BwFieldId *fields,
                          const char *first,
                          const char *second);
