/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files and shows how far that is. */
#pragma once

#include "bw-importer.h"
#include <adwaita.h>

#define BW_TYPE_LOADING_PAGE (bw_loading_page_get_type ())
G_DECLARE_FINAL_TYPE (BwLoadingPage, bw_loading_page, BW, LOADING_PAGE, AdwBin)

/* Ends with one of the signals "loaded" (BwDataset), "failed" (GError) or "cancelled". Cancels what
 * it was opening before. */
void bw_loading_page_load (BwLoadingPage *self, BwImporter *importer, const char *const *paths);
void bw_loading_page_cancel (BwLoadingPage *self);
gboolean bw_loading_page_is_loading (BwLoadingPage *self);
