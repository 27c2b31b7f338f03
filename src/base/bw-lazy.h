/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries that few runs need, loaded when one first does: with what they need themselves they
 * would take longer to start than all else.
 *
 *   #define FUNCTIONS(USE) USE (archive_read_new) USE (archive_read_free)
 *   BW_LAZY_LIBRARY (lib, BW_LIBARCHIVE, FUNCTIONS)
 *
 * makes a table `lib` of these functions and lib_load (error), to be called before any of them:
 * lib.archive_read_new (). */
#pragma once

#include <glib.h>

/* Fills functions with those of the names, which end with NULL; once it has, does nothing.
 * FALSE and BW_ERROR_UNSUPPORTED when the library or a function is missing. Thread-safe. */
gboolean
bw_lazy_load (const char *library, const char *const *names, gpointer *functions, GError **error);

#define BW_LAZY_MEMBER(name) __typeof__ (&name) name;
#define BW_LAZY_NAME(name) #name,
#define BW_LAZY_LIBRARY(table, library, FUNCTIONS)                                                 \
  static struct {                                                                                  \
    FUNCTIONS (BW_LAZY_MEMBER)                                                                     \
  } table;                                                                                         \
  static gboolean table##_load (GError **error)                                                    \
  {                                                                                                \
    static const char *const names[] = { FUNCTIONS (BW_LAZY_NAME) NULL };                          \
    return bw_lazy_load (library, names, (gpointer *) (gpointer) & table, error);                  \
  }

/* For libraries that many files call: `#define cairo_fill BW_LAZY_FUNCTION (BW_LIBCAIRO,
 * cairo_fill)` in a header of their own makes each call load what it calls. */
#define BW_LAZY_FUNCTION(library, name)                                                            \
  (__extension__ ({                                                                                \
    static gpointer function;                                                                      \
    (__typeof__ (&name)) bw_lazy_function (library, #name, &function);                             \
  }))

/* The function, kept in known; a program without it ends. Thread-safe. */
gpointer bw_lazy_function (const char *library, const char *name, gpointer *known);
