#if __has_include(<libxml2/libxml/hash.h>)
#include <libxml2/libxml/hash.h>
#else
#include_next <libxml/hash.h>
#endif
