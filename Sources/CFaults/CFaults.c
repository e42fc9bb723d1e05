#define _GNU_SOURCE
#include "CFaults.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Sanitizers have handlers of their own, and what they find is to end the process.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__linux__) && !defined(SANITIZED)
#define HANDLES_FAULTS 1
#include <sys/syscall.h>
#endif

extern char **environ;

static const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGXCPU};
enum { signal_count = sizeof signals / sizeof *signals };

static _Atomic bool handled;
static _Atomic bool held;
static _Atomic int64_t reported;
/// Streams that were read; of more than these nothing is known.
enum { most_streams = 256 };
static _Atomic(const char *) streams[most_streams];
static _Atomic int stream_count;
static _Thread_local bool is_holding;

#ifdef HANDLES_FAULTS
enum { stack_size = 64 << 10 };
static char *const *arguments;
static char **environment;
static char variable[sizeof FAULTS_VARIABLE + 16];
static const char *earlier_records;
static size_t earlier_count;
static sigset_t original_mask;
static off_t input_offset;
static _Atomic bool failing;
/// What the main thread works on: its helpers, which say nothing of their own, work for it.
static _Atomic(const char *) main_name;
static _Thread_local const char *name;
static _Thread_local bool is_main;
static _Thread_local void *stack;
static _Thread_local timer_t timer;
static _Thread_local bool has_timer;
#endif

bool faults_are_handled(void) { return atomic_load_explicit(&handled, memory_order_relaxed); }

#ifdef HANDLES_FAULTS

// MARK: In handlers

static void put(int file, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(file, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    next += written;
    count -= (size_t)written;
  }
}

/// A letter, a number in decimal.
static void put_number(int file, char letter, int64_t number) {
  char text[24];
  size_t place = sizeof text;
  do {
    text[--place] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  text[--place] = letter;
  put(file, text + place, sizeof text - place);
}

/// Ends the process as if the signal had not been taken over.
static void give_up(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

/// Whether the input has failed in an earlier run: then leaving it out has not helped.
static bool is_known(const char *failed) {
  for (size_t place = 0; place < earlier_count; place += strlen(earlier_records + place) + 1) {
    const char *record = earlier_records + place;
    const char *blank = strchr(record, ' ');
    if (*record == 'f' && blank && strcmp(blank + 1, failed) == 0) return true;
  }
  return false;
}

static void handle(int number, siginfo_t *information, void *context) {
  (void)context;
  // What others send, or a limit on the whole process, is no failure of an input.
  int origin = information->si_code;
  if (origin == SI_USER || origin == SI_QUEUE || (number == SIGXCPU && origin != SI_TIMER)) {
    return give_up(number);
  }
  const char *failed = name ? name : atomic_load(&main_name);
  if (!failed || is_holding || is_known(failed)) return give_up(number);
  // Of two that fail at once one is enough: the other fails again.
  if (atomic_exchange(&failing, true)) {
    for (;;) pause();
  }
  while (atomic_exchange(&held, true)) {
    struct timespec moment = {.tv_nsec = 1000000};
    nanosleep(&moment, NULL);
  }
  int file = (int)syscall(SYS_memfd_create, "newsconv-faults", 0u);
  if (file < 0) return give_up(number);
  if (input_offset >= 0) lseek(STDIN_FILENO, input_offset, SEEK_SET);
  for (size_t place = 0; place < earlier_count; place += strlen(earlier_records + place) + 1) {
    const char *record = earlier_records + place;
    if (*record != 'r') put(file, record, strlen(record) + 1);
  }
  put_number(file, 'r', atomic_load(&reported));
  put(file, "", 1);
  int count = atomic_load(&stream_count);
  for (int index = 0; index < count && index < most_streams; index++) {
    const char *stream = atomic_load(&streams[index]);
    if (!stream) continue;
    put(file, "s", 1);
    put(file, stream, strlen(stream) + 1);
  }
  put_number(file, 'f', number);
  put(file, " ", 1);
  put(file, failed, strlen(failed) + 1);

  size_t end = sizeof FAULTS_VARIABLE;
  char digits[16];
  size_t place = sizeof digits;
  int rest = file;
  do {
    digits[--place] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  memcpy(variable + end, digits + place, sizeof digits - place);
  variable[end + sizeof digits - place] = 0;

  pthread_sigmask(SIG_SETMASK, &original_mask, NULL);
  execve("/proc/self/exe", arguments, environment);
  give_up(number);
}

// MARK: Outside

bool faults_install(char *const *program_arguments, const char *earlier, size_t count) {
  // The environment with a place for one variable more.
  size_t variables = 0;
  while (environ[variables]) variables++;
  environment = malloc((variables + 2) * sizeof *environment);
  if (!environment) return false;
  memcpy(environment, environ, variables * sizeof *environment);
  memcpy(variable, FAULTS_VARIABLE "=", sizeof FAULTS_VARIABLE);
  environment[variables] = variable;
  environment[variables + 1] = NULL;

  arguments = program_arguments;
  earlier_records = earlier;
  earlier_count = count;
  input_offset = lseek(STDIN_FILENO, 0, SEEK_CUR);
  // Whoever started the program may have blocked them.
  sigset_t ours;
  sigemptyset(&ours);
  for (int index = 0; index < signal_count; index++) sigaddset(&ours, signals[index]);
  pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
  pthread_sigmask(SIG_SETMASK, NULL, &original_mask);
  is_main = true;
  atomic_store(&handled, true);
  faults_prepare_thread();

  struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < signal_count; index++) sigaction(signals[index], &action, NULL);
  return true;
}

void faults_prepare_thread(void) {
  if (!faults_are_handled() || stack) return;
  void *memory = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t own = {.ss_sp = memory, .ss_size = stack_size};
  if (sigaltstack(&own, NULL) == 0) {
    stack = memory;
  } else {
    munmap(memory, stack_size);
  }
}

void faults_release_thread(void) {
  if (has_timer) timer_delete(timer);
  has_timer = false;
  if (!stack) return;
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(stack, stack_size);
  stack = NULL;
}

static void set_timer(double seconds) {
  if (!has_timer) {
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGXCPU};
    event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
    has_timer = timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer) == 0;
    if (!has_timer) return;
  }
  struct itimerspec time = {0};
  time.it_value.tv_sec = (time_t)seconds;
  time.it_value.tv_nsec = (long)((seconds - (double)time.it_value.tv_sec) * 1e9);
  timer_settime(timer, 0, &time, NULL);
}

