/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that are open: what they are, how they were read and what was set aside. */
#pragma once

#include "bw-report-page.h"

#define BW_TYPE_FILES_PAGE (bw_files_page_get_type ())
G_DECLARE_FINAL_TYPE (BwFilesPage, bw_files_page, BW, FILES_PAGE, BwReportPage)
