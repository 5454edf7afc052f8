#!/bin/sh
# Quota requests for Production, 250,000 concurrent users.
# A value is absolute, and a quota can have one open request.
aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-1216C47A --desired-value 880 --region us-east-1
aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-995EBD81 --desired-value 1056 --region us-east-1
