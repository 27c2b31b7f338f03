/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inner loops for each instruction set, and the choice between them. */
#include "config.h"

#include <string.h>

#include "bw-scan.h"

static inline guint64
low_bits (gsize n)
{
  return n >= 64 ? ~G_GUINT64_CONSTANT (0) : (G_GUINT64_CONSTANT (1) << n) - 1;
}

/* What is counted: begin .. end - 1 of a text. */
typedef struct {
  const char *text;
  const char *text_end;
  const char *begin;
  const char *end;
  char quote;
} Stretch;

typedef struct {
  guint64 inside; /* all ones while inside quotes */
  guint64 begun;  /* bytes of the next word that belong to a character which is counted already */
} Walk;

static inline gboolean
is_continuation (char c)
{
  return ((guint8) c & 0xc0) == 0x80;
}

/* Which second bytes may follow a first byte: Unicode Standard, table 3-7. */
static gboolean
may_follow (guint8 first, guint8 second)
{
  switch (first) {
  case 0xe0:
    return second >= 0xa0 && second <= 0xbf;
  case 0xed:
    return second >= 0x80 && second <= 0x9f;
  case 0xf0:
    return second >= 0x90 && second <= 0xbf;
  case 0xf4:
    return second >= 0x80 && second <= 0x8f;
  default:
    return (second & 0xc0) == 0x80;
  }
}

gsize
bw_scan_character (const char *at, const char *end)
{
  guint8 first = (guint8) *at;
  if (first < 0xc2 || first > 0xf4)
    return 0;
  gsize length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if ((gsize) (end - at) < length || !may_follow (first, (guint8) at[1]))
    return 0;
  for (gsize i = 2; i < length; i++)
    if (!is_continuation (at[i]))
      return 0;
  return length;
}

/* Where counting begins when a character from before the stretch reaches into it. */
static const char *
skip_begun_character (const Stretch *stretch)
{
  const char *at = stretch->begin;
  for (gsize back = 1; back <= 3 && at - stretch->text >= (gssize) back; back++) {
    gsize length = bw_scan_character (at - back, stretch->text_end);
    if (length > 0)
      return length > back ? at - back + length : at;
  }
  return at;
}

/* Counts what starts at c; returns where the next character can. */
static const char *
count_character (const Stretch *stretch, const char *c, BwScanCount *count)
{
  gsize length = bw_scan_character (c, stretch->text_end);
  count->n_sequences += length > 0;
  count->n_bad += length == 0;
  return c + MAX (length, 1);
}

/* Counts the character again that began before `at` and should end behind it. */
static const char *
count_begun_again (const Stretch *stretch, const char *at, BwScanCount *count)
{
  const char *c = at - 1;
  while (is_continuation (*c))
    c--;
  count->n_sequences--;
  while (c < at)
    c = count_character (stretch, c, count);
  return c;
}

/* One character after the other. high: bits of the bytes >= 0x80 of the word at `at`. */
static void
count_characters (
    const Stretch *stretch, const char *at, guint64 high, Walk *walk, BwScanCount *count)
{
  const char *checked = walk->begun ? count_begun_again (stretch, at, count) : at;
  for (; high; high &= high - 1) {
    const char *c = at + __builtin_ctzll (high);
    if (c >= checked)
      checked = count_character (stretch, c, count);
  }
  walk->begun = checked > at + 64 ? low_bits ((gsize) (checked - at - 64)) : 0;
}

/* The plain rules, byte by byte; returns those stops that are outside quotes. */
static guint64
walk_word (guint64 stops, guint64 quotes, guint n_bytes, guint64 *inside, guint64 *may_open)
{
  guint64 outside = 0;
  gboolean quoted = *inside != 0;
  gboolean opens = *may_open != 0;
  for (guint i = 0; i < n_bytes; i++) {
    guint64 bit = G_GUINT64_CONSTANT (1) << i;
    gboolean is_quote = (quotes & bit) != 0;
    gboolean stays = quoted ? !is_quote : is_quote && opens;
    if (!quoted && !stays)
      outside |= stops & bit;
    opens = quoted ? is_quote : (outside & bit) != 0;
    quoted = stays;
  }
  *inside = quoted ? ~G_GUINT64_CONSTANT (0) : 0;
  *may_open = opens;
  return outside;
}

