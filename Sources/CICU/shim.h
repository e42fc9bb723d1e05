// ICU renames its functions with macros (ucnv_open -> ucnv_open_72), which Swift does not import:
// a static inline wrapper `icu_…` for each function in use.
#pragma once
#include <unicode/ucnv.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

static inline int32_t icu_east_asian_width(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH); }
static inline int32_t icu_general_category(UChar32 c) { return u_charType(c); }

// Line breaking and width.
static inline UBreakIterator *icu_line_break_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, 0, 0, &status);
  return U_FAILURE(status) ? 0 : iterator;
}
static inline void icu_break_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline int32_t icu_break_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
// Sets the text of an iterator, which keeps its own shallow copy of the UText; the bytes must stay
// until the iterator is set to another text or closed.
static inline int icu_break_set_utf8(UBreakIterator *iterator, const char *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, bytes, count, &status);
  if (U_FAILURE(status)) return 0;
  ubrk_setUText(iterator, &text, &status);
  utext_close(&text);
  return U_SUCCESS(status);
}
static inline int icu_is_emoji_presentation(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION); }
static inline int icu_is_emoji(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_EMOJI); }
static inline int icu_is_default_ignorable(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }
static inline UCalendar *icu_zone_open(const UChar *id, int32_t length, UErrorCode *status) { return ucal_open(id, length, "en_US", UCAL_GREGORIAN, status); }
static inline void icu_zone_close(UCalendar *calendar) { ucal_close(calendar); }
static inline UBool icu_zone_is_known(const UChar *id, int32_t length) {
  UChar canonical[128]; UBool known = 0; UErrorCode status = U_ZERO_ERROR;
  ucal_getCanonicalTimeZoneID(id, length, canonical, 128, &known, &status);
  return U_SUCCESS(status) && known;
}
static inline int32_t icu_zone_offset(UCalendar *calendar, double millis, UErrorCode *status) {
  ucal_setMillis(calendar, millis, status);
  return ucal_get(calendar, UCAL_ZONE_OFFSET, status) + ucal_get(calendar, UCAL_DST_OFFSET, status);
}
