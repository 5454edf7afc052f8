/// Functions of the shell that steps of a script share; their arguments are words of the profile.
struct ShellFunction: Sendable {
  let name: String
  let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = "\n" + text
  }

  static let all = [
    launchTemplate, group, balancer, tracking, alarm, rule, targetGroup, database, replicas, cache,
  ]
}
