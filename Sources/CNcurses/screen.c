#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/* ncurses says what to draw, into a pipe of ours. It never meets the terminal itself: it would wait for one that takes
   nothing, without end and whatever signals come. */

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

struct text {
    char bytes[512];
    size_t count;
};
static struct text entering, leaving, asking, *collecting;

static int collect(int byte)
{
    if (byte != 0 && collecting->count < sizeof collecting->bytes)
        collecting->bytes[collecting->count++] = (char)byte;
    return byte;
}

static void collect_text(const char *text)
{
    while (*text)
        collect(*text++);
}

static void collect_capability(const char *capability)
{
    if (capability)
        tputs(capability, 1, collect);
}

static struct winsize terminal_size(void)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
        size = (struct winsize){.ws_row = lines > 0 ? (unsigned short)lines : 24,
                                .ws_col = columns > 0 ? (unsigned short)columns : 80};
    return size;
}

/* What switches on all that ncurses does not, and what undoes everything: the way out, prepared for a handler. */
static void prepare_texts(bool mouse)
{
    bool is_ansi = strncmp(cursor_address, "\033[", 2) == 0;
    bool has_mouse = mouse && key_mouse;
    entering.count = leaving.count = asking.count = 0;

    /* Either begins by ending what the terminal may have got only half of. */
    const char *end_of_string = is_ansi ? "\033\\" : "";

    collecting = &entering;
    collect_text(end_of_string);
    collect_capability(keypad_xmit);
    /* Presses, the motion between press and release, and places beyond column 223. */
    if (has_mouse)
        collect_text("\033[?1000h\033[?1002h\033[?1006h");
    if (is_ansi)
        collect_text("\033[?2004h");

    /* What the background is, asked once: a terminal that does not know the question says nothing. The Linux console
       might show it. */
    collecting = &asking;
    if (is_ansi && strncmp(termname(), "linux", 5) != 0)
        collect_text("\033]11;?\033\\");

    collecting = &leaving;
    collect_text(end_of_string);
    if (is_ansi)
        collect_text("\033[?2004l");
    if (has_mouse)
        collect_text("\033[?1006l\033[?1002l\033[?1000l");
    collect_capability(exit_attribute_mode);
    collect_capability(orig_pair);
    collect_capability(cursor_normal);
    collect_capability(keypad_local);
    if (exit_ca_mode) {
        collect_capability(exit_ca_mode);
    } else {
        collect_capability(tiparm(cursor_address, terminal_size().ws_row - 1, 0));
        collect_text("\r\n");
    }
}

static struct termios modes_before;

/* Single keys, without echo. ^C, ^\ and ^Z stay signals, which are heard whatever the program does; ^S and ^Q are keys,
   and so is ^V. */
static void set_modes(void)
{
    struct termios modes = modes_before;
    modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
    modes.c_lflag |= ISIG;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
    modes.c_oflag &= ~(tcflag_t)OPOST;
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static FILE *frames;
static int frame_end = -1;
static int cells_at_once;

/* A file in memory would do as well, but its size is limited where those of files are. */
static bool open_frames(void)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    frame_end = ends[0];
    frames = fdopen(ends[1], "w");
    /* No cell takes more than 64 bytes: its place, its style, and a character with as many marks as ncurses keeps. */
    cells_at_once = fcntl(ends[1], F_GETPIPE_SZ) / 64;
    return frames != NULL;
}

static void close_frames(void)
{
    if (frames)
        fclose(frames);
    frames = NULL;
    close(frame_end);
    frame_end = -1;
}

static void take_frame(void (*take)(const char *, size_t))
{
    char bytes[1 << 14];
    for (ssize_t count; (count = read(frame_end, bytes, sizeof bytes)) > 0;)
        if (take)
            take(bytes, (size_t)count);
}

static SCREEN *screen;

/* ncurses finds no size at the end of a pipe, and believes what is exported. */
static bool begin_frames(const char *type, struct winsize size)
{
    if (!open_frames()) {
        close_frames();
        return false;
    }
    char rows[8], across[8];
    snprintf(rows, sizeof rows, "%d", size.ws_row);
    snprintf(across, sizeof across, "%d", size.ws_col);
    setenv("LINES", rows, 1);
    setenv("COLUMNS", across, 1);
    screen = newterm(type, frames, stdin);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    if (!screen) {
        close_frames();
        return false;
    }
    nonl();
    /* What waits to be read must not keep a frame from being drawn whole. */
    typeahead(-1);
    leaveok(stdscr, FALSE);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    return true;
}

static void end_frames(void)
{
    delscreen(screen);
    close_frames();
}

