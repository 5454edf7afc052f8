#!/bin/sh
# Production, 250,000 concurrent users, in us-east-1, for the AWS CLI:
#   ASG=NAME LOAD_BALANCER=NAME TARGET_GROUP=NAME DATABASE=NAME CACHE=NAME sh FILE
#
# It changes what it is given the name of, and says each change before it makes it; it stops at the first
# failure, deletes nothing, and run twice it changes nothing more.
#   DRY_RUN=1            say the changes and make none
#   SET_DESIRED=1        move the group to its desired size too
#   APPLY_IMMEDIATELY=1  change the database now, not in its maintenance window
#
# What its review calls an error, and this does not mend:
# - HR601 error: 0.4% of the users ask for 1,000 sessions at once and 1,000 may run, so the queue only grows.
# - HR604 error: amazon.nova-sonic-v1:0 reached its end of life on 2026-09-14, so every session fails.
#
# What this does not say of the profile:
# - It leaves alone: cdn, waf, security_groups.
# - compute.gunicorn: the user data of the launch template stays as it is.

# Text of the profile stands in single quotes, in which a shell expands nothing.
# shellcheck disable=SC2016

set -eu
export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off
export AWS_DEFAULT_REGION=us-east-1 AWS_REGION=us-east-1

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "Stopped: $*"
  exit 1
}

# Says a command of the AWS CLI, and runs it unless DRY_RUN is 1.
run() {
  line='+ aws'
  for word in "$@"; do
    case $word in
      '' | *[!A-Za-z0-9_./:=,-]*) word="'$(printf '%s' "$word" | sed "s/'/'\\\\''/g")'" ;;
    esac
    line="$line $word"
  done
  say "$line"
  if [ "${DRY_RUN:-}" != 1 ]; then aws "$@"; fi
}

change() { run "$@" >/dev/null; }

# What a command answers to a query, as text; nothing where it answers None.
ask() {
  query=$1
  shift
  answer=$(aws "$@" --query "$query" --output text) || return 1
  if [ "$answer" != None ]; then printf '%s\n' "$answer"; fi
}

# The same as JSON.
ask_json() {
  query=$1
  shift
  answer=$(aws "$@" --query "$query" --output json) || return 1
  printf '%s' "$answer" | tr '\n' ' '
}

# change_template WANTED QUERY EBS NEW DATA: WANTED is what QUERY finds in data with the root volume as Root; EBS
# is for a volume that is there and NEW for one that is not; DATA is the rest of the new version.
change_template() {
  seen='AutoScalingGroups[0] | (LaunchTemplate || MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification)'
  id=$(ask "$seen.LaunchTemplateId" autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$ASG")
  version=$(ask "$seen.Version" autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$ASG")
  [ -n "$id" ] || stop "there is no group $ASG, or it has no launch template"
  version=${version:-\$Default}
  data='LaunchTemplateVersions[0].LaunchTemplateData'
  device=$(ask "$data.BlockDeviceMappings[?DeviceName=='/dev/xvda' || DeviceName=='/dev/sda1'].DeviceName | [0]" \
    ec2 describe-launch-template-versions --launch-template-id "$id" --versions "$version")
  device=${device:-/dev/xvda}
  found=$(ask "$data | merge(@, {Root: BlockDeviceMappings[?DeviceName=='$device'].Ebs | [0]}) | $2" \
    ec2 describe-launch-template-versions --launch-template-id "$id" --versions "$version")
  if [ "$found" = "$1" ]; then return; fi
  say "The launch template $id has $found; it becomes $1."
  volumes=$(ask_json "$data | [BlockDeviceMappings[?DeviceName=='$device'].merge(@, {Ebs: merge(Ebs, $3)}), BlockDeviceMappings[?DeviceName!='$device']][]" \
    ec2 describe-launch-template-versions --launch-template-id "$id" --versions "$version")
  case $volumes in
    *DeviceName*) ;;
    *) volumes="[{\"DeviceName\": \"$device\", \"Ebs\": $4}]" ;;
  esac
  latest=$(run ec2 create-launch-template-version --launch-template-id "$id" --source-version "$version" \
    --launch-template-data "{$5, \"BlockDeviceMappings\": $volumes}" \
    --query LaunchTemplateVersion.VersionNumber --output text)
  latest=${latest:-NEW}
  case $version in
    "\$Latest") ;;
    "\$Default") change ec2 modify-launch-template --launch-template-id "$id" --default-version "$latest" ;;
    *) version=$latest ;;
  esac
  say "Instances keep what they are until they are replaced: aws autoscaling start-instance-refresh."
}

