import ArgumentParser

/// The completions of a shell, with those of the default subcommand, which the argument parser leaves out.
enum Completions {
  /// A script that the argument parser made, in which `headroom fleet.yaml` is completed as `headroom open fleet.yaml` is;
  /// one that is not laid out as it is known to be stays as it is.
  static func offeringDefault(_ script: String) -> String {
    if script.hasPrefix("#!/bin/bash") { return bash(script) }
    return script.hasPrefix("#compdef") ? zsh(script) : fish(script)
  }

  private static let name = Headroom.configuration.commandName ?? ""
  private static let open = OpenCommand.configuration.commandName ?? ""

  private static func bash(_ script: String) -> String {
    script.replacing(
      """
              # Offer subcommand completions
              COMPREPLY+=(
      """,
      with: """
                # Offer completions of the default subcommand, and subcommands
                unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                COMPREPLY=()
                _\(name)_\(open)
                [[ "${COMP_CWORD}" -ne 1 ]] || COMPREPLY+=(
        """)
  }

  private static func zsh(_ script: String) -> String {
    script.replacing(
      """
              _describe -V subcommand subcommands && ret=0

      """,
      with: """
                _describe -V subcommand subcommands && ret=0
                _\(name)_\(open) && ret=0

        """, maxReplacements: 1
    ).replacing(
      """
                  "_\(name)_${words[1]}" && ret=0
                  ;;
              esac
              ;;
          esac

      """,
      with: """
                    "_\(name)_${words[1]}" && ret=0
                    ;;
                *)
                    words=("${command_name}" "${words[@]}")
                    ((CURRENT++))
                    _\(name)_\(open) && ret=0
                    ;;
                esac
                ;;
            *)
                _\(name)_\(open) && ret=0
                ;;
            esac

        """)
  }

  private static func fish(_ script: String) -> String {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    let parse = "__\(name)_parse_subcommand "
    guard let place = lines.firstIndex(where: { $0.hasSuffix("case '\(open)'") }), place + 1 < lines.count,
      let options = lines[place + 1].split(separator: " 1 ", maxSplits: 1).last,
      let root = lines.first(where: { $0.contains("\(parse)0 ") })
    else { return script }
    let known = ["-l 'version'", "-l 'help'"]
    let own = lines.filter { line in
      line.hasPrefix("complete ") && line.contains("\"\(name) \(open)\"")
        && !known.contains { line.contains($0) }
    }
    let indent = root.prefix { $0 == " " }
    return script.replacing(root, with: "\(indent)\(parse)0 \(options)", maxReplacements: 1)
      + own.map { $0.replacing("\"\(name) \(open)\"", with: "\"\(name)\"") + "\n" }.joined()
  }
}
