/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a stream of elements and text: a part of an archive, or a text. Entities other than the
 * five of XML itself are refused, and so is any document type. */
#pragma once

#include "bw-archive.h"

typedef struct _BwXml BwXml;

/* Names come without their namespace prefix. */
typedef struct {
  void (*start) (BwXml *xml, const char *name, const char **attributes, gpointer user_data);
  void (*end) (BwXml *xml, const char *name, gpointer user_data);
  void (*text) (BwXml *xml, const char *text, gsize n, gpointer user_data);
} BwXmlEvents;

/* Reads the archive's current file. FALSE and BW_ERROR_FORMAT when it is no well-formed XML, the
 * archive's errors, or what bw_xml_stop was given. */
gboolean
bw_xml_read (BwArchive *archive, const BwXmlEvents *events, gpointer user_data, GError **error);
/* The same of a text in memory. Also G_IO_ERROR_CANCELLED. */
gboolean bw_xml_read_text (const char *text,
                           gsize n,
                           const BwXmlEvents *events,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);
/* Called by events: nothing more is read. error: taken over. */
void bw_xml_stop (BwXml *xml, GError *error);

/* By its name without prefix; NULL when there is none. */
const char *bw_xml_get (const char **attributes, const char *name);
