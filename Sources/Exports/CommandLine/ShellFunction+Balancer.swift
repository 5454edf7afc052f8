/// What changes the balancer, its rules and its target group.
extension ShellFunction {
  static let balancer = ShellFunction(
    "find_balancer",
    #"""
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

    """#)

  static let rule = ShellFunction(
    "change_rule",
    #"""
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

    """#)

  static let targetGroup = ShellFunction(
    "change_target_group",
    #"""
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

    """#)
}