# change_group MIN DESIRED MAX BASE PERCENT [OPTION...]: BASE and PERCENT are On-Demand, the rest is Spot.
change_group() {
  min=$1 desired=$2 max=$3 base=$4 percent=$5
  shift 5
  seen='AutoScalingGroups[0]'
  runs=$(ask "$seen.DesiredCapacity" autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$ASG")
  weight=$(ask "$seen.MixedInstancesPolicy.LaunchTemplate.Overrides[?WeightedCapacity].WeightedCapacity | [0]" \
    autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$ASG")
  mixed=$(ask "$seen.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId" \
    autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$ASG")
  [ -z "$weight" ] || stop "$ASG counts capacity units, and the profile counts instances"
  if [ "${SET_DESIRED:-}" = 1 ]; then
    set -- "$@" --desired-capacity "$desired"
  elif [ "$runs" -gt "$max" ]; then
    stop "$ASG runs $runs, above max $max: lowering it lets instances go; SET_DESIRED=1 does so"
  fi
  if [ -n "$mixed" ] || [ "$percent" -lt 100 ]; then
    set -- "$@" --mixed-instances-policy \
      "LaunchTemplate={LaunchTemplateSpecification={LaunchTemplateId=$id,Version=$version}},InstancesDistribution={OnDemandBaseCapacity=$base,OnDemandPercentageAboveBaseCapacity=$percent}"
  else
    set -- "$@" --launch-template "LaunchTemplateId=$id,Version=$version"
  fi
  change autoscaling update-auto-scaling-group --auto-scaling-group-name "$ASG" \
    --min-size "$min" --max-size "$max" "$@"
}

# change_schedule RECURRENCE OPTION...: a size at a time of the day.
change_schedule() {
  recurrence=$1
  shift
  name=$(ask "ScheduledUpdateGroupActions[?Recurrence=='$recurrence'].ScheduledActionName | [0]" \
    autoscaling describe-scheduled-actions --auto-scaling-group-name "$ASG")
  change autoscaling put-scheduled-update-group-action --auto-scaling-group-name "$ASG" \
    --scheduled-action-name "${name:-at $recurrence}" --recurrence "$recurrence" "$@"
}

# The balancer as metrics name it, and the target group; nothing where none is given.
find_balancer() {
  balancer='' target=''
  if [ -n "${LOAD_BALANCER:-}" ]; then
    balancer_arn=$(ask 'LoadBalancers[0].LoadBalancerArn' elbv2 describe-load-balancers --names "$LOAD_BALANCER")
    balancer=${balancer_arn#*:loadbalancer/}
  fi
  if [ -n "${TARGET_GROUP:-}" ]; then
    target_arn=$(ask 'TargetGroups[0].TargetGroupArn' elbv2 describe-target-groups --names "$TARGET_GROUP")
    target=${target_arn##*:}
  fi
}

find_balancer

# change_tracking NAME METRIC TARGET: a policy that the group has keeps what it says besides.
change_tracking() {
  seen="sort_by(ScalingPolicies[?TargetTrackingConfiguration.PredefinedMetricSpecification.PredefinedMetricType=='$2'], &TargetTrackingConfiguration.TargetValue)[0]"
  name=$(ask "$seen.PolicyName" autoscaling describe-policies --auto-scaling-group-name "$ASG")
  if [ -n "$name" ]; then
    config=$(ask_json "$seen.TargetTrackingConfiguration.merge(@, {TargetValue: to_number('$3')})" \
      autoscaling describe-policies --auto-scaling-group-name "$ASG")
  elif [ "$2" = ALBRequestCountPerTarget ]; then
    if [ -z "$balancer" ] || [ -z "$target" ]; then
      say 'Requests are followed where LOAD_BALANCER and TARGET_GROUP are given.'
      return
    fi
    config="{\"PredefinedMetricSpecification\": {\"PredefinedMetricType\": \"$2\", \"ResourceLabel\": \"$balancer/$target\"}, \"TargetValue\": $3}"
  else
    config="{\"PredefinedMetricSpecification\": {\"PredefinedMetricType\": \"$2\"}, \"TargetValue\": $3}"
  fi
  change autoscaling put-scaling-policy --auto-scaling-group-name "$ASG" --policy-name "${name:-$ASG-$1}" \
    --policy-type TargetTrackingScaling --target-tracking-configuration "$config"
}

# change_alarm NAME METRIC COMPARISON THRESHOLD PERIOD PERIODS FILTER INDEX [ACTION]: of the alarms on the metric that
# FILTER lets through the one at INDEX is changed and keeps its actions; where there is none, a new one is made.
change_alarm() {
  case $2 in
    CPUUtilization) namespace=AWS/EC2 statistic=Average ;;
    mem_used_percent) namespace=CWAgent statistic=Average ;;
    TargetResponseTime) namespace=AWS/ApplicationELB statistic=Average ;;
    *) namespace=AWS/ApplicationELB statistic=Sum ;;
  esac
  dimension="Name=AutoScalingGroupName,Value=$ASG"
  if [ "$namespace" = AWS/ApplicationELB ]; then
    if [ -z "$balancer" ]; then
      say "The alarm on $2 is for a load balancer: LOAD_BALANCER is not given."
      return
    fi
    dimension="Name=LoadBalancer,Value=$balancer"
  fi
  seen="sort_by(MetricAlarms[?starts_with(ComparisonOperator, '${3%%Than*}') && $7], &AlarmName)[$8]"
  alarm=$(ask "$seen.AlarmName" cloudwatch describe-alarms-for-metric \
    --namespace "$namespace" --metric-name "$2" --dimensions "$dimension")
  actions=$(ask_json "$seen.AlarmActions" cloudwatch describe-alarms-for-metric \
    --namespace "$namespace" --metric-name "$2" --dimensions "$dimension")
  if [ "$actions" = null ]; then actions="[${9:+\"$9\"}]"; fi
  change cloudwatch put-metric-alarm --alarm-name "${alarm:-$ASG-$1}" --namespace "$namespace" \
    --metric-name "$2" --dimensions "$dimension" --statistic "$statistic" --period "$5" \
    --evaluation-periods "$6" --threshold "$4" --comparison-operator "$3" \
    --treat-missing-data notBreaching --alarm-actions "$actions"
}

# change_error_alarm NAME PERCENT PERIOD PERIODS: the share of 5XX, which is counted from three metrics.
change_error_alarm() {
  if [ -z "$balancer" ]; then
    say 'The alarm on errors is for a load balancer: LOAD_BALANCER is not given.'
    return
  fi
  metrics='[{"Id": "errors", "Expression": "100 * (FILL(m1, 0) + FILL(m2, 0)) / m3", "ReturnData": true}'
  for metric in m1:HTTPCode_Target_5XX_Count m2:HTTPCode_ELB_5XX_Count m3:RequestCount; do
    metrics="$metrics, {\"Id\": \"${metric%%:*}\", \"ReturnData\": false, \"MetricStat\": {\"Stat\": \"Sum\", \"Period\": $3, \"Metric\": {\"Namespace\": \"AWS/ApplicationELB\", \"MetricName\": \"${metric#*:}\", \"Dimensions\": [{\"Name\": \"LoadBalancer\", \"Value\": \"$balancer\"}]}}}"
  done
  change cloudwatch put-metric-alarm --alarm-name "$ASG-$1" --metrics "$metrics]" --evaluation-periods "$4" \
    --threshold "$2" --comparison-operator GreaterThanThreshold --treat-missing-data notBreaching
}

# change_rule NAME METRIC COMPARISON THRESHOLD PERIODS PERCENT COOLDOWN: a policy with the alarm that sets it off. A
# policy of steps keeps its steps; only its alarm is changed.
change_rule() {
  filter="contains(to_string(AlarmActions), 'autoScalingGroupName/$ASG:') && !starts_with(AlarmName, 'TargetTracking-')"
  dimension="Name=AutoScalingGroupName,Value=$ASG" namespace=AWS/EC2
  if [ "$2" = RequestCount ]; then
    if [ -z "$balancer" ]; then
      say "The rule $1 counts the requests of a load balancer: LOAD_BALANCER is not given."
      return
    fi
    dimension="Name=LoadBalancer,Value=$balancer" namespace=AWS/ApplicationELB
  fi
  action=$(ask "sort_by(MetricAlarms[?starts_with(ComparisonOperator, '${3%%Than*}') && $filter], &AlarmName)[0].AlarmActions[?contains(@, 'autoScalingGroupName/$ASG:')] | [0]" \
    cloudwatch describe-alarms-for-metric --namespace "$namespace" --metric-name "$2" --dimensions "$dimension")
  policy="$ASG-$1" kind=SimpleScaling
  if [ -n "$action" ]; then
    policy=${action##*:policyName/}
    kind=$(ask "ScalingPolicies[?PolicyName=='$policy'].PolicyType | [0]" \
      autoscaling describe-policies --auto-scaling-group-name "$ASG")
  fi
  if [ "$kind" = SimpleScaling ]; then
    action=$(run autoscaling put-scaling-policy --auto-scaling-group-name "$ASG" --policy-name "$policy" \
      --policy-type SimpleScaling --adjustment-type PercentChangeInCapacity "--scaling-adjustment=$6" \
      --min-adjustment-magnitude 1 --cooldown "$7" --query PolicyARN --output text)
    if [ "$action" = None ]; then
      action=$(ask "ScalingPolicies[?PolicyName=='$policy'].PolicyARN | [0]" \
        autoscaling describe-policies --auto-scaling-group-name "$ASG")
    fi
  fi
  change_alarm "$1" "$2" "$3" "$4" 60 "$5" "$filter" 0 "${action:-ARN of the policy}"
}

# change_target_group PATH INTERVAL HEALTHY UNHEALTHY TIMEOUT: the timeout only where a check would outlast the interval.
change_target_group() {
  timeout=$(ask 'TargetGroups[0].HealthCheckTimeoutSeconds' elbv2 describe-target-groups --names "$TARGET_GROUP")
  path=$1 interval=$2 healthy=$3 unhealthy=$4 shorter=$5
  set --
  if [ "$timeout" -ge "$interval" ]; then set -- --health-check-timeout-seconds "$shorter"; fi
  change elbv2 modify-target-group --target-group-arn "$target_arn" --health-check-path "$path" \
    --health-check-interval-seconds "$interval" --healthy-threshold-count "$healthy" \
    --unhealthy-threshold-count "$unhealthy" "$@"
}

# change_database WANTED QUERY GB OPTION...: WANTED are values as QUERY finds them; storage only grows.
change_database() {
  wanted=$1 query=$2 size=$3
  shift 3
  seen='DBInstances[0]'
  stored=$(ask "$seen.AllocatedStorage" rds describe-db-instances --db-instance-identifier "$DATABASE")
  found=$(ask "$seen | $query" rds describe-db-instances --db-instance-identifier "$DATABASE")
  if [ "$stored" -lt "$size" ]; then
    set -- "$@" --allocated-storage "$size"
  elif [ "$stored" -gt "$size" ]; then
    say "$DATABASE has $stored GB; storage cannot shrink to $size GB."
  fi
  if [ "$found" = "$wanted" ] && [ "$stored" -ge "$size" ]; then return; fi
  say "$DATABASE has $found and $stored GB; it becomes $wanted and $size GB."
  if [ "${APPLY_IMMEDIATELY:-}" = 1 ]; then
    set -- "$@" --apply-immediately
  else
    say 'That waits for the maintenance window; APPLY_IMMEDIATELY=1 does it now.'
  fi
  change rds modify-db-instance --db-instance-identifier "$DATABASE" "$@"
}

# change_connections LIMIT: in the parameter group that the database has.
change_connections() {
  group=$(ask 'DBInstances[0].DBParameterGroups[0].DBParameterGroupName' \
    rds describe-db-instances --db-instance-identifier "$DATABASE")
  case $group in
    default.*)
      say "$DATABASE has AWS's own parameters, $group, which nobody can change: give it a group with max_connections $1."
      return ;;
  esac
  found=$(ask "Parameters[?ParameterName=='max_connections'].ParameterValue | [0]" \
    rds describe-db-parameters --db-parameter-group-name "$group")
  if [ "$found" = "$1" ]; then return; fi
  change rds modify-db-parameter-group --db-parameter-group-name "$group" \
    --parameters "ParameterName=max_connections,ParameterValue=$1,ApplyMethod=pending-reboot"
  say "max_connections becomes $1 when the database is rebooted."
}

# change_replicas COUNT CLASS
change_replicas() {
  replicas=$(ask 'DBInstances[0].ReadReplicaDBInstanceIdentifiers' \
    rds describe-db-instances --db-instance-identifier "$DATABASE")
  found=0
  for replica in $replicas; do
    found=$((found + 1))
    class=$(ask 'DBInstances[0].DBInstanceClass' rds describe-db-instances --db-instance-identifier "$replica")
    if [ "$class" != "$2" ]; then
      change rds modify-db-instance --db-instance-identifier "$replica" --db-instance-class "$2" --apply-immediately
    fi
  done
  if [ "$found" -gt "$1" ]; then say "$DATABASE has $found replicas, above $1: nothing is deleted here."; fi
  number=0
  while [ "$found" -lt "$1" ]; do
    number=$((number + 1))
    case " $(printf '%s' "$replicas" | tr '\t' ' ') " in
      *" $DATABASE-replica-$number "*) continue ;;
    esac
    change rds create-db-instance-read-replica --db-instance-identifier "$DATABASE-replica-$number" \
      --source-db-instance-identifier "$DATABASE" --db-instance-class "$2"
    found=$((found + 1))
  done
}

