/// What changes the database, its replicas and the cache.
extension ShellFunction {
  static let database = ShellFunction(
    "change_database",
    #"""
    # change_database WANTED QUERY GB OPTION...: WANTED are values as QUERY finds them; storage only grows.
    change_database() {
      wanted=$1 query=$2 size=$3
      shift 3
      seen='DBInstances[0]'
      stored=$(ask "$seen.AllocatedStorage" rds describe-db-instances --db-instance-identifier "$DATABASE")
      found=$(ask "$seen | $query" rds describe-db-instances --db-instance-identifier "$DATABASE")
      if [ "$stored" -lt "$size" ]; then
        set -- "$@" --allocated-storage "$size"
      elif [ "$stored" -gt "$size" ]; then
        say "$DATABASE has $stored GB; storage cannot shrink to $size GB."
      fi
      if [ "$found" = "$wanted" ] && [ "$stored" -ge "$size" ]; then return; fi
      say "$DATABASE has $found and $stored GB; it becomes $wanted and $size GB."
      if [ "${APPLY_IMMEDIATELY:-}" = 1 ]; then
        set -- "$@" --apply-immediately
      else
        say 'That waits for the maintenance window; APPLY_IMMEDIATELY=1 does it now.'
      fi
      change rds modify-db-instance --db-instance-identifier "$DATABASE" "$@"
    }

    # change_connections LIMIT: in the parameter group that the database has.
    change_connections() {
      group=$(ask 'DBInstances[0].DBParameterGroups[0].DBParameterGroupName' \
        rds describe-db-instances --db-instance-identifier "$DATABASE")
      case $group in
        default.*)
          say "$DATABASE has AWS's own parameters, $group, which nobody can change: give it a group with max_connections $1."
          return ;;
      esac
      found=$(ask "Parameters[?ParameterName=='max_connections'].ParameterValue | [0]" \
        rds describe-db-parameters --db-parameter-group-name "$group")
      if [ "$found" = "$1" ]; then return; fi
      change rds modify-db-parameter-group --db-parameter-group-name "$group" \
        --parameters "ParameterName=max_connections,ParameterValue=$1,ApplyMethod=pending-reboot"
      say "max_connections becomes $1 when the database is rebooted."
    }

    """#)

  static let replicas = ShellFunction(
    "change_replicas",
    #"""
    # change_replicas COUNT CLASS
    change_replicas() {
      replicas=$(ask 'DBInstances[0].ReadReplicaDBInstanceIdentifiers' \
        rds describe-db-instances --db-instance-identifier "$DATABASE")
      found=0
      for replica in $replicas; do
        found=$((found + 1))
        class=$(ask 'DBInstances[0].DBInstanceClass' rds describe-db-instances --db-instance-identifier "$replica")
        if [ "$class" != "$2" ]; then
          change rds modify-db-instance --db-instance-identifier "$replica" --db-instance-class "$2" --apply-immediately
        fi
      done
      if [ "$found" -gt "$1" ]; then say "$DATABASE has $found replicas, above $1: nothing is deleted here."; fi
      number=0
      while [ "$found" -lt "$1" ]; do
        number=$((number + 1))
        case " $(printf '%s' "$replicas" | tr '\t' ' ') " in
          *" $DATABASE-replica-$number "*) continue ;;
        esac
        change rds create-db-instance-read-replica --db-instance-identifier "$DATABASE-replica-$number" \
          --source-db-instance-identifier "$DATABASE" --db-instance-class "$2"
        found=$((found + 1))
      done
    }

    """#)

  static let cache = ShellFunction(
    "change_cache",
    #"""
    # change_cache NODE SHARDS REPLICAS: nodes are added and replaced, none is taken away.
    change_cache() {
      seen='ReplicationGroups[0]'
      node=$(ask "$seen.CacheNodeType" elasticache describe-replication-groups --replication-group-id "$CACHE")
      shards=$(ask "length($seen.NodeGroups)" elasticache describe-replication-groups --replication-group-id "$CACHE")
      members=$(ask "min($seen.NodeGroups[].length(NodeGroupMembers))" \
        elasticache describe-replication-groups --replication-group-id "$CACHE")
      if [ "$node" != "$1" ]; then
        change elasticache modify-replication-group --replication-group-id "$CACHE" --cache-node-type "$1" \
          --apply-immediately
      fi
      if [ "$shards" -lt "$2" ]; then
        change elasticache modify-replication-group-shard-configuration --replication-group-id "$CACHE" \
          --node-group-count "$2" --apply-immediately
      elif [ "$shards" -gt "$2" ]; then
        say "$CACHE has $shards shards, above $2: none is taken away here."
      fi
      if [ "$members" -le "$3" ]; then
        change elasticache increase-replica-count --replication-group-id "$CACHE" --new-replica-count "$3" \
          --apply-immediately
      elif [ "$members" -gt $(($3 + 1)) ]; then
        say "$CACHE has $((members - 1)) replicas a shard, above $3: none is taken away here."
      fi
    }

    # change_nodes NODE COUNT: of a cluster of Memcached.
    change_nodes() {
      node=$(ask 'CacheClusters[0].CacheNodeType' elasticache describe-cache-clusters --cache-cluster-id "$CACHE")
      count=$(ask 'CacheClusters[0].NumCacheNodes' elasticache describe-cache-clusters --cache-cluster-id "$CACHE")
      if [ "$node" != "$1" ]; then say "$CACHE has $node: AWS makes a new cluster for $1."; fi
      if [ "$count" -lt "$2" ]; then
        change elasticache modify-cache-cluster --cache-cluster-id "$CACHE" --num-cache-nodes "$2" --apply-immediately
      elif [ "$count" -gt "$2" ]; then
        say "$CACHE has $count nodes, above $2: none is taken away here."
      fi
    }

    """#)
}
