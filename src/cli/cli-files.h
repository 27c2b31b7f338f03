/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options that say how files are read, which report, inspect and rows have in common. */
#pragma once

#include "bw-importer.h"
#include "cli.h"

typedef struct {
  /* As given, raw bytes */
  char *time_zone;
  char *profile;
  char **maps;
  char *date_order;
  char *delimiter;
  char *encoding;
  char *quote;
  char *escape;
  char **scales;
  char **units;
  char *effort;
  char *priority;
  char *kind;
  gboolean quiet;
  char **paths;

  BwZone *zone; /* of naive times and of what is printed */
  BwImporter *importer;
} CliFiles;

void cli_files_add_options (CliFiles *self, GOptionContext *context);
/* After parsing: FALSE with an error of usage. */
gboolean cli_files_check (CliFiles *self, GError **error);
/* Reads all files with progress on a terminal; hash: of their bytes as well. *status tells what
 * kind of error it is. */
BwDataset *cli_files_load (CliFiles *self, gboolean hash, CliStatus *status, GError **error);
void cli_files_clear (CliFiles *self);

/* The options that say how columns are read, as a saved report keeps them: "map=Header=field". */
GStrv cli_files_list_reading (const CliFiles *self);
/* The same back, before cli_files_check, for options that were not given. */
void cli_files_use_reading (CliFiles *self, const char *const *reading);
