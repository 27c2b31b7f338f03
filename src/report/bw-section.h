/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of the report. To add one: a file section-NAME.c that defines
 * `const BwSection bw_section_NAME`, its name in the section shelf of src/meson.build, and its
 * place in data/reports. */
#pragma once

#include "bw-draft.h"
#include "bw-section-words.h"

struct _BwSection {
  const char *id;    /* "contact-centre" */
  const char *title; /* N_(), its heading */
  /* N_(): why it is left out when it has nothing to say: "no file has calls" */
  const char *absent;
  /* Its KPIs unless the template names others, in order; NULL-terminated; may be NULL. */
  const char *const *kpis;
  gboolean places_comment; /* the section does: else the manager's comment opens it */
  gboolean looks_back;     /* tells of all others, wherever it stands, what they told and lack */
  /* Adds blocks to the draft below the heading, or none when the data have nothing to say. */
  void (*write) (BwDraft *draft);
};

/* All sections, NULL-terminated. */
const BwSection *const *bw_sections (void);
/* NULL when there is none of that id. */
const BwSection *bw_section_find (const char *id);
/* Translated. */
const char *bw_section_get_title (const BwSection *section);
