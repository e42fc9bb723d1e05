// Compact Language Detector 2, opened when the first text names no language: its tables of a few
// megabytes would cost every start.
#pragma once
#include <stdbool.h>

/// The language of UTF-8 text as CLD2 names it (`en`, `zh-Hant`, `iw`); NULL where it is not sure or
/// the library is not installed.
const char *cld2_language(const char *text, int count);

/// Whether the library is installed.
bool cld2_is_installed(void);
