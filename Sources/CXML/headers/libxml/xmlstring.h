#if __has_include(<libxml2/libxml/xmlstring.h>)
#include <libxml2/libxml/xmlstring.h>
#else
#include_next <libxml/xmlstring.h>
#endif
