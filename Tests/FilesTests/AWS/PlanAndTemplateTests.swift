import Files
import Planning
import Testing

@Suite("A fleet that is still to be made")
struct PlanAndTemplateTests {
  private static let plan = """
    {"format_version": "1.2", "terraform_version": "1.11.4",
     "planned_values": {"root_module": {"resources": [
       {"address": "aws_autoscaling_group.web", "mode": "managed", "type": "aws_autoscaling_group", "name": "web",
        "values": {"name": "web", "min_size": 2, "max_size": 9, "desired_capacity": 3,
          "launch_template": [{"version": "$Latest"}], "target_group_arns": [null]}},
       {"address": "aws_launch_template.web", "mode": "managed", "type": "aws_launch_template", "name": "web",
        "values": {"instance_type": "m7g.large", "user_data": "hunter2-not-a-real-one"}},
       {"address": "aws_lb_target_group.web", "mode": "managed", "type": "aws_lb_target_group", "name": "web",
        "values": {"name": "web", "health_check": [{"path": "/up", "interval": 10}]}},
       {"address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
        "values": {"identifier": "main", "engine": "postgres", "instance_class": "db.r7g.large",
          "allocated_storage": 100, "password": "hunter2-not-a-real-one"}}]}},
     "configuration": {"provider_config": {"aws": {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}}}},
       "root_module": {"resources": [
       {"address": "aws_autoscaling_group.web", "provider_config_key": "aws", "expressions": {
         "launch_template": [{"id": {"references": ["aws_launch_template.web.id", "aws_launch_template.web"]}}],
         "target_group_arns": {"references": ["aws_lb_target_group.web.arn", "aws_lb_target_group.web"]}}}]}}}
    """

  @Test func `is found in a plan along its references`() throws {
    let fleet = try AWSFiles.account(Array(Self.plan.utf8), name: "plan.json").fleet()
    #expect(fleet["region"]?.value == .text("eu-west-1"))
    #expect(fleet["compute.instance_type"]?.value == .text("m7g.large"))
    #expect(fleet["compute.instance_type"]?.path == "aws_launch_template.web.instance_type")
    #expect(fleet["load_balancer.health_check_path"]?.value == .text("/up"))
    #expect(fleet["database.engine"]?.value == .text("postgresql"))
    #expect(!fleet.text.contains("hunter2"))
  }

  private static let template = """
    Parameters:
      Most: {Type: Number, Default: 48}
      Subnets: {Type: List<AWS::EC2::Subnet::Id>}
    Resources:
      Template:
        Type: AWS::EC2::LaunchTemplate
        Properties: {LaunchTemplateData: {InstanceType: m7g.large, UserData: !Base64 "PASSWORD=hunter2"}}
      Group:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties:
          MinSize: !If [IsProduction, 8, 1]
          MaxSize: !Ref Most
          DesiredCapacity: "16"
          VPCZoneIdentifier: !Ref Subnets
          LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: "1"}

    """

  @Test func `is found in a template, with the defaults of its parameters`() throws {
    let fleet = try AWSFiles.account(Array(Self.template.utf8), name: "t.yaml").fleet()
    #expect(fleet["compute.instances.max"]?.value == .count(48))
    #expect(fleet["compute.instances.max"]?.path == "Parameters.Most.Default")
    #expect(fleet["compute.instances.desired"]?.value == .count(16))
    #expect(fleet["compute.instance_type"]?.value == .text("m7g.large"))
    #expect(fleet["compute.instances.min"] == nil)
    #expect(fleet.missing.contains("compute.instances.min"))
    #expect(
      fleet.notes.contains { $0.id == "unresolved" && $0.subject == "Resources.Group.Properties.MinSize" })
    #expect(!fleet.text.contains("hunter2"))
  }

  @Test func `is found in the largest template that AWS takes by itself`() throws {
    let comments = String(repeating: "# fifty bytes that say nothing and are not read at all\n", count: 1000)
    let text = Self.template + comments.prefix(51_200 - Self.template.utf8.count)
    #expect(text.utf8.count == 51_200)
    let fleet = try AWSFiles.account(Array(text.utf8), name: "t.yaml").fleet()
    #expect(fleet["compute.instances.max"]?.value == .count(48))
  }

  /// Above 51,200 bytes AWS takes a template from a bucket, and it is the same template.
  @Test func `is found in a template of one byte more too`() throws {
    let comments = String(repeating: "# fifty bytes that say nothing and are not read at all\n", count: 1000)
    let text = Self.template + comments.prefix(51_201 - Self.template.utf8.count)
    #expect(text.utf8.count == 51_201)
    #expect(
      try AWSFiles.account(Array(text.utf8), name: "t.yaml").fleet()["compute.instances.max"]?.value
        == .count(48))
  }

  @Test func `is not found in a template whose aliases would grow without end`() {
    let text = "Resources: &a {x: *a}\n"
    #expect(throws: Rejection.self) { try AWSFiles.account(Array(text.utf8), name: "t.yaml") }
  }
}

@Suite("A capture")
struct CaptureTests {
  @Test func `asks for what the answers name, by plain names of files`() throws {
    let folder = try SmallAccount.folder()
    let account = try AWSFiles.account([folder.path])
    let calls = CapturePlan(group: "web").calls(after: account)
    #expect(
      calls.first?.words == [
        "autoscaling", "describe-auto-scaling-groups", "--auto-scaling-group-names", "web",
      ])
    let template = calls.first { $0.file == "describe-launch-template-versions.lt-1.Default.json" }
    #expect(template?.words.prefix(6).suffix(2) == ["--versions", "$Default"])
    #expect(calls.contains { $0.file == "get-web-acl-for-resource.web-alb.json" })
    #expect(
      calls.allSatisfy { call in
        !call.file.contains("/") && call.words.allSatisfy { !$0.contains("UserData") }
      })
  }

  @Test func `says what the AWS CLI said in one line, without accounts and controls`() {
    #expect(
      CaptureFile.words(of: "\nAn error: arn:aws:sts::123456789012:role\n\u{1B}[2J is not authorized\n")
        == "An error: arn:aws:sts::…:role \\u{1B}[2J is not authorized")
  }

  @Test func `as a script quotes every name for the shell`() {
    let text = CaptureScript(group: "a'; rm -rf /; '$(id)", region: nil, awsProfile: nil, folder: nil).text
    #expect(text.contains(#"then ASG='a'\''; rm -rf /; '\''$(id)'; fi"#))
  }
}
