import Files

/// A fleet of one group as the AWS CLI prints it, shortened to what is read, and some files to spoil.
enum SmallAccount {
  static let account = "123456789012"
  static let secret = "hunter2-not-a-real-one"

  /// 4 to 20 instances, desired 8; CPU held at 55%; 200 requests a minute and instance; a rule on 75% over 5 minutes.
  static let files = [
    "describe-auto-scaling-groups.json": """
    {"AutoScalingGroups": [{
      "AutoScalingGroupName": "web", "MinSize": 4, "DesiredCapacity": 8, "MaxSize": 20, "DefaultCooldown": 300,
      "AutoScalingGroupARN": "arn:aws:autoscaling:eu-west-1:\(account):autoScalingGroup:1:autoScalingGroupName/web",
      "AvailabilityZones": ["eu-west-1a", "eu-west-1b", "eu-west-1b"],
      "LaunchTemplate": {"LaunchTemplateId": "lt-1", "LaunchTemplateName": "web", "Version": "$Default"},
      "TargetGroupARNs": ["arn:aws:elasticloadbalancing:eu-west-1:\(account):targetgroup/web-tg/1"],
      "Instances": [{"InstanceId": "i-1", "InstanceType": "c7g.xlarge", "LifecycleState": "InService"}]}]}
    """,
    "describe-launch-template-versions.lt-1.json": """
    {"LaunchTemplateVersions": [
      {"LaunchTemplateId": "lt-1", "LaunchTemplateName": "web", "VersionNumber": 1, "DefaultVersion": true,
       "LaunchTemplateData": {"InstanceType": "c7g.xlarge", "UserData": "\(secret)",
         "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 30, "VolumeType": "gp3"}}]}}]}
    """,
    "describe-policies.json": """
    {"ScalingPolicies": [
      {"AutoScalingGroupName": "web", "PolicyName": "cpu", "PolicyType": "TargetTrackingScaling",
       "TargetTrackingConfiguration": {"TargetValue": 55.0,
         "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"}}},
      {"AutoScalingGroupName": "web", "PolicyName": "requests", "PolicyType": "TargetTrackingScaling",
       "TargetTrackingConfiguration": {"TargetValue": 200.0,
         "PredefinedMetricSpecification": {"PredefinedMetricType": "ALBRequestCountPerTarget"}}},
      {"AutoScalingGroupName": "web", "PolicyName": "out", "PolicyType": "SimpleScaling", "Cooldown": 120,
       "AdjustmentType": "PercentChangeInCapacity", "ScalingAdjustment": 20,
       "Alarms": [{"AlarmName": "hot"}]}]}
    """,
    "describe-alarms.json": """
    {"MetricAlarms": [
      {"AlarmName": "hot", "Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "Statistic": "Average",
       "Dimensions": [{"Name": "AutoScalingGroupName", "Value": "web"}], "Period": 300, "EvaluationPeriods": 1,
       "Threshold": 75.0, "ComparisonOperator": "GreaterThanThreshold"},
      {"AlarmName": "traffic", "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum",
       "Dimensions": [{"Name": "LoadBalancer", "Value": "app/web-alb/2"}], "Period": 300, "EvaluationPeriods": 1,
       "Threshold": 10000.0, "ComparisonOperator": "GreaterThanThreshold"}]}
    """,
    "describe-target-groups.json": """
    {"TargetGroups": [{
      "TargetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:\(account):targetgroup/web-tg/1",
      "TargetGroupName": "web-tg", "HealthCheckPath": "/up", "HealthCheckIntervalSeconds": 15,
      "HealthyThresholdCount": 3, "UnhealthyThresholdCount": 2,
      "LoadBalancerArns": ["arn:aws:elasticloadbalancing:eu-west-1:\(account):loadbalancer/app/web-alb/2"]}]}
    """,
    "describe-load-balancers.json": """
    {"LoadBalancers": [{
      "LoadBalancerArn": "arn:aws:elasticloadbalancing:eu-west-1:\(account):loadbalancer/app/web-alb/2",
      "LoadBalancerName": "web-alb", "DNSName": "web-alb-2.eu-west-1.elb.amazonaws.com"}]}
    """,
    "describe-db-instances.json": #"{"DBInstances": []}"#,
    "describe-replication-groups.json": "",
  ]

  /// The files in a folder, with some of them replaced.
  static func folder(_ others: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files.merging(others, uniquingKeysWith: { $1 }) { try folder.write(text, to: name) }
    return folder
  }
}
