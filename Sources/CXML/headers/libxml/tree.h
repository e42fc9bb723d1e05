#if __has_include(<libxml2/libxml/tree.h>)
#include <libxml2/libxml/tree.h>
#else
#include_next <libxml/tree.h>
#endif
