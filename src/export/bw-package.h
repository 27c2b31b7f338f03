/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a workbook that was written is whole: the library that packs it writes its parts to
 * temporary files first and does not look whether there was room for them. */
#pragma once

#include <gio/gio.h>

/* stream can be sought. least: name of a part -> gint64, bytes that it has at least; the end of
 * parts that are not in it is looked at. G_IO_ERROR_NO_SPACE when a part was cut off. */
gboolean bw_package_check (GInputStream *stream,
                           GHashTable *least,
                           GCancellable *cancellable,
                           GError **error);
