#if __has_include(<libxml2/libxml/encoding.h>)
#include <libxml2/libxml/encoding.h>
#else
#include_next <libxml/encoding.h>
#endif
