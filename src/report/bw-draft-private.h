/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bw-section.h"

struct _BwDraft {
  const BwReportContent *content;
  const BwReportTemplate *template;
  const BwSection *section; /* at work */
  GPtrArray *blocks;
  GHashTable *used;  /* KPIs whose figures were told */
  GPtrArray *absent; /* BwSection */
};
