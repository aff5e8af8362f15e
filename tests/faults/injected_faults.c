/* Faults of system calls in one process, by LD_PRELOAD. The file that the variable FAULTS names has a rule per line,
   and may change while the process runs:

   fail CALL ERRNO PATH   each call about a path that contains PATH fails
   kill NUMBER PATH       the process is killed at the call with this number that changes such a path; 0 is the first
   hang HOST              this host name is not resolved while the rule exists
   clock SECONDS          added to the time of day

   CALL is open, create, read, write, fsync, fchmod, mkdir, rename, unlink or, with the PATH -, socket. Names that end in .test are loopback. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define LONGEST 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *rules;

__attribute__((constructor)) static void read_rules(void)
{
    const char *file = getenv("FAULTS");
    int handle = file == NULL ? -1 : REAL(open)(file, O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        rules = mmap(NULL, LONGEST, PROT_READ, MAP_SHARED, handle, 0);
        close(handle);
    }
}

/* Call `matches` with each rule until it returns 1; return whether it has. */
static int any_rule(int (*matches)(char *rule, void *data), void *data)
{
    char copy[LONGEST], *rest = copy, *rule;
    if (rules == NULL || rules == MAP_FAILED)
        return 0;
    memcpy(copy, rules, LONGEST - 1);
    copy[LONGEST - 1] = 0;
    while ((rule = strsep(&rest, "\n")) != NULL)
        if (*rule && matches(rule, data))
            return 1;
    return 0;
}

struct call { const char *name, *path; int number; };

static int fails(char *rule, void *data)
{
    struct call *call = data;
    char name[32], path[LONGEST];
    int number;
    if (sscanf(rule, "fail %31s %d %4095s", name, &number, path) != 3)
        return 0;
    call->number = number;
    return strcmp(name, call->name) == 0 && strstr(call->path, path) != NULL;
}

static int kills(char *rule, void *data)
{
    static int changes;
    struct call *call = data;
    char path[LONGEST];
    int number;
    if (sscanf(rule, "kill %d %4095s", &number, path) != 2 || strstr(call->path, path) == NULL)
        return 0;
    return changes++ == number;
}

/* Return -1 with `errno` set if the call is to fail. A write is killed after half of its bytes. */
static int check(const char *name, const char *path, int handle, const void *bytes, size_t size)
{
    struct call call = {name, path, 0};
    if (strcmp(name, "open") != 0 && strcmp(name, "read") != 0 && strcmp(name, "socket") != 0 && any_rule(kills, &call)) {
        if (bytes != NULL)
            (void)!REAL(write)(handle, bytes, size / 2);
        kill(getpid(), SIGKILL);
    }
    if (!any_rule(fails, &call))
        return 0;
    errno = call.number;
    return -1;
}

static const char *path_of(int handle, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, LONGEST - 1);
    path[length < 0 ? 0 : length] = 0;
    return path;
}

static int check_open(const char *name, int handle, const void *bytes, size_t size)
{
    char path[LONGEST];
    if (rules == NULL || handle <= 2)
        return 0;
    return check(name, path_of(handle, path), handle, bytes, size);
}

static int check_in(const char *name, int folder, const char *file)
{
    char path[LONGEST * 2 + 2], parent[LONGEST] = "";
    if (rules == NULL)
        return 0;
    if (folder != AT_FDCWD && *file != '/')
        path_of(folder, parent);
    snprintf(path, sizeof path, "%s/%s", parent, file);
    return check(name, path, -1, NULL, 0);
}

#define OPENING(name, parameters, arguments, folder)                                            \
    int name parameters                                                                         \
    {                                                                                           \
        va_list rest;                                                                           \
        va_start(rest, flags);                                                                  \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                           \
        int writes = (flags & O_ACCMODE) != O_RDONLY;                                           \
        return check_in(writes ? "create" : "open", folder, file) ? -1 : REAL(name) arguments;  \
    }
OPENING(open, (const char *file, int flags, ...), (file, flags, mode), AT_FDCWD)
OPENING(open64, (const char *file, int flags, ...), (file, flags, mode), AT_FDCWD)
OPENING(openat, (int folder, const char *file, int flags, ...), (folder, file, flags, mode), folder)
OPENING(openat64, (int folder, const char *file, int flags, ...), (folder, file, flags, mode), folder)

#define CALL(type, name, parameters, arguments, checked) \
    type name parameters { return checked ? -1 : REAL(name) arguments; }
CALL(ssize_t, read, (int handle, void *bytes, size_t size), (handle, bytes, size), check_open("read", handle, NULL, 0))
CALL(ssize_t, write, (int handle, const void *bytes, size_t size), (handle, bytes, size),
     check_open("write", handle, bytes, size))
CALL(int, fsync, (int handle), (handle), check_open("fsync", handle, NULL, 0))
CALL(int, fchmod, (int handle, mode_t mode), (handle, mode), check_open("fchmod", handle, NULL, 0))
CALL(int, mkdir, (const char *file, mode_t mode), (file, mode), check_in("mkdir", AT_FDCWD, file))
CALL(int, mkdirat, (int folder, const char *file, mode_t mode), (folder, file, mode), check_in("mkdir", folder, file))
CALL(int, unlink, (const char *file), (file), check_in("unlink", AT_FDCWD, file))
CALL(int, unlinkat, (int folder, const char *file, int flags), (folder, file, flags), check_in("unlink", folder, file))
CALL(int, rename, (const char *file, const char *to), (file, to), check_in("rename", AT_FDCWD, file))
CALL(int, renameat, (int folder, const char *file, int other, const char *to), (folder, file, other, to),
     check_in("rename", folder, file))
CALL(int, socket, (int domain, int type, int protocol), (domain, type, protocol), check_in("socket", AT_FDCWD, "-"))

static int hangs(char *rule, void *host)
{
    return strncmp(rule, "hang ", 5) == 0 && strcmp(rule + 5, host) == 0;
}

int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **found)
{
    size_t length = host == NULL ? 0 : strlen(host);
    if (length < 5 || strcmp(host + length - 5, ".test") != 0)
        return REAL(getaddrinfo)(host, service, hints, found);
    if (!any_rule(hangs, (void *)host))
        return REAL(getaddrinfo)("127.0.0.1", service, hints, found);
    while (any_rule(hangs, (void *)host))
        usleep(20000);
    return EAI_AGAIN;
}

static int moves(char *rule, void *seconds)
{
    return sscanf(rule, "clock %ld", (long *)seconds) == 1;
}

static long moved(void)
{
    long seconds = 0;
    return any_rule(moves, &seconds) ? seconds : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = REAL(clock_gettime)(clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += moved();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    int result = REAL(gettimeofday)(now, zone);
    if (result == 0)
        now->tv_sec += moved();
    return result;
}

time_t time(time_t *now)
{
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    if (now != NULL)
        *now = precise.tv_sec;
    return precise.tv_sec;
}
