#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Everything here that a handler touches is prepared beforehand, and handlers call only what is
   async-signal-safe. */

static char restore_text[512];
static size_t restore_count;
static struct termios modes_before;
static volatile sig_atomic_t holds_terminal;

static volatile sig_atomic_t noted_end, noted_stop, noted_continue;
static int taken_end;
static int wake_pipe[2] = {-1, -1};

struct watched {
    int signal;
    struct sigaction before;
    bool is_armed;
};
/* Crashes, and signals that nobody means as a wish but that end a program all the same. */
static struct watched crashes[] = {{.signal = SIGILL},  {.signal = SIGTRAP}, {.signal = SIGABRT},   {.signal = SIGSEGV},
                                   {.signal = SIGBUS},  {.signal = SIGFPE},  {.signal = SIGSYS},    {.signal = SIGPIPE},
                                   {.signal = SIGUSR1}, {.signal = SIGUSR2}, {.signal = SIGVTALRM}, {.signal = SIGPROF},
                                   {.signal = SIGXCPU}, {.signal = SIGXFSZ}, {.signal = SIGPOLL},   {.signal = SIGPWR},
                                   {.signal = SIGSTKFLT}};
static struct watched ends[] = {{.signal = SIGTERM}, {.signal = SIGHUP}, {.signal = SIGINT}, {.signal = SIGQUIT}};
static struct watched others[] = {{.signal = SIGTSTP}, {.signal = SIGCONT}, {.signal = SIGALRM}};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void restore_terminal(void)
{
    if (!holds_terminal)
        return;
    holds_terminal = 0;
    for (size_t done = 0; done < restore_count;) {
        ssize_t written = write(STDOUT_FILENO, restore_text + done, restore_count - done);
        if (written < 0 && errno != EINTR)
            break;
        done += written < 0 ? 0 : (size_t)written;
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

/* A crash: the signal raised again reaches whoever had it before, at the instruction that failed. */
static void on_crash(int signal)
{
    int error = errno;
    restore_terminal();
    for (size_t i = 0; i < COUNT(crashes); i++)
        if (crashes[i].signal == signal)
            sigaction(signal, &crashes[i].before, NULL);
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

/* A wish to end: the loop has a second to take it, so that it can save what is unsaved. */
static void on_end(int signal)
{
    if (noted_end) {
        /* A closing terminal hangs up twice and a system that shuts down sends one signal after the other, while what
           is unsaved is being kept. Only SIGQUIT insists. */
        if (signal == SIGQUIT)
            guard_die(signal);
        return;
    }
    noted_end = signal;
    alarm(1);
    wake();
}

static void on_other(int signal)
{
    switch (signal) {
    case SIGALRM:
        guard_die(noted_end ? noted_end : SIGALRM);
    case SIGTSTP:
        noted_stop = 1;
        break;
    case SIGCONT:
        noted_continue = 1;
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
static void watch(struct watched *list, size_t count, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK | SA_RESTART};
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < count; i++) {
        sigaction(list[i].signal, NULL, &list[i].before);
        list[i].is_armed = list[i].before.sa_handler != SIG_IGN;
        if (list[i].is_armed)
            sigaction(list[i].signal, &action, NULL);
    }
}

static void unwatch(struct watched *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].is_armed)
            sigaction(list[i].signal, &list[i].before, NULL);
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
    if (wake_pipe[0] < 0 && pipe(wake_pipe) == 0)
        for (int end = 0; end < 2; end++) {
            fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
            fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
        }
    if (!has_exit_hook)
        has_exit_hook = atexit(restore_terminal) == 0;
    noted_end = noted_stop = noted_continue = taken_end = 0;
    provide_stack();
    holds_terminal = 1;
    watch(crashes, COUNT(crashes), on_crash);
    watch(ends, COUNT(ends), on_end);
    watch(others, COUNT(others), on_other);
}

void guard_disarm(void)
{
    holds_terminal = 0;
    unwatch(crashes, COUNT(crashes));
    unwatch(ends, COUNT(ends));
    unwatch(others, COUNT(others));
}

void guard_hold(bool holds)
{
    holds_terminal = holds;
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

bool guard_take_stop(void)
{
    bool was = noted_stop;
    noted_stop = 0;
    return was;
}

bool guard_take_continue(void)
{
    bool was = noted_continue;
    noted_continue = 0;
    return was;
}
