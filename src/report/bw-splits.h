/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what figures are split. */
#pragma once

#include "bw-dataset.h"

/* Every dimension of the data with few members, and BW_FIELD_NONE. Free it with g_free. */
BwFieldId *bw_splits_choose (BwDataset *dataset);
