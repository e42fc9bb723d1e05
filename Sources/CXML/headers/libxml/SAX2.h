#if __has_include(<libxml2/libxml/SAX2.h>)
#include <libxml2/libxml/SAX2.h>
#else
#include_next <libxml/SAX2.h>
#endif
