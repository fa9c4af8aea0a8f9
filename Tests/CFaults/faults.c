#include "CFaults.h"

#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// MARK: One at a time

/// Held for each operation, as several connections may be at work on threads of their own. Within one operation the system's layer
/// does not come back here.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static int leave(int code) {
  pthread_mutex_unlock(&turn);
  return code;
}

// MARK: The armed fault

static struct {
  int operations;
  enum fault_effect effect;
  long at;
  bool lasting;
  bool fired;
  long count;
  unsigned seed;
} armed;

void faults_arm(int operations, enum fault_effect effect, long at, bool lasting, unsigned seed) {
  armed.operations = operations;
  armed.effect = effect;
  armed.at = at;
  armed.lasting = lasting;
  armed.fired = false;
  armed.count = 0;
  armed.seed = seed * 2654435761u | 1;
}

long faults_disarm(void) {
  armed.operations = 0;
  return armed.count;
}

bool faults_fired(void) { return armed.fired; }

static unsigned next_random(void) {
  armed.seed ^= armed.seed << 13;
  armed.seed ^= armed.seed >> 17;
  armed.seed ^= armed.seed << 5;
  return armed.seed;
}

static void lose_unsynced(void);

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/// Whether this operation has the fault; does not return where the process ends here.
static bool is_struck(int operation) {
  if (!(armed.operations & operation)) return false;
  armed.count++;
  if (armed.at == 0 || armed.count < armed.at || (armed.count > armed.at && !armed.lasting)) return false;
  armed.fired = true;
  if (armed.effect == fault_kill) die();
  if (armed.effect == fault_power_cut) {
    lose_unsynced();
    die();
  }
  return true;
}

// MARK: Files

/// A write that has not been synced, with what stood there before.
struct unsynced {
  struct unsynced *older;
  sqlite3_int64 offset;
  int count;
  char before[];
};

/// A file by its name, whoever has it open: a sync through any connection keeps what all have written.
struct named_file {
  struct named_file *next;
  struct unsynced *newest;
  /// By which writes can be taken back.
  struct shim_file *open;
  char name[];
};

/// An open file; the system's own follows it in memory.
struct shim_file {
  sqlite3_file base;
  struct shim_file *next;
  /// Null for a temporary file.
  struct named_file *named;
};

static sqlite3_vfs *system_vfs;
static struct shim_file *open_files;
static struct named_file *files;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((struct shim_file *)file + 1); }

static void forget(struct named_file *file) {
  while (file && file->newest) {
    struct unsynced *gone = file->newest;
    file->newest = gone->older;
    free(gone);
  }
}

static struct named_file *file_named(const char *name) {
  if (!name) return NULL;
  for (struct named_file *file = files; file; file = file->next) {
    if (strcmp(file->name, name) == 0) return file;
  }
  struct named_file *file = calloc(1, sizeof *file + strlen(name) + 1);
  if (!file) abort();
  strcpy(file->name, name);
  file->next = files;
  files = file;
  return file;
}

static void remember(struct shim_file *written, int count, sqlite3_int64 offset) {
  if (armed.effect != fault_power_cut || armed.operations == 0 || !written->named) return;
  struct unsynced *write = calloc(1, sizeof *write + (size_t)count);
  if (!write) abort();
  // What is read behind the end is zeros.
  real(&written->base)->pMethods->xRead(real(&written->base), write->before, count, offset);
  write->offset = offset;
  write->count = count;
  write->older = written->named->newest;
  written->named->newest = write;
}

/// Takes back each write that was not synced, or leaves it, as the seed decides.
static void lose_unsynced(void) {
  for (struct named_file *file = files; file; file = file->next) {
    if (!file->open) continue;
    sqlite3_file *opened = real(&file->open->base);
    for (struct unsynced *write = file->newest; write; write = write->older) {
      if (next_random() & 0x100) continue;
      opened->pMethods->xWrite(opened, write->before, write->count, write->offset);
    }
  }
}

static int shim_close(sqlite3_file *file) {
  pthread_mutex_lock(&turn);
  struct shim_file *closed = (struct shim_file *)file;
  for (struct shim_file **link = &open_files; *link; link = &(*link)->next) {
    if (*link == closed) {
      *link = closed->next;
      break;
    }
  }
  if (closed->named && closed->named->open == closed) {
    struct shim_file *other = open_files;
    while (other && other->named != closed->named) other = other->next;
    closed->named->open = other;
    // What nobody has open is left as it is.
    if (!other) forget(closed->named);
  }
  return leave(real(file)->pMethods->xClose(real(file)));
}

static int shim_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  pthread_mutex_lock(&turn);
  if (is_struck(fault_read)) return leave(SQLITE_IOERR_READ);
  return leave(real(file)->pMethods->xRead(real(file), bytes, count, offset));
}

static int shim_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  pthread_mutex_lock(&turn);
  if (is_struck(fault_write)) {
    bool is_torn = armed.effect == fault_short || armed.effect == fault_kill_torn;
    if (is_torn) real(file)->pMethods->xWrite(real(file), bytes, count / 2, offset);
    if (armed.effect == fault_kill_torn) die();
    return leave(armed.effect == fault_error ? SQLITE_IOERR_WRITE : SQLITE_FULL);
  }
  remember((struct shim_file *)file, count, offset);
  return leave(real(file)->pMethods->xWrite(real(file), bytes, count, offset));
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) {
  pthread_mutex_lock(&turn);
  if (is_struck(fault_truncate)) return leave(SQLITE_IOERR_TRUNCATE);
  return leave(real(file)->pMethods->xTruncate(real(file), size));
}

