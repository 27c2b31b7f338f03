/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The topics that comments are sorted into: their names and words, to be edited. */
#pragma once

#include "bw-report-widget.h"

#define BW_TYPE_TOPIC_EDITOR (bw_topic_editor_get_type ())
G_DECLARE_FINAL_TYPE (BwTopicEditor, bw_topic_editor, BW, TOPIC_EDITOR, BwReportWidget)

/* Edits the settings of its workspace; each change is a step that can be undone. */
GtkWidget *bw_topic_editor_new (void);
/* Words that might be topics; n: how many comments have them. NULL-terminated; NULL = none. */
void
bw_topic_editor_set_suggestions (BwTopicEditor *self, const char *const *words, const guint *n);
