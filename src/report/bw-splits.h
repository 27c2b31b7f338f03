/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what figures are split. Lists end with BW_FIELD_NONE; free them with g_free. */
#pragma once

#include "bw-dataset.h"

/* Every dimension of the data with few members. */
BwFieldId *bw_splits_choose (BwDataset *dataset);
/* NULL of NULL. */
BwFieldId *bw_splits_copy (const BwFieldId *splits);
