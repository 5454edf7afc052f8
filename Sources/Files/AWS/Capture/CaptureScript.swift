internal import Typography

/// The reads of a capture as a POSIX shell script, for a machine that has the AWS CLI and not this program.
package struct CaptureScript {
  private let group: String?
  private let region: String?
  private let awsProfile: String?
  private let folder: String

  package init(group: String?, region: String?, awsProfile: String?, folder: String?) {
    self.group = group
    self.region = region
    self.awsProfile = awsProfile
    self.folder = folder ?? "."
  }

  package var text: String {
    """
    #!/bin/sh
    # Reads what AWS has of a fleet into files for `headroom import aws` and `headroom drift`.
    # It changes nothing in AWS. Run twice, it replaces its own files. What is not permitted is said and noted;
    # only the first read has to succeed.
    #
    #   OUT=folder ASG=group AWS_REGION=region AWS_PROFILE=profile sh capture.sh
    #
    # shellcheck disable=SC2016 # Names stand as they are, whatever is in them.
    set -euf
    if [ -z "${OUT:-}" ]; then OUT=\(word(folder)); fi
    if [ -z "${ASG:-}" ]; then ASG=\(word(group ?? "")); fi
    if [ -z "${AWS_REGION:-}" ]; then AWS_REGION=${AWS_DEFAULT_REGION:-}; fi
    if [ -z "$AWS_REGION" ]; then AWS_REGION=\(word(region ?? "")); fi
    if [ -z "${AWS_PROFILE:-}" ]; then AWS_PROFILE=\(word(awsProfile ?? "")); fi
    export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off
    if [ -n "$AWS_REGION" ]; then export AWS_REGION AWS_DEFAULT_REGION="$AWS_REGION"; else unset AWS_REGION; fi
    if [ -n "$AWS_PROFILE" ]; then export AWS_PROFILE; else unset AWS_PROFILE; fi

    command -v aws >/dev/null || { echo 'capture: there is no aws on this machine' >&2; exit 69; }
    mkdir -p "$OUT"
    echo "capture: reading ${ASG:-every group} into $OUT" >&2
    commands=''
    answer="$OUT/.answer.part"
    words="$OUT/.words.part"
    trap 'rm -f "$answer" "$words"' EXIT

    # The text as the inside of a JSON string, on one line and without numbers of accounts.
    quoted() {
      tr '\\n\\t' '  ' | tr -d '\\000-\\037\\177' |
        sed -e 's/[0-9]\\{12\\}/.../g' -e 's/\\\\/\\\\\\\\/g' -e 's/"/\\\\"/g' | cut -c 1-500
    }

    # read_into FILE WORDS...: one call; its answer takes the place of the file.
    read_into() {
      file=$1
      shift
      status=0
      aws "$@" --output json >"$answer" 2>"$words" || status=$?
      error=null
      if [ "$status" -eq 0 ]; then
        mv "$answer" "$OUT/$file"
      else
        rm -f "$OUT/$file"
        error="\\"$(quoted <"$words")\\""
        echo "capture: $1 $2: $(quoted <"$words")" >&2
      fi
      command=$(printf '%s ' aws "$@" | quoted)
      commands="$commands${commands:+,}
      {\\"file\\": \\"$file\\", \\"command\\": \\"$command\\", \\"exit\\": $status, \\"error\\": $error}"
    }

    # names_from WORDS...: the words that AWS answers with, one a line.
    names_from() {
      aws "$@" --output text 2>/dev/null | tr -s '[:space:]' '\\n' | sort -u || true
    }

    # Only what a name may hold becomes part of a file's name.
    plain() {
      printf '%s' "$1" | tr -c 'A-Za-z0-9._-' '_' | cut -c 1-100
    }

    if [ -n "$ASG" ]; then set -- --auto-scaling-group-names "$ASG"; else set --; fi
    read_into describe-auto-scaling-groups.json autoscaling describe-auto-scaling-groups "$@"
    if [ "$status" -ne 0 ]; then exit 69; fi
    templates=$(aws autoscaling describe-auto-scaling-groups "$@" --output text --query \\
      \(word(Self.templates)) || true)
    groups=$(names_from autoscaling describe-auto-scaling-groups "$@" --query \(word("AutoScalingGroups[].TargetGroupARNs[]")))
    types=$(names_from autoscaling describe-auto-scaling-groups "$@" --query \(word(Self.types)))
    if [ -n "$ASG" ]; then set -- --auto-scaling-group-name "$ASG"; else set --; fi
    read_into describe-policies.json autoscaling describe-policies "$@"
    read_into describe-scheduled-actions.json autoscaling describe-scheduled-actions "$@"
    \(plainCalls)

    printf '%s\\n' "$templates" | sort -u >"$OUT/.templates.part"
    while read -r id version; do
      case $id in lt-*) ;; *) continue ;; esac
      read_into "describe-launch-template-versions.$(plain "$id.${version#\\$}").json" \\
        ec2 describe-launch-template-versions --launch-template-id "$id" --versions "$version" --query \\
        \(word(CapturePlan.launchTemplateQuery))
    done <"$OUT/.templates.part"
    rm -f "$OUT/.templates.part"

    set --
    for type in $types; do
      case $type in *[!a-z0-9.-]* | *.*.* | None) ;; *.*) set -- "$@" "$type" ;; esac
    done
    if [ $# -gt 0 ]; then
      read_into describe-instance-types.json ec2 describe-instance-types --instance-types "$@"
    fi

    for group in $groups; do
      case $group in arn:*) ;; *) continue ;; esac
      for balancer in $(names_from elbv2 describe-target-groups --target-group-arns "$group" \\
        --query \(word("TargetGroups[].LoadBalancerArns[]"))); do
        case $balancer in arn:*/*/*/*) ;; *) continue ;; esac
        name=${balancer%/*}
        name=$(plain "${name##*/}")
        read_into "describe-load-balancer-attributes.$name.json" \\
          elbv2 describe-load-balancer-attributes --load-balancer-arn "$balancer"
        read_into "describe-listeners.$name.json" elbv2 describe-listeners --load-balancer-arn "$balancer"
        read_into "describe-capacity-reservation.$name.json" \\
          elbv2 describe-capacity-reservation --load-balancer-arn "$balancer"
        read_into "get-web-acl-for-resource.$name.json" \\
          wafv2 get-web-acl-for-resource --resource-arn "$balancer"
        for listener in $(names_from elbv2 describe-listeners --load-balancer-arn "$balancer" \\
          --query \(word("Listeners[].ListenerArn"))); do
          case $listener in arn:*) ;; *) continue ;; esac
          read_into "describe-rules.$name.$(plain "${listener##*/}").json" \\
            elbv2 describe-rules --listener-arn "$listener"
        done
      done
    done

    for name in $(names_from rds describe-db-instances --query \(word(Self.parameterGroups))); do
      case $name in *[!A-Za-z0-9.-]* | None) continue ;; esac
      read_into "describe-db-parameters.$(plain "$name").json" \\
        rds describe-db-parameters --db-parameter-group-name "$name" --query \\
        \(word(CapturePlan.parameterQuery, isDouble: true))
    done

    for name in $(names_from rds describe-db-instances --query \(word(Self.unsavedDatabases))); do
      case $name in *[!A-Za-z0-9-]* | None) continue ;; esac
      read_into "describe-db-snapshots.$(plain "$name").json" \\
        rds describe-db-snapshots --db-instance-identifier "$name" --query \\
        \(word(CapturePlan.snapshotQuery))
    done

    for name in $(names_from rds describe-db-proxies --query \(word("DBProxies[].DBProxyName"))); do
      case $name in *[!A-Za-z0-9-]* | None) continue ;; esac
      read_into "describe-db-proxy-targets.$(plain "$name").json" \\
        rds describe-db-proxy-targets --db-proxy-name "$name"
    done

    # metrics_of NAME VALUE: what is measured besides what AWS does; only of values that JSON takes as they are.
    metrics_of() {
      case $2 in '' | *[!A-Za-z0-9._-]* | None) return ;; esac
      read_into "list-metrics.$2.json" cloudwatch list-metrics \(CapturePlan.recently.joined(separator: " ")) \\
        --dimensions "[{\\"Name\\": \\"$1\\", \\"Value\\": \\"$2\\"}]" --query \\
        \(word(CapturePlan.metricQuery, isDouble: true))
    }
    names=$ASG
    if [ -z "$ASG" ]; then
      names=$(names_from autoscaling describe-auto-scaling-groups --query \(word("AutoScalingGroups[].AutoScalingGroupName")))
    fi
    case $ASG in *[!A-Za-z0-9._-]*) names='' ;; esac
    for name in $names; do
      case $name in *[!A-Za-z0-9._-]* | None) continue ;; esac
      metrics_of AutoScalingGroupName "$name"
      metrics_of InstanceId "$(names_from autoscaling describe-auto-scaling-groups \\
        --auto-scaling-group-names "$name" --query \\
        \(word(Self.oneInstance, isDouble: true)))"
    done

    for acl in $(names_from cloudfront list-distributions --query \(word("DistributionList.Items[].WebACLId"))); do
      case $acl in arn:*:global/webacl/*/*) ;; *) continue ;; esac
      name=${acl%/*}
      name=${name##*/}
      read_into "get-web-acl.$(plain "$name").json" \\
        wafv2 get-web-acl --scope CLOUDFRONT --name "$name" --id "${acl##*/}" --region \(CapturePlan.home)
    done

    region=null
    if [ -n "${AWS_REGION:-}" ]; then region="\\"$(printf '%s' "$AWS_REGION" | quoted)\\""; fi
    printf '{"format": "\(CaptureFile.format)", "captured": "%s", "region": %s, "commands": [%s\\n]}\\n' \\
      "$(date -u +%Y-%m-%d)" "$region" "$commands" >"$OUT/\(CaptureFile.name)"
    echo "capture: done; read it with: headroom import aws $OUT" >&2

    """
  }

  /// The calls that need no answer of another.
  private var plainCalls: String {
    CapturePlan(group: nil).firstCalls.dropFirst(3).map { call in
      let options = call.words.dropFirst(2).map { word($0) } + (call.region.map { ["--region", $0] } ?? [])
      return (["read_into", call.file] + call.words.prefix(2) + options).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private static let templates =
    "AutoScalingGroups[].[LaunchTemplate, MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification][]"
    + ".[LaunchTemplateId, Version]"
  private static let types =
    "AutoScalingGroups[].[Instances[].InstanceType,"
    + " MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceType][][]"
  private static let unsavedDatabases = "DBInstances[?BackupRetentionPeriod==`0`].DBInstanceIdentifier"
  private static let oneInstance =
    "AutoScalingGroups[0].Instances[?LifecycleState=='InService'].InstanceId | [0]"
  private static let parameterGroups = "DBInstances[].DBParameterGroups[].DBParameterGroupName"

  /// A word in single quotes, or in double quotes where it holds single ones and nothing that a shell reads.
  private func word(_ text: String, isDouble: Bool = false) -> String {
    isDouble || text.contains("'") && !text.contains(where: { "\"$`\\\\!".contains($0) })
      ? "\"\(text)\"" : ShellCommand.word(text)
  }
}
