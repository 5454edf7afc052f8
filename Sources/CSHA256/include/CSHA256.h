#ifndef CSHA256_H
#define CSHA256_H

#include <sha256.h>

#endif
