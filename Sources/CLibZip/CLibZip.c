#include "CLibZip.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static void *library;

static void open_library(void) {
  static const char *const names[] = {"libzip.so.5", "libzip.so.4", "libzip.so", "libzip.dylib"};
  for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
}

static void *function(const char *name) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return library == NULL ? NULL : dlsym(library, name);
}

bool zip_is_installed(void) { return function("zip_close") != NULL; }

// Several threads may be the first: they find the same.
#define FIND(type, name)                                                                           \
  static type found;                                                                               \
  type call = __atomic_load_n(&found, __ATOMIC_RELAXED);                                           \
  if (call == NULL) {                                                                              \
    call = (type)function(#name);                                                                  \
    __atomic_store_n(&found, call, __ATOMIC_RELAXED);                                              \
  }

#define FORWARD(result, name, parameters, arguments, missing)                                      \
  result name parameters {                                   \
    typedef result(*type) parameters;                                                              \
    FIND(type, name)                                                                               \
    return call == NULL ? (missing) : call arguments;                                              \
  }

#define FORWARD_VOID(name, parameters, arguments)                                                  \
  void name parameters {                                     \
    typedef void (*type) parameters;                                                               \
    FIND(type, name)                                                                               \
    if (call != NULL) call arguments;                                                              \
  }

FORWARD(zip_source_t *, zip_source_function_create,
        (zip_source_callback callback, void *state, zip_error_t *error), (callback, state, error),
        NULL)
FORWARD(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error),
        (source, flags, error), NULL)
FORWARD(zip_source_t *, zip_source_function,
        (zip_t *archive, zip_source_callback callback, void *state), (archive, callback, state),
        NULL)
FORWARD(zip_int64_t, zip_file_add,
        (zip_t *archive, const char *name, zip_source_t *source, zip_flags_t flags),
        (archive, name, source, flags), -1)
FORWARD(int, zip_set_file_compression,
        (zip_t *archive, zip_uint64_t index, zip_int32_t method, zip_uint32_t level),
        (archive, index, method, level), -1)
FORWARD(int, zip_file_set_dostime,
        (zip_t *archive, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date,
         zip_flags_t flags),
        (archive, index, time, date, flags), -1)
FORWARD(int, zip_close, (zip_t *archive), (archive), -1)
FORWARD(const char *, zip_strerror, (zip_t *archive), (archive), "libzip is not installed")
FORWARD(zip_source_t *, zip_source_buffer_create,
        (const void *data, zip_uint64_t length, int frees, zip_error_t *error),
        (data, length, frees, error), NULL)
FORWARD(zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags), (archive, flags), -1)
FORWARD(const char *, zip_get_name, (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
        (archive, index, flags), NULL)
FORWARD(int, zip_stat_index,
        (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *stat),
        (archive, index, flags, stat), -1)
FORWARD(zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags),
        (archive, index, flags), NULL)
FORWARD(zip_int64_t, zip_fread, (zip_file_t *file, void *buffer, zip_uint64_t count),
        (file, buffer, count), -1)
FORWARD(int, zip_fclose, (zip_file_t *file), (file), 0)
FORWARD_VOID(zip_discard, (zip_t *archive), (archive))
FORWARD_VOID(zip_source_free, (zip_source_t *source), (source))
FORWARD_VOID(zip_stat_init, (zip_stat_t *stat), (stat))
