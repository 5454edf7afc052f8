#include "CVersion.h"

#ifndef HEADROOM_VERSION
#define HEADROOM_VERSION "(no release; built without naming its commit)"
#endif

const char *const headroom_version = HEADROOM_VERSION;
