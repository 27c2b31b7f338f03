/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customers wrote: searched, sorted, of one topic or of all. */
#pragma once

#include "bw-comments.h"
#include <gtk/gtk.h>

/* Of all topics, and of none. */
#define BW_TOPIC_ALL -1
#define BW_TOPIC_NONE -2

#define BW_TYPE_COMMENT_LIST (bw_comment_list_get_type ())
G_DECLARE_FINAL_TYPE (BwCommentList, bw_comment_list, BW, COMMENT_LIST, GtkWidget)

/* NULL hides it. Goes back to all topics. */
void bw_comment_list_show (BwCommentList *self, BwComments *comments, BwZone *zone);
/* A place in the names of the comments, or one of the above. */
void bw_comment_list_set_topic (BwCommentList *self, int topic);
void bw_comment_list_search (BwCommentList *self, const char *text);
/* How many comments there are after searching. */
guint bw_comment_list_get_n (BwCommentList *self);
