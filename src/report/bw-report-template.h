/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sections a report has, in which order, and with which parameters. To add one: a key file
 * NAME.report in data/reports (and its name in reports.gresource.xml), or in the user's data folder
 * under bellwether/reports, where one of the same name replaces ours.
 *
 *   [Report]
 *   Name=Monthly report
 *   Sections=summary;demand;speed;appendix
 *   [speed]
 *   Kpis=first-response-time;resolution-time
 *   Splits=team;channel
 */
#pragma once

#include "bw-field.h"
#include <gio/gio.h>

/* Immutable, shared by all threads, never freed. */
typedef struct _BwReportTemplate BwReportTemplate;

/* All templates by id. Of BwReportTemplate. */
const GPtrArray *bw_report_templates (void);
/* What keeps templates of the user's own from being used, a sentence each; may be empty. */
const char *const *bw_report_template_list_problems (void);
/* NULL and BW_ERROR_FIELD naming the known ones, or what is wrong with the one of that name. */
const BwReportTemplate *bw_report_template_find (const char *id, GError **error);
/* Reads one; NULL and BW_ERROR_FORMAT when it is none, or names what does not exist. */
BwReportTemplate *bw_report_template_read (const char *id, GBytes *bytes, GError **error);
void bw_report_template_free (BwReportTemplate *template);

const char *bw_report_template_get_id (const BwReportTemplate *template);
/* Translated. */
const char *bw_report_template_get_name (const BwReportTemplate *template);
const char *const *bw_report_template_get_sections (const BwReportTemplate *template);
/* A section's list of that key, or NULL when the template does not say. */
const char *const *bw_report_template_get_list (const BwReportTemplate *template,
                                                const char *section,
                                                const char *key);