# change_cache NODE SHARDS REPLICAS: nodes are added and replaced, none is taken away.
change_cache() {
  seen='ReplicationGroups[0]'
  node=$(ask "$seen.CacheNodeType" elasticache describe-replication-groups --replication-group-id "$CACHE")
  shards=$(ask "length($seen.NodeGroups)" elasticache describe-replication-groups --replication-group-id "$CACHE")
  members=$(ask "min($seen.NodeGroups[].length(NodeGroupMembers))" \
    elasticache describe-replication-groups --replication-group-id "$CACHE")
  if [ "$node" != "$1" ]; then
    change elasticache modify-replication-group --replication-group-id "$CACHE" --cache-node-type "$1" \
      --apply-immediately
  fi
  if [ "$shards" -lt "$2" ]; then
    change elasticache modify-replication-group-shard-configuration --replication-group-id "$CACHE" \
      --node-group-count "$2" --apply-immediately
  elif [ "$shards" -gt "$2" ]; then
    say "$CACHE has $shards shards, above $2: none is taken away here."
  fi
  if [ "$members" -le "$3" ]; then
    change elasticache increase-replica-count --replication-group-id "$CACHE" --new-replica-count "$3" \
      --apply-immediately
  elif [ "$members" -gt $(($3 + 1)) ]; then
    say "$CACHE has $((members - 1)) replicas a shard, above $3: none is taken away here."
  fi
}

