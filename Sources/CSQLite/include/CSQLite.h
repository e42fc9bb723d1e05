// What is used of SQLite. The library is opened when the first database is: nothing of it is loaded by
// a conversion that fetches nothing. SQLite's own header is not needed; the functions below are part
// of its interface since version 3.5 and do not change.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct sqlite_database sqlite_database;
typedef struct sqlite_statement sqlite_statement;

/// Whether SQLite is installed.
bool sqlite_is_installed(void);

/// Opens a database that several processes may use at once, making it where it is not there.
///
/// - Returns: null if it cannot be opened.
sqlite_database *sqlite_database_open(const char *path);
void sqlite_database_close(sqlite_database *database);

/// Runs statements that give no rows.
bool sqlite_database_run(sqlite_database *database, const char *statements);

/// What went wrong last.
const char *sqlite_database_message(sqlite_database *database);

/// Prepares a statement; null if it is none.
sqlite_statement *sqlite_statement_make(sqlite_database *database, const char *text);
void sqlite_statement_free(sqlite_statement *statement);

/// Gives the values of a statement, from 1. A text is copied.
bool sqlite_statement_bind_text(
    sqlite_statement *statement, int position, const char *text, size_t count);
bool sqlite_statement_bind_integer(sqlite_statement *statement, int position, int64_t number);

/// Goes to the next row: 1 there is one, 0 there is none, -1 it failed.
int sqlite_statement_step(sqlite_statement *statement);

/// The values of a row, from 0. A text is valid until the next step; null for none.
const char *sqlite_statement_text(sqlite_statement *statement, int column, size_t *count);
int64_t sqlite_statement_integer(sqlite_statement *statement, int column);
