/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds expat block by block. */
#include "config.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "bw-error.h"
#include "bw-xml.h"

#define STEP ((gsize) 64 << 10)
#define MAX_DEPTH 256

struct _BwXml {
  /* Template */
  const BwXmlEvents *events;
  gpointer user_data;

  /* Owned */
  XML_Parser parser;
  GError *error;

  guint depth;
};

static inline const char *
skip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');
  return colon ? colon + 1 : name;
}

const char *
bw_xml_get (const char **attributes, const char *name)
{
  for (guint i = 0; attributes[i]; i += 2)
    if (strcmp (skip_prefix (attributes[i]), name) == 0)
      return attributes[i + 1];
  return NULL;
}

void
bw_xml_stop (BwXml *xml, GError *error)
{
  if (xml->error) {
    g_error_free (error);
    return;
  }
  xml->error = error;
  XML_StopParser (xml->parser, XML_FALSE);
}

static void
start_cb (void *user_data, const XML_Char *name, const XML_Char **attributes)
{
  BwXml *xml = user_data;
  if (++xml->depth > MAX_DEPTH)
    bw_xml_stop (xml, g_error_new_literal (BW_ERROR, BW_ERROR_LIMIT,
                                           _ ("The document is nested deeper than any table: it is "
                                              "not opened.")));
  else
    xml->events->start (xml, skip_prefix (name), attributes, xml->user_data);
}

static void
end_cb (void *user_data, const XML_Char *name)
{
  BwXml *xml = user_data;
  xml->depth--;
  if (!xml->error)
    xml->events->end (xml, skip_prefix (name), xml->user_data);
}

static void
text_cb (void *user_data, const XML_Char *text, int n)
{
  BwXml *xml = user_data;
  if (!xml->error)
    xml->events->text (xml, text, (gsize) n, xml->user_data);
}

static void
doctype_cb (void *user_data,
            const XML_Char *name,
            const XML_Char *system,
            const XML_Char *public,
            int has_internal)
{
  bw_xml_stop (user_data,
               bw_error_new (BW_ERROR_FORMAT, N_ ("The document declares a document type, which no "
                                                  "export does: it is not opened.")));
}

static gboolean
feed (BwXml *xml, const char *block, gsize n, GError **error)
{
  gsize at = 0;
  do {
    gsize step = MIN (STEP, n - at);
    if (XML_Parse (xml->parser, n > 0 ? block + at : "", (int) step, n == 0) != XML_STATUS_OK) {
      if (xml->error)
        g_propagate_error (error, g_steal_pointer (&xml->error));
      else
        bw_error_set (error, BW_ERROR_FORMAT,
                      N_ ("The document is damaged (%s): export or save it again."),
                      XML_ErrorString (XML_GetErrorCode (xml->parser)));
      return FALSE;
    }
    at += step;
  } while (at < n);
  return TRUE;
}

static BwXml
begin (const BwXmlEvents *events, gpointer user_data)
{
  return (BwXml) { .events = events, .user_data = user_data, .parser = XML_ParserCreate (NULL) };
}

/* xml is where it stays. */
static void
connect_events (BwXml *xml)
{
  XML_SetUserData (xml->parser, xml);
  XML_SetElementHandler (xml->parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (xml->parser, text_cb);
  XML_SetStartDoctypeDeclHandler (xml->parser, doctype_cb);
}

static void
end (BwXml *xml)
{
  XML_ParserFree (xml->parser);
  g_clear_error (&xml->error);
}

gboolean
bw_xml_read (BwArchive *archive, const BwXmlEvents *events, gpointer user_data, GError **error)
{
  BwXml xml = begin (events, user_data);
  connect_events (&xml);
  const char *block;
  gsize n;
  gboolean ok;
  do
    ok = bw_archive_read (archive, &block, &n, error) && feed (&xml, block, n, error);
  while (ok && n > 0);
  end (&xml);
  return ok;
}

gboolean
bw_xml_read_text (const char *text,
                  gsize n,
                  const BwXmlEvents *events,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  BwXml xml = begin (events, user_data);
  connect_events (&xml);
  gboolean ok = TRUE;
  for (gsize at = 0; ok && at < n; at += STEP)
    ok = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         feed (&xml, text + at, MIN (STEP, n - at), error);
  ok = ok && feed (&xml, "", 0, error);
  end (&xml);
  return ok;
}
