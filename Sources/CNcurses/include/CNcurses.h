#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>

/* What ncurses defines by macros with casts, which Swift does not import. */
static const attr_t screen_bold = A_BOLD;
static const attr_t screen_dim = A_DIM;
static const attr_t screen_reverse = A_REVERSE;
static const attr_t screen_underline = A_UNDERLINE;
static const mmask_t screen_press = BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON1_TRIPLE_CLICKED;
static const mmask_t screen_release = BUTTON1_RELEASED;
static const mmask_t screen_wheel_up = BUTTON4_PRESSED;
static const mmask_t screen_wheel_down = BUTTON5_PRESSED;
static const mmask_t screen_motion = REPORT_MOUSE_POSITION;

enum screen_fitness { SCREEN_FIT, SCREEN_NO_INPUT, SCREEN_NO_OUTPUT, SCREEN_UNKNOWN_TYPE, SCREEN_NO_CURSOR };
enum screen_wakening { SCREEN_QUIET, SCREEN_INPUT, SCREEN_CLOSED };

/* Whether the user's locale speaks UTF-8. Chooses the locale that ncurses writes in. */
bool screen_set_locale(void);

/* Whether a screen can be opened at all; reads the terminal's description and writes nothing. */
enum screen_fitness screen_fitness(void);

/* Opens the screen and arms the guard; NULL when ncurses cannot. */
WINDOW *screen_open(bool mouse);
void screen_close(void);

/* How many colours, and pairs of colours, the screen has; 0 without colour. */
int screen_colours(void);
int screen_colour_pairs(void);

/* Leaves the screen, stops the process as the shell's job, and enters the screen again when it goes on. */
void screen_suspend(void);
void screen_resume(void);

/* Sleeps until there is input or a signal, at most so many milliseconds, without end when negative. */
enum screen_wakening screen_wait(int milliseconds);

/* Writes bytes that are no part of the picture. */
void screen_write(const char *bytes, size_t count);

/* The guard: every end of the process gives the terminal back as it was. */
void guard_arm(const char *restore, size_t count);
void guard_disarm(void);
/* While released, the terminal is somebody else's and the guard leaves it alone. */
void guard_hold(bool holds);
/* The reading end of a pipe that wakes a sleeper when a signal is noted. */
int guard_wakener(void);
/* The noted signal that asks for an end (0: none), taken within a second or else obeyed by the guard. */
int guard_take_end(void);
bool guard_take_stop(void);
bool guard_take_continue(void);
/* Ends the process by the signal itself, so that a shell reports 128 + signal. */
_Noreturn void guard_die(int signal);

#endif