WINDOW *screen_open(bool mouse)
{
    tcgetattr(STDIN_FILENO, &modes_before);
    prepare_texts(mouse);
    outlet_open();
    guard_arm(leaving.bytes, leaving.count);
    if (!begin_frames(NULL, terminal_size())) {
        guard_disarm();
        outlet_close();
        return NULL;
    }
    set_modes();
    outlet_add(entering.bytes, entering.count);
    outlet_add(asking.bytes, asking.count);
    return stdscr;
}

enum { PATIENCE = 250 };

/* The terminal may still want what was queued, such as a text for its clipboard. */
static void leave(void)
{
    outlet_flush(PATIENCE);
    curs_set(1);
    endwin();
    take_frame(NULL);
    outlet_clear();
    guard_restore();
}

void screen_close(void)
{
    leave();
    guard_disarm();
    end_frames();
    outlet_close();
}

WINDOW *screen_rehearse(const char *type, int rows, int across)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)across};
    return begin_frames(type, size) ? stdscr : NULL;
}

void screen_end_rehearsal(void)
{
    endwin();
    take_frame(NULL);
    outlet_clear();
    end_frames();
}

int screen_colours(void)
{
    return has_colors() ? COLORS : 0;
}

int screen_colour_pairs(void)
{
    return has_colors() ? COLOR_PAIRS : 0;
}

bool screen_has_any_colour(void)
{
    return has_colors() && COLORS >= 1 << 24;
}

void screen_set_style(WINDOW *window, attr_t attributes, int pair)
{
    wattr_set(window, attributes, (short)(pair < SHRT_MAX ? pair : 0), &pair);
}

const char *screen_key(const char *capability)
{
    const char *text = tigetstr(capability);
    return text == (const char *)-1 ? NULL : text;
}

void screen_render(WINDOW *window)
{
    wrefresh(window);
    take_frame(outlet_add);
}

int screen_cells_at_once(void)
{
    return cells_at_once;
}

void screen_fit(void)
{
    struct winsize size = terminal_size();
    if (is_term_resized(size.ws_row, size.ws_col))
        resize_term(size.ws_row, size.ws_col);
}

void screen_suspend(void)
{
    leave();
    struct sigaction standard = {.sa_handler = SIG_DFL}, own;
    sigaction(SIGTSTP, &standard, &own);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &own, NULL);
    guard_take_continue();
    guard_hold();
    screen_resume();
}

int screen_lend(char *const arguments[])
{
    leave();
    /* ^C and ^\ are for the other program, and ^Z stops both. */
    static const int keys[] = {SIGINT, SIGQUIT, SIGTSTP};
    enum { COUNT = sizeof keys / sizeof keys[0] };
    struct sigaction before[COUNT];
    sigset_t all;
    sigemptyset(&all);
    for (int i = 0; i < COUNT; i++) {
        struct sigaction meanwhile = {.sa_handler = keys[i] == SIGTSTP ? SIG_DFL : SIG_IGN};
        sigaction(keys[i], &meanwhile, &before[i]);
        sigaddset(&all, keys[i]);
    }
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigdefault(&attributes, &all);
    pid_t child;
    int status = -1;
    if (posix_spawn(&child, arguments[0], NULL, &attributes, arguments, environ) == 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
    posix_spawnattr_destroy(&attributes);
    for (int i = 0; i < COUNT; i++)
        sigaction(keys[i], &before[i], NULL);
    guard_take_continue();
    guard_hold();
    screen_resume();
    return status;
}

/* After a stop that nobody announced, the modes are the shell's and the screen may be; all is entered anew. */
void screen_resume(void)
{
    set_modes();
    if (!isendwin())
        endwin();
    take_frame(NULL);
    outlet_clear();
    screen_fit();
    outlet_add(entering.bytes, entering.count);
}

static int watched = -1;

void screen_watch(int descriptor)
{
    watched = descriptor;
}

enum screen_wakening screen_wait(int milliseconds)
{
    struct pollfd sources[4] = {{.fd = STDIN_FILENO, .events = POLLIN},
                                {.fd = guard_wakener(), .events = POLLIN},
                                {.fd = outlet_waiting() ? outlet_descriptor() : -1, .events = POLLOUT},
                                {.fd = watched, .events = POLLIN}};
    if (poll(sources, 4, milliseconds) <= 0)
        return SCREEN_QUIET;
    char bytes[64];
    while (read(guard_wakener(), bytes, sizeof bytes) > 0)
        ;
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL))
        return SCREEN_CLOSED;
    if (!(sources[0].revents & POLLIN))
        return sources[3].revents & POLLIN ? SCREEN_WATCHED : SCREEN_QUIET;
    int waiting = 0;
    bool is_at_end = ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0;
    return is_at_end ? SCREEN_CLOSED : SCREEN_INPUT;
}

void screen_write(const char *bytes, size_t count)
{
    if (outlet_waiting() < 1 << 20)
        outlet_add(bytes, count);
    outlet_flush(0);
}
