#ifndef CNCURSES_H
#define CNCURSES_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>

/* What ncurses defines by macros with casts, which Swift does not import. */
static const attr_t screen_bold = A_BOLD;
static const attr_t screen_dim = A_DIM;
static const attr_t screen_reverse = A_REVERSE;
static const attr_t screen_underline = A_UNDERLINE;

enum screen_fitness { SCREEN_FIT, SCREEN_NO_INPUT, SCREEN_NO_OUTPUT, SCREEN_UNKNOWN_TYPE, SCREEN_NO_CURSOR };
enum screen_wakening { SCREEN_QUIET, SCREEN_INPUT, SCREEN_CLOSED, SCREEN_WATCHED };

/* Whether the user's locale speaks UTF-8. Chooses the locale that ncurses writes in. */
bool screen_set_locale(void);

/* Whether a screen can be opened at all; reads the terminal's description and writes nothing. */
enum screen_fitness screen_fitness(void);

/* Opens the screen and arms the guard; NULL when ncurses cannot. */
WINDOW *screen_open(bool mouse);
void screen_close(void);

/* A screen of no terminal: what one of a type and size would get is rendered, waits in the outlet, and is never
   written. NULL when ncurses does not know the type. */
WINDOW *screen_rehearse(const char *type, int rows, int across);
void screen_end_rehearsal(void);

/* How many colours, and pairs of colours, the screen has; 0 without colour. */
int screen_colours(void);
int screen_colour_pairs(void);
/* Whether a colour is said by its red, green and blue (terminfo's RGB), in eight bits each. */
bool screen_has_any_colour(void);
/* What is written next: its attributes and its pair of colours, of which there may be more than a short can number. */
void screen_set_style(WINDOW *window, attr_t attributes, int pair);

/* What the terminal sends for a key, by the key's name in terminfo; NULL where it has none. */
const char *screen_key(const char *capability);

/* Lets ncurses say what changed in the window, and queues that for the terminal. */
void screen_render(WINDOW *window);
/* Cells that may have changed before screen_render is due. */
int screen_cells_at_once(void);

/* Gives the screen the size that the terminal has now. */
void screen_fit(void);

/* Leaves the screen, stops the process as the shell's job, and enters the screen again when it goes on. */
void screen_suspend(void);
/* Leaves the screen to another program until that ends, and enters it again; what the program ended with, -1 where it
   could not begin. */
int screen_lend(char *const arguments[]);
void screen_resume(void);

/* Sleeps until there is input, a signal or room for what is queued, at most so many milliseconds, without end when
   negative. */
enum screen_wakening screen_wait(int milliseconds);
/* Something else that wakes the sleeper when it can be read; -1 for nothing. */
void screen_watch(int descriptor);

/* Queues bytes that are no part of the picture, unless very many wait already. */
void screen_write(const char *bytes, size_t count);

/* The outlet: all that goes to the terminal, which may take nothing for as long as it likes. */
void outlet_open(void);
void outlet_close(void);
int outlet_descriptor(void);
/* How many bytes are queued. */
size_t outlet_waiting(void);
void outlet_clear(void);
void outlet_add(const char *bytes, size_t count);
/* Writes what is queued, waiting for room at most so many milliseconds; true when nothing is left. */
bool outlet_flush(int milliseconds);
/* Writes past the queue; returns how many bytes the terminal took within so many milliseconds. */
size_t outlet_write(const char *bytes, size_t count, int milliseconds);

/* Writes to standard error, and does not wait for it for long either. */
void outlet_tell(const char *words, size_t count);

/* The guard: every end of the process gives the terminal back as it was. */
void guard_arm(const char *restore, size_t count);
void guard_disarm(void);
/* Gives the terminal back now. */
void guard_restore(void);
/* Takes the terminal, after it was given back. */
void guard_hold(void);
/* The reading end of a pipe that wakes a sleeper when a signal is noted. */
int guard_wakener(void);
/* The noted signal that asks for an end (0: none). */
int guard_take_end(void);
bool guard_take_stop(void);
bool guard_take_continue(void);
bool guard_take_resize(void);
/* Ends the process by the signal itself, so that a shell reports 128 + signal. */
_Noreturn void guard_die(int signal);

#endif
