#if __has_include(<libxml2/libxml/list.h>)
#include <libxml2/libxml/list.h>
#else
#include_next <libxml/list.h>
#endif
