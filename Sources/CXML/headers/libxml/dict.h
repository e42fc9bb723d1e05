#if __has_include(<libxml2/libxml/dict.h>)
#include <libxml2/libxml/dict.h>
#else
#include_next <libxml/dict.h>
#endif
