/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regions of large pages, each an ascending list of spans that are taken or free. There are few:
 * a span is found by looking at all. */
#include "config.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "bw-large.h"

#define LARGE_PAGE ((gsize) 2 << 20)
#define SMALL_PAGE ((gsize) 4 << 10)
#define LEAST_BYTES ((gsize) 64 << 10) /* of a block in a region */
#define REGION_BYTES ((gsize) 32 << 20)

typedef struct {
  gsize at;
  gsize size;
  gboolean taken;
} Span;

typedef struct {
  char *start;
  gsize size;
  GArray *spans; /* Span, without gaps; never two free ones in a row */
} Region;

static GMutex lock; /* guards what follows */
static GPtrArray *regions;

static gsize
round_up (gsize bytes, gsize to)
{
  return (bytes + to - 1) / to * to;
}

/* --- Regions ------------------------------------------------------------------------------------
 */

/* Begins at a large page; NULL when there is no memory. */
static char *
map_aligned (gsize size)
{
  char *all =
      mmap (NULL, size + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED)
    return NULL;
  char *start = all + (round_up ((uintptr_t) all, LARGE_PAGE) - (uintptr_t) all);
  if (start > all)
    munmap (all, (gsize) (start - all));
  munmap (start + size, LARGE_PAGE - (gsize) (start - all));
#ifdef MADV_HUGEPAGE
  madvise (start, size, MADV_HUGEPAGE);
#endif
  return start;
}

static Region *
add_region (gsize least)
{
  gsize size = round_up (MAX (least, REGION_BYTES), LARGE_PAGE);
  char *start = map_aligned (size);
  if (!start)
    return NULL;
  Region *region = g_new (Region, 1);
  *region = (Region) { start, size, g_array_new (FALSE, FALSE, sizeof (Span)) };
  Span all = { 0, size, FALSE };
  g_array_append_val (region->spans, all);
  if (!regions)
    regions = g_ptr_array_new ();
  g_ptr_array_add (regions, region);
  return region;
}

static Region *
find_region (gconstpointer block)
{
  const char *at = block;
  for (guint i = 0; regions && i < regions->len; i++) {
    Region *region = regions->pdata[i];
    if (at >= region->start && at < region->start + region->size)
      return region;
  }
  return NULL;
}

static gboolean
is_empty (const Region *region)
{
  return region->spans->len == 1 && !g_array_index (region->spans, Span, 0).taken;
}

/* One empty region of the usual size is kept for what comes next. */
static void
drop_empty (Region *region)
{
  gboolean spare = region->size > REGION_BYTES;
  for (guint i = 0; i < regions->len && !spare; i++)
    spare = regions->pdata[i] != region && is_empty (regions->pdata[i]);
  if (!spare)
    return;
  munmap (region->start, region->size);
  g_array_unref (region->spans);
  g_ptr_array_remove_fast (regions, region);
  g_free (region);
}

/* --- Spans --------------------------------------------------------------------------------------
 */

static void
split_span (Region *region, guint i, gsize size)
{
  Span *span = &g_array_index (region->spans, Span, i);
  Span rest = { span->at + size, span->size - size, FALSE };
  span->size = size;
  if (rest.size > 0)
    g_array_insert_val (region->spans, i + 1, rest);
}

/* Joins the free span i with a free one behind it. */
static void
join_next (Region *region, guint i)
{
  if (i + 1 >= region->spans->len)
    return;
  Span *span = &g_array_index (region->spans, Span, i);
  if (span->taken || span[1].taken)
    return;
  span->size += span[1].size;
  g_array_remove_index (region->spans, i + 1);
}

static char *
take (Region *region, gsize size)
{
  for (guint i = 0; i < region->spans->len; i++) {
    Span *span = &g_array_index (region->spans, Span, i);
    if (span->taken || span->size < size)
      continue;
    span->taken = TRUE;
    gsize at = span->at;
    split_span (region, i, size);
    return region->start + at;
  }
  return NULL;
}

static guint
find_span (const Region *region, gconstpointer block)
{
  gsize at = (gsize) ((const char *) block - region->start);
  guint i = 0;
  while (g_array_index (region->spans, Span, i).at != at) {
    i++;
    g_assert (i < region->spans->len);
  }
  return i;
}

static char *
take_anywhere (gsize size)
{
  char *block = NULL;
  for (guint i = 0; regions && i < regions->len && !block; i++)
    block = take (regions->pdata[i], size);
  if (block)
    return block;
  Region *region = add_region (size);
  return region ? take (region, size) : NULL;
}

/* --- Public -------------------------------------------------------------------------------------
 */

#if defined(__SANITIZE_ADDRESS__)
/* Each block apart, so that its ends are watched. */
static gboolean
is_large (gsize bytes)
{
  return FALSE;
}
#else
static gboolean
is_large (gsize bytes)
{
  return bytes >= LEAST_BYTES;
}
#endif

gpointer
bw_large_new (gsize n, gsize size)
{
  gsize bytes;
  if (!g_size_checked_mul (&bytes, n, size) || !is_large (bytes))
    return g_malloc_n (n, size);
  g_mutex_lock (&lock);
  char *block = take_anywhere (round_up (bytes, SMALL_PAGE));
  g_mutex_unlock (&lock);
  return block ? block : g_malloc (bytes);
}

gpointer
bw_large_new0 (gsize n, gsize size)
{
  gpointer block = bw_large_new (n, size);
  if (block)
    memset (block, 0, n * size);
  return block;
}

gpointer
bw_large_shrink (gpointer block, gsize n, gsize size)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  Region *region = find_region (block);
  if (!region)
    return g_realloc_n (block, n, size);
  guint i = find_span (region, block);
  gsize kept = MAX (round_up (n * size, SMALL_PAGE), SMALL_PAGE);
  if (kept < g_array_index (region->spans, Span, i).size) {
    split_span (region, i, kept);
    join_next (region, i + 1);
  }
  return block;
}

void
bw_large_free (gpointer block)
{
  if (!block)
    return;
  g_mutex_lock (&lock);
  Region *region = find_region (block);
  if (region) {
    guint i = find_span (region, block);
    g_array_index (region->spans, Span, i).taken = FALSE;
    join_next (region, i);
    if (i > 0)
      join_next (region, i - 1);
    if (is_empty (region))
      drop_empty (region);
  }
  g_mutex_unlock (&lock);
  if (!region)
    g_free (block);
}
