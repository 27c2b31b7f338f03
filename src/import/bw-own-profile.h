/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was set up by hand for one file, kept as a profile of the user's own that knows the next
 * file with the same columns: a key file in bellwether/profiles of the user data folder. */
#pragma once

#include "bw-overrides.h"
#include <gio/gio.h>

/* Keeps the fields of the plan and all that was said by hand. sniffed: the fingerprint of the file
 * when neither delimiter nor encoding is said; may be NULL when they are not. Returns the id. */
char *bw_own_profile_save (const BwPlan *plan,
                           const BwOverrides *overrides,
                           const char *title,
                           const char *sniffed,
                           GError **error);
/* G_IO_ERROR when there is none of that id in the user's folder. */
gboolean bw_own_profile_forget (const char *id, GError **error);
