#if __has_include(<libxml2/libxml/valid.h>)
#include <libxml2/libxml/valid.h>
#else
#include_next <libxml/valid.h>
#endif
