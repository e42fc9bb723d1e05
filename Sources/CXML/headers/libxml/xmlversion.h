#if __has_include(<libxml2/libxml/xmlversion.h>)
#include <libxml2/libxml/xmlversion.h>
#else
#include_next <libxml/xmlversion.h>
#endif
