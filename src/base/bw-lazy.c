/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a library for good and looks up what is wanted of it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

#include "bw-error.h"
#include "bw-lazy.h"

static GMutex lock; /* guards all tables */

static gboolean
fail (const char *library, GError **error)
{
  g_set_error (error, BW_ERROR, BW_ERROR_UNSUPPORTED,
               _ ("The library “%s”, which this needs, is missing: install it."), library);
  return FALSE;
}

/* The last function is found last: a table that has it is full. */
gboolean
bw_lazy_load (const char *library, const char *const *names, gpointer *functions, GError **error)
{
  g_return_val_if_fail (library && names && names[0] && functions, FALSE);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  guint n = g_strv_length ((GStrv) names);
  if (functions[n - 1])
    return TRUE;
  GModule *module = g_module_open (library, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (!module)
    return fail (library, error);
  g_module_make_resident (module);
  for (guint i = 0; i < n; i++)
    if (!g_module_symbol (module, names[i], &functions[i]))
      return fail (library, error);
  return TRUE;
}

gpointer
bw_lazy_function (const char *library, const char *name, gpointer *known)
{
  g_return_val_if_fail (library && name && known, NULL);
  gpointer function = g_atomic_pointer_get (known);
  if (function)
    return function;
  g_autoptr (GError) error = NULL;
  if (!bw_lazy_load (library, (const char *const[]) { name, NULL }, &function, &error))
    g_error ("%s", error->message);
  g_atomic_pointer_set (known, function);
  return function;
}
