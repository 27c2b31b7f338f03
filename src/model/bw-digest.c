/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread, a step at a time, so that it can be stopped. */
#include "config.h"

#include <nettle/sha2.h>

#include "bw-digest.h"

#define STEP ((gsize) 1 << 16) /* stays in the cache */

struct _BwDigest {
  gint stop;   /* atomic */
  GMutex lock; /* guards what follows */
  GThread *thread;
  char *hex;

  /* Owned */
  BwText *text;
};

static char *
finish (struct sha256_ctx *context)
{
  static const char digits[] = "0123456789abcdef";
  guint8 sum[SHA256_DIGEST_SIZE];
  char *hex = g_malloc0 (2 * sizeof sum + 1);
  sha256_digest (context, sizeof sum, sum);
  for (gsize i = 0; i < sizeof sum; i++) {
    hex[2 * i] = digits[sum[i] >> 4];
    hex[2 * i + 1] = digits[sum[i] & 0xf];
  }
  return hex;
}

static gpointer
compute (gpointer user_data)
{
  BwDigest *digest = user_data;
  g_autofree guint8 *buffer = g_malloc (STEP);
  gsize size = bw_text_get_size (digest->text);
  struct sha256_ctx context;
  sha256_init (&context);
  for (gsize at = 0; at < size; at += STEP) {
    if (g_atomic_int_get (&digest->stop))
      return NULL;
    gsize n = MIN (STEP, size - at);
    bw_text_read (digest->text, at, n, (char *) buffer);
    sha256_update (&context, n, buffer);
  }
  return finish (&context);
}

BwDigest *
bw_digest_new (BwText *text)
{
  BwDigest *digest = g_atomic_rc_box_new0 (BwDigest);
  g_mutex_init (&digest->lock);
  digest->text = bw_text_ref (text);
  digest->thread = g_thread_new ("digest", compute, digest);
  return digest;
}

BwDigest *
bw_digest_ref (BwDigest *digest)
{
  return g_atomic_rc_box_acquire (digest);
}

static void
clear (gpointer boxed)
{
  BwDigest *digest = boxed;
  g_atomic_int_set (&digest->stop, TRUE);
  bw_digest_get (digest);
  g_free (digest->hex);
  bw_text_unref (digest->text);
  g_mutex_clear (&digest->lock);
}

void
bw_digest_unref (BwDigest *digest)
{
  g_atomic_rc_box_release_full (digest, clear);
}

const char *
bw_digest_get (BwDigest *digest)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->lock);
  if (digest->thread)
    digest->hex = g_thread_join (g_steal_pointer (&digest->thread));
  return digest->hex;
}

gboolean
bw_digest_holds (BwDigest *digest)
{
  if (bw_text_is_damaged (digest->text))
    return FALSE;
  if (!bw_text_is_touched (digest->text))
    return TRUE;
  g_autoptr (BwDigest) now = bw_digest_new (digest->text);
  return g_strcmp0 (bw_digest_get (now), bw_digest_get (digest)) == 0;
}

char *
bw_digest_read (GInputStream *stream, gint64 *size, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (STEP);
  struct sha256_ctx context;
  gssize n;
  sha256_init (&context);
  *size = 0;
  while ((n = g_input_stream_read (stream, buffer, STEP, NULL, error)) > 0) {
    sha256_update (&context, (gsize) n, buffer);
    *size += n;
  }
  return n < 0 ? NULL : finish (&context);
}
