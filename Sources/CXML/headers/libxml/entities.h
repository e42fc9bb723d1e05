#if __has_include(<libxml2/libxml/entities.h>)
#include <libxml2/libxml/entities.h>
#else
#include_next <libxml/entities.h>
#endif
