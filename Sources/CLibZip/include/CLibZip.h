// libzip's own interface. CLibZip.c defines the functions in use: each opens the library on first
// use, because merely linking it (and OpenSSL behind it) costs a millisecond at every start, also
// of conversions that write no book.
#pragma once
#include <stdbool.h>
// Hidden, so that libzip's own calls to itself do not end in ours.
#define ZIP_EXTERN __attribute__((visibility("hidden")))
#include <zip.h>

/// Whether libzip is installed.
bool zip_is_installed(void);
