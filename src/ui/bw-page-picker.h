/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a dialog in a window that has no room for the names of its tabs. */
#pragma once

#include <adwaita.h>

/* From then on a list is in the place of tabs whose names would be cut. To be called with all pages
 * of the dialog. */
void bw_page_picker_add (AdwPreferencesDialog *dialog);
