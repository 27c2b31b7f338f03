/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chunk after chunk, by one thread at a time: of those that feed it, whoever finds the next chunk
 * there; then its own, a step at a time, so that it can be stopped. */
#include "config.h"

#include <nettle/sha2.h>

#include "bw-digest.h"
#include "bw-large.h"
#include "bw-parallel.h"

#define STEP ((gsize) 1 << 16) /* stays in the cache */
#define MOST_KEPT 6            /* chunks that wait for their turn */
#define FEW_THREADS 3

typedef struct {
  gboolean fed;
  char *buffer; /* NULL = to be read */
  gsize room;
  gsize skip; /* where in it the chunk begins */
} Piece;

struct _BwDigest {
  gint stop; /* atomic */
  gsize size;

  GMutex end_lock; /* guards thread and hex once it is alone */
  GMutex lock;     /* guards what follows */
  GCond moved;
  struct sha256_ctx context; /* of whoever is hashing */
  gsize at;                  /* so many bytes are in it */
  gsize begun;               /* or are about to be, of what the first thread reads */
  gboolean hashing;
  gboolean alone; /* nothing is fed any more */
  gsize chunk;    /* bytes; 0 = nothing is fed */
  guint n_kept;
  guint n_spare;

  /* Owned */
  BwText *text;
  Piece *pieces; /* one a chunk, and one more */
  Piece spare[MOST_KEPT + 1];
  GThread *first; /* until it is fed */
  GThread *thread;
  char *hex;
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
bw_digest_begin_feed (BwDigest *digest, gsize chunk)
{
  g_return_if_fail (chunk > 0);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->lock);
  g_return_if_fail (digest->chunk == 0 && !digest->alone);
  digest->chunk = chunk;
  digest->pieces = g_new0 (Piece, digest->size / chunk + 2);
}

static void
give_back (BwDigest *digest, Piece *piece)
{
  if (!piece->buffer)
    return;
  if (digest->n_spare < G_N_ELEMENTS (digest->spare))
    digest->spare[digest->n_spare++] = *piece;
  else
    bw_large_free (piece->buffer);
  *piece = (Piece) { FALSE };
  digest->n_kept--;
}

static void
hash_read (BwDigest *digest, gsize at, gsize n, char *own)
{
  bw_text_read (digest->text, at, n, own);
  sha256_update (&digest->context, n, (const guint8 *) own);
}

static void
hash_piece (BwDigest *digest, const Piece *piece, gsize n)
{
  if (piece->buffer) {
    sha256_update (&digest->context, n, (const guint8 *) piece->buffer + piece->skip);
    return;
  }
  g_autofree char *own = g_malloc (STEP);
  for (gsize done = 0; done < n; done += STEP)
    hash_read (digest, digest->at + done, MIN (STEP, n - done), own);
}

/* Hashes chunks as long as the next one is there. Holds the lock but while it hashes. */
static void
hash_pieces (BwDigest *digest)
{
  digest->hashing = TRUE;
  while (digest->chunk > 0 && digest->at < digest->size && !digest->alone) {
    Piece *piece = &digest->pieces[digest->at / digest->chunk];
    gsize n = MIN (digest->chunk, digest->size - digest->at);
    if (!piece->fed)
      break;
    g_mutex_unlock (&digest->lock);
    hash_piece (digest, piece, n);
    g_mutex_lock (&digest->lock);
    digest->at += n;
    give_back (digest, piece);
    g_cond_broadcast (&digest->moved);
  }
  digest->hashing = FALSE;
  g_cond_broadcast (&digest->moved);
}

/* Keeps the chunk for its turn. */
static void
keep (BwDigest *digest, guint i, char **buffer, gsize *room, gsize skip)
{
  Piece other = { FALSE };
  digest->pieces[i] = (Piece) { TRUE, *buffer, *room, skip };
  if (!*buffer)
    return;
  digest->n_kept++;
  if (digest->n_spare > 0)
    other = digest->spare[--digest->n_spare];
  *buffer = other.buffer;
  *room = other.room;
}

/* A chunk that is not the next one, while enough wait for theirs. On few cores it waits, too, which
 * leaves a core to whoever is hashing; on many all would come to wait for that one. */
static gboolean
is_too_early (const BwDigest *digest, guint i)
{
  return !digest->alone && digest->n_kept >= MOST_KEPT && i > digest->at / digest->chunk;
}

static void start_thread (BwDigest *digest);

