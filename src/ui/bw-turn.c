/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits for the widget, and forgets what is late. */
#include "config.h"

#include "bw-turn.h"

struct _BwTurn {
  GtkWidget *widget;
  BwTurnAsk ask;
  gboolean waiting; /* for the widget to be seen */
  GCancellable *asked;
};

static void
mapped_cb (BwTurn *self)
{
  if (self->waiting)
    bw_turn_ask (self);
}

BwTurn *
bw_turn_new (GtkWidget *widget, BwTurnAsk ask)
{
  BwTurn *self = g_new0 (BwTurn, 1);

  self->widget = widget;
  self->ask = ask;
  g_signal_connect_swapped (widget, "map", G_CALLBACK (mapped_cb), self);
  return self;
}

static void
forget (BwTurn *self)
{
  g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
}

void
bw_turn_free (BwTurn *self)
{
  g_signal_handlers_disconnect_by_data (self->widget, self);
  forget (self);
  g_free (self);
}

void
bw_turn_ask (BwTurn *self)
{
  g_return_if_fail (self != NULL);

  self->waiting = !gtk_widget_get_mapped (self->widget);
  if (self->waiting)
    return;
  forget (self);
  self->asked = g_cancellable_new ();
  self->ask (self->widget, self->asked);
}

gboolean
bw_turn_is_latest (const BwTurn *self, GAsyncResult *result)
{
  return self != NULL && self->asked != NULL &&
         g_task_get_cancellable (G_TASK (result)) == self->asked;
}
