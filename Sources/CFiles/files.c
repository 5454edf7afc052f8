#define _GNU_SOURCE /* O_TMPFILE, renameat2, fallocate, syncfs */
#include "CFiles.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/vfs.h>
#include <unistd.h>

int file_open_unnamed(const char *folder, mode_t mode)
{
    return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

int file_name(int descriptor, const char *path)
{
    /* By way of /proc, since a link to a descriptor itself asks for a capability. */
    char self[32];
    snprintf(self, sizeof self, "/proc/self/fd/%d", descriptor);
    return linkat(AT_FDCWD, self, AT_FDCWD, path, AT_SYMLINK_FOLLOW);
}

int file_exchange(const char *one, const char *other)
{
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

int file_rename_to_new(const char *old, const char *new)
{
    return renameat2(AT_FDCWD, old, AT_FDCWD, new, RENAME_NOREPLACE);
}

int file_reserve(int descriptor, off_t size)
{
    return fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, size);
}

int file_sync_all(int descriptor)
{
    return syncfs(descriptor);
}

bool file_is_in_proc(const char *path)
{
    struct statfs status;
    return statfs(path, &status) == 0 && status.f_type == PROC_SUPER_MAGIC;
}
