/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams of a compound file: the container of old office documents, and of protected new ones.
 * Structure: [MS-CFB]. */
#pragma once

#include "bw-text.h"

gboolean bw_compound_is (BwText *raw);
/* The bytes of a stream by its name, in any folder; NULL when there is none or it is damaged. */
GBytes *bw_compound_read (BwText *raw, const char *name);
