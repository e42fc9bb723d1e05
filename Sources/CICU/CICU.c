// ICU is opened when it is first needed: being linked, it costs a millisecond and a half at every
// start. Its functions are found by the names that its headers give them, with the version.
#include "CICU.h"
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

#ifdef __linux__
#include <dlfcn.h>
#include <pthread.h>

#define TEXT_OF(name) #name
#define NAME(name) TEXT_OF(name)

static void *library;

static void open_library(void) {
  // It brings libicuuc, whose functions are found through it.
  library = dlopen("libicui18n.so." NAME(U_ICU_VERSION_MAJOR_NUM), RTLD_NOW | RTLD_LOCAL);
}

/// Whether ICU is there. Where it is not, each function answers as for text that it knows nothing of.
static int is_open(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return library != NULL;
}

#define ICU(name)                                                                                  \
  ({                                                                                               \
    static __typeof__(&name) function;                                                             \
    __typeof__(&name) found = __atomic_load_n(&function, __ATOMIC_RELAXED);                        \
    if (found == NULL) {                                                                           \
      found = (__typeof__(&name))dlsym(library, NAME(name));                                       \
      __atomic_store_n(&function, found, __ATOMIC_RELAXED);                                        \
    }                                                                                              \
    found;                                                                                         \
  })
#else
static int is_open(void) { return 1; }
#define ICU(name) name
#endif

int icu_is_wide(int32_t point) {
  if (!is_open()) return 0;
  int32_t width = ICU(u_getIntPropertyValue)(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

int icu_is_emoji_presentation(int32_t point) {
  if (!is_open()) return 0;
  return ICU(u_hasBinaryProperty)(point, UCHAR_EMOJI_PRESENTATION);
}

int icu_is_emoji(int32_t point) {
  if (!is_open()) return 0; return ICU(u_hasBinaryProperty)(point, UCHAR_EMOJI); }

int icu_is_without_width(int32_t point) {
  if (!is_open()) return 0;
  switch (ICU(u_charType)(point)) {
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_FORMAT_CHAR: return 1;
  default: return ICU(u_hasBinaryProperty)(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
  }
}

icu_line_break *icu_line_break_open(const char *locale) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ICU(ubrk_open)(UBRK_LINE, locale, 0, 0, &status);
  return U_FAILURE(status) ? 0 : (icu_line_break *)iterator;
}

void icu_break_close(icu_line_break *iterator) {
  if (!is_open()) return; ICU(ubrk_close)((UBreakIterator *)iterator); }

int32_t icu_break_next(icu_line_break *iterator) {
  if (!is_open()) return 0;
  return ICU(ubrk_next)((UBreakIterator *)iterator);
}

int icu_break_set_utf8(icu_line_break *iterator, const char *bytes, int64_t count) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  ICU(utext_openUTF8)(&text, bytes, count, &status);
  if (U_FAILURE(status)) return 0;
  // The iterator keeps a shallow copy of the UText of its own.
  ICU(ubrk_setUText)((UBreakIterator *)iterator, &text, &status);
  ICU(utext_close)(&text);
  return U_SUCCESS(status);
}

icu_zone *icu_zone_open(const uint16_t *identifier, int32_t length) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ICU(ucal_open)(identifier, length, "en_US", UCAL_GREGORIAN, &status);
  return U_FAILURE(status) ? 0 : (icu_zone *)calendar;
}

void icu_zone_close(icu_zone *zone) {
  if (!is_open()) return; ICU(ucal_close)((UCalendar *)zone); }

int icu_zone_is_known(const uint16_t *identifier, int32_t length) {
  if (!is_open()) return 0;
  UChar canonical[128];
  UBool known = 0;
  UErrorCode status = U_ZERO_ERROR;
  ICU(ucal_getCanonicalTimeZoneID)(identifier, length, canonical, 128, &known, &status);
  return U_SUCCESS(status) && known;
}

int32_t icu_zone_offset(icu_zone *zone, double seconds) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = (UCalendar *)zone;
  ICU(ucal_setMillis)(calendar, seconds * 1000, &status);
  int32_t millis =
      ICU(ucal_get)(calendar, UCAL_ZONE_OFFSET, &status) + ICU(ucal_get)(calendar, UCAL_DST_OFFSET, &status);
  return U_SUCCESS(status) ? millis / 1000 : 0;
}

