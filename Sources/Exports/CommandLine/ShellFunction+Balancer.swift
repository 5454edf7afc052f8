/// What changes the balancer and its target group.
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
