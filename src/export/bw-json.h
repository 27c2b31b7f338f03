/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as this program writes it: numbers that read back as the same double, null for what is not
 * known, texts that are always UTF-8. */
#pragma once

#include "bw-dataset.h"

#include <yyjson.h>

typedef yyjson_mut_doc BwJsonDoc;
typedef yyjson_mut_val BwJson;

/* With room for a long one. */
BwJsonDoc *bw_json_doc_new (void);

/* NULL becomes null. */
BwJson *bw_json_text (BwJsonDoc *doc, const char *text);
/* NAN becomes null; whole numbers are written without a fraction. */
BwJson *bw_json_number (BwJsonDoc *doc, double number);

/* Names of members are not copied: literals, or names from a table. */
void bw_json_add (BwJsonDoc *doc, BwJson *object, const char *name, BwJson *value);
void bw_json_add_text (BwJsonDoc *doc, BwJson *object, const char *name, const char *text);
void bw_json_add_number (BwJsonDoc *doc, BwJson *object, const char *name, double number);
void bw_json_add_count (BwJsonDoc *doc, BwJson *object, const char *name, gint64 count);

/* [{"code": "bad-date", "count": 3, "first_line": 17, "column": "Solved at", "text": "..."}] */
BwJson *bw_json_notes (BwJsonDoc *doc, const GPtrArray *notes);
/* {"spam": 9}: how many rows of the source are set aside, by reason. *used receives how many are
 * not. */
BwJson *bw_json_excluded (BwJsonDoc *doc, BwDataset *dataset, BwSource *source, gint64 *used);

/* The document as text that ends in a line break; frees the document. */
GBytes *bw_json_write (BwJsonDoc *doc, BwJson *root, GError **error);
