/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain. */
#include "config.h"

#include "bw-error.h"

typedef struct {
  BwSaying *saying; /* or NULL */
} BwErrorPrivate;

static void
bw_error_private_init (BwErrorPrivate *self)
{
  self->saying = NULL;
}

static void
bw_error_private_copy (const BwErrorPrivate *from, BwErrorPrivate *to)
{
  to->saying = from->saying ? bw_saying_ref (from->saying) : NULL;
}

static void
bw_error_private_clear (BwErrorPrivate *self)
{
  g_clear_pointer (&self->saying, bw_saying_unref);
}

G_DEFINE_EXTENDED_ERROR (BwError, bw_error)

static GError *
make (BwError code, const char *format, va_list arguments)
{
  BwSaying *saying = bw_saying_new_of (format, arguments);
  g_autofree char *text = bw_saying_dup_text (saying);
  GError *error = g_error_new_literal (BW_ERROR, code, text);
  bw_error_get_private (error)->saying = saying;
  return error;
}

void
bw_error_set (GError **error, BwError code, const char *format, ...)
{
  if (!error)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_propagate_error (error, make (code, format, arguments));
  va_end (arguments);
}

GError *
bw_error_new (BwError code, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  GError *error = make (code, format, arguments);
  va_end (arguments);
  return error;
}

BwSaying *
bw_error_get_saying (const GError *error)
{
  g_return_val_if_fail (error, NULL);
  return error->domain == BW_ERROR ? bw_error_get_private (error)->saying : NULL;
}

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