/* Places of the bits, eight at a time without a branch: few words have more. */
#define PUT_ENDS_BY_COUNTING                                                                       \
  guint n = (guint) __builtin_popcountll (bits);                                                   \
  for (guint done = 0; done < n; done += 8, ends += 8)                                             \
    for (guint i = 0; i < 8; i++) {                                                                \
      ends[i] = place + (guint32) __builtin_ctzll (bits | TOP_BIT);                                \
      bits &= bits - 1;                                                                            \
    }
#define TOP_BIT (G_GUINT64_CONSTANT (1) << 63)

/* --- Portable: eight bytes at a time in an ordinary register ------------------------------------
 */

typedef struct {
  guint64 part[8];
} PortableBlock;

static inline PortableBlock
load_portable (const char *at)
{
  PortableBlock block;
  memcpy (&block, at, 64);
  for (guint i = 0; i < 8; i++)
    block.part[i] = GUINT64_FROM_LE (block.part[i]);
  return block;
}

#define EACH_BYTE G_GUINT64_CONSTANT (0x0101010101010101)

/* The top bits of eight bytes as eight bits, the lowest byte's lowest. */
static inline guint64
gather_top_bits (guint64 x)
{
  return ((x >> 7 & EACH_BYTE) * G_GUINT64_CONSTANT (0x0102040810204080)) >> 56;
}

static inline guint64
equal_portable (PortableBlock block, char c)
{
  guint64 bits = 0;
  for (guint i = 0; i < 8; i++) {
    guint64 x = block.part[i] ^ (EACH_BYTE * (guint8) c);
    guint64 low = EACH_BYTE * 0x7f;
    guint64 zero = ~(((x & low) + low) | x);
    bits |= gather_top_bits (zero) << (8 * i);
  }
  return bits;
}

static inline guint64
high_portable (PortableBlock block)
{
  guint64 bits = 0;
  for (guint i = 0; i < 8; i++)
    bits |= gather_top_bits (block.part[i]) << (8 * i);
  return bits;
}

static inline guint64
at_least_portable (PortableBlock block, guint8 c)
{
  guint64 bits = 0;
  for (guint i = 0; i < 8; i++) {
    guint64 x = block.part[i];
    guint64 reach = (x & (EACH_BYTE * 0x7f)) + EACH_BYTE * (guint8) (0x100 - c);
    bits |= gather_top_bits (x & reach) << (8 * i);
  }
  return bits;
}

static inline void
put_ends_portable (guint32 *ends, guint64 bits, guint32 place)
{
  PUT_ENDS_BY_COUNTING
}

#define TARGET
#define FEW_BRANCHES 0
#define NAME(x) x##_portable
#define Block PortableBlock
#include "bw-scan-loops.h"

#ifdef __x86_64__
#include <immintrin.h>

/* --- SSE2: what every x86-64 has ----------------------------------------------------------------
 */

typedef struct {
  __m128i part[4];
} Sse2Block;

static inline Sse2Block
load_sse2 (const char *at)
{
  Sse2Block block;
  for (guint i = 0; i < 4; i++)
    block.part[i] = _mm_loadu_si128 ((const __m128i *) (const void *) (at + 16 * i));
  return block;
}

static inline guint64
equal_sse2 (Sse2Block block, char c)
{
  guint64 bits = 0;
  for (guint i = 0; i < 4; i++) {
    __m128i same = _mm_cmpeq_epi8 (block.part[i], _mm_set1_epi8 (c));
    bits |= (guint64) (guint32) _mm_movemask_epi8 (same) << (16 * i);
  }
  return bits;
}

