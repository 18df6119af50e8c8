/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/prose-span.h"

G_BEGIN_DECLS

/**
 * ProseXmlTokenKind:
 * @PROSE_XML_TEXT: text between tags
 * @PROSE_XML_START_TAG: where an element starts
 * @PROSE_XML_END_TAG: where it ends
 * @PROSE_XML_EMPTY_TAG: an element that has nothing inside: `<x/>`
 * @PROSE_XML_COMMENT: a comment
 * @PROSE_XML_CDATA: text that is written as it is
 * @PROSE_XML_OTHER: a document type, an instruction, a tag that does not end
 */
typedef enum {
  PROSE_XML_TEXT,
  PROSE_XML_START_TAG,
  PROSE_XML_END_TAG,
  PROSE_XML_EMPTY_TAG,
  PROSE_XML_COMMENT,
  PROSE_XML_CDATA,
  PROSE_XML_OTHER,
} ProseXmlTokenKind;

/**
 * ProseXmlToken:
 * @kind: what it is
 * @span: where it stands
 * @content: the text of a CDATA section; else empty
 * @name: the name of a tag, without its prefix
 * @attributes: where the attributes of a tag start
 *
 * A part of an XML file. Spans are in bytes.
 */
typedef struct {
  ProseXmlTokenKind kind;
  ProseSpan span;
  ProseSpan content;
  ProseSpan name;
  guint attributes;
} ProseXmlToken;

/**
 * PROSE_XML_REFERENCE_SIZE:
 *
 * How many bytes what a reference stands for can have, with a NUL at its end.
 */
#define PROSE_XML_REFERENCE_SIZE 8

ProseXmlToken prose_xml_token_read (const char *text, gsize length, guint start);
gboolean prose_xml_token_is (const ProseXmlToken *self, const char *text, const char *name);
gboolean prose_xml_token_is_one_of (const ProseXmlToken *self,
                                    const char *text,
                                    const char *const *names);
gboolean prose_xml_token_opens (const ProseXmlToken *self);
gboolean prose_xml_token_find_attribute (const ProseXmlToken *self,
                                         const char *text,
                                         const char *name,
                                         ProseSpan *value);
char *prose_xml_token_dup_attribute (const ProseXmlToken *self, const char *text, const char *name);
gboolean prose_xml_token_has (const ProseXmlToken *self,
                              const char *text,
                              const char *name,
                              const char *value);

guint prose_xml_reference_read (const char *text,
                                gsize length,
                                char result[PROSE_XML_REFERENCE_SIZE]);

G_END_DECLS
