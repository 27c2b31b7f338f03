/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names what is saved under the name of a table but is none: a web page, a picture, a program. */
#pragma once

#include <gio/gio.h>

/* NULL when the first bytes of a file can be delimited text in some encoding; else one sentence on
 * what they seem to be and what to do, N_(). */
const char *bw_disguise_describe (const guint8 *head, gsize n);