void faults_begin(const char *new_name, double seconds) {
  name = new_name;
  if (is_main) atomic_store(&main_name, new_name);
  set_timer(seconds);
}

void faults_end(void) {
  set_timer(0);
  name = NULL;
  if (is_main) atomic_store(&main_name, NULL);
}

#else

bool faults_install(char *const *program_arguments, const char *earlier, size_t count) {
  (void)program_arguments;
  (void)earlier;
  (void)count;
  return false;
}
void faults_prepare_thread(void) {}
void faults_release_thread(void) {}
void faults_begin(const char *new_name, double seconds) {
  (void)new_name;
  (void)seconds;
}
void faults_end(void) {}

#endif

void faults_hold(void) {
  while (atomic_exchange(&held, true)) {
    // Someone fails: this process is about to end.
    pause();
  }
  is_holding = true;
}

void faults_release(int64_t now_reported) {
  atomic_store(&reported, now_reported);
  is_holding = false;
  atomic_store(&held, false);
}

void faults_use_stream(const char *stream) {
  int index = atomic_fetch_add(&stream_count, 1);
  if (index < most_streams) atomic_store(&streams[index], stream);
}

char *faults_read_records(int descriptor, size_t *count) {
  struct stat status;
  if (fstat(descriptor, &status) != 0 || status.st_size <= 0) return NULL;
  size_t size = (size_t)status.st_size;
  char *bytes = malloc(size + 1);
  if (!bytes) return NULL;
  ssize_t got = pread(descriptor, bytes, size, 0);
  if (got != (ssize_t)size) {
    free(bytes);
    return NULL;
  }
  bytes[size] = 0;
  *count = size;
  return bytes;
}

pid_t faults_fork(void) {
  pid_t child = fork();
  if (child != 0) return child;
  for (int index = 0; index < signal_count; index++) signal(signals[index], SIG_DFL);
#ifdef HANDLES_FAULTS
  // Timers are the parent's.
  has_timer = false;
#endif
  return 0;
}

int64_t *faults_shared_memory(size_t count) {
  void *memory = mmap(NULL, count * sizeof(int64_t), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

int faults_wait(pid_t child) {
  int status;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}
