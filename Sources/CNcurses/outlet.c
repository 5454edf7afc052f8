#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The way to the terminal, which never waits for it: what it does not take stays in a queue. */

static int outlet = STDOUT_FILENO;
/* Bytes in one write: a single one, of which a terminal with room takes at least that, where a write might wait. */
static size_t piece = 1;
static bool is_lost;

static char *queue;
static size_t queue_start, queue_end, queue_room;

/* An opening of our own, since not to wait is a flag that the shell would share. */
void outlet_open(void)
{
    int own = open("/proc/self/fd/1", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    outlet = own >= 0 ? own : STDOUT_FILENO;
    piece = own >= 0 ? 1 << 16 : 1;
    is_lost = false;
}

void outlet_close(void)
{
    if (outlet != STDOUT_FILENO)
        close(outlet);
    outlet = STDOUT_FILENO;
    piece = 1;
    outlet_clear();
}

int outlet_descriptor(void)
{
    return outlet;
}

size_t outlet_waiting(void)
{
    return queue_end - queue_start;
}

void outlet_clear(void)
{
    queue_start = queue_end = 0;
}

void outlet_add(const char *bytes, size_t count)
{
    if (is_lost)
        return;
    if (outlet_waiting() == 0)
        outlet_clear();
    if (queue_room - queue_end < count) {
        size_t room = 2 * (queue_end + count);
        char *larger = realloc(queue, room);
        if (!larger)
            return;
        queue = larger;
        queue_room = room;
    }
    memcpy(queue + queue_end, bytes, count);
    queue_end += count;
}

static int milliseconds_until(const struct timespec *end)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long left = (end->tv_sec - now.tv_sec) * 1000 + (end->tv_nsec - now.tv_nsec) / 1000000;
    return left > 0 ? (int)left : 0;
}

/* Calls only what a handler of signals may. Writes in pieces of so many bytes; tells whether the place is lost. */
static size_t write_within(int milliseconds, int place, size_t most, const char *bytes, size_t count, bool *lost)
{
    struct timespec end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += milliseconds / 1000;
    end.tv_nsec += milliseconds % 1000 * 1000000L;
    size_t done = 0;
    while (done < count && !*lost) {
        struct pollfd room = {.fd = place, .events = POLLOUT};
        int ready = poll(&room, 1, milliseconds_until(&end));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            break;
        ssize_t written = write(place, bytes + done, count - done < most ? count - done : most);
        if (written > 0)
            done += (size_t)written;
        else if (errno != EAGAIN && errno != EINTR)
            *lost = true;
        else if (milliseconds_until(&end) == 0)
            break;
    }
    return done;
}

size_t outlet_write(const char *bytes, size_t count, int milliseconds)
{
    return write_within(milliseconds, outlet, piece, bytes, count, &is_lost);
}

void outlet_tell(const char *words, size_t count)
{
    bool is_gone = false;
    write_within(250, STDERR_FILENO, 1, words, count, &is_gone);
}

bool outlet_flush(int milliseconds)
{
    queue_start += outlet_write(queue + queue_start, queue_end - queue_start, milliseconds);
    if (is_lost)
        outlet_clear();
    return outlet_waiting() == 0;
}
