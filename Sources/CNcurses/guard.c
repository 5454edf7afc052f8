#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* Everything here that a handler touches is prepared beforehand, and handlers call only what is
   async-signal-safe. */

static char restore_text[512];
static size_t restore_count;
static struct termios modes_before;
static volatile sig_atomic_t holds_terminal;

static volatile sig_atomic_t noted_end, noted_stop, noted_continue, noted_resize;
static volatile time_t noted_end_time;
static int taken_end;
static int wake_pipe[2] = {-1, -1};

/* What a signal did before it was watched. */
struct watched {
    struct sigaction before;
    bool is_armed;
};
static struct watched watched[NSIG + 1];

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
/* Wishes to end, and signals that nobody means as a wish but that end a program all the same; so do those from SIGRTMIN
   to SIGRTMAX. */
static const int ends[] = {SIGTERM, SIGHUP,    SIGINT,  SIGQUIT, SIGPIPE, SIGUSR1, SIGUSR2,
                           SIGPOLL, SIGVTALRM, SIGPROF, SIGXCPU, SIGPWR,  SIGSTKFLT, SIGALRM};
static const int others[] = {SIGTSTP, SIGCONT, SIGWINCH};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Longer than any terminal that still lives takes for a few bytes. */
enum { PATIENCE = 250 };

static void restore_terminal(void)
{
    if (!holds_terminal)
        return;
    holds_terminal = 0;
    outlet_write(restore_text, restore_count, PATIENCE);
    /* One who ends in the background must not be stopped for it. */
    sigset_t stops, before;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &stops, &before);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* A crash: the signal raised again reaches whoever had it before, at the instruction that failed. */
static void on_crash(int signal)
{
    int error = errno;
    restore_terminal();
    sigaction(signal, &watched[signal].before, NULL);
    raise(signal);
    errno = error;
}

static void wake(void)
{
    int error = errno;
    ssize_t ignored = write(wake_pipe[1], "", 1);
    (void)ignored;
    errno = error;
}

static time_t seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* A wish to end: the loop takes it and keeps what is unsaved. Whatever comes meanwhile changes nothing, since a closing
   terminal hangs up twice and a system that shuts down sends one signal after the other. Only SIGQUIT insists, once
   there was time to keep things, and our own alarm, if the loop has not even heard the wish by then. */
static void on_end(int signal)
{
    enum { TIME_TO_KEEP = 2, TIME_TO_HEAR = 30 };
    if (noted_end) {
        time_t waited = seconds_now() - noted_end_time;
        if (signal == SIGQUIT && waited >= TIME_TO_KEEP)
            guard_die(signal);
        if (signal == SIGALRM && waited >= TIME_TO_HEAR)
            guard_die(noted_end);
        return;
    }
    noted_end = signal;
    noted_end_time = seconds_now();
    alarm(TIME_TO_HEAR);
    wake();
}

static void on_other(int signal)
{
    switch (signal) {
    case SIGTSTP:
        noted_stop = 1;
        break;
    case SIGCONT:
        noted_continue = 1;
        break;
    case SIGWINCH:
        noted_resize = 1;
        break;
    }
    wake();
}

_Noreturn void guard_die(int signal)
{
    restore_terminal();
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
    raise(signal);
    _exit(128 + signal);
}

/* A signal that was ignored from the start, as under nohup, stays ignored. */
static void watch(int signal, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK | SA_RESTART};
    sigfillset(&action.sa_mask);
    struct watched *place = &watched[signal];
    sigaction(signal, NULL, &place->before);
    place->is_armed = place->before.sa_handler != SIG_IGN;
    if (place->is_armed)
        sigaction(signal, &action, NULL);
}

static void watch_all(void)
{
    for (size_t i = 0; i < COUNT(crashes); i++)
        watch(crashes[i], on_crash);
    for (size_t i = 0; i < COUNT(ends); i++)
        watch(ends[i], on_end);
    for (int signal = SIGRTMIN; signal <= SIGRTMAX; signal++)
        watch(signal, on_end);
    for (size_t i = 0; i < COUNT(others); i++)
        watch(others[i], on_other);
}

/* A stack overflow leaves no room for a handler, so the handlers get a stack of their own. */
static void provide_stack(void)
{
    static char stack[1 << 16];
    stack_t present;
    if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
        stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
        sigaltstack(&own, NULL);
    }
}

void guard_arm(const char *restore, size_t count)
{
    static bool has_exit_hook;
    restore_count = count < sizeof restore_text ? count : 0;
    memcpy(restore_text, restore, restore_count);
    tcgetattr(STDIN_FILENO, &modes_before);
    if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0)
        wake_pipe[0] = wake_pipe[1] = -1;
    if (!has_exit_hook)
        has_exit_hook = atexit(restore_terminal) == 0;
    noted_end = noted_stop = noted_continue = noted_resize = taken_end = 0;
    provide_stack();
    holds_terminal = 1;
    watch_all();
}

void guard_disarm(void)
{
    holds_terminal = 0;
    for (int signal = 1; signal <= NSIG; signal++)
        if (watched[signal].is_armed) {
            sigaction(signal, &watched[signal].before, NULL);
            watched[signal].is_armed = false;
        }
}

void guard_restore(void)
{
    restore_terminal();
}

void guard_hold(void)
{
    holds_terminal = 1;
}

int guard_wakener(void)
{
    return wake_pipe[0];
}

int guard_take_end(void)
{
    if (taken_end == noted_end)
        return 0;
    alarm(0);
    return taken_end = noted_end;
}

static bool take(volatile sig_atomic_t *noted)
{
    bool was = *noted;
    *noted = 0;
    return was;
}

bool guard_take_stop(void)
{
    return take(&noted_stop);
}

bool guard_take_continue(void)
{
    return take(&noted_continue);
}

bool guard_take_resize(void)
{
    return take(&noted_resize);
}
