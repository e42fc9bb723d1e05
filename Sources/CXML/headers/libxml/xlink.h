#if __has_include(<libxml2/libxml/xlink.h>)
#include <libxml2/libxml/xlink.h>
#else
#include_next <libxml/xlink.h>
#endif
