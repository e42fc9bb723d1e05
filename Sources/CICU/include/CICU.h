// The functions of ICU in use, under names and types of their own.
//
// ICU renames its functions with macros (ucnv_open -> ucnv_open_72), which Swift does not import,
// and its enumerations clash with those of the copy of ICU inside Foundation, which Yams imports:
// so no header of ICU's may be seen from Swift, and this one includes none.
#pragma once
#include <stdint.h>

// Properties of code points.
/// Whether East Asian Width is wide or full-width.
int icu_is_wide(int32_t point);
int icu_is_emoji_presentation(int32_t point);
int icu_is_emoji(int32_t point);
/// Whether nothing of it is seen: a mark on another character, a format character.
int icu_is_without_width(int32_t point);

/// Line breaking.
typedef struct icu_line_break icu_line_break;
icu_line_break *icu_line_break_open(const char *locale);
void icu_break_close(icu_line_break *iterator);
int32_t icu_break_next(icu_line_break *iterator);
/// Sets the text of an iterator; the bytes must stay until it is set to another text or closed.
int icu_break_set_utf8(icu_line_break *iterator, const char *bytes, int64_t count);

/// Time zones. An offset is in seconds east of Greenwich.
typedef struct icu_zone icu_zone;
icu_zone *icu_zone_open(const uint16_t *identifier, int32_t length);
void icu_zone_close(icu_zone *zone);
int icu_zone_is_known(const uint16_t *identifier, int32_t length);
int32_t icu_zone_offset(icu_zone *zone, double seconds);

/// How a language writes dates; none for a language that ICU does not know.
typedef struct icu_date_format icu_date_format;
icu_date_format *icu_date_format_open(const char *locale);
void icu_date_format_close(icu_date_format *format);
/// The pattern of its long dates, UTF-16; its length, 0 where there is none.
int32_t icu_date_format_pattern(const icu_date_format *format, uint16_t *pattern, int32_t capacity);
/// The name of a month from 0, in a date or standing alone; its length, 0 where there is none.
int32_t icu_date_format_month(const icu_date_format *format, int32_t month, int standalone,
                              uint16_t *name, int32_t capacity);
/// The pattern of a skeleton in a language, UTF-16; its length, 0 where there is none.
int32_t icu_date_pattern(const char *locale, const uint16_t *skeleton, int32_t length,
                         uint16_t *pattern, int32_t capacity);

/// The name of a language (BCP 47) in itself, as a title, UTF-16; its length, 0 where it has none.
int32_t icu_language_name(const char *tag, uint16_t *name, int32_t capacity);

/// Character encodings. Errors are ICU's: positive ones are failures, `ICU_OVERFLOW` says that the
/// target was too small, and the result how much it would have needed.
enum { ICU_OVERFLOW = 15 };
typedef struct icu_converter icu_converter;
icu_converter *icu_converter_open(const char *name);
void icu_converter_close(icu_converter *converter);
/// Converts to UTF-8; what means nothing becomes U+FFFD.
int32_t icu_converter_to_utf8(
    icu_converter *converter, char *target, int32_t capacity, const char *source, int32_t length, int32_t *error);

/// Guesses the encoding of bytes; writes its name, and gives how sure that is from 0 to 100.
int32_t icu_guess_encoding(const char *bytes, int32_t length, char *name, int32_t capacity);