int32_t icu_date_pattern(const char *locale, const uint16_t *skeleton, int32_t length,
                         uint16_t *pattern, int32_t capacity) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = ICU(udatpg_open)(locale, &status);
  if (U_FAILURE(status)) return 0;
  int32_t count = ICU(udatpg_getBestPattern)(generator, (const UChar *)skeleton, length,
                                        (UChar *)pattern, capacity, &status);
  ICU(udatpg_close)(generator);
  return U_FAILURE(status) ? 0 : count;
}

icu_date_format *icu_date_format_open(const char *locale) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = ICU(udat_open)(UDAT_NONE, UDAT_LONG, locale, 0, 0, 0, 0, &status);
  if (U_FAILURE(status)) return 0;
  // An unknown language would get the names of the machine's.
  const char *found = ICU(udat_getLocaleByType)(format, ULOC_VALID_LOCALE, &status);
  if (U_SUCCESS(status) && found && strncmp(found, locale, 2) == 0)
    return (icu_date_format *)format;
  ICU(udat_close)(format);
  return 0;
}

void icu_date_format_close(icu_date_format *format) {
  if (!is_open()) return; ICU(udat_close)((UDateFormat *)format); }

int32_t icu_date_format_pattern(const icu_date_format *format, uint16_t *pattern, int32_t capacity) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  int32_t count =
      ICU(udat_toPattern)((const UDateFormat *)format, 0, (UChar *)pattern, capacity, &status);
  return U_FAILURE(status) ? 0 : count;
}

int32_t icu_date_format_month(const icu_date_format *format, int32_t month, int standalone,
                              uint16_t *name, int32_t capacity) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = ICU(udat_getSymbols)((const UDateFormat *)format,
                                  standalone ? UDAT_STANDALONE_MONTHS : UDAT_MONTHS, month,
                                  (UChar *)name, capacity, &status);
  return U_FAILURE(status) ? 0 : count;
}

int32_t icu_language_name(const char *tag, uint16_t *name, int32_t capacity) {
  if (!is_open()) return 0;
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  ICU(uloc_forLanguageTag)(tag, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE(status) || parsed != (int32_t)strlen(tag)) return 0;
  UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_CAPITALIZATION_FOR_STANDALONE,
                                UDISPCTX_NO_SUBSTITUTE};
  ULocaleDisplayNames *names = ICU(uldn_openForContext)(locale, contexts, 3, &status);
  if (U_FAILURE(status)) return 0;
  int32_t count = ICU(uldn_localeDisplayName)(names, locale, (UChar *)name, capacity, &status);
  ICU(uldn_close)(names);
  return U_FAILURE(status) ? 0 : count;
}

icu_converter *icu_converter_open(const char *name) {
  if (!is_open()) return 0;
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ICU(ucnv_open)(name, &error);
  return U_SUCCESS(error) ? (icu_converter *)converter : NULL;
}

void icu_converter_close(icu_converter *converter) {
  if (!is_open()) return; ICU(ucnv_close)((UConverter *)converter); }

int32_t icu_converter_to_utf8(
    icu_converter *converter, char *target, int32_t capacity, const char *source, int32_t length, int32_t *error) {
  if (!is_open()) return 0;
  UErrorCode code = U_ZERO_ERROR;
  int32_t count =
      ICU(ucnv_toAlgorithmic)(UCNV_UTF8, (UConverter *)converter, target, capacity, source, length, &code);
  *error = code > U_ZERO_ERROR ? code : U_ZERO_ERROR;
  return count;
}

int32_t icu_guess_encoding(const char *bytes, int32_t length, char *name, int32_t capacity) {
  if (!is_open()) return 0;
  UErrorCode error = U_ZERO_ERROR;
  int32_t confidence = 0;
  UCharsetDetector *detector = ICU(ucsdet_open)(&error);
  if (U_FAILURE(error)) return 0;
  ICU(ucsdet_setText)(detector, bytes, length, &error);
  const UCharsetMatch *match = ICU(ucsdet_detect)(detector, &error);
  if (U_SUCCESS(error) && match) {
    const char *found = ICU(ucsdet_getName)(match, &error);
    confidence = ICU(ucsdet_getConfidence)(match, &error);
    if (U_FAILURE(error) || strlen(found) >= (size_t)capacity) {
      confidence = 0;
    } else {
      strcpy(name, found);
    }
  }
  ICU(ucsdet_close)(detector);
  return confidence;
}
