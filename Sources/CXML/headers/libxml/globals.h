#if __has_include(<libxml2/libxml/globals.h>)
#include <libxml2/libxml/globals.h>
#else
#include_next <libxml/globals.h>
#endif
