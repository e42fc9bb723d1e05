// Reading XML with libxml2, opened when the first XML is read: linked, it and the ICU that it brings
// cost three milliseconds at every start.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// What is called as a document is read. `context` is what `xml_reader_open` was given; names and
/// texts are UTF-8, and stand only during the call, but for names, which the reader keeps once each.
typedef struct {
  /// An element: `attributes` has five pointers each: local name, prefix, namespace, value, its end.
  void (*start)(void *context, const uint8_t *name, const uint8_t *prefix, const uint8_t *uri,
                int32_t count, const uint8_t **attributes);
  void (*end)(void *context);
  /// Text from a line on; longer text comes in pieces.
  void (*characters)(void *context, const uint8_t *text, int32_t length, int32_t line);
  /// A fault that the reader may go on after; those of undeclared namespaces are left out.
  void (*fault)(void *context, const char *message, int32_t line);
} xml_events;

typedef struct xml_reader xml_reader;

/// Whether libxml2 is there.
bool xml_is_installed(void);
/// A reader that repairs what it can, opens no file or address and declares no entities; NULL without
/// memory or library.
xml_reader *xml_reader_open(xml_events events, void *context);
void xml_reader_close(xml_reader *reader);
/// Reads the next bytes (UTF-8). False when the reader has given up: the rest is not read.
bool xml_reader_read(xml_reader *reader, const uint8_t *bytes, int32_t count);
/// Says that the document ends.
void xml_reader_finish(xml_reader *reader);
/// The line that is being read, from 1.
int32_t xml_reader_line(const xml_reader *reader);
