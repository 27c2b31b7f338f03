/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as a document: its pages, and what the manager decides about them. */
#pragma once

#include "bw-report-page.h"

#define BW_TYPE_DOCUMENT_PAGE (bw_document_page_get_type ())
G_DECLARE_FINAL_TYPE (BwDocumentPage, bw_document_page, BW, DOCUMENT_PAGE, BwReportPage)
