/* Runs a command and prints what it took.

     measure RUNS PROGRAM ARGUMENT…

   One line: CPU seconds (user and system, with its children), wall seconds, peak memory in KiB,
   and exit status; the mean of RUNS runs, the peak of all. Standard output and error of the
   command go to /dev/null. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

int main(int count, char **words) {
  if (count < 3) return 64;
  int runs = atoi(words[1]), status = 0;
  double cpu = 0, wall = 0;
  long peak = 0;
  for (int run = 0; run < runs; run++) {
    struct timespec begin, end;
    struct rusage used;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t child = vfork();
    if (child == 0) {
      int null = open("/dev/null", O_WRONLY);
      dup2(null, 1);
      dup2(null, 2);
      execvp(words[2], words + 2);
      _exit(127);
    }
    wait4(child, &status, 0, &used);
    clock_gettime(CLOCK_MONOTONIC, &end);
    cpu += seconds(used.ru_utime) + seconds(used.ru_stime);
    wall += (end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec) / 1e9;
    if (used.ru_maxrss > peak) peak = used.ru_maxrss;
  }
  printf("%.6f %.6f %ld %d\n", cpu / runs, wall / runs, peak,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}
