/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "bw-finding.h"

struct _BwFinding {
  GObject parent_instance;

  BwFindingKind kind;

  /* Owned */
  char *title;
  char *details;
  char *action;
  GVariant *target;
};

G_DEFINE_FINAL_TYPE (BwFinding, bw_finding, G_TYPE_OBJECT)

static void
bw_finding_finalize (GObject *object)
{
  BwFinding *self = BW_FINDING (object);

  g_free (self->title);
  g_free (self->details);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  G_OBJECT_CLASS (bw_finding_parent_class)->finalize (object);
}

static void
bw_finding_class_init (BwFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_finding_finalize;
}

static void
bw_finding_init (BwFinding *self)
{
}

BwFinding *
bw_finding_new (BwFindingKind kind,
                const char *title,
                const char *details,
                const char *action,
                GVariant *target)
{
  BwFinding *self = g_object_new (BW_TYPE_FINDING, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->details = g_strdup (details);
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  return self;
}

BwFindingKind
bw_finding_get_kind (BwFinding *self)
{
  g_return_val_if_fail (BW_IS_FINDING (self), BW_FINDING_KPI);
  return self->kind;
}

const char *
bw_finding_get_title (BwFinding *self)
{
  g_return_val_if_fail (BW_IS_FINDING (self), NULL);
  return self->title;
}

const char *
bw_finding_get_details (BwFinding *self)
{
  g_return_val_if_fail (BW_IS_FINDING (self), NULL);
  return self->details;
}

const char *
bw_finding_get_action (BwFinding *self)
{
  g_return_val_if_fail (BW_IS_FINDING (self), NULL);
  return self->action;
}

GVariant *
bw_finding_get_target (BwFinding *self)
{
  g_return_val_if_fail (BW_IS_FINDING (self), NULL);
  return self->target;
}

const char *
bw_finding_kind_get_title (BwFindingKind kind)
{
  switch (kind) {
  case BW_FINDING_KPI:
    return _ ("Key Figures");
  case BW_FINDING_MEMBER:
    return _ ("Filters");
  case BW_FINDING_TICKET:
    return _ ("Tickets");
  case BW_FINDING_PAGE:
    return _ ("Pages");
  case BW_FINDING_ACTION:
    return _ ("Actions");
  }
  g_return_val_if_reached ("");
}
