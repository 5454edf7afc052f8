#ifndef CVERSION_H
#define CVERSION_H

/* A release, such as 1.1, or in brackets that it is none and what is known of the commit. */
extern const char *const headroom_version;

#endif
