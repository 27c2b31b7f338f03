/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the marks of scenes. */
#pragma once

#include "bw-scene.h"

void bw_scene_draw_mark (const BwMark *mark, const char *font, cairo_t *cr);
