internal import Planning
internal import Typography

/// A fleet as changes to what runs, in a script of POSIX shell for the AWS CLI 1 or 2.
///
/// It changes only what somebody names, says each change before it makes it, stops at the first failure and deletes
/// nothing; what it has done once it does not do again.
package struct CommandScript {
  package let text: String

  package init(_ infrastructure: Infrastructure) {
    let steps = infrastructure.sections.flatMap(infrastructure.steps)
    let needed = Set(steps.flatMap(\.functions))
    let functions = ShellFunction.all.filter { needed.contains($0.name) }.map(\.text)
    let region = ShellCommand.word(infrastructure.profile.region)
    let start = Self.start + "export AWS_DEFAULT_REGION=\(region) AWS_REGION=\(region)\n"
    text =
      "#!/bin/sh\n" + Self.comments(infrastructure) + start + Self.common
      + functions.joined() + steps.map(\.text).joined() + Self.end
  }

  private static func comments(_ infrastructure: Infrastructure) -> String {
    let names = infrastructure.sections.flatMap(\.variables).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    let untouched = infrastructure.sections.filter(\.variables.isEmpty).map(\.rawValue)
    let about = [
      "",
      "It changes what it is given the name of, and says each change before it makes it; it stops at the first"
        + " failure, deletes nothing, and run twice it changes nothing more.",
      "  DRY_RUN=1            say the changes and make none",
      "  SET_DESIRED=1        move the group to its desired size too",
      "  APPLY_IMMEDIATELY=1  change the database now, not in its maintenance window",
    ]
    let left = untouched.isEmpty ? [] : ["It leaves alone: \(untouched.joined(separator: ", "))."]
    return Comments(
      infrastructure, language: "the AWS CLI",
      command: (names.map { "\($0)=NAME" } + ["sh FILE"]).joined(separator: " "), about: about,
      remarks: left + infrastructure.commandRemarks
    ).text
  }

  private static let start = """
    # Text of the profile stands in single quotes, in which a shell expands nothing.
    # shellcheck disable=SC2016

    set -eu
    export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off

    """

  private static let common = #"""

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

    """#

  private static let end = #"""

    if [ "${DRY_RUN:-}" = 1 ]; then say 'Nothing was changed.'; else say 'Done.'; fi

    """#
}

extension Infrastructure.Section {
  /// What the script has to be told of the section; nothing where it changes nothing.
  fileprivate var variables: [String] {
    switch self {
    case .compute: ["ASG"]
    case .scaling, .monitoring: ["ASG", "LOAD_BALANCER", "TARGET_GROUP"]
    case .loadBalancer: ["TARGET_GROUP", "LOAD_BALANCER"]
    case .database: ["DATABASE"]
    case .cache: ["CACHE"]
    case .cdn, .waf, .securityGroups: []
    }
  }
}

extension Infrastructure {
  fileprivate func steps(for section: Section) -> [ShellStep] {
    switch section {
    case .compute: [groupCommands]
    case .scaling: [scalingCommands]
    case .loadBalancer: balancerCommands
    case .database: [databaseCommands].compactMap(\.self)
    case .cache: [cacheCommands].compactMap(\.self)
    case .monitoring: [alarmCommands].compactMap(\.self)
    case .cdn, .waf, .securityGroups: []
    }
  }

  /// What a section says that its commands do not.
  fileprivate var commandRemarks: [String] {
    let database = profile.database
    return [
      sections.contains(.compute) && profile.compute.gunicorn != nil
        ? "compute.gunicorn: the user data of the launch template stays as it is." : nil,
      sections.contains(.database) && database?.isAurora == true
        ? "A cluster of Aurora is not changed." : nil,
      sections.contains(.database) && database?.engineVersion != nil
        ? "database.engine_version: an upgrade is not begun here." : nil,
      sections.contains(.cache) && profile.cache?.engineVersion != nil
        ? "cache.engine_version: an upgrade is not begun here." : nil,
    ].compactMap(\.self)
  }
}
