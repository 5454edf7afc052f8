extension Profile {
  /// The port that the database's engine listens at where nobody chose another.
  package var usualDatabasePort: Int {
    (database?.isPostgreSQL != false ? Figure.portPostgreSQL : .portMySQL).count
  }

  /// The port that the cache's engine listens at where nobody chose another.
  package var usualCachePort: Int {
    (cache?.engine == .memcached ? Figure.portMemcached : .portRedis).count
  }
}
