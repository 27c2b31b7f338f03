/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However a digest comes by the bytes of a file, it is that of the file. */
#include <glib/gstdio.h>
#include <string.h>

#include "bw-digest.h"
#include "bw-large.h"
#include "bw-parallel.h"

#define SIZE 300000

typedef struct {
  BwText *text;
  char *sum;
} File;

static File
make_file (gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = g_malloc (size);
  for (gsize i = 0; i < size; i++)
    bytes[i] = (char) (i * i >> 3);
  int fd = g_file_open_tmp ("bw-digest-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  BwText *text = bw_text_new_from_file (path, &error);
  g_assert_no_error (error);
  g_remove (path);
  return (File) { text,
                  g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size) };
}

static void
clear_file (File *file)
{
  bw_text_unref (file->text);
  g_free (file->sum);
}

typedef struct {
  BwText *text;
  BwDigest *digest;
  gsize chunk;
  guint missing_every; /* chunks that are not there; 0 = none */
  char *buffers[64];   /* one a thread */
  gsize rooms[64];
} Feeding;

static void
feed_cb (guint i, int worker, gpointer user_data)
{
  Feeding *feeding = user_data;
  char **buffer = &feeding->buffers[worker];
  gsize at = i * feeding->chunk;
  gsize n = MIN (feeding->chunk, bw_text_get_size (feeding->text) - at);
  if (feeding->rooms[worker] < n + 3) {
    bw_large_free (*buffer);
    *buffer = bw_large_new (n + 3, 1);
    feeding->rooms[worker] = n + 3;
  }
  bw_text_read (feeding->text, at, n, *buffer + 3);
  char *none = NULL;
  gsize no_room = 0;
  gboolean missing = feeding->missing_every > 0 && i % feeding->missing_every == 0;
  bw_digest_feed (feeding->digest, i, missing ? &none : buffer,
                  missing ? &no_room : &feeding->rooms[worker], 3);
}

static void
feed (BwDigest *digest, BwText *text, gsize chunk, guint n_chunks, guint missing_every)
{
  Feeding feeding = { text, digest, chunk, missing_every };
  if (n_chunks % 2)
    bw_digest_begin (digest);
  bw_digest_begin_feed (digest, chunk);
  bw_parallel_for (n_chunks, NULL, feed_cb, &feeding);
  for (guint i = 0; i < G_N_ELEMENTS (feeding.buffers); i++)
    bw_large_free (feeding.buffers[i]);
}

static void
test_read (void)
{
  static const gsize sizes[] = { 1, 63, 64, 65536, SIZE };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    File file = make_file (sizes[i]);
    g_autoptr (BwDigest) digest = bw_digest_new (file.text);
    if (i % 2)
      bw_digest_go_on (digest);
    g_assert_cmpstr (bw_digest_get (digest), ==, file.sum);
    clear_file (&file);
  }
}

/* All of it, or only the first chunks, or all but some. */
static void
test_fed (void)
{
  static const struct {
    gsize chunk;
    guint n_left; /* chunks that are not fed */
    guint missing_every;
  } cases[] = {
    { SIZE, 0, 0 },   { SIZE + 5, 0, 0 }, { 1000, 0, 0 },   { 1000, 0, 7 },
    { 1000, 200, 0 }, { 1000, 299, 0 },   { 70000, 0, 0 },  { 70000, 0, 2 },
    { 70000, 3, 3 },  { SIZE / 2, 1, 1 }, { 1, 299000, 0 }, { 150000, 2, 0 },
  };
  File file = make_file (SIZE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n_chunks = (guint) ((SIZE + cases[i].chunk - 1) / cases[i].chunk);
    g_autoptr (BwDigest) digest = bw_digest_new (file.text);
    feed (digest, file.text, cases[i].chunk, n_chunks - cases[i].n_left, cases[i].missing_every);
    if (i % 2)
      bw_digest_go_on (digest);
    g_assert_cmpstr (bw_digest_get (digest), ==, file.sum);
  }
  clear_file (&file);
}

/* It has begun by itself, for a while or to its end. */
static void
test_begun (void)
{
  static const gulong pauses[] = { 0, 10, 100, 300, 1000, 100000 };
  File file = make_file (SIZE);
  for (guint i = 0; i < 3 * G_N_ELEMENTS (pauses); i++) {
    gsize chunk = 10000 + 30000 * i;
    g_autoptr (BwDigest) digest = bw_digest_new (file.text);
    bw_digest_begin (digest);
    g_usleep (pauses[i / 3]);
    if (i % 3 > 0) {
      Feeding feeding = { file.text, digest, chunk, 0 };
      bw_digest_begin_feed (digest, chunk);
      bw_parallel_for ((guint) ((SIZE + chunk - 1) / chunk) - i % 2, NULL, feed_cb, &feeding);
      for (guint j = 0; j < G_N_ELEMENTS (feeding.buffers); j++)
        bw_large_free (feeding.buffers[j]);
    }
    g_assert_cmpstr (bw_digest_get (digest), ==, file.sum);
  }
  clear_file (&file);
}

/* Whoever no longer wants it need not wait for it. */
static void
test_dropped (void)
{
  File file = make_file (SIZE);
  bw_digest_unref (bw_digest_new (file.text));
  for (guint n_chunks = 0; n_chunks <= 300; n_chunks += 100) {
    g_autoptr (BwDigest) digest = bw_digest_new (file.text);
    feed (digest, file.text, 1000, n_chunks, 9);
    if (n_chunks % 200)
      bw_digest_go_on (digest);
  }
  clear_file (&file);
}

static char *program;

/* Few threads wait for one another, many do not. */
static void
test_threads (void)
{
  static const char *const counts[] = { "1", "2", "3", "8" };
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    const char *argv[] = { program,         "-p", "/digest/fed",     "-p",
                           "/digest/begun", "-p", "/digest/dropped", NULL };
    g_auto (GStrv) environment = g_get_environ ();
    environment = g_environ_setenv (environment, "BELLWETHER_THREADS", counts[i], TRUE);
    g_autoptr (GError) error = NULL;
    int status;
    g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                  NULL, &status, &error);
    g_assert_no_error (error);
    g_assert_true (g_spawn_check_wait_status (status, &error));
  }
}

int
main (int argc, char **argv)
{
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/read", test_read);
  g_test_add_func ("/digest/fed", test_fed);
  g_test_add_func ("/digest/begun", test_begun);
  g_test_add_func ("/digest/dropped", test_dropped);
  g_test_add_func ("/digest/threads", test_threads);
  return g_test_run ();
}
