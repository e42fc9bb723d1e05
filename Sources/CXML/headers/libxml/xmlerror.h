#if __has_include(<libxml2/libxml/xmlerror.h>)
#include <libxml2/libxml/xmlerror.h>
#else
#include_next <libxml/xmlerror.h>
#endif
