// TOML 1.0 through toml++: a document as a flat row of values, which Swift walks without recursion.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a value is, or where a list or table ends.
typedef enum {
  CTOML_TABLE,
  CTOML_ARRAY,
  CTOML_END,
  CTOML_STRING,
  CTOML_INTEGER,
  CTOML_FLOAT,
  CTOML_BOOLEAN,
  CTOML_DATE,
  CTOML_TIME,
  CTOML_DATE_TIME,
} ctoml_kind;

/// One value in the order of the text. Texts are UTF-8 and belong to the document.
typedef struct {
  ctoml_kind kind;
  /// The key, within a table.
  const char *key;
  size_t key_length;
  const char *text;
  size_t text_length;
  int64_t integer;
  double number;
  bool boolean;
  int32_t year, month, day, hour, minute, second, nanosecond;
  bool has_offset;
  /// Minutes east of Greenwich.
  int32_t offset;
} ctoml_value;

typedef struct ctoml_document ctoml_document;

/// Parses a document; `NULL` where there is no memory. The caller frees it.
ctoml_document *ctoml_parse(const char *text, size_t length);
void ctoml_free(ctoml_document *document);

/// Why the text is not TOML, and in which line of it; `NULL` where it is.
const char *ctoml_problem(const ctoml_document *document);
uint32_t ctoml_problem_line(const ctoml_document *document);

/// The values: those of the root table, each list and table up to its end.
size_t ctoml_count(const ctoml_document *document);
const ctoml_value *ctoml_values(const ctoml_document *document);

#ifdef __cplusplus
}
#endif
