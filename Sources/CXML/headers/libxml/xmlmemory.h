#if __has_include(<libxml2/libxml/xmlmemory.h>)
#include <libxml2/libxml/xmlmemory.h>
#else
#include_next <libxml/xmlmemory.h>
#endif
