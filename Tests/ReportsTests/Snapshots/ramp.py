# A load test in stages: Production, 250,000 concurrent users
#
#   locust -f this-file.py --headless --host https://staging.example
#
# HEADROOM_USERS_PER_LOCUST   real users that one of Locust's users stands for
# HEADROOM_SECONDS_PER_MINUTE length of a minute; 1 rehearses the whole ramp
# HEADROOM_PATH               path to ask for; better, give Visitor tasks that do what your users do

import os

from locust import HttpUser, LoadTestShape, constant_throughput, task

REQUESTS_PER_USER_PER_MINUTE = 0.25001388888888887
USERS_PER_LOCUST = float(os.environ.get("HEADROOM_USERS_PER_LOCUST", "250"))
SECONDS_PER_MINUTE = float(os.environ.get("HEADROOM_SECONDS_PER_MINUTE", "60"))
PATH = os.environ.get("HEADROOM_PATH", "/")

# Minutes to climb, minutes to hold, users.
STAGES = [
    (10, 40, 25000),
    (10, 40, 62500),
    (10, 40, 125000),
    (10, 40, 187500),
    (10, 40, 250000),
    (10, 40, 299998),
]


class Visitor(HttpUser):
    wait_time = constant_throughput(REQUESTS_PER_USER_PER_MINUTE * USERS_PER_LOCUST / 60)

    @task
    def visit(self):
        self.client.get(PATH)


class Ramp(LoadTestShape):
    def tick(self):
        minute = self.get_run_time() / SECONDS_PER_MINUTE
        before = 0
        for climb, hold, users in STAGES:
            if minute < climb + hold:
                locusts = max(1, round(users / USERS_PER_LOCUST))
                rise = abs(users - before) / USERS_PER_LOCUST
                return locusts, max(0.1, rise / (climb * SECONDS_PER_MINUTE))
            minute -= climb + hold
            before = users
        return None
