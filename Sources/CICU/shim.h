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
