#if __has_include(<libxml2/libxml/parser.h>)
#include <libxml2/libxml/parser.h>
#else
#include_next <libxml/parser.h>
#endif
