/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers in whole-number arithmetic only, so that a seed gives the same bytes on every
 * machine: no floating point, no mathematical library. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* xoshiro256**: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators". */
typedef struct {
  uint64_t state[4];
} Random;

/* Fixed point with 16 fractional bits. */
#define FIXED(x) ((int32_t) ((x) * 65536))

/* The state is filled by splitmix64, as the authors advise. */
static inline void
random_init (Random *random, uint64_t seed)
{
  for (int i = 0; i < 4; i++) {
    uint64_t z = seed += UINT64_C (0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
    random->state[i] = z ^ (z >> 31);
  }
}

static inline uint64_t
rotate_left (uint64_t x, int bits)
{
  return (x << bits) | (x >> (64 - bits));
}

static inline uint64_t
random_next (Random *random)
{
  uint64_t *s = random->state;
  const uint64_t result = rotate_left (s[1] * 5, 7) * 9;
  const uint64_t t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left (s[3], 45);

  return result;
}

/* 0 <= result < n */
static inline uint32_t
random_below (Random *random, uint32_t n)
{
  return (uint32_t) (((random_next (random) >> 32) * n) >> 32);
}

static inline bool
random_chance (Random *random, uint32_t per_mille)
{
  return random_below (random, 1000) < per_mille;
}

/* Near enough to a standard normal deviate: the sum of eight uniform ones, in fixed point. */
static inline int32_t
random_normal (Random *random)
{
  int64_t sum = -262140;

  for (int i = 0; i < 2; i++) {
    uint64_t bits = random_next (random);

    sum += (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
  }

  return (int32_t) (sum * 65536 / 53510);
}

/* value * 2^exponent, the exponent in fixed point and held to -16..12; value < 2^24. */
static inline int64_t
scale_exp2 (int64_t value, int32_t exponent)
{
  static const uint32_t roots[] = { 1518500250, 1276901417, 1170923762, 1121280436,
                                    1097253708, 1085434106, 1079572136, 1076653033 };
  uint64_t factor = UINT64_C (1) << 30;
  int32_t whole, fraction;

  if (exponent > FIXED (12))
    exponent = FIXED (12);
  if (exponent < FIXED (-16))
    exponent = FIXED (-16);

  whole = (exponent + FIXED (16)) / 65536;
  fraction = (exponent + FIXED (16)) % 65536;
  for (int bit = 0; bit < 8; bit++) {
    if (fraction & 1 << (15 - bit))
      factor = factor * roots[bit] >> 30;
  }

  return (int64_t) (((uint64_t) value * factor >> 20) << whole >> 26);
}

/* A log-normal deviate; spread is the standard deviation of the logarithm to base 2. */
static inline int64_t
random_lognormal (Random *random, int64_t median, int32_t spread)
{
  return scale_exp2 (median, (int32_t) ((int64_t) random_normal (random) * spread / 65536));
}
