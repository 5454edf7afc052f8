/// What changes the group: its launch template, its sizes and what moves them.
extension ShellFunction {
  /// A new version of the group's launch template where the one that it uses has other values.
  static let launchTemplate = ShellFunction(
    "change_template",
    #"""
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

    """#)

  static let group = ShellFunction(
    "change_group",
    #"""
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

    """#)

  /// Of several policies the lowest target counts, which is changed.
  static let tracking = ShellFunction(
    "change_tracking",
    #"""
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

    """#)

  static let alarm = ShellFunction(
    "change_alarm",
    #"""
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
}
