// What is used of HarfBuzz (libharfbuzz-subset0), which is opened when the first font is embedded.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the library is installed.
bool font_subsetting_is_installed(void);

typedef struct font_face font_face;

/// A face of a font file (TrueType, OpenType, a collection of them); the bytes are copied. NULL where it
/// is none, or without the library.
font_face *font_face_open(const uint8_t *bytes, size_t count, unsigned index);
void font_face_close(font_face *face);
/// Its family's name in UTF-8; gives the length, at most the capacity.
unsigned font_face_family(font_face *face, char *name, unsigned capacity);
/// Copies the beginning of one of its tables; gives how many bytes there are to have, 0 without it.
unsigned font_face_table(font_face *face, uint32_t tag, uint8_t *bytes, unsigned capacity);
/// The face with the glyphs of some code points only, and what shaping makes of them. The result is to
/// be given to font_bytes_free; NULL where it fails.
uint8_t *font_face_subset(font_face *face, const uint32_t *points, size_t count, size_t *length);
void font_bytes_free(uint8_t *bytes);
