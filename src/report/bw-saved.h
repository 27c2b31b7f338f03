/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a saved report share: its document, and values in it. Reading says what is
 * wrong by file and key; a key is told as a path ("settings.clock") of which the last part is
 * looked up. Private to bw-report-file.c and bw-saved-*.c. */
#pragma once

#include "bw-report-file.h"
#include <yyjson.h>

typedef yyjson_mut_val Json;
typedef yyjson_mut_doc JsonDoc;

struct _BwReportFile {
  char *name;   /* for messages */
  char *folder; /* that relative paths begin from */
  JsonDoc *doc;
  GPtrArray *sources; /* BwSavedSource, as many as "sources" of the document has */
  GPtrArray *figures; /* BwSavedFigure */
  char *figures_period;
  char *period;
  GStrv reading;
};

/* --- bw-saved-values.c: reading; all return FALSE on error -------------------------------------
 */

/* Always FALSE. what: a kind of value, translated. */
gboolean
bw_saved_fail (const BwReportFile *self, const char *key, const char *what, GError **error);
/* An error of what reads the value, which is taken over, with file and key in front. FALSE. */
gboolean
bw_saved_pass_on (const BwReportFile *self, const char *key, GError *problem, GError **error);
/* "clock" of "settings.clock" */
const char *bw_saved_last_part (const char *key);
/* What is not there is null, and NULL. */
Json *bw_saved_get (Json *object, const char *key);
/* NULL when it is not there. */
gboolean bw_saved_get_text (
    const BwReportFile *self, Json *object, const char *key, const char **text, GError **error);
gboolean bw_saved_need_text (
    const BwReportFile *self, Json *object, const char *key, const char **text, GError **error);
/* NAN when it is not there. */
gboolean bw_saved_get_number (
    const BwReportFile *self, Json *object, const char *key, double *number, GError **error);
/* *flag stays when it is not there. */
gboolean bw_saved_get_flag (
    const BwReportFile *self, Json *object, const char *key, gboolean *flag, GError **error);
gboolean bw_saved_get_object (
    const BwReportFile *self, Json *object, const char *key, Json **found, GError **error);
gboolean bw_saved_get_list (
    const BwReportFile *self, Json *object, const char *key, Json **found, GError **error);
/* *texts is NULL when it is not there. */
gboolean bw_saved_get_texts (
    const BwReportFile *self, Json *object, const char *key, GStrv *texts, GError **error);
/* *place stays when it is not there. */
gboolean bw_saved_get_word (const BwReportFile *self,
                            Json *object,
                            const char *key,
                            const char *const *words,
                            guint *place,
                            GError **error);
/* "2025-03-01" */
gboolean bw_saved_get_day (
    const BwReportFile *self, Json *object, const char *key, gint64 *day, GError **error);
/* NONE when it is not there. */
gboolean bw_saved_get_field (
    const BwReportFile *self, Json *object, const char *key, BwFieldId *field, GError **error);

/* --- bw-saved-values.c: writing ----------------------------------------------------------------
 */

void bw_saved_put (JsonDoc *doc, Json *object, const char *key, Json *value);
/* NULL = null */
void bw_saved_put_text (JsonDoc *doc, Json *object, const char *key, const char *text);
void bw_saved_put_number (JsonDoc *doc, Json *object, const char *key, double number);
void bw_saved_put_flag (JsonDoc *doc, Json *object, const char *key, gboolean flag);
void bw_saved_put_day (JsonDoc *doc, Json *object, const char *key, gint64 days);
void bw_saved_put_field (JsonDoc *doc, Json *object, const char *key, BwFieldId field);
Json *bw_saved_put_list (JsonDoc *doc, Json *object, const char *key);
Json *bw_saved_put_object (JsonDoc *doc, Json *object, const char *key);
void bw_saved_put_texts (JsonDoc *doc, Json *object, const char *key, const char *const *texts);

/* --- bw-saved-sources.c ------------------------------------------------------------------------
 */

void bw_saved_source_free (gpointer source);
void bw_saved_figure_free (gpointer figure);
/* As it stands in the file: relative when it lies in or below folder, a URI when its bytes are no
 * text. */
char *bw_saved_spell_path (const char *path, const char *folder);
char *bw_saved_resolve_path (const char *spelt, const char *folder);
/* Absolute. */
char *bw_saved_folder_of (const char *path);
gboolean bw_saved_read_sources (BwReportFile *self, Json *root, GError **error);
void
bw_saved_write_sources (const GPtrArray *sources, const char *folder, JsonDoc *doc, Json *root);
/* Those of the data. */
GPtrArray *bw_saved_list_sources (BwDataset *dataset);
gboolean bw_saved_read_figures (BwReportFile *self, Json *root, GError **error);
/* Those of the workspace, else those that were read. */
void
bw_saved_write_figures (const BwReportFile *self, BwWorkspace *workspace, JsonDoc *doc, Json *root);

/* --- bw-saved-question.c -----------------------------------------------------------------------
 */

typedef struct _BwSavedQuestion BwSavedQuestion;

/* preset: the zone when none is saved. NULL on error. */
BwSavedQuestion *
bw_saved_read_question (const BwReportFile *self, Json *root, BwZone *preset, GError **error);
void bw_saved_question_free (BwSavedQuestion *question);
void bw_saved_question_ask (const BwSavedQuestion *question, BwWorkspace *workspace);
void bw_saved_write_question (BwWorkspace *workspace, const char *period, JsonDoc *doc, Json *root);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSavedQuestion, bw_saved_question_free)

/* --- bw-saved-settings.c -----------------------------------------------------------------------
 */

BwSettings *bw_saved_read_settings (const BwReportFile *self, Json *root, GError **error);
void bw_saved_write_settings (const BwSettings *settings, JsonDoc *doc, Json *root);

/* --- bw-saved-plan.c ---------------------------------------------------------------------------
 */

/* Of "report" and "overview". */
BwReportPlan *bw_saved_read_plan (const BwReportFile *self, Json *root, GError **error);
void bw_saved_write_plan (BwReportPlan *plan, const char *folder, JsonDoc *doc, Json *root);

/* --- bw-saved-merge.c --------------------------------------------------------------------------
 */

/* Adds to fresh what old has and we do not know. */
void bw_saved_merge (JsonDoc *doc, Json *fresh, Json *old);
/* Of lists of sources: they are the same when they lie in the same place, whatever is in them now.
 */
void bw_saved_merge_sources (
    const BwReportFile *self, const GPtrArray *sources, JsonDoc *doc, Json *fresh, Json *old);
