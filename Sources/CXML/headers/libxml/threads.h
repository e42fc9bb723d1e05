#if __has_include(<libxml2/libxml/threads.h>)
#include <libxml2/libxml/threads.h>
#else
#include_next <libxml/threads.h>
#endif
