/// The tables of prices inside the program: lines of columns between commas, sorted by their bytes.
///
/// They are read-only data of the program's file, so that the system loads only the pages that somebody looks at.
#pragma once

#include <stddef.h>

struct price_table {
  const unsigned char *bytes;
  size_t count;
};

struct price_table price_table_bedrock(void);
struct price_table price_table_ec2(void);
struct price_table price_table_elasticache(void);
struct price_table price_table_facts(void);
struct price_table price_table_kinds(void);
struct price_table price_table_origins(void);
struct price_table price_table_rds(void);
struct price_table price_table_regions(void);
struct price_table price_table_sources(void);
struct price_table price_table_tariffs(void);
struct price_table price_table_types(void);
