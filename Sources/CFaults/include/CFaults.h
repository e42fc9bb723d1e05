// What a program does when one of its inputs makes it fail: handlers of signals, which only may call
// what is safe in them (signal-safety(7)) and so are written in C.
//
// A thread says which input it works on. When it fails there (a trap, a wild pointer, a stack that
// ran out, too long a time of the processor), the program is executed anew with the same arguments, and
// is told in a file in memory which inputs failed and how much was reported. Nothing of this costs
// anything until then but two system calls an input.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Takes over the signals of failures. `earlier` are the records of the runs before this one, kept until
/// the process ends.
///
/// - Returns: false where the system has no means for it; then nothing changes.
bool faults_install(char *const *arguments, const char *earlier, size_t count);

/// Whether the signals are taken over.
bool faults_are_handled(void);

/// Gives this thread a stack on which to handle that its own ran out; a thread that ends gives it back.
void faults_prepare_thread(void);
void faults_release_thread(void);

/// Says what this thread works on until `faults_end`, and how many seconds of the processor that may
/// take. The name must stay until then; it is what the record of a failure says.
void faults_begin(const char *name, double seconds);
void faults_end(void);

/// Keeps the program from being executed anew between two calls: what is reported is reported whole.
void faults_hold(void);
void faults_release(int64_t reported);

/// Says that a pipe or the like was read, which cannot be read again; the name must stay.
void faults_use_stream(const char *name);

/// The environment's variable with the descriptor of the records.
#define FAULTS_VARIABLE "NEWSCONV_FAULTS"

/// What a record begins with: `r` with the number of reports, `s` with the name of a stream that was
/// read, `f` with the number of a signal and the name of an input. Each ends with a zero byte.
///
/// - Returns: the bytes, to be freed, or null.
char *faults_read_records(int descriptor, size_t *count);

/// fork(2), the child with the handlers of signals that a new program has.
pid_t faults_fork(void);

/// Memory that a process shares with its children, zeroed; null if there is none.
int64_t *faults_shared_memory(size_t count);

/// Waits for a child; gives the signal that ended it, 0 if it ended by itself, -1 if there is no such
/// child.
int faults_wait(pid_t child);
