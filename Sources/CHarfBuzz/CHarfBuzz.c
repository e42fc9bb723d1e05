#include "CHarfBuzz.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// HarfBuzz's own types, of which only pointers are used.
typedef struct hb_blob_t hb_blob_t;
typedef struct hb_face_t hb_face_t;
typedef struct hb_set_t hb_set_t;
typedef struct hb_subset_input_t hb_subset_input_t;

struct font_face {
  hb_face_t *face;
};

static struct {
  hb_blob_t *(*blob_create)(const char *, unsigned, int, void *, void (*)(void *));
  const char *(*blob_get_data)(hb_blob_t *, unsigned *);
  void (*blob_destroy)(hb_blob_t *);
  hb_face_t *(*face_create)(hb_blob_t *, unsigned);
  void (*face_destroy)(hb_face_t *);
  unsigned (*face_count)(hb_blob_t *);
  unsigned (*face_get_glyph_count)(const hb_face_t *);
  hb_blob_t *(*face_reference_table)(const hb_face_t *, uint32_t);
  hb_blob_t *(*face_reference_blob)(hb_face_t *);
  unsigned (*ot_name_get_utf8)(hb_face_t *, unsigned, const void *, unsigned *, char *);
  hb_subset_input_t *(*subset_input_create_or_fail)(void);
  void (*subset_input_destroy)(hb_subset_input_t *);
  hb_set_t *(*subset_input_unicode_set)(hb_subset_input_t *);
  void (*set_add)(hb_set_t *, uint32_t);
  hb_face_t *(*subset_or_fail)(hb_face_t *, const hb_subset_input_t *);
} hb;
static bool is_open;

static void open_library(void) {
  static const char *const names[] = {"libharfbuzz-subset.so.0", "libharfbuzz-subset.so",
                                      "libharfbuzz-subset.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  bool all = true;
#define FIND(name) all = (*(void **)&hb.name = dlsym(library, "hb_" #name)) != NULL && all
  FIND(blob_create);
  FIND(blob_get_data);
  FIND(blob_destroy);
  FIND(face_create);
  FIND(face_destroy);
  FIND(face_count);
  FIND(face_get_glyph_count);
  FIND(face_reference_table);
  FIND(face_reference_blob);
  FIND(ot_name_get_utf8);
  FIND(subset_input_create_or_fail);
  FIND(subset_input_destroy);
  FIND(subset_input_unicode_set);
  FIND(set_add);
  FIND(subset_or_fail);
  is_open = all;
}

bool font_subsetting_is_installed(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return is_open;
}

font_face *font_face_open(const uint8_t *bytes, size_t count, unsigned index) {
  if (!font_subsetting_is_installed() || count > UINT32_MAX / 2) return NULL;
  hb_blob_t *blob = hb.blob_create((const char *)bytes, (unsigned)count, 0, NULL, NULL);
  hb_face_t *face = index < hb.face_count(blob) ? hb.face_create(blob, index) : NULL;
  hb.blob_destroy(blob);
  font_face *result = NULL;
  if (face != NULL && hb.face_get_glyph_count(face) > 0) result = malloc(sizeof *result);
  if (result != NULL)
    result->face = face;
  else if (face != NULL)
    hb.face_destroy(face);
  return result;
}

void font_face_close(font_face *face) {
  if (face == NULL) return;
  hb.face_destroy(face->face);
  free(face);
}

unsigned font_face_family(font_face *face, char *name, unsigned capacity) {
  // The typographic family, which has the bold and the light ones in it, else the family.
  static const unsigned identifiers[] = {16, 1};
  for (size_t i = 0; i < 2; i++) {
    unsigned length = capacity;
    hb.ot_name_get_utf8(face->face, identifiers[i], NULL, &length, name);
    if (length > 0) return length;
  }
  return 0;
}

unsigned font_face_table(font_face *face, uint32_t tag, uint8_t *bytes, unsigned capacity) {
  hb_blob_t *blob = hb.face_reference_table(face->face, tag);
  unsigned length = 0;
  const char *data = hb.blob_get_data(blob, &length);
  if (data != NULL && length > 0) memcpy(bytes, data, length < capacity ? length : capacity);
  hb.blob_destroy(blob);
  return length < capacity ? length : capacity;
}

uint8_t *font_face_subset(font_face *face, const uint32_t *points, size_t count, size_t *length) {
  hb_subset_input_t *input = hb.subset_input_create_or_fail();
  if (input == NULL) return NULL;
  hb_set_t *set = hb.subset_input_unicode_set(input);
  for (size_t i = 0; i < count; i++) hb.set_add(set, points[i]);
  hb_face_t *subset = hb.subset_or_fail(face->face, input);
  hb.subset_input_destroy(input);
  if (subset == NULL) return NULL;
  hb_blob_t *blob = hb.face_reference_blob(subset);
  hb.face_destroy(subset);
  unsigned size = 0;
  const char *data = hb.blob_get_data(blob, &size);
  uint8_t *result = data != NULL && size > 0 ? malloc(size) : NULL;
  if (result != NULL) {
    memcpy(result, data, size);
    *length = size;
  }
  hb.blob_destroy(blob);
  return result;
}

void font_bytes_free(uint8_t *bytes) { free(bytes); }
