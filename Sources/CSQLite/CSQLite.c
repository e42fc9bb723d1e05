#include "CSQLite.h"
#include <dlfcn.h>
#include <pthread.h>

// Values of SQLite's interface, which it promises to keep.
enum { done_ok = 0, open_read_write = 0x2, open_create = 0x4, open_full_mutex = 0x10000 };
enum { step_row = 100, step_done = 101 };
static void (*const copied)(void *) = (void (*)(void *)) - 1;

static struct {
  int (*open_v2)(const char *, void **, int, const char *);
  int (*close_v2)(void *);
  int (*busy_timeout)(void *, int);
  int (*exec)(void *, const char *, void *, void *, char **);
  const char *(*errmsg)(void *);
  int (*prepare_v2)(void *, const char *, int, void **, const char **);
  int (*finalize)(void *);
  int (*bind_text)(void *, int, const char *, int, void (*)(void *));
  int (*bind_int64)(void *, int, int64_t);
  int (*step)(void *);
  const unsigned char *(*column_text)(void *, int);
  int (*column_bytes)(void *, int);
  int64_t (*column_int64)(void *, int);
} sqlite;

static bool is_there;

static void open_library(void) {
  static const char *const names[] = {"libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && library == NULL; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  is_there = true;
#define FIND(name)                                                                                 \
  *(void **)&sqlite.name = dlsym(library, "sqlite3_" #name);                                       \
  if (sqlite.name == NULL) is_there = false;
  FIND(open_v2)
  FIND(close_v2)
  FIND(busy_timeout)
  FIND(exec)
  FIND(errmsg)
  FIND(prepare_v2)
  FIND(finalize)
  FIND(bind_text)
  FIND(bind_int64)
  FIND(step)
  FIND(column_text)
  FIND(column_bytes)
  FIND(column_int64)
}

bool sqlite_is_installed(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return is_there;
}

sqlite_database *sqlite_database_open(const char *path) {
  if (!sqlite_is_installed()) return NULL;
  void *database = NULL;
  int flags = open_read_write | open_create | open_full_mutex;
  if (sqlite.open_v2(path, &database, flags, NULL) != done_ok) {
    if (database != NULL) sqlite.close_v2(database);
    return NULL;
  }
  sqlite.busy_timeout(database, 20000);
  return database;
}

void sqlite_database_close(sqlite_database *database) { sqlite.close_v2(database); }

bool sqlite_database_run(sqlite_database *database, const char *statements) {
  return sqlite.exec(database, statements, NULL, NULL, NULL) == done_ok;
}

const char *sqlite_database_message(sqlite_database *database) { return sqlite.errmsg(database); }

sqlite_statement *sqlite_statement_make(sqlite_database *database, const char *text) {
  void *statement = NULL;
  return sqlite.prepare_v2(database, text, -1, &statement, NULL) == done_ok ? statement : NULL;
}

void sqlite_statement_free(sqlite_statement *statement) { sqlite.finalize(statement); }

bool sqlite_statement_bind_text(
    sqlite_statement *statement, int position, const char *text, size_t count) {
  if (count > INT32_MAX) return false;
  return sqlite.bind_text(statement, position, text, (int)count, copied) == done_ok;
}

bool sqlite_statement_bind_integer(sqlite_statement *statement, int position, int64_t number) {
  return sqlite.bind_int64(statement, position, number) == done_ok;
}

int sqlite_statement_step(sqlite_statement *statement) {
  int status = sqlite.step(statement);
  return status == step_row ? 1 : status == step_done ? 0 : -1;
}

const char *sqlite_statement_text(sqlite_statement *statement, int column, size_t *count) {
  const unsigned char *text = sqlite.column_text(statement, column);
  *count = text == NULL ? 0 : (size_t)sqlite.column_bytes(statement, column);
  return (const char *)text;
}

int64_t sqlite_statement_integer(sqlite_statement *statement, int column) {
  return sqlite.column_int64(statement, column);
}
