/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bw-figure.h"

/* Empty, to be filled before anybody else sees it. */
BwFigure *bw_figure_new (const BwMetric *metric);
