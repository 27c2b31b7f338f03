/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that a search found: what it is called, and the window's action that leads there. */
#pragma once

#include <gio/gio.h>

typedef enum {
  BW_FINDING_KPI,
  BW_FINDING_MEMBER, /* a value to filter by */
  BW_FINDING_TICKET,
  BW_FINDING_PAGE,
  BW_FINDING_ACTION,
} BwFindingKind;

#define BW_TYPE_FINDING (bw_finding_get_type ())
G_DECLARE_FINAL_TYPE (BwFinding, bw_finding, BW, FINDING, GObject)

/* details may be NULL; target (floating or not) may be NULL. action: "win.show-kpi". */
BwFinding *bw_finding_new (BwFindingKind kind,
                           const char *title,
                           const char *details,
                           const char *action,
                           GVariant *target);
BwFindingKind bw_finding_get_kind (BwFinding *self);
const char *bw_finding_get_title (BwFinding *self);
const char *bw_finding_get_details (BwFinding *self);
const char *bw_finding_get_action (BwFinding *self);
GVariant *bw_finding_get_target (BwFinding *self);
/* What findings of the kind are, translated: "Key figures". */
const char *bw_finding_kind_get_title (BwFindingKind kind);
