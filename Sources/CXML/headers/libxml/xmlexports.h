#if __has_include(<libxml2/libxml/xmlexports.h>)
#include <libxml2/libxml/xmlexports.h>
#else
#include_next <libxml/xmlexports.h>
#endif