void
bw_digest_feed (BwDigest *digest, guint i, char **buffer, gsize *room, gsize skip)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->lock);
  g_return_if_fail (digest->chunk > 0);
  if (i * digest->chunk < digest->begun)
    return;
  while (*buffer && is_too_early (digest, i) && bw_thread_count () <= FEW_THREADS)
    g_cond_wait (&digest->moved, &digest->lock);
  if (*buffer && is_too_early (digest, i))
    start_thread (digest);
  if (digest->alone)
    return;
  keep (digest, i, buffer, room, skip);
  if (!digest->hashing)
    hash_pieces (digest);
}

/* --- The thread ---------------------------------------------------------------------------------
 */

/* Until something is fed, and then to the end of a chunk and what has come meanwhile. */
static gpointer
begin (gpointer user_data)
{
  BwDigest *digest = user_data;
  g_autofree char *own = g_malloc (STEP);
  g_mutex_lock (&digest->lock);
  while (digest->at < digest->size && !digest->alone && !g_atomic_int_get (&digest->stop)) {
    gsize left = digest->size - digest->at;
    if (digest->chunk > 0 && digest->at % digest->chunk == 0)
      break;
    if (digest->chunk > 0)
      left = MIN (left, digest->chunk - digest->at % digest->chunk);
    gsize n = MIN (STEP, left);
    digest->begun = digest->at + n;
    g_mutex_unlock (&digest->lock);
    hash_read (digest, digest->at, n, own);
    g_mutex_lock (&digest->lock);
    digest->at += n;
  }
  hash_pieces (digest);
  g_mutex_unlock (&digest->lock);
  return NULL;
}

/* The bytes from `at` on that are to be hashed at once: those that were fed, or some that are read.
 */
static gsize
hash_step (BwDigest *digest, char *own)
{
  gsize at = digest->at;
  Piece *piece = digest->chunk > 0 ? &digest->pieces[at / digest->chunk] : NULL;
  if (piece && piece->buffer && at % digest->chunk == 0) {
    gsize n = MIN (digest->chunk, digest->size - at);
    hash_piece (digest, piece, n);
    return n;
  }
  gsize stop = digest->chunk > 0 ? (at / digest->chunk + 1) * digest->chunk : digest->size;
  gsize n = MIN (STEP, MIN (stop, digest->size) - at);
  hash_read (digest, at, n, own);
  return n;
}

static void
drop_buffers (BwDigest *digest)
{
  for (gsize i = 0; digest->pieces && i * digest->chunk < digest->size; i++)
    bw_large_free (digest->pieces[i].buffer);
  g_clear_pointer (&digest->pieces, g_free);
  while (digest->n_spare > 0)
    bw_large_free (digest->spare[--digest->n_spare].buffer);
}

static gpointer
compute (gpointer user_data)
{
  BwDigest *digest = user_data;
  g_autofree char *own = g_malloc (STEP);
  g_mutex_lock (&digest->lock);
  while (digest->hashing)
    g_cond_wait (&digest->moved, &digest->lock);
  g_mutex_unlock (&digest->lock);
  while (digest->at < digest->size && !g_atomic_int_get (&digest->stop))
    digest->at += hash_step (digest, own);
  drop_buffers (digest);
  return digest->at == digest->size ? finish (&digest->context) : NULL;
}

/* Holds the lock. */
static void
start_thread (BwDigest *digest)
{
  if (digest->alone)
    return;
  digest->alone = TRUE;
  digest->thread = g_thread_new ("digest", compute, digest);
  g_cond_broadcast (&digest->moved);
}

void
bw_digest_begin (BwDigest *digest)
{
  g_return_if_fail (!digest->first && !digest->alone && digest->chunk == 0);
  digest->hashing = TRUE;
  digest->first = g_thread_new ("digest", begin, digest);
}

void
bw_digest_go_on (BwDigest *digest)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->lock);
  start_thread (digest);
}

/* --- Public -------------------------------------------------------------------------------------
 */

BwDigest *
bw_digest_new (BwText *text)
{
  BwDigest *digest = g_atomic_rc_box_new0 (BwDigest);
  g_mutex_init (&digest->end_lock);
  g_mutex_init (&digest->lock);
  g_cond_init (&digest->moved);
  digest->text = bw_text_ref (text);
  digest->size = bw_text_get_size (text);
  sha256_init (&digest->context);
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
  if (digest->first)
    g_thread_join (digest->first);
  if (digest->thread)
    g_free (g_thread_join (digest->thread));
  drop_buffers (digest);
  g_free (digest->hex);
  bw_text_unref (digest->text);
  g_mutex_clear (&digest->end_lock);
  g_mutex_clear (&digest->lock);
  g_cond_clear (&digest->moved);
}

void
bw_digest_unref (BwDigest *digest)
{
  g_atomic_rc_box_release_full (digest, clear);
}

const char *
bw_digest_get (BwDigest *digest)
{
  bw_digest_go_on (digest);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&digest->end_lock);
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
