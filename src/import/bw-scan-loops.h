/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loops of bw-scan.h, included once for each instruction set by bw-scan.c, which defines
 *   TARGET         attributes of functions for this instruction set
 *   FEW_BRANCHES   whether comparing costs less than to guess wrongly that there is no need to
 *   NAME(x)        x with this instruction set's suffix
 *   Block, load    64 bytes, and how to load them
 *   equal, high    one bit a byte: equal to a value; >= 0x80
 *   at_least       one bit a byte: >= a value that is >= 0x80
 *   put_ends       writes the places of the bits, ascending; may write up to 16 beyond */

/* Bit i: whether byte i stands inside quotes, an opening quote included, a closing one not. */
TARGET static inline guint64
NAME (quoted_span) (guint64 quotes, guint64 carry)
{
  quotes ^= quotes << 1;
  quotes ^= quotes << 2;
  quotes ^= quotes << 4;
  quotes ^= quotes << 8;
  quotes ^= quotes << 16;
  quotes ^= quotes << 32;
  return quotes ^ carry;
}

/* Bytes that end a line: every LF, and each CR that no LF follows. */
TARGET static inline guint64
NAME (line_ends) (Block block, const char *next, const char *end)
{
  guint64 lf = NAME (equal) (block, '\n');
  guint64 cr = NAME (equal) (block, '\r');
  if (cr) {
    guint64 lf_next = next < end && *next == '\n';
    cr &= ~(lf >> 1 | lf_next << 63);
  }
  return lf | cr;
}

/* Counts the characters of a word by arithmetic on the places of first and following bytes; FALSE
 * when they need a closer look (rarer second bytes, four bytes, errors). */
TARGET static inline gboolean
NAME (count_usual_characters) (Block block, guint64 high, Walk *walk, BwScanCount *count)
{
  guint64 first = NAME (at_least) (block, 0xc0);
  guint64 three = NAME (at_least) (block, 0xe0);
  guint64 rare = NAME (at_least) (block, 0xf0) | NAME (equal) (block, '\xc0') |
                 NAME (equal) (block, '\xc1') | NAME (equal) (block, '\xe0') |
                 NAME (equal) (block, '\xed');
  if (rare | ((high & ~first) ^ (first << 1 | three << 2 | walk->begun)))
    return FALSE;
  count->n_sequences += __builtin_popcountll (first);
  walk->begun = first >> 63 | three >> 62;
  return TRUE;
}

/* mask: the bytes that count. */
TARGET static inline void
NAME (count_word) (Block block,
                   const Stretch *stretch,
                   const char *at,
                   guint64 mask,
                   Walk *walk,
                   BwScanCount *count)
{
  guint64 lines = NAME (line_ends) (block, at + 64, stretch->text_end) & mask;
  guint64 quotes = stretch->quote ? NAME (equal) (block, stretch->quote) & mask : 0;
  guint64 high = NAME (high) (block) & mask;
  guint64 inside = walk->inside;
  count->n_lines += __builtin_popcountll (lines);
  if (FEW_BRANCHES || quotes) {
    inside = NAME (quoted_span) (quotes, inside);
    walk->inside = (guint64) ((gint64) inside >> 63);
    count->n_quotes += __builtin_popcountll (quotes);
  }
  count->n_ends_outside += __builtin_popcountll (lines & ~inside);
  if ((FEW_BRANCHES || high | walk->begun) &&
      (~mask || !NAME (count_usual_characters) (block, high, walk, count)))
    count_characters (stretch, at, high, walk, count);
}

TARGET static void
NAME (count) (const Stretch *stretch, BwScanCount *count)
{
  const char *at = stretch->begin;
  Walk walk = { 0, low_bits ((gsize) (skip_begun_character (stretch) - at)) };
  BwScanCount sum = { 0 };
  for (; stretch->end - at >= 64; at += 64)
    NAME (count_word) (NAME (load) (at), stretch, at, ~G_GUINT64_CONSTANT (0), &walk, &sum);
  if (at < stretch->end) {
    char rest[64] = { 0 };
    memcpy (rest, at, MIN (64, (gsize) (stretch->text_end - at)));
    NAME (count_word) (NAME (load) (rest), stretch, at, low_bits ((gsize) (stretch->end - at)),
                       &walk, &sum);
  } else if (walk.begun) {
    count_begun_again (stretch, at, &sum);
  }
  *count = sum;
}

/* One word. lines, stops, quotes: line ends, line ends and delimiters, and quotes, wherever they
 * stand. Parity tells what is inside quotes as long as each quote that opens by parity stands at
 * the start of a cell or is the second of a doubled one; any other word is walked byte by byte. */
TARGET static inline void
NAME (index_word) (BwScan *scan, guint64 lines, guint64 stops, guint64 quotes, guint n_bytes)
{
  guint n_before = scan->n_ends;
  guint64 inside = scan->inside;
  guint64 may_open = scan->may_open;
  if (quotes)
    inside = NAME (quoted_span) (quotes, inside);
  guint64 after = (stops | quotes) & ~inside;
  if (G_UNLIKELY (quotes & inside & ~(after << 1 | may_open))) {
    inside = scan->inside;
    stops = walk_word (stops, quotes, n_bytes, &inside, &may_open);
    scan->inside = inside;
    scan->may_open = may_open;
  } else {
    stops &= ~inside;
    scan->inside = (guint64) ((gint64) inside >> 63);
    scan->may_open = after >> (n_bytes - 1) & 1;
  }
  lines &= stops;

  guint32 place = (guint32) (scan->at - scan->base);
  NAME (put_ends) (scan->ends + n_before, stops, place);
  scan->n_ends += (guint) __builtin_popcountll (stops);
  /* Most words have one line end or none: the first is written at any rate. */
  do {
    scan->rows[scan->n_rows] =
        n_before + (guint) __builtin_popcountll (stops & ((lines & -lines) - 1));
    scan->n_rows += lines != 0;
    lines &= lines - 1;
  } while (G_UNLIKELY (lines));
  scan->at += n_bytes;
}

TARGET static void
NAME (words) (BwScan *given, gsize n_words)
{
  BwScan copy = *given; /* which the compiler can keep at hand */
  BwScan *scan = &copy;
  const char *end = scan->text + scan->size;
  char quote = scan->dialect.quote;
  for (; n_words && scan->size - scan->at >= 64; n_words--) {
    const char *at = scan->text + scan->at;
    Block block = NAME (load) (at);
    guint64 lines = NAME (line_ends) (block, at + 64, end);
    guint64 stops = lines | NAME (equal) (block, scan->dialect.delimiter);
    guint64 quotes = quote ? NAME (equal) (block, quote) : 0;
    NAME (index_word) (scan, lines, stops, quotes, 64);
  }
  gsize n = scan->size - scan->at;
  if (n_words && n > 0) {
    char rest[64] = { 0 };
    memcpy (rest, scan->text + scan->at, n);
    Block block = NAME (load) (rest);
    guint64 mask = low_bits (n);
    guint64 lines = NAME (line_ends) (block, rest, rest) & mask;
    guint64 stops = lines | (NAME (equal) (block, scan->dialect.delimiter) & mask);
    guint64 quotes = quote ? NAME (equal) (block, quote) & mask : 0;
    NAME (index_word) (scan, lines, stops, quotes, (guint) n);
  }
  *given = copy;
}

#undef TARGET
#undef FEW_BRANCHES
#undef NAME
#undef Block
