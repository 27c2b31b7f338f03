/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For functions whose loops the compiler makes faster with wider registers: they are compiled for
 * several instruction sets, and the best one for the machine is taken when the program starts. The
 * results are the same. Sanitizers do without: they are not ready yet when the choice is made. */
#pragma once

#include <glib.h>

#if defined(__has_feature)
#define BW_VECTOR_IS_SANITIZED __has_feature (address_sanitizer)
#elif defined(__SANITIZE_ADDRESS__)
#define BW_VECTOR_IS_SANITIZED 1
#else
#define BW_VECTOR_IS_SANITIZED 0
#endif

#if defined(__x86_64__) && defined(__GLIBC__) && !BW_VECTOR_IS_SANITIZED
#define BW_VECTOR __attribute__ ((target_clones ("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define BW_VECTOR
#endif

/* For loops written for registers of 512 bits, beside others that do the same without. */
#ifdef __x86_64__
#define BW_WIDE __attribute__ ((target ("avx512f,avx512bw,avx512cd,avx512vl,popcnt")))
#endif

static inline gboolean
bw_vector_is_wide (void)
{
#ifdef __x86_64__
  return __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512cd") &&
         __builtin_cpu_supports ("avx512vl");
#else
  return FALSE;
#endif
}
