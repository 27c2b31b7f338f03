/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabulary of the generated exports. Every person, company and address is invented; the
 * addresses end in the reserved domain "example". */
#pragma once

enum {
  N_LOCALES = 8,
  N_NAMES = 12,
  N_ORGANISATIONS = 40,
  N_TEAMS = 12,
  N_CATEGORIES = 12,
  N_CHANNELS = 6,
  N_PRIORITIES = 4,

  SECOND_TIER = N_TEAMS - 1, /* the team that takes escalated tickets, however few there are */
};

typedef enum {
  LOCALE_ENGLISH,
  LOCALE_GERMAN,
  LOCALE_FRENCH,
  LOCALE_POLISH,
  LOCALE_JAPANESE,
  LOCALE_SPANISH,
  LOCALE_SWEDISH,
  LOCALE_TURKISH,
} Locale;

typedef enum {
  CHANNEL_EMAIL,
  CHANNEL_WEB,
  CHANNEL_CHAT,
  CHANNEL_PHONE,
  CHANNEL_WHATSAPP,
  CHANNEL_FACEBOOK,
} Channel;

typedef enum {
  CATEGORY_LOGIN,
  CATEGORY_BILLING,
  CATEGORY_ORDER,
  CATEGORY_RETURN,
  CATEGORY_BUG,
  CATEGORY_FEATURE,
  CATEGORY_SHIPPING,
  CATEGORY_ACCOUNT,
  CATEGORY_INTEGRATION,
  CATEGORY_EXPORT,
  CATEGORY_OUTAGE,
  CATEGORY_HOW_TO,
} Category;

/* A name as written, and as it stands in an address. */
typedef struct {
  const char *text;
  const char *ascii;
} Name;

typedef struct {
  const char *name;
  const char *tag;
  int team;   /* the team that handles most of them */
  int weight; /* of a thousand */
  const char *subjects[4];
  const char *local_subjects[5]; /* German to Spanish */
} CategoryWords;

extern const char *const given_names[N_LOCALES][N_NAMES];
extern const Name family_names[N_LOCALES][N_NAMES];
extern const Name organisations[N_ORGANISATIONS];
extern const char *const teams[N_TEAMS];
extern const CategoryWords categories[N_CATEGORIES];
extern const char *const details[16];
extern const char *const second_lines[8];
extern const char *const emoji[6];
