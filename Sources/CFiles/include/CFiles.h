#ifndef CFILES_H
#define CFILES_H

#include <stdbool.h>
#include <sys/types.h>
#include <sys/xattr.h>

/* What Linux can do with files and Swift's Glibc does not offer; as all system calls, they return -1 and set errno. */

/* Opens a file in a folder that has no name yet. */
int file_open_unnamed(const char *folder, mode_t mode);

/* Gives an open file without a name its name; never replaces what has the name already. */
int file_name(int descriptor, const char *path);

/* Two files take each other's names in one step. */
int file_exchange(const char *one, const char *other);

/* Renames a file; never replaces what has the new name already. */
int file_rename_to_new(const char *old, const char *new);

/* Sets disk space aside so that `size` bytes can be written; the file stays as it is. */
int file_reserve(int descriptor, off_t size);

/* Writes down everything that the file's file system holds. */
int file_sync_all(int descriptor);

/* Whether a path leads into the file system of the kernel that shows processes and their open files. */
bool file_is_in_proc(const char *path);

#endif
