"""The uncertainty of Headroom's model on the guide's fleet, vectorised in numpy.

Usage: uncertainty.py DRAWS; prints the time in seconds, then P5, P50 and P95 of the monthly list cost.
"""

import sys
import time

import numpy as np

USERS, MEAN_LOAD, HOURS = 250000, 0.6, 730


def steps(quantity, free, *tiers):
    cost, start = np.zeros_like(quantity), free
    for end, price in tiers:
        cost += np.clip(quantity - start, 0, end - start) * price
        start = end
    return cost


def main():
    draws = int(sys.argv[1])
    random = np.random.default_rng(1)
    start = time.perf_counter()

    def drawn(low, likely, high):
        return random.triangular(low, likely, high, draws)

    requests, response_ms, response_kb = drawn(0.2, 0.25, 0.3) + 0.02 / 1440, drawn(100, 250, 500), drawn(5, 10, 20)
    voice, queries, query_ms = drawn(0.2, 0.4, 0.8), drawn(3, 5, 8), drawn(2, 5, 10)
    operations, kb_per_user = drawn(5, 10, 20), drawn(5, 10, 20)
    request_kb, kb_per_query, kb_per_operation = drawn(0.5, 1, 2), drawn(0.5, 1, 2), drawn(0.5, 1, 2)

    demand = USERS * requests
    fleet = np.clip(np.ceil(demand * MEAN_LOAD / 1000), 25, 100)
    month = demand * MEAN_LOAD * 43800
    sessions = np.minimum(USERS * MEAN_LOAD * voice / 100, 1000)
    out = (month * response_kb + sessions * 43800 * 60 * 6 * 0.5) / 2**20
    logs = month * 0.5 / 2**20
    speech = sessions * 43800 * 60 * (32000 + 48000 * 0.5) * 4 / 3 / 2**30
    anew = np.exp(-requests)
    units = np.maximum(
        np.maximum(demand * MEAN_LOAD / 60 * anew / 25, USERS * MEAN_LOAD * (1 - anew) / 3000),
        (demand * MEAN_LOAD * 60 * (response_kb + request_kb) + 3600 * sessions * 6 * 1.5) / 2**20,
    )
    between_zones = (
        month * operations * kb_per_operation + 2 * month * queries * (1 - 0.8 * 0.8) * kb_per_query
    ) / 2**20 * 2 / 3
    cost = (
        fleet * 0.34 * HOURS + fleet * 20 * 0.08 + 3568.85 + 3600.36
        + HOURS * (0.0225 + 0.008 * units) + 6 * 0.005 * HOURS
        + 3 * 0.045 * HOURS + logs * 0.045 + speech * 0.045 + between_zones * 0.01
        + steps(out, 1024, (11264, 0.085), (52224, 0.08), (154624, 0.06))
        + steps(month / 1e4, 1000, (np.inf, 0.01)) + month * request_kb / 2**20 * 0.02 + month / 1e4 * 0.0075
        + steps(fleet * 10, 10, (10010, 0.3), (np.inf, 0.1)) + steps(logs, 5, (np.inf, 0.5))
        + logs * 0.15 * 30 * 24 / HOURS * 0.03 + 6 + month / 1e6 * 0.6
    )

    for instances in (50, 100):
        short = [
            instances * 1000 < demand,
            instances * 8 * 16 * 60 / (response_ms / 1000 * requests) < USERS,
            1000 / (requests / 60 * queries * 0.2 * query_ms / 1000) < USERS,
            6 * 100000 * 60 / (requests * operations) < USERS,
            6 * 26.32 * 2**20 * 0.75 / kb_per_user < USERS,
            1000 * 100 / voice < USERS,
        ]
        lost = np.mean((instances * 2 // 3) * 1000 < demand), np.mean(instances * 1000 / 0.7 < demand)
        [np.mean(wall) for wall in short], np.mean(np.any(short, axis=0)), lost

    inputs = (
        requests, response_ms, response_kb, voice, queries, query_ms, operations, kb_per_user, request_kb,
        kb_per_query, kb_per_operation,
    )
    squares = np.array([np.corrcoef(values, cost)[0, 1] ** 2 for values in inputs])
    squares / squares.sum(), cost.mean()
    points = np.percentile(cost, [5, 50, 95])
    print(time.perf_counter() - start, *points)


main()
