/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one file that are not counted. */
#pragma once

#include "bw-dataset.h"
#include <adwaita.h>

#define BW_TYPE_SET_ASIDE_DIALOG (bw_set_aside_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BwSetAsideDialog, bw_set_aside_dialog, BW, SET_ASIDE_DIALOG, AdwDialog)

BwSetAsideDialog *bw_set_aside_dialog_new (BwDataset *dataset, BwSource *source);
/* Saves what is listed, without stopping the window, and says so in the dialog. */
void bw_set_aside_dialog_save (BwSetAsideDialog *self, const char *path);
