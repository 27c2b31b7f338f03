/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of sections that a report can have. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-section.h"

#define BW_ITEM(name) extern const BwSection name;
BW_SHELF
#undef BW_ITEM
#define BW_ITEM(name) &name,
static const BwSection *const shelf[] = { BW_SHELF NULL };
#undef BW_ITEM

const BwSection *const *
bw_sections (void)
{
  return shelf;
}

const BwSection *
bw_section_find (const char *id)
{
  for (guint i = 0; shelf[i] != NULL; i++)
    if (g_str_equal (shelf[i]->id, id))
      return shelf[i];
  return NULL;
}

const char *
bw_section_get_title (const BwSection *section)
{
  return _(section->title);
}
