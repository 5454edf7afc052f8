/* The simulation of Headroom's model as a C programmer would write it: one loop, the day's demand in a table, and of the
   model what a year of the guide's days needs: points of five minutes that are seen two minutes late, target tracking,
   the stated rules with their cooldowns, starts, and the hidden day before the first.
   Usage: simulation MINUTES ROUNDS; prints the best time in seconds, the instance minutes and the actions. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DAY = 1440, START = 3, WARM = 5, MIN = 25, MAX = 100, DESIRED = 50, POINT = 5, DELAY = 2 };
enum { OUT_POINTS = 3, IN_POINTS = 15, RULE_OUT = 2, RULE_IN = 5, OUT_COOLDOWN = 5, IN_COOLDOWN = 10 };
static const double T = 1000, TARGET = 70, OUT_ABOVE = 70, IN_BELOW = 30, EMERGENCY = 75000, SHARE = 1e-9;

static double demand[DAY];

typedef struct {
  double value, load;
  int there;
} Point;

typedef struct {
  long instance_minutes, saturated, above;
  int peak, tracking_out, tracking_in, out, in, emergency;
  double requests, turned_away;
} Totals;

static int size_of(double quotient) {
  double whole = round(quotient);
  return (int)(fabs(quotient - whole) <= 1e-9 ? whole : ceil(quotient));
}

static Totals simulate(int minutes) {
  Totals totals = {0};
  int serving = DESIRED, starting = 0, wanted = DESIRED, arrivals[START + 1] = {0}, slot = 0, of_day = 0;
  int tracking_high = 0, tracking_low = 0, out_high = 0, in_low = 0, elapsed = 0, recent = 0, waiting = 0;
  long last_launch = -1000000, paused_until = -1000000;
  double cpu_sum = 0, load_sum = 0, load = 0, count = 0, loads[IN_POINTS] = {0}, counts[DELAY + 1] = {0};
  Point points[DELAY + 1] = {{0}};
  for (int t = -DAY; t < minutes; t++) {
    int joining = arrivals[slot];
    arrivals[slot] = 0;
    serving += joining;
    starting -= joining;

    double asked = demand[of_day];
    double capacity = serving * T * 100 / TARGET, turned_away = 0;
    if (asked - capacity > asked * SHARE) turned_away = asked - capacity;
    double cpu = fmin(100, TARGET / T * (asked - turned_away) / serving);

    cpu_sum += cpu;
    load_sum += cpu * serving;
    Point ended = {0, 0, 0};
    if (++elapsed == POINT) {
      ended.value = cpu_sum / POINT;
      ended.load = load_sum / POINT;
      ended.there = 1;
      cpu_sum = load_sum = 0;
      elapsed = 0;
    }
    points[waiting] = ended;
    counts[waiting] = asked;
    waiting = waiting == DELAY ? 0 : waiting + 1;
    Point seen = points[waiting];
    count = counts[waiting];
    if (seen.there) {
      load = seen.load;
      out_high = seen.value * (1 - SHARE) > OUT_ABOVE ? out_high + 1 : 0;
      in_low = seen.value < IN_BELOW * (1 - SHARE) ? in_low + 1 : 0;
      tracking_high = seen.value * (1 - SHARE) > TARGET ? tracking_high + 1 : 0;
      tracking_low = seen.value < TARGET * 0.9 * (1 - SHARE) ? tracking_low + 1 : 0;
      loads[recent] = seen.load;
      recent = recent + 1 == IN_POINTS ? 0 : recent + 1;
    }

    int most = wanted, kind = 0;
    if (tracking_high >= OUT_POINTS && size_of(load / TARGET) > most) {
      most = size_of(load / TARGET);
      kind = 1;
    }
    if (t >= paused_until && out_high >= RULE_OUT && size_of(load / TARGET) > most) {
      most = size_of(load / TARGET);
      kind = 2;
    }
    if (t >= paused_until && count * (1 - SHARE) > EMERGENCY) {
      int step = wanted / 4 > 1 ? wanted / 4 : 1;
      if (wanted + step > most) {
        most = wanted + step;
        kind = 3;
      }
    }
    int counts_now = t >= 0;
    if (kind) {
      int size = most < MAX ? most : MAX;
      if (size > wanted) {
        wanted = size;
        if (kind > 1) paused_until = t + OUT_COOLDOWN;
        if (counts_now) {
          totals.tracking_out += kind == 1;
          totals.out += kind == 2;
          totals.emergency += kind == 3;
        }
      }
    } else if ((tracking_low >= IN_POINTS || in_low >= RULE_IN) && !starting && serving == wanted &&
               t >= last_launch + WARM) {
      int least = -1;
      if (tracking_low >= IN_POINTS) {
        double largest = 0;
        for (int i = 0; i < IN_POINTS; i++) largest = fmax(largest, loads[i]);
        if (size_of(largest / TARGET) < wanted) {
          least = size_of(largest / TARGET);
          kind = 1;
        }
      }
      if (t >= paused_until && in_low >= RULE_IN) {
        int size = size_of(load / TARGET);
        if (size < wanted && size > least) {
          least = size;
          kind = 2;
        }
      }
      int size = least > MIN ? least : MIN;
      if (kind && size < wanted) {
        wanted = size;
        if (kind == 2) paused_until = t + IN_COOLDOWN;
        if (counts_now) {
          totals.tracking_in += kind == 1;
          totals.in += kind == 2;
        }
      }
    }

    int missing = wanted - serving - starting;
    if (missing > 0) {
      starting += missing;
      arrivals[slot == 0 ? START : slot - 1] += missing;
      last_launch = t;
    } else {
      serving += missing;
    }
    slot = slot == START ? 0 : slot + 1;
    of_day = of_day + 1 == DAY ? 0 : of_day + 1;
    if (!counts_now) continue;
    totals.requests += asked;
    if (asked * (1 - SHARE) > serving * T) totals.above++;
    if (turned_away > 0) {
      totals.saturated++;
      totals.turned_away += turned_away;
    }
    int fleet = serving + starting;
    totals.instance_minutes += fleet;
    if (fleet > totals.peak) totals.peak = fleet;
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
  int actions = totals.tracking_out + totals.tracking_in + totals.out + totals.in + totals.emergency;
  printf("%.9f %ld %d\n", best, totals.instance_minutes, actions);
  return 0;
}
