#if __has_include(<libxml2/libxml/xmlIO.h>)
#include <libxml2/libxml/xmlIO.h>
#else
#include_next <libxml/xmlIO.h>
#endif