static inline guint64
high_sse2 (Sse2Block block)
{
  guint64 bits = 0;
  for (guint i = 0; i < 4; i++)
    bits |= (guint64) (guint32) _mm_movemask_epi8 (block.part[i]) << (16 * i);
  return bits;
}

static inline guint64
at_least_sse2 (Sse2Block block, guint8 c)
{
  guint64 bits = 0;
  for (guint i = 0; i < 4; i++) {
    __m128i least = _mm_max_epu8 (block.part[i], _mm_set1_epi8 ((char) c));
    __m128i same = _mm_cmpeq_epi8 (block.part[i], least);
    bits |= (guint64) (guint32) _mm_movemask_epi8 (same) << (16 * i);
  }
  return bits;
}

static inline void
put_ends_sse2 (guint32 *ends, guint64 bits, guint32 place)
{
  PUT_ENDS_BY_COUNTING
}

#define TARGET
#define FEW_BRANCHES 0
#define NAME(x) x##_sse2
#define Block Sse2Block
#include "bw-scan-loops.h"

/* --- AVX2 ---------------------------------------------------------------------------------------
 */

#define TARGET __attribute__ ((target ("avx2,bmi,lzcnt,popcnt")))

typedef struct {
  __m256i part[2];
} Avx2Block;

TARGET static inline Avx2Block
load_avx2 (const char *at)
{
  return (Avx2Block) { { _mm256_loadu_si256 ((const __m256i *) (const void *) at),
                         _mm256_loadu_si256 ((const __m256i *) (const void *) (at + 32)) } };
}

TARGET static inline guint64
equal_avx2 (Avx2Block block, char c)
{
  __m256i wanted = _mm256_set1_epi8 (c);
  guint32 low = (guint32) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (block.part[0], wanted));
  guint32 high = (guint32) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (block.part[1], wanted));
  return low | (guint64) high << 32;
}

TARGET static inline guint64
high_avx2 (Avx2Block block)
{
  guint32 low = (guint32) _mm256_movemask_epi8 (block.part[0]);
  guint32 high = (guint32) _mm256_movemask_epi8 (block.part[1]);
  return low | (guint64) high << 32;
}

TARGET static inline guint64
at_least_avx2 (Avx2Block block, guint8 c)
{
  __m256i wanted = _mm256_set1_epi8 ((char) c);
  Avx2Block most = { { _mm256_max_epu8 (block.part[0], wanted),
                       _mm256_max_epu8 (block.part[1], wanted) } };
  guint32 low = (guint32) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (block.part[0], most.part[0]));
  guint32 high = (guint32) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (block.part[1], most.part[1]));
  return low | (guint64) high << 32;
}

TARGET static inline void
put_ends_avx2 (guint32 *ends, guint64 bits, guint32 place){ PUT_ENDS_BY_COUNTING }

#define FEW_BRANCHES 1
#define NAME(x) x##_avx2
#define Block Avx2Block
#include "bw-scan-loops.h"

/* --- AVX-512 ------------------------------------------------------------------------------------
 */

#define TARGET __attribute__ ((target ("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,lzcnt,popcnt")))

TARGET static inline __m512i load_avx512 (const char *at)
{
  return _mm512_loadu_si512 ((const void *) at);
}

TARGET static inline guint64
equal_avx512 (__m512i block, char c)
{
  return _cvtmask64_u64 (_mm512_cmpeq_epi8_mask (block, _mm512_set1_epi8 (c)));
}

TARGET static inline guint64
high_avx512 (__m512i block)
{
  return _cvtmask64_u64 (_mm512_movepi8_mask (block));
}

TARGET static inline guint64
at_least_avx512 (__m512i block, guint8 c)
{
  return _cvtmask64_u64 (_mm512_cmpge_epu8_mask (block, _mm512_set1_epi8 ((char) c)));
}

