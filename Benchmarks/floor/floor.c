/* What the C libraries alone need for the work that newsconv does, as the floor it is measured
   against: no article is made, nothing is kept or written.

     floor posts  FILE…   front matter skipped, cmark-gfm parse and render (GFM extensions, raw
                          HTML kept), libxml2 SAX parse of the result
     floor book   FILE…   the same, and libdeflate level 6 over each article's HTML
     floor pages  FILE…   libxml2's HTML parser over each page, SAX, as it stands

   A file named @LIST holds one name a line. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <libdeflate.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t bytes_in, bytes_out, events;

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(66); }
  fseek(file, 0, SEEK_END);
  *size = ftell(file);
  rewind(file);
  char *text = malloc(*size + 1);
  if (fread(text, 1, *size, file) != *size) { perror(path); exit(74); }
  text[*size] = 0;
  fclose(file);
  return text;
}

static void on_start(void *c, const xmlChar *n, const xmlChar **a) { (void)c; (void)n; (void)a; events++; }
static void on_end(void *c, const xmlChar *n) { (void)c; (void)n; events++; }
static void on_text(void *c, const xmlChar *t, int n) { (void)c; (void)t; (void)n; events++; }

static void parse_html(const char *text, size_t size) {
  htmlSAXHandler sax = {0};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = sax.cdataBlock = on_text;
  htmlParserCtxtPtr context =
      htmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                  HTML_PARSE_NONET | XML_PARSE_HUGE);
  htmlParseChunk(context, text, (int)size, 1);
  htmlFreeParserCtxt(context);
}

static const char *body_of(const char *text) {
  if (strncmp(text, "---\n", 4)) return text;
  const char *end = strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static void convert_post(const char *text, struct libdeflate_compressor *compressor) {
  static const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
  int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
  const char *body = body_of(text);
  cmark_parser *parser = cmark_parser_new(options);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, body, strlen(body));
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
  size_t size = strlen(html);
  parse_html(html, size);
  if (compressor) {
    size_t room = libdeflate_deflate_compress_bound(compressor, size);
    void *packed = malloc(room);
    bytes_out += libdeflate_deflate_compress(compressor, html, size, packed, room);
    free(packed);
  } else {
    bytes_out += size;
  }
  free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

static void convert(const char *mode, const char *path, struct libdeflate_compressor *compressor) {
  size_t size;
  char *text = read_file(path, &size);
  bytes_in += size;
  if (!strcmp(mode, "pages")) parse_html(text, size);
  else convert_post(text, compressor);
  free(text);
}

int main(int count, char **words) {
  if (count < 3) return 64;
  const char *mode = words[1];
  if (strcmp(mode, "pages")) cmark_gfm_core_extensions_ensure_registered();
  struct libdeflate_compressor *compressor =
      strcmp(mode, "book") ? NULL : libdeflate_alloc_compressor(6);
  for (int i = 2; i < count; i++) {
    if (words[i][0] != '@') { convert(mode, words[i], compressor); continue; }
    FILE *list = fopen(words[i] + 1, "r");
    if (!list) return 66;
    char path[4096];
    while (fgets(path, sizeof path, list)) {
      path[strcspn(path, "\n")] = 0;
      convert(mode, path, compressor);
    }
    fclose(list);
  }
  if (compressor) libdeflate_free_compressor(compressor);
  printf("%zu bytes in, %zu out, %zu events\n", bytes_in, bytes_out, events);
  return 0;
}
