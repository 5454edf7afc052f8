#!/bin/sh
# Quota requests for Production, 250,000 concurrent users.
# A value is absolute, and a quota can have one open request.
# What this account may run already, which nobody can guess:
aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --region us-east-1
aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-FC3AC7EE --desired-value 2079 --region us-east-1
