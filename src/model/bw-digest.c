/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread, a step at a time, so that it can be stopped. */
#include "config.h"

#include <nettle/sha2.h>

#include "bw-digest.h"
#include "bw-large.h"

#define STEP ((gsize) 1 << 16) /* stays in the cache */
#define MOST_KEPT 4            /* chunks that wait for their turn */

typedef struct {
  char *buffer;
  gsize room;
} Buffer;

/* What others read. */
typedef struct {
  gsize chunk;    /* bytes; 0 = nobody reads */
  guint n_chunks;
  guint next;     /* chunk that nobody needs to feed before */
  guint n_kept;   /* buffers that were fed */
  gboolean ended;

  /* Owned */
  gboolean *told;  /* one a chunk: it was fed, or will not be */
  Buffer *buffers; /* one a chunk; NULL = to be read */
  gsize *skips;    /* where in the buffer the chunk begins */
  Buffer spare[MOST_KEPT];
  guint n_spare;
} Feed;

struct _BwDigest {
  gint stop;        /* atomic */
  GMutex feed_lock; /* guards the feed */
  GCond fed;
  Feed feed;

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

/* --- Feeding ------------------------------------------------------------------------------------
 */

void
bw_digest_begin_feed (BwDigest *digest, gsize chunk, guint first)
{
  g_return_if_fail (chunk > 0);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->feed_lock);
  Feed *feed = &digest->feed;
  g_return_if_fail (feed->chunk == 0);
  feed->chunk = chunk;
  feed->n_chunks = (guint) ((bw_text_get_size (digest->text) + chunk - 1) / chunk);
  feed->told = g_new0 (gboolean, feed->n_chunks + 1);
  feed->buffers = g_new0 (Buffer, feed->n_chunks + 1);
  feed->skips = g_new0 (gsize, feed->n_chunks + 1);
  for (guint i = 0; i < first; i++)
    feed->told[i] = TRUE;
}

void
bw_digest_feed (BwDigest *digest, guint i, char **buffer, gsize *room, gsize skip)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->feed_lock);
  Feed *feed = &digest->feed;
  g_return_if_fail (i < feed->n_chunks && !feed->told[i]);
  feed->told[i] = TRUE;
  g_cond_signal (&digest->fed);
  if (!*buffer || i < feed->next || feed->n_kept == MOST_KEPT)
    return;
  feed->buffers[i] = (Buffer) { *buffer, *room };
  feed->skips[i] = skip;
  feed->n_kept++;
  Buffer other = { NULL, 0 };
  if (feed->n_spare > 0)
    other = feed->spare[--feed->n_spare];
  *buffer = other.buffer;
  *room = other.room;
}

void
bw_digest_end_feed (BwDigest *digest)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->feed_lock);
  digest->feed.ended = TRUE;
  g_cond_signal (&digest->fed);
}

/* What is to be hashed next from `at` on; waits where somebody is about to say. *bytes: where it
 * is, NULL when it is to be read. */
static gsize
find_end (BwDigest *digest, gsize at, const char **bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->feed_lock);
  Feed *feed = &digest->feed;
  gsize size = bw_text_get_size (digest->text);
  *bytes = NULL;
  if (feed->chunk == 0)
    return MIN (at + STEP, size);
  guint i = (guint) (at / feed->chunk);
  gsize end = MIN ((i + 1) * feed->chunk, size);
  while (at % feed->chunk == 0 && !feed->told[i] && !feed->ended &&
         !g_atomic_int_get (&digest->stop))
    g_cond_wait (&digest->fed, &digest->feed_lock);
  feed->next = i + 1;
  if (!feed->buffers[i].buffer)
    return MIN (at + STEP, end);
  *bytes = feed->buffers[i].buffer + feed->skips[i];
  return end;
}

static void
give_back (BwDigest *digest, gsize at)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->feed_lock);
  Feed *feed = &digest->feed;
  Buffer *buffer = &feed->buffers[at / feed->chunk];
  if (feed->n_spare < MOST_KEPT)
    feed->spare[feed->n_spare++] = *buffer;
  else
    bw_large_free (buffer->buffer);
  *buffer = (Buffer) { NULL, 0 };
  feed->n_kept--;
}

/* Nothing is kept any more. */
static void
clear_feed (BwDigest *digest)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->feed_lock);
  Feed *feed = &digest->feed;
  feed->next = G_MAXUINT;
  for (guint i = 0; i < feed->n_chunks; i++)
    bw_large_free (g_steal_pointer (&feed->buffers[i].buffer));
  while (feed->n_spare > 0)
    bw_large_free (feed->spare[--feed->n_spare].buffer);
}

/* --- The thread ---------------------------------------------------------------------------------
 */

/* FALSE when it was stopped. */
static gboolean
hash_all (BwDigest *digest, struct sha256_ctx *context)
{
  g_autofree char *own = g_malloc (STEP);
  gsize size = bw_text_get_size (digest->text);
  gsize end;
  for (gsize at = 0; at < size; at = end) {
    const char *bytes;
    end = find_end (digest, at, &bytes);
    if (g_atomic_int_get (&digest->stop))
      return FALSE;
    if (!bytes)
      bw_text_read (digest->text, at, end - at, own);
    sha256_update (context, end - at, (const guint8 *) (bytes ? bytes : own));
    if (bytes)
      give_back (digest, at);
  }
  return TRUE;
}

static gpointer
compute (gpointer user_data)
{
  BwDigest *digest = user_data;
  struct sha256_ctx context;
  sha256_init (&context);
  gboolean done = hash_all (digest, &context);
  clear_feed (digest);
  return done ? finish (&context) : NULL;
}

BwDigest *
bw_digest_new (BwText *text)
{
  BwDigest *digest = g_atomic_rc_box_new0 (BwDigest);
  g_mutex_init (&digest->lock);
  g_mutex_init (&digest->feed_lock);
  g_cond_init (&digest->fed);
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
  g_mutex_lock (&digest->feed_lock);
  g_atomic_int_set (&digest->stop, TRUE);
  g_cond_signal (&digest->fed);
  g_mutex_unlock (&digest->feed_lock);
  bw_digest_get (digest);
  g_free (digest->feed.told);
  g_free (digest->feed.buffers);
  g_free (digest->feed.skips);
  g_free (digest->hex);
  bw_text_unref (digest->text);
  g_mutex_clear (&digest->lock);
  g_mutex_clear (&digest->feed_lock);
  g_cond_clear (&digest->fed);
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
