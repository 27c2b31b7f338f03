/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a widget asks what threads answer: once it is seen, and the latest counts. */
#pragma once

#include <gtk/gtk.h>

typedef struct _BwTurn BwTurn;

typedef void (*BwTurnAsk) (gpointer widget, GCancellable *cancellable);

/* Belongs to the widget, which frees it when it is disposed. */
BwTurn *bw_turn_new (GtkWidget *widget, BwTurnAsk ask);
/* What was asked is cancelled; nothing is the latest any more. */
void bw_turn_free (BwTurn *self);
/* Asks now, or when the widget is seen next. What was asked before is cancelled. */
void bw_turn_ask (BwTurn *self);
/* Is it an answer to what was asked last? self may be NULL: it is not. */
gboolean bw_turn_is_latest (const BwTurn *self, GAsyncResult *result);
