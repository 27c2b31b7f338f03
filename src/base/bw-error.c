/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain. */
#include "config.h"

#include "bw-error.h"

G_DEFINE_QUARK (bw - error - quark, bw_error)

void
bw_error_name_file (GError **error, const char *name)
{
  g_return_if_fail (name);
  if (!error || !*error)
    return;
  g_autofree char *prefix = g_strconcat (name, ": ", NULL);
  if (!g_str_has_prefix ((*error)->message, prefix))
    g_prefix_error_literal (error, prefix);
}
