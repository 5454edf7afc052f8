#define _GNU_SOURCE /* ppoll */
#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <time.h>
#include <unistd.h>

static bool uses_mouse;
static sigset_t mask_before;

bool screen_set_locale(void)
{
    setlocale(LC_CTYPE, "");
    bool is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    if (!is_utf8)
        setlocale(LC_CTYPE, "C.UTF-8");
    return is_utf8;
}

enum screen_fitness screen_fitness(void)
{
    if (!isatty(STDIN_FILENO))
        return SCREEN_NO_INPUT;
    if (!isatty(STDOUT_FILENO))
        return SCREEN_NO_OUTPUT;
    int status;
    if (setupterm(NULL, STDOUT_FILENO, &status) != OK)
        return SCREEN_UNKNOWN_TYPE;
    return cursor_address ? SCREEN_FIT : SCREEN_NO_CURSOR;
}

static char restore[256];
static size_t restore_count;

static int collect(int byte)
{
    if (byte != 0 && restore_count < sizeof restore)
        restore[restore_count++] = (char)byte;
    return byte;
}

static void collect_text(const char *text)
{
    while (text && *text)
        collect(*text++);
}

static void collect_capability(const char *capability)
{
    if (capability)
        tputs(capability, 1, collect);
}

/* What undoes everything that ncurses and this file switch on: the way out, prepared for a handler. */
static void prepare_restore(void)
{
    restore_count = 0;
    if (key_mouse)
        collect_text("\033[?1002l\033[?1000l\033[?1006l");
    collect_capability(exit_attribute_mode);
    collect_capability(orig_pair);
    collect_capability(cursor_normal);
    collect_capability(keypad_local);
    collect_capability(exit_ca_mode);
}

/* ncurses asks for clicks only; 1002 adds the motion between press and release. */
static void set_mouse(bool on)
{
    if (!uses_mouse)
        return;
    const char *motion = on ? "\033[?1002h" : "\033[?1002l";
    mousemask(on ? ALL_MOUSE_EVENTS | REPORT_MOUSE_POSITION : 0, NULL);
    screen_write(motion, strlen(motion));
}

WINDOW *screen_open(bool mouse)
{
    prepare_restore();
    guard_arm(restore, restore_count);
    /* ncurses believes an exported size more than the terminal itself. */
    unsetenv("LINES");
    unsetenv("COLUMNS");
    set_escdelay(25);
    if (!newterm(NULL, stdout, stdin)) {
        guard_disarm();
        return NULL;
    }
    /* A change of size is noticed only while asleep, or it could fall between looking and sleeping. */
    sigset_t resizes;
    sigemptyset(&resizes);
    sigaddset(&resizes, SIGWINCH);
    sigprocmask(SIG_BLOCK, &resizes, &mask_before);
    sigdelset(&mask_before, SIGWINCH);

    cbreak();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    mouseinterval(0);
    uses_mouse = mouse && key_mouse;
    set_mouse(true);
    return stdscr;
}

void screen_close(void)
{
    set_mouse(false);
    curs_set(1);
    endwin();
    guard_disarm();
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

int screen_colours(void)
{
    return has_colors() ? COLORS : 0;
}

int screen_colour_pairs(void)
{
    return has_colors() ? COLOR_PAIRS : 0;
}

void screen_suspend(void)
{
    set_mouse(false);
    curs_set(1);
    endwin();
    guard_hold(false);
    struct sigaction standard = {.sa_handler = SIG_DFL}, own;
    sigaction(SIGTSTP, &standard, &own);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &own, NULL);
    guard_take_continue();
    guard_hold(true);
    screen_resume();
}

void screen_resume(void)
{
    /* After a stop that nobody announced, the modes are the shell's; leaving and entering sets them anew. */
    if (!isendwin())
        endwin();
    clearok(curscr, TRUE);
    refresh();
    set_mouse(true);
}

enum screen_wakening screen_wait(int milliseconds)
{
    struct pollfd sources[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = guard_wakener(), .events = POLLIN}};
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    if (ppoll(sources, 2, milliseconds < 0 ? NULL : &limit, &mask_before) <= 0)
        return SCREEN_QUIET;
    char bytes[64];
    while (read(guard_wakener(), bytes, sizeof bytes) > 0)
        ;
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL))
        return SCREEN_CLOSED;
    if (!(sources[0].revents & POLLIN))
        return SCREEN_QUIET;
    int waiting = 0;
    bool is_at_end = ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0;
    return is_at_end ? SCREEN_CLOSED : SCREEN_INPUT;
}

void screen_write(const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written <= 0)
            return;
        bytes += written;
        count -= (size_t)written;
    }
}