# change_nodes NODE COUNT: of a cluster of Memcached.
change_nodes() {
  node=$(ask 'CacheClusters[0].CacheNodeType' elasticache describe-cache-clusters --cache-cluster-id "$CACHE")
  count=$(ask 'CacheClusters[0].NumCacheNodes' elasticache describe-cache-clusters --cache-cluster-id "$CACHE")
  if [ "$node" != "$1" ]; then say "$CACHE has $node: AWS makes a new cluster for $1."; fi
  if [ "$count" -lt "$2" ]; then
    change elasticache modify-cache-cluster --cache-cluster-id "$CACHE" --num-cache-nodes "$2" --apply-immediately
  elif [ "$count" -gt "$2" ]; then
    say "$CACHE has $count nodes, above $2: none is taken away here."
  fi
}

# The group and what its instances are.
if [ -n "${ASG:-}" ]; then
  change_template 'c6i.2xlarge 20' 'join('\'' '\'', [to_string(InstanceType), to_string(Root.VolumeSize)])' '{VolumeSize: to_number('\''20'\'')}' '{"VolumeSize": 20, "VolumeType": "gp3"}' '"InstanceType": "c6i.2xlarge"'
  change_group 25 50 100 0 100
else
  say 'ASG is not given: nothing is changed there.'
