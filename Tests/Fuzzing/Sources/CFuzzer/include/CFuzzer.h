#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's loop, for a program that has a main of its own. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*try_input)(const uint8_t *bytes, size_t count));

#endif
