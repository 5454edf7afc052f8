import Files
import Planning
import Testing

/// Passwords wherever files of AWS, Terraform and CloudFormation hold them: in answers, in states, in parameters and in what
/// an instance runs first.
@Suite("A secret")
struct SecretTests {
  private static let secret = "hunter2-not-a-real-one"

  private static let state = """
    {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"outputs": {"password": {"value": "\(secret)",
      "sensitive": true}}, "root_module": {"resources": [
      {"address": "aws_autoscaling_group.web", "mode": "managed", "type": "aws_autoscaling_group", "name": "web",
       "values": {"name": "web", "min_size": 2, "max_size": 9, "launch_template": [{"id": "lt-1"}],
         "tag": [{"key": "token", "value": "\(secret)"}]}},
      {"address": "aws_launch_template.web", "type": "aws_launch_template", "values": {"id": "lt-1",
        "instance_type": "m7g.large", "user_data": "\(secret)"}},
      {"address": "aws_db_instance.main", "type": "aws_db_instance", "values": {"identifier": "main", "engine": "postgres",
        "instance_class": "db.r7g.large", "username": "app", "password": "\(secret)"}},
      {"address": "aws_elasticache_replication_group.s", "type": "aws_elasticache_replication_group", "values": {
        "replication_group_id": "s", "node_type": "cache.r7g.large", "auth_token": "\(secret)"}},
      {"address": "random_password.db", "type": "random_password", "values": {"result": "\(secret)"}},
      {"address": "aws_secretsmanager_secret_version.db", "type": "aws_secretsmanager_secret_version",
        "values": {"secret_string": "\(secret)"}}]}}}
    """

  private static let template = """
    Parameters:
      Password: {Type: String, NoEcho: true, Default: \(secret)}
      Most: {Type: Number, Default: 9}
    Resources:
      Group:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties: {MinSize: 2, MaxSize: !Ref Most, LaunchTemplate: {LaunchTemplateId: !Ref Template}}
      Template:
        Type: AWS::EC2::LaunchTemplate
        Properties:
          LaunchTemplateData:
            InstanceType: m7g.large
            UserData: !Base64
              Fn::Sub: "export PASSWORD=\(secret) TOKEN=${Password}"
      Main:
        Type: AWS::RDS::DBInstance
        Properties: {Engine: postgres, DBInstanceClass: db.r7g.large, MasterUserPassword: !Ref Password}
      Cache:
        Type: AWS::ElastiCache::ReplicationGroup
        Properties: {CacheNodeType: cache.r7g.large, AuthToken: \(secret)}

    """

  @Test(arguments: [state, template])
  func `is in nothing that is made of a file`(text: String) throws {
    let fleet = try AWSFiles.account(Array(text.utf8), name: "f").fleet()
    #expect(fleet["compute.instances.max"]?.value == .count(9))
    #expect(fleet["database.instance_class"] != nil && fleet["cache.node_type"] != nil)
    #expect(text.contains(Self.secret) && !"\(fleet)\(fleet.text)".contains("hunter"))
  }

  /// Cut anywhere, also within the secret, and with its numbers or its colons spoilt, a file is refused without its text.
  @Test(arguments: [state, template])
  func `is in no message about a file that is wrong`(text: String) throws {
    let cuts = stride(from: 40, to: text.utf8.count, by: 97).map {
      String(decoding: text.utf8.prefix($0), as: UTF8.self)
    }
    var (refused, held) = (0, 0)
    for spoilt in cuts + [text.replacing("2", with: "two"), text.replacing(": ", with: ":: ")] {
      var message = ""
      do {
        message = try AWSFiles.account(Array(spoilt.utf8), name: "f").fleet().text
      } catch {
        message = "\(error)"
        refused += 1
      }
      held += spoilt.contains("hunter") ? 1 : 0
      #expect(!message.isEmpty && !message.contains("hunter"), "\(message)")
    }
    #expect(refused > 5 && held > 5)
  }
}
