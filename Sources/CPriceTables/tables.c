#include "CPriceTables.h"

static const unsigned char bedrock[] = {
#embed "Tables/bedrock.csv"
};

struct price_table price_table_bedrock(void) { return (struct price_table){bedrock, sizeof bedrock}; }

static const unsigned char ec2[] = {
#embed "Tables/ec2.csv"
};

struct price_table price_table_ec2(void) { return (struct price_table){ec2, sizeof ec2}; }

static const unsigned char elasticache[] = {
#embed "Tables/elasticache.csv"
};

struct price_table price_table_elasticache(void) { return (struct price_table){elasticache, sizeof elasticache}; }

static const unsigned char facts[] = {
#embed "Tables/facts.csv"
};

struct price_table price_table_facts(void) { return (struct price_table){facts, sizeof facts}; }

static const unsigned char kinds[] = {
#embed "Tables/kinds.csv"
};

struct price_table price_table_kinds(void) { return (struct price_table){kinds, sizeof kinds}; }

static const unsigned char origins[] = {
#embed "Tables/origins.csv"
};

struct price_table price_table_origins(void) { return (struct price_table){origins, sizeof origins}; }

static const unsigned char rds[] = {
#embed "Tables/rds.csv"
};

struct price_table price_table_rds(void) { return (struct price_table){rds, sizeof rds}; }

static const unsigned char regions[] = {
#embed "Tables/regions.csv"
};

struct price_table price_table_regions(void) { return (struct price_table){regions, sizeof regions}; }

static const unsigned char sources[] = {
#embed "Tables/sources.csv"
};

struct price_table price_table_sources(void) { return (struct price_table){sources, sizeof sources}; }

static const unsigned char tariffs[] = {
#embed "Tables/tariffs.csv"
};

struct price_table price_table_tariffs(void) { return (struct price_table){tariffs, sizeof tariffs}; }

static const unsigned char types[] = {
#embed "Tables/types.csv"
};

struct price_table price_table_types(void) { return (struct price_table){types, sizeof types}; }
