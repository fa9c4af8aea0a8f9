// Faults in SQLite's file layer and in its allocations, for tests.
//
// The shim is a VFS over the system's (https://sqlite.org/vfs.html) that counts operations and lets the n-th fail, or
// ends the process there. One process, one thread at a time.
#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Operations of the file layer; a fault is armed for a set of them.
enum fault_operation {
  fault_open = 1,
  fault_read = 2,
  fault_write = 4,
  fault_sync = 8,
  fault_truncate = 16,
  fault_delete = 32,
  fault_lock = 64,
  fault_shared_memory = 128,
  /// What changes files.
  fault_changes = fault_open | fault_write | fault_sync | fault_truncate | fault_delete,
};

/// What happens at the n-th operation.
enum fault_effect {
  /// The operation fails (SQLITE_IOERR_…, SQLITE_CANTOPEN).
  fault_error,
  /// The disk is full.
  fault_full,
  /// Half of a write is written, then the disk is full.
  fault_short,
  /// The process is killed before the operation.
  fault_kill,
  /// The process is killed after half of a write.
  fault_kill_torn,
  /// The power fails: of all that was written and not yet synced, a part is lost at random; then the process is killed.
  fault_power_cut,
};

/// Makes the shim the default VFS. Call once, before any database is opened.
int faults_install(void);

/// Counts the operations from now on; the `at`-th of the set has the effect (0: none, only counted). With `lasting` every
/// one of the set after it fails too. `seed` decides what a power cut loses.
void faults_arm(int operations, enum fault_effect effect, long at, bool lasting, unsigned seed);

/// Ends the counting.
/// - Returns: how many operations there were since `faults_arm`.
long faults_disarm(void);

/// Whether the fault has happened since `faults_arm`.
bool faults_fired(void);

/// Puts an allocator under SQLite whose n-th allocation can fail. Call before SQLite is first used.
int faults_install_allocator(void);

/// The `at`-th allocation from now on fails (0: none); with `lasting` every later one too.
void faults_arm_allocator(long at, bool lasting);

/// - Returns: how many allocations there were since `faults_arm_allocator`.
long faults_disarm_allocator(void);