fi

# When the group grows and shrinks.
if [ -n "${ASG:-}" ]; then
  change_tracking cpu-target ASGAverageCPUUtilization 70
  change_tracking requests-target ALBRequestCountPerTarget 1000
  change_rule scale-out CPUUtilization GreaterThanThreshold 70 2 20 300
  change_rule scale-in CPUUtilization LessThanThreshold 30 5 -10 600
  change_rule emergency RequestCount GreaterThanThreshold 75000 1 25 300
else
  say 'ASG is not given: nothing is changed there.'
fi

# Health checks.
if [ -n "${TARGET_GROUP:-}" ]; then
  change_target_group '/health' 30 2 5 5
else
  say 'TARGET_GROUP is not given: nothing is changed there.'
fi

# The load balancer.
if [ -n "${LOAD_BALANCER:-}" ]; then
  change elbv2 modify-load-balancer-attributes --load-balancer-arn "$balancer_arn" \
    --attributes Key=idle_timeout.timeout_seconds,Value=60
else
  say 'LOAD_BALANCER is not given: nothing is changed there.'
fi

# The database.
if [ -n "${DATABASE:-}" ]; then
  change_database 'db.r6g.2xlarge true' 'join('\'' '\'', [to_string(DBInstanceClass), to_string(MultiAZ)])' 500 --db-instance-class db.r6g.2xlarge --multi-az
  change_connections 1000
  change_replicas 3 db.r6g.2xlarge
else
  say 'DATABASE is not given: nothing is changed there.'
fi

# The cache.
if [ -n "${CACHE:-}" ]; then
  change_cache cache.r6g.xlarge 6 1
else
  say 'CACHE is not given: nothing is changed there.'
fi

# Alarms that watch, and move nothing.
if [ -n "${ASG:-}" ]; then
  change_alarm cpu-percent CPUUtilization GreaterThanThreshold 80 60 3 '!contains(to_string(AlarmActions), '\''scalingPolicy'\'')' 0
  change_alarm memory-percent mem_used_percent GreaterThanThreshold 85 60 3 '!contains(to_string(AlarmActions), '\''scalingPolicy'\'')' 0
  change_alarm requests-per-minute RequestCount GreaterThanThreshold 50000 60 1 '!contains(to_string(AlarmActions), '\''scalingPolicy'\'')' 0
  change_error_alarm error-percent 5 60 3
  change_alarm response-seconds TargetResponseTime GreaterThanThreshold 2 60 3 '!contains(to_string(AlarmActions), '\''scalingPolicy'\'')' 0
else
  say 'ASG is not given: nothing is changed there.'
fi

if [ "${DRY_RUN:-}" = 1 ]; then say 'Nothing was changed.'; else say 'Done.'; fi
