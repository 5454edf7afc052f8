/* The simulation of Headroom's model as a C programmer would write it: one loop, the day's demand in a table.
   Usage: simulation MINUTES ROUNDS; prints the best time in seconds, the instance minutes and the actions. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DAY = 1440, START = 3, MIN = 25, MAX = 100, DESIRED = 50 };
static const double T = 1000, TARGET = 70, OUT_ABOVE = 70, IN_BELOW = 30, EMERGENCY = 75000;
static const int OUT_PERIODS = 2, IN_PERIODS = 5, OUT_COOLDOWN = 5, IN_COOLDOWN = 10;

static double demand[DAY];

typedef struct {
  long instance_minutes, saturated, above;
  int peak, out, in, emergency;
  double requests, turned_away;
} Totals;

static int at_target(int serving, double cpu) { return (int)ceil(serving * cpu / TARGET - 1e-9); }

static Totals simulate(int minutes) {
  Totals totals = {0};
  int serving = DESIRED, starting = 0, high = 0, low = 0, arrivals[START] = {0}, slot = 0, of_day = 0;
  int out_rests = 0, in_rests = 0, emergency_rests = 0;
  for (int t = 0; t < minutes; t++) {
    int joining = arrivals[slot];
    arrivals[slot] = 0;
    serving += joining;
    starting -= joining;

    double asked = demand[of_day];
    double target = serving * T, capacity = target * 100 / TARGET;
    double cpu = asked > 0 ? fmin(100, TARGET * asked / target) : 0;
    totals.requests += asked;
    if (asked > target) totals.above++;
    if (asked > capacity) {
      totals.saturated++;
      totals.turned_away += asked - capacity;
    }
    high = cpu > OUT_ABOVE ? high + 1 : 0;
    low = cpu < IN_BELOW ? low + 1 : 0;

    int fleet = serving + starting;
    if (asked > EMERGENCY && t >= emergency_rests && fleet < MAX) {
      int added = (fleet + 3) / 4 < MAX - fleet ? (fleet + 3) / 4 : MAX - fleet;
      starting += added;
      arrivals[slot] += added;
      emergency_rests = out_rests = t + OUT_COOLDOWN;
      high = 0;
      totals.emergency++;
    } else if (high >= OUT_PERIODS && t >= out_rests) {
      int wanted = at_target(serving, cpu);
      int added = (wanted < MAX ? wanted : MAX) - fleet;
      if (added > 0) {
        starting += added;
        arrivals[slot] += added;
        out_rests = t + OUT_COOLDOWN;
        high = 0;
        totals.out++;
      }
    } else if (low >= IN_PERIODS && starting == 0 && t >= in_rests && t >= out_rests) {
      int wanted = at_target(serving, cpu);
      int removed = serving - (wanted > MIN ? wanted : MIN);
      if (removed > 0) {
        serving -= removed;
        in_rests = t + IN_COOLDOWN;
        low = 0;
        totals.in++;
      }
    }
    fleet = serving + starting;
    totals.instance_minutes += fleet;
    if (fleet > totals.peak) totals.peak = fleet;
    slot = slot + 1 == START ? 0 : slot + 1;
    of_day = of_day + 1 == DAY ? 0 : of_day + 1;
  }
  return totals;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  int minutes = atoi(arguments[1]), rounds = atoi(arguments[2]);
  for (int minute = 0; minute < DAY; minute++)
    demand[minute] = 250000 * fmax(0, 0.6 + 0.4 * cos(2 * M_PI * (minute - 1200) / DAY)) * (0.25 + 0.02 / 1440);
  double best = 1e9;
  Totals totals = {0};
  for (int round = 0; round < rounds; round++) {
    double start = now();
    totals = simulate(minutes);
    double seconds = now() - start;
    if (seconds < best) best = seconds;
  }
  printf("%.9f %ld %d\n", best, totals.instance_minutes, totals.out + totals.in + totals.emergency);
  return 0;
}
