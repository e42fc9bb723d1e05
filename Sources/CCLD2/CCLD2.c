#include "CCLD2.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// CLD2 is C++; these two take and give plain values, so that their mangled names are all there is to
// know: Language DetectLanguage(const char*, int, bool, bool*), const char* LanguageCode(Language).
static int (*detect)(const char *, int, bool, bool *);
static const char *(*code)(int);

static void open_library(void) {
  static const char *const names[] = {"libcld2.so.0", "libcld2.so",
                                      "libcld2.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  code = (const char *(*)(int))dlsym(library, "_ZN4CLD212LanguageCodeENS_8LanguageE");
  detect =
      (int (*)(const char *, int, bool, bool *))dlsym(library, "_ZN4CLD214DetectLanguageEPKcibPb");
}

bool cld2_is_installed(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return detect != NULL && code != NULL;
}

const char *cld2_language(const char *text, int count) {
  if (!cld2_is_installed()) return NULL;
  bool is_reliable = false;
  int language = detect(text, count, true, &is_reliable);
  return is_reliable ? code(language) : NULL;
}
