/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its windows and what is the same in all of them. */
#pragma once

#include <adwaita.h>

#define BW_TYPE_APPLICATION (bw_application_get_type ())
G_DECLARE_FINAL_TYPE (BwApplication, bw_application, BW, APPLICATION, AdwApplication)

BwApplication *bw_application_new (void);
GSettings *bw_application_get_settings (BwApplication *self);
/* Of the program that runs; NULL when there is none. */
GSettings *bw_application_find_settings (void);
