/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures a file by itself can answer. */
#pragma once

#include "bw-engine.h"

/* Of BwFigure, available or not, over all times. For a thread. */
GPtrArray *bw_mapping_figures (BwSource *source);
