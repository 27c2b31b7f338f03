/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rate and mix effects. */
#include "config.h"

#include <math.h>

#include "bw-mix.h"

BwMixEffect
bw_mix_effect (const BwMixMember *member, const BwMixMember *whole)
{
  double share_before = member->weight_before / whole->weight_before;
  double share_after = member->weight_after / whole->weight_after;
  double before = member->weight_before > 0 ? member->rate_before : member->rate_after;
  double after = member->weight_after > 0 ? member->rate_after : member->rate_before;
  if (!(whole->weight_before > 0) || !(whole->weight_after > 0))
    return (BwMixEffect) { NAN, NAN };
  if (!(member->weight_before > 0) && !(member->weight_after > 0))
    return (BwMixEffect) { 0, 0 };
  return (BwMixEffect) {
    .rate = (share_before + share_after) / 2 * (after - before),
    .mix = (share_after - share_before) *
           ((before + after) / 2 - (whole->rate_before + whole->rate_after) / 2),
  };
}
