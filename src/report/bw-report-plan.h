/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the manager decides about the report: template, sections, title, comments, actions ... It is
 * saved with the workspace, so that next month's report begins where this one ended. */
#pragma once

#include <gio/gio.h>

typedef enum {
  BW_SHEET_LOCALE, /* what is usual where the user lives */
  BW_SHEET_A4,
  BW_SHEET_LETTER,
} BwSheet;

/* "locale", "a4", "letter"; FALSE when text is none of them (any case). */
gboolean bw_sheet_parse (const char *text, BwSheet *sheet);
const char *bw_sheet_to_string (BwSheet sheet);
/* In points. */
void bw_sheet_get_size (BwSheet sheet, double *width, double *height);

/* Something that was decided. Texts may be empty, never NULL. */
typedef struct {
  char *text;
  char *owner;
  char *due; /* "2025-04-30", or whatever was typed */
} BwReportAction;

BwReportAction *bw_report_action_new (const char *text, const char *owner, const char *due);
void bw_report_action_free (BwReportAction *action);

#define BW_TYPE_REPORT_PLAN (bw_report_plan_get_type ())
G_DECLARE_FINAL_TYPE (BwReportPlan, bw_report_plan, BW, REPORT_PLAN, GObject)

/* Lists of KPIs that arrange the overview. */
typedef enum {
  BW_TILES_ORDER,
  BW_TILES_PINNED,
  BW_TILES_HIDDEN,
  BW_TILES_LAST,
} BwTileList;

/* Properties (notify): template, title, logo, language, sheet, anonymise, quotes. The signal
 * "changed" follows any change, of comments, actions and sections too; "tiles-changed" one of the
 * overview. */
BwReportPlan *bw_report_plan_new (void);
BwReportPlan *bw_report_plan_copy (BwReportPlan *self);
/* Makes it the same as the other one, for those who hold it. */
void bw_report_plan_take (BwReportPlan *self, BwReportPlan *other);

/* Id of the template, "monthly" at first. Another template forgets which sections were chosen. */
const char *bw_report_plan_get_template (BwReportPlan *self);
void bw_report_plan_set_template (BwReportPlan *self, const char *id);
/* Ids of the chosen sections in their order; NULL = those of the template. */
const char *const *bw_report_plan_get_sections (BwReportPlan *self);
void bw_report_plan_set_sections (BwReportPlan *self, const char *const *ids);
/* "" = the usual one. */
const char *bw_report_plan_get_title (BwReportPlan *self);
void bw_report_plan_set_title (BwReportPlan *self, const char *title);
/* Path of a PNG image, "" = none. */
const char *bw_report_plan_get_logo (BwReportPlan *self);
void bw_report_plan_set_logo (BwReportPlan *self, const char *path);
/* Locale in whose language the report is written ("de_DE.UTF-8"), "" = the program's own. */
const char *bw_report_plan_get_language (BwReportPlan *self);
void bw_report_plan_set_language (BwReportPlan *self, const char *locale);
BwSheet bw_report_plan_get_sheet (BwReportPlan *self);
void bw_report_plan_set_sheet (BwReportPlan *self, BwSheet sheet);
/* Agents and requesters have numbers for names. */
gboolean bw_report_plan_get_anonymise (BwReportPlan *self);
void bw_report_plan_set_anonymise (BwReportPlan *self, gboolean anonymise);
/* May customers' own words be printed? */
gboolean bw_report_plan_get_quotes (BwReportPlan *self);
void bw_report_plan_set_quotes (BwReportPlan *self, gboolean quotes);

/* The manager's comment on a section, "" = none. */
const char *bw_report_plan_get_comment (BwReportPlan *self, const char *section);
void bw_report_plan_set_comment (BwReportPlan *self, const char *section, const char *text);
/* Ids of the sections with a comment, sorted; free with g_free. */
const char **bw_report_plan_get_commented (BwReportPlan *self);

/* Of BwReportAction, in order. */
const GPtrArray *bw_report_plan_get_actions (BwReportPlan *self);
/* Takes over the actions. */
void bw_report_plan_set_actions (BwReportPlan *self, GPtrArray *actions);

/* NULL = nobody has said. */
const char *const *bw_report_plan_get_tiles (BwReportPlan *self, BwTileList list);
void bw_report_plan_set_tiles (BwReportPlan *self, BwTileList list, const char *const *kpis);
