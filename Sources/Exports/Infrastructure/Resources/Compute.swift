internal import Planning

extension Infrastructure {
  /// What an instance is, and the group that keeps so many of them.
  var compute: [Resource] {
    [instanceRole] + rolePolicies + [instanceProfile, launchTemplate, group] + warmPool + scheduledSizes
  }

  private var instanceRole: Resource {
    Resource(
      "instance_role", "AWS::IAM::Role",
      [
        "AssumeRolePolicyDocument": [
          "Version": "2012-10-17",
          "Statement": [
            ["Effect": "Allow", "Principal": ["Service": "ec2.amazonaws.com"], "Action": "sts:AssumeRole"]
          ],
        ],
        "ManagedPolicyArns": .texts(policies),
      ],
      terraform: "aws_iam_role",
      [
        "name_prefix": .text("\(shortName)-"),
        "assume_role_policy": .expression(
          """
          jsonencode({
            Version = "2012-10-17"
            Statement = [
              { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" },
            ]
          })
          """),
      ])
  }

  /// The agent's metrics, images of the account's own registry, and a shell without a key.
  private var policies: [String] {
    let partitions = ["cn-": "aws-cn", "us-gov-": "aws-us-gov"]
    let partition = partitions.first { profile.region.hasPrefix($0.key) }?.value ?? "aws"
    return [
      "CloudWatchAgentServerPolicy", "AmazonEC2ContainerRegistryReadOnly", "AmazonSSMManagedInstanceCore",
    ].map { "arn:\(partition):iam::aws:policy/\($0)" }
  }

  private var rolePolicies: [Resource] {
    zip(["metrics", "images", "shell"], policies).map { name, policy in
      Resource(
        "instance_\(name)", terraform: "aws_iam_role_policy_attachment",
        ["role": .reference(.instanceRole), "policy_arn": .text(policy)])
    }
  }

  private var instanceProfile: Resource {
    Resource(
      "instance_profile", "AWS::IAM::InstanceProfile", ["Roles": [.reference(.instanceRole)]],
      terraform: "aws_iam_instance_profile",
      ["name_prefix": .text("\(shortName)-"), "role": .reference(.instanceRole)])
  }

  private var launchTemplate: Resource {
    let compute = profile.compute
    let script = UserData(profile, port: applicationPort)
    let image = Parameter.image(isArm: isArm)
    let iops = compute.rootVolumeIOPS == Compute().rootVolumeIOPS ? nil : compute.rootVolumeIOPS
    let throughput =
      compute.rootVolumeMBPerSecond == Compute().rootVolumeMBPerSecond ? nil : compute.rootVolumeMBPerSecond
    let credits = compute.cpuCredits.map { Setting.text($0.rawValue) }
    let isDetailed = profile.monitoring?.detailed == true
    return Resource(
      "launch_template", "AWS::EC2::LaunchTemplate",
      [
        "LaunchTemplateData": [
          "ImageId": .parameter(image), "InstanceType": .text(compute.instanceType),
          "IamInstanceProfile": ["Arn": .reference(.instanceProfile)],
          "SecurityGroupIds": [.reference(.securityGroup(.compute))],
          "MetadataOptions": ["HttpTokens": "required", "HttpPutResponseHopLimit": 2],
          "Monitoring": isDetailed ? ["Enabled": true] : nil,
          "CreditSpecification": credits.map { ["CpuCredits": $0] },
          "BlockDeviceMappings": [
            [
              "DeviceName": "/dev/xvda",
              "Ebs": [
                "VolumeSize": .integer(compute.rootVolumeGB), "VolumeType": "gp3",
                "Iops": iops.map { .integer($0) }, "Throughput": throughput.map { .integer($0) },
                "Encrypted": true,
              ],
            ]
          ],
          "UserData": .userData(script),
        ]
      ],
      terraform: "aws_launch_template",
      [
        "name_prefix": .text("\(shortName)-"), "image_id": .expression("data.aws_ssm_parameter.image.value"),
        "instance_type": .text(compute.instanceType),
        "vpc_security_group_ids": [.reference(.securityGroup(.compute))], "user_data": .userData(script),
        "iam_instance_profile": .block(["arn": .reference(.instanceProfile)]),
        "metadata_options": .block(["http_tokens": "required", "http_put_response_hop_limit": 2]),
        "monitoring": isDetailed ? .block(["enabled": true]) : nil,
        "credit_specification": credits.map { .block(["cpu_credits": $0]) },
        "block_device_mappings": .block([
          "device_name": "/dev/xvda",
          "ebs": .block([
            "volume_size": .integer(compute.rootVolumeGB), "volume_type": "gp3",
            "iops": iops.map { .integer($0) }, "throughput": throughput.map { .integer($0) },
            "encrypted": true,
          ]),
        ]),
      ])
  }