/* The numbers 0 .. 63 of the bits that are set, packed to the front, sixteen at a time. */
TARGET static inline void
put_ends_avx512 (guint32 *ends, guint64 bits, guint32 place)
{
  static const guint8 numbers[64] __attribute__ ((aligned (64))) = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
  };
  __m512i packed = _mm512_maskz_compress_epi8 (_cvtu64_mask64 (bits),
                                               _mm512_load_si512 ((const void *) numbers));
  __m512i start = _mm512_set1_epi32 ((int) place);
  __m512i first = _mm512_cvtepu8_epi32 (_mm512_castsi512_si128 (packed));
  _mm512_storeu_si512 ((void *) ends, _mm512_add_epi32 (first, start));
  guint n = (guint) __builtin_popcountll (bits);
  if (G_LIKELY (n <= 16))
    return;
  __m512i second = _mm512_cvtepu8_epi32 (_mm512_extracti32x4_epi32 (packed, 1));
  __m512i third = _mm512_cvtepu8_epi32 (_mm512_extracti32x4_epi32 (packed, 2));
  __m512i fourth = _mm512_cvtepu8_epi32 (_mm512_extracti32x4_epi32 (packed, 3));
  _mm512_storeu_si512 ((void *) (ends + 16), _mm512_add_epi32 (second, start));
  _mm512_storeu_si512 ((void *) (ends + 32), _mm512_add_epi32 (third, start));
  _mm512_storeu_si512 ((void *) (ends + 48), _mm512_add_epi32 (fourth, start));
}

#define FEW_BRANCHES 1
#define NAME(x) x##_avx512
#define Block __m512i
#include "bw-scan-loops.h"
#endif

/* --- The choice ---------------------------------------------------------------------------------
 */

typedef struct {
  void (*count) (const Stretch *, BwScanCount *);
  void (*words) (BwScan *, gsize);
} Loops;

static const Loops loops[BW_SCAN_LAST] = {
  [BW_SCAN_PORTABLE] = { count_portable, words_portable },
#ifdef __x86_64__
  [BW_SCAN_SSE2] = { count_sse2, words_sse2 },
  [BW_SCAN_AVX2] = { count_avx2, words_avx2 },
  [BW_SCAN_AVX512] = { count_avx512, words_avx512 },
#endif
};

static gboolean
is_there (BwScanLevel level)
{
#ifdef __x86_64__
  if (level == BW_SCAN_AVX512)
    return __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512vl") &&
           __builtin_cpu_supports ("avx512vbmi2") && __builtin_cpu_supports ("bmi");
  if (level == BW_SCAN_AVX2)
    return __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("bmi");
#endif
  return loops[level].words != NULL;
}

static int forced = -1;

static gpointer
find_best_level (gpointer unused)
{
  int level = BW_SCAN_LAST - 1;
  while (!is_there ((BwScanLevel) level))
    level--;
  return GINT_TO_POINTER (level);
}

BwScanLevel
bw_scan_get_level (void)
{
  static GOnce once = G_ONCE_INIT;
  if (forced >= 0)
    return (BwScanLevel) forced;
  return (BwScanLevel) GPOINTER_TO_INT (g_once (&once, find_best_level, NULL));
}

gboolean
bw_scan_force (BwScanLevel level)
{
  if (!is_there (level))
    return FALSE;
  forced = (int) level;
  return TRUE;
}

void
bw_scan_count (const char *text, gsize size, gsize begin, gsize end, char quote, BwScanCount *count)
{
  g_assert (begin <= end && end <= size);
  Stretch stretch = { text, text + size, text + begin, text + end, quote };
  loops[bw_scan_get_level ()].count (&stretch, count);
}

void
bw_scan_words (BwScan *scan, gsize n_words)
{
  loops[bw_scan_get_level ()].words (scan, n_words);
}