static int shim_sync(sqlite3_file *file, int flags) {
  pthread_mutex_lock(&turn);
  if (is_struck(fault_sync)) return leave(SQLITE_IOERR_FSYNC);
  int code = real(file)->pMethods->xSync(real(file), flags);
  forget(((struct shim_file *)file)->named);
  return leave(code);
}

static int shim_file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

static int shim_lock(sqlite3_file *file, int level) {
  pthread_mutex_lock(&turn);
  if (is_struck(fault_lock)) return leave(SQLITE_IOERR_LOCK);
  return leave(real(file)->pMethods->xLock(real(file), level));
}

static int shim_unlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }

static int shim_check_reserved_lock(sqlite3_file *file, int *is_locked) {
  return real(file)->pMethods->xCheckReservedLock(real(file), is_locked);
}

static int shim_file_control(sqlite3_file *file, int operation, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int shim_sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }

static int shim_device(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

static int shim_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
  pthread_mutex_lock(&turn);
  if (is_struck(fault_shared_memory)) return leave(SQLITE_IOERR_SHMMAP);
  return leave(real(file)->pMethods->xShmMap(real(file), region, size, extend, memory));
}

static int shim_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
  pthread_mutex_lock(&turn);
  // Only taking a lock fails; SQLite does not ask whether giving one back did.
  if ((flags & SQLITE_SHM_LOCK) && is_struck(fault_shared_memory)) return leave(SQLITE_IOERR_SHMLOCK);
  return leave(real(file)->pMethods->xShmLock(real(file), offset, count, flags));
}

static void shim_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int shim_unmap(sqlite3_file *file, int is_deleted) {
  return real(file)->pMethods->xShmUnmap(real(file), is_deleted);
}

// Version 2: with shared memory, without mapping the database itself.
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_file_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_check_reserved_lock,
  .xFileControl = shim_file_control,
  .xSectorSize = shim_sector_size,
  .xDeviceCharacteristics = shim_device,
  .xShmMap = shim_map,
  .xShmLock = shim_shm_lock,
  .xShmBarrier = shim_barrier,
  .xShmUnmap = shim_unmap,
};

// MARK: The VFS

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags) {
  (void)vfs;
  struct shim_file *opened = (struct shim_file *)file;
  memset(opened, 0, sizeof *opened);
  pthread_mutex_lock(&turn);
  if (is_struck(fault_open)) return leave(armed.effect == fault_error ? SQLITE_CANTOPEN : SQLITE_FULL);
  int code = system_vfs->xOpen(system_vfs, name, real(file), flags, out_flags);
  if (real(file)->pMethods) {
    opened->base.pMethods = &methods;
    opened->named = file_named(name);
    if (opened->named && !opened->named->open) opened->named->open = opened;
    opened->next = open_files;
    open_files = opened;
  }
  return leave(code);
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync_folder) {
  (void)vfs;
  pthread_mutex_lock(&turn);
  if (is_struck(fault_delete)) return leave(SQLITE_IOERR_DELETE);
  return leave(system_vfs->xDelete(system_vfs, name, sync_folder));
}

static sqlite3_vfs shim;

int faults_install(void) {
  system_vfs = sqlite3_vfs_find(NULL);
  if (!system_vfs) return SQLITE_ERROR;
  // What is not replaced takes the VFS only for its name and data, which are the system's.
  shim = *system_vfs;
  shim.pNext = NULL;
  shim.zName = "faults";
  shim.szOsFile = (int)sizeof(struct shim_file) + system_vfs->szOsFile;
  shim.xOpen = shim_open;
  shim.xDelete = shim_delete;
  return sqlite3_vfs_register(&shim, 1);
}

// MARK: Allocations

static sqlite3_mem_methods system_allocator;
static struct {
  long at;
  long count;
  bool lasting;
} armed_allocator;

static bool is_allocation_struck(void) {
  long count = __atomic_add_fetch(&armed_allocator.count, 1, __ATOMIC_RELAXED);
  return armed_allocator.at != 0 && (count == armed_allocator.at || (count > armed_allocator.at && armed_allocator.lasting));
}

static void *failing_malloc(int count) { return is_allocation_struck() ? NULL : system_allocator.xMalloc(count); }

static void *failing_realloc(void *memory, int count) {
  return is_allocation_struck() ? NULL : system_allocator.xRealloc(memory, count);
}

int faults_install_allocator(void) {
  int code = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &system_allocator);
  if (code != SQLITE_OK) return code;
  // Without the small slots of each connection every allocation comes here.
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  sqlite3_mem_methods failing = system_allocator;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
}

void faults_arm_allocator(long at, bool lasting) {
  armed_allocator.count = 0;
  armed_allocator.lasting = lasting;
  armed_allocator.at = at;
}

long faults_disarm_allocator(void) {
  armed_allocator.at = 0;
  return armed_allocator.count;
}