  private var group: Resource {
    let sizes = profile.compute.instances
    let checks = healthCheckType.rawValue.uppercased()
    let warmUp = states("scaling.warm_up_seconds") ? profile.scaling.warmUpSeconds : secondsToHealth
    let targets: Setting? = hasBalancer ? [.reference(.targetGroup)] : nil
    let deployment = profile.deployment.map { deployment in
      (Setting.wholePercent(deployment.minHealthyPercent), Setting.wholePercent(deployment.maxHealthyPercent))
    }
    let name = Setting.text(profile.name)
    let template: Settings = [
      "LaunchTemplateId": .reference(.launchTemplate), "Version": .reference(.launchTemplateVersion),
    ]
    return Resource(
      "group", "AWS::AutoScaling::AutoScalingGroup",
      [
        "MinSize": .integer(sizes.min), "MaxSize": .integer(sizes.max),
        "DesiredCapacity": .integer(sizes.desired), "VPCZoneIdentifier": .parameter(.subnets),
        "TargetGroupARNs": targets, "HealthCheckType": .text(checks),
        "HealthCheckGracePeriod": .integer(secondsToHealth), "DefaultInstanceWarmup": .integer(warmUp),
        "LaunchTemplate": isMixed ? nil : .map(template),
        "MixedInstancesPolicy": isMixed
          ? [
            "LaunchTemplate": ["LaunchTemplateSpecification": .map(template)],
            "InstancesDistribution": [
              "OnDemandBaseCapacity": .integer(profile.compute.purchase.onDemandBase),
              "OnDemandPercentageAboveBaseCapacity": .wholePercent(onDemandPercent),
              "SpotAllocationStrategy": "price-capacity-optimized",
            ],
          ] : nil,
        "InstanceMaintenancePolicy": deployment.map {
          ["MinHealthyPercentage": $0.0, "MaxHealthyPercentage": $0.1]
        },
        "Tags": [["Key": "Name", "Value": name, "PropagateAtLaunch": true]],
      ],
      terraform: "aws_autoscaling_group",
      [
        "name": .text(shortName), "min_size": .integer(sizes.min), "max_size": .integer(sizes.max),
        "desired_capacity": .integer(sizes.desired), "vpc_zone_identifier": .parameter(.subnets),
        "target_group_arns": targets, "health_check_type": .text(checks),
        "health_check_grace_period": .integer(secondsToHealth),
        "default_instance_warmup": .integer(warmUp),
        "launch_template": isMixed
          ? nil
          : .block(["id": .reference(.launchTemplate), "version": .reference(.launchTemplateVersion)]),
        "mixed_instances_policy": isMixed
          ? .block([
            "launch_template": .block([
              "launch_template_specification": .block([
                "launch_template_id": .reference(.launchTemplate),
                "version": .reference(.launchTemplateVersion),
              ])
            ]),
            "instances_distribution": .block([
              "on_demand_base_capacity": .integer(profile.compute.purchase.onDemandBase),
              "on_demand_percentage_above_base_capacity": .wholePercent(onDemandPercent),
              "spot_allocation_strategy": "price-capacity-optimized",
            ]),
          ]) : nil,
        "instance_maintenance_policy": deployment.map {
          .block(["min_healthy_percentage": $0.0, "max_healthy_percentage": $0.1])
        },
        "warm_pool": profile.compute.warmPool.map {
          .block([
            "pool_state": "Stopped", "min_size": .integer($0.instances),
            "max_group_prepared_capacity": .integer(preparedCapacity($0)),
          ])
        },
        "tag": .block(["key": "Name", "value": name, "propagate_at_launch": true]),
      ])
  }

  private var onDemandPercent: Double { profile.compute.purchase.onDemandPercentAboveBase }

  /// Whether some of the instances are Spot.
  private var isMixed: Bool { onDemandPercent < 100 }

  /// The balancer's checks replace what they find dead, unless the profile says otherwise.
  var healthCheckType: HealthCheckType {
    states("compute.health_check_type") || !hasBalancer ? profile.compute.healthCheckType : .elb
  }

  /// So many that the pool holds its instances at every size of the group, and not what is left to its largest:
  /// docs.aws.amazon.com, Warm pools for Amazon EC2 Auto Scaling, Core concepts, 2026-11-26.
  func preparedCapacity(_ pool: WarmPool) -> Int { profile.compute.instances.min + pool.instances }

  private var warmPool: [Resource] {
    profile.compute.warmPool.map { pool in
      [
        Resource(
          "warm_pool", "AWS::AutoScaling::WarmPool",
          [
            "AutoScalingGroupName": .reference(.group), "PoolState": "Stopped",
            "MinSize": .integer(pool.instances),
            "MaxGroupPreparedCapacity": .integer(preparedCapacity(pool)),
          ])
      ]
    } ?? []
  }

  private var scheduledSizes: [Resource] {
    profile.scaling.scheduled.enumerated().map { index, size in
      let recurrence = Setting.text(size.recurrence)
      let sizes = [size.min, size.max, size.desired].map { size in size.map { Setting.integer($0) } }
      return Resource(
        "scheduled_\(index + 1)", "AWS::AutoScaling::ScheduledAction",
        [
          "AutoScalingGroupName": .reference(.group), "Recurrence": recurrence, "MinSize": sizes[0],
          "MaxSize": sizes[1], "DesiredCapacity": sizes[2],
        ],
        terraform: "aws_autoscaling_schedule",
        [
          "scheduled_action_name": .text("\(shortName)-\(index + 1)"),
          "autoscaling_group_name": .reference(.group), "recurrence": recurrence,
          // Terraform takes a size that is left out for zero.
          "min_size": sizes[0] ?? -1, "max_size": sizes[1] ?? -1, "desired_capacity": sizes[2] ?? -1,
        ])
    }
  }
}

extension Setting {
  /// A share where AWS takes whole per cents only.
  static func wholePercent(_ percent: Double) -> Setting { .integer(Int(percent.rounded())) }
}
