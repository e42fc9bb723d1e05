#if __has_include(<libxml2/libxml/xmlregexp.h>)
#include <libxml2/libxml/xmlregexp.h>
#else
#include_next <libxml/xmlregexp.h>
#endif
