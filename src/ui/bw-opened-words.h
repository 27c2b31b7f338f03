/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says once files are open. */
#pragma once

#include "bw-dataset.h"

/* "12,000 tickets from Zendesk account export; 3 cells could not be read"; g_free. */
char *bw_opened_words (BwDataset *dataset);
