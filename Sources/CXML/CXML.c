#include "CXML.h"
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <dlfcn.h>
#include <pthread.h>

static void *library;

static struct {
  __typeof__(&xmlInitParser) init;
  __typeof__(&xmlCreatePushParserCtxt) open;
  __typeof__(&xmlFreeParserCtxt) close;
  __typeof__(&xmlCtxtUseOptions) use_options;
  __typeof__(&xmlParseChunk) parse;
  __typeof__(&xmlStopParser) stop;
} xml;

#define FIND(field, name)                                                                          \
  (xml.field = (__typeof__(xml.field))dlsym(library, #name)) != NULL

static void open_library(void) {
  library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  if (FIND(init, xmlInitParser) && FIND(open, xmlCreatePushParserCtxt)
      && FIND(close, xmlFreeParserCtxt) && FIND(use_options, xmlCtxtUseOptions)
      && FIND(parse, xmlParseChunk) && FIND(stop, xmlStopParser)) {
    // By one thread, before several use it.
    xml.init();
    return;
  }
  dlclose(library);
  library = NULL;
}

bool xml_is_installed(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return library != NULL;
}
#else
static const struct {
  __typeof__(&xmlCreatePushParserCtxt) open;
  __typeof__(&xmlFreeParserCtxt) close;
  __typeof__(&xmlCtxtUseOptions) use_options;
  __typeof__(&xmlParseChunk) parse;
  __typeof__(&xmlStopParser) stop;
} xml = {xmlCreatePushParserCtxt, xmlFreeParserCtxt, xmlCtxtUseOptions, xmlParseChunk,
         xmlStopParser};

bool xml_is_installed(void) { return true; }
#endif

struct xml_reader {
  xml_events events;
  void *context;
  xmlParserCtxtPtr parser;
  bool is_stopped, is_finishing;
  // Text comes in many pieces, one for each reference: it is handed on together.
  int32_t text_line, text_length;
  xmlChar text[16384];
};

static void flush(xml_reader *reader) {
  if (reader->text_length == 0) return;
  int32_t length = reader->text_length;
  reader->text_length = 0;
  reader->events.characters(reader->context, reader->text, length, reader->text_line);
}

static void start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int spaces, const xmlChar **declared, int count, int defaulted,
                  const xmlChar **attributes) {
  xml_reader *reader = data;
  flush(reader);
  // libxml2 looks for a prefix among all that are declared; some versions count each twice.
  if (reader->parser->nsNr > 2000) {
    reader->is_stopped = true;
    reader->events.fault(reader->context, "more than 1000 namespaces are declared in one another",
                         xml_reader_line(reader));
    xml.stop(reader->parser);
    return;
  }
  reader->events.start(reader->context, name, prefix, uri, count, attributes);
}

static void end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  xml_reader *reader = data;
  flush(reader);
  reader->events.end(reader->context);
}

static void characters(void *data, const xmlChar *text, int length) {
  xml_reader *reader = data;
  if (length <= 0) return;
  if ((size_t)length > sizeof reader->text - (size_t)reader->text_length) flush(reader);
  if (reader->text_length == 0) reader->text_line = xml_reader_line(reader);
  if ((size_t)length > sizeof reader->text) {
    reader->events.characters(reader->context, text, length, reader->text_line);
    return;
  }
  memcpy(reader->text + reader->text_length, text, (size_t)length);
  reader->text_length += length;
}

static void fault(void *data, xmlErrorPtr error) {
  xml_reader *reader = data;
  if (error == NULL || error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE) return;
  // The parser says the same of what is behind a document's end.
  bool is_cut = reader->is_finishing && error->code == XML_ERR_DOCUMENT_END;
  reader->events.fault(reader->context, is_cut ? "it ends before its elements do" : error->message,
                       error->line);
}

xml_reader *xml_reader_open(xml_events events, void *context) {
  if (!xml_is_installed()) return NULL;
  xml_reader *reader = malloc(sizeof *reader);
  if (reader == NULL) return NULL;
  reader->events = events;
  reader->context = context;
  reader->is_stopped = reader->is_finishing = false;
  reader->text_length = 0;
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start,
    .endElementNs = end,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = characters,
    .serror = fault,
  };
  reader->parser = xml.open(&handler, reader, NULL, 0, NULL);
  if (reader->parser == NULL) {
    free(reader);
    return NULL;
  }
  // NOENT: without it `&amp;` in an attribute is `&#38;`. Nothing else is replaced: of entities there
  // are only XML's own, since no document type comes here.
  xml.use_options(reader->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA
                                      | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE | XML_PARSE_NOERROR
                                      | XML_PARSE_NOWARNING | XML_PARSE_NOENT);
  // The options NOERROR and NOWARNING take away the handlers of faults.
  reader->parser->sax->serror = fault;
  return reader;
}

void xml_reader_close(xml_reader *reader) {
  if (reader == NULL) return;
  xml.close(reader->parser);
  free(reader);
}

bool xml_reader_read(xml_reader *reader, const uint8_t *bytes, int32_t count) {
  xml.parse(reader->parser, (const char *)bytes, count, 0);
  flush(reader);
  if (reader->is_stopped) return false;
  return !(reader->parser->disableSAX != 0 && reader->parser->wellFormed == 0);
}

void xml_reader_finish(xml_reader *reader) {
  reader->is_finishing = true;
  xml.parse(reader->parser, NULL, 0, 1);
  flush(reader);
}

int32_t xml_reader_line(const xml_reader *reader) {
  return reader->parser->input == NULL ? 0 : reader->parser->input->line;
}
