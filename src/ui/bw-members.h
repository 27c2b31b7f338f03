/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members of a dimension, to choose from. */
#pragma once

#include "bw-workspace.h"

/* As the files have them, each once, sorted; may be empty. */
GStrv bw_members_list (BwWorkspace *workspace, BwFieldId field);
