/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread, a step at a time, so that it can be cancelled. */
#include "config.h"

#include <nettle/sha2.h>

#include "bw-digest.h"

#define STEP ((gsize) 1 << 20)

struct _BwDigest {
  /* Owned */
  BwText *text;
  GCancellable *cancellable;
  GThread *thread;
};

static char *
to_hex (const guint8 *bytes, gsize n)
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc0 (2 * n + 1);
  for (gsize i = 0; i < n; i++) {
    hex[2 * i] = digits[bytes[i] >> 4];
    hex[2 * i + 1] = digits[bytes[i] & 0xf];
  }
  return hex;
}

static gpointer
compute (gpointer user_data)
{
  BwDigest *digest = user_data;
  const guint8 *bytes = (const guint8 *) bw_text_get_start (digest->text);
  gsize size = bw_text_get_size (digest->text);
  struct sha256_ctx context;
  sha256_init (&context);
  for (gsize at = 0; at < size; at += STEP) {
    if (g_cancellable_is_cancelled (digest->cancellable))
      return NULL;
    sha256_update (&context, MIN (STEP, size - at), bytes + at);
  }
  guint8 sum[SHA256_DIGEST_SIZE];
  sha256_digest (&context, sizeof sum, sum);
  return to_hex (sum, sizeof sum);
}

BwDigest *
bw_digest_start (BwText *text, GCancellable *cancellable)
{
  BwDigest *digest = g_new0 (BwDigest, 1);
  digest->text = bw_text_ref (text);
  digest->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  digest->thread = g_thread_new ("digest", compute, digest);
  return digest;
}

char *
bw_digest_finish (BwDigest *digest)
{
  char *hex = g_thread_join (digest->thread);
  bw_text_unref (digest->text);
  g_clear_object (&digest->cancellable);
  g_free (digest);
  return hex;
}
