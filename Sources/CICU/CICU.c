#include "CICU.h"
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <string.h>
#include <unicode/ucsdet.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ucnv.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

int icu_is_wide(int32_t point) {
  int32_t width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

int icu_is_emoji_presentation(int32_t point) {
  return u_hasBinaryProperty(point, UCHAR_EMOJI_PRESENTATION);
}

int icu_is_emoji(int32_t point) { return u_hasBinaryProperty(point, UCHAR_EMOJI); }

int icu_is_without_width(int32_t point) {
  switch (u_charType(point)) {
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_FORMAT_CHAR: return 1;
  default: return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
  }
}

icu_line_break *icu_line_break_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, 0, 0, &status);
  return U_FAILURE(status) ? 0 : (icu_line_break *)iterator;
}

void icu_break_close(icu_line_break *iterator) { ubrk_close((UBreakIterator *)iterator); }

int32_t icu_break_next(icu_line_break *iterator) {
  return ubrk_next((UBreakIterator *)iterator);
}

int icu_break_set_utf8(icu_line_break *iterator, const char *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, bytes, count, &status);
  if (U_FAILURE(status)) return 0;
  // The iterator keeps a shallow copy of the UText of its own.
  ubrk_setUText((UBreakIterator *)iterator, &text, &status);
  utext_close(&text);
  return U_SUCCESS(status);
}

icu_zone *icu_zone_open(const uint16_t *identifier, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(identifier, length, "en_US", UCAL_GREGORIAN, &status);
  return U_FAILURE(status) ? 0 : (icu_zone *)calendar;
}

void icu_zone_close(icu_zone *zone) { ucal_close((UCalendar *)zone); }

int icu_zone_is_known(const uint16_t *identifier, int32_t length) {
  UChar canonical[128];
  UBool known = 0;
  UErrorCode status = U_ZERO_ERROR;
  ucal_getCanonicalTimeZoneID(identifier, length, canonical, 128, &known, &status);
  return U_SUCCESS(status) && known;
}

int32_t icu_zone_offset(icu_zone *zone, double seconds) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = (UCalendar *)zone;
  ucal_setMillis(calendar, seconds * 1000, &status);
  int32_t millis =
      ucal_get(calendar, UCAL_ZONE_OFFSET, &status) + ucal_get(calendar, UCAL_DST_OFFSET, &status);
  return U_SUCCESS(status) ? millis / 1000 : 0;
}

int32_t icu_date_pattern(const char *locale, const uint16_t *skeleton, int32_t length,
                         uint16_t *pattern, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
  if (U_FAILURE(status)) return 0;
  int32_t count = udatpg_getBestPattern(generator, (const UChar *)skeleton, length,
                                        (UChar *)pattern, capacity, &status);
  udatpg_close(generator);
  return U_FAILURE(status) ? 0 : count;
}

icu_date_format *icu_date_format_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, locale, 0, 0, 0, 0, &status);
  if (U_FAILURE(status)) return 0;
  // An unknown language would get the names of the machine's.
  const char *found = udat_getLocaleByType(format, ULOC_VALID_LOCALE, &status);
  if (U_SUCCESS(status) && found && strncmp(found, locale, 2) == 0)
    return (icu_date_format *)format;
  udat_close(format);
  return 0;
}

void icu_date_format_close(icu_date_format *format) { udat_close((UDateFormat *)format); }

int32_t icu_date_format_pattern(const icu_date_format *format, uint16_t *pattern, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count =
      udat_toPattern((const UDateFormat *)format, 0, (UChar *)pattern, capacity, &status);
  return U_FAILURE(status) ? 0 : count;
}

int32_t icu_date_format_month(const icu_date_format *format, int32_t month, int standalone,
                              uint16_t *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = udat_getSymbols((const UDateFormat *)format,
                                  standalone ? UDAT_STANDALONE_MONTHS : UDAT_MONTHS, month,
                                  (UChar *)name, capacity, &status);
  return U_FAILURE(status) ? 0 : count;
}

int32_t icu_language_name(const char *tag, uint16_t *name, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  uloc_forLanguageTag(tag, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE(status) || parsed != (int32_t)strlen(tag)) return 0;
  UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_CAPITALIZATION_FOR_STANDALONE,
                                UDISPCTX_NO_SUBSTITUTE};
  ULocaleDisplayNames *names = uldn_openForContext(locale, contexts, 3, &status);
  if (U_FAILURE(status)) return 0;
  int32_t count = uldn_localeDisplayName(names, locale, (UChar *)name, capacity, &status);
  uldn_close(names);
  return U_FAILURE(status) ? 0 : count;
}

icu_converter *icu_converter_open(const char *name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &error);
  return U_SUCCESS(error) ? (icu_converter *)converter : NULL;
}

void icu_converter_close(icu_converter *converter) { ucnv_close((UConverter *)converter); }

int32_t icu_converter_to_utf8(
    icu_converter *converter, char *target, int32_t capacity, const char *source, int32_t length, int32_t *error) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count =
      ucnv_toAlgorithmic(UCNV_UTF8, (UConverter *)converter, target, capacity, source, length, &code);
  *error = code > U_ZERO_ERROR ? code : U_ZERO_ERROR;
  return count;
}

int32_t icu_guess_encoding(const char *bytes, int32_t length, char *name, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t confidence = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return 0;
  ucsdet_setText(detector, bytes, length, &error);
  const UCharsetMatch *match = ucsdet_detect(detector, &error);
  if (U_SUCCESS(error) && match) {
    const char *found = ucsdet_getName(match, &error);
    confidence = ucsdet_getConfidence(match, &error);
    if (U_FAILURE(error) || strlen(found) >= (size_t)capacity) {
      confidence = 0;
    } else {
      strcpy(name, found);
    }
  }
  ucsdet_close(detector);
  return confidence;
}
