#if __has_include(<libxml2/libxml/xmlautomata.h>)
#include <libxml2/libxml/xmlautomata.h>
#else
#include_next <libxml/xmlautomata.h>
#endif
