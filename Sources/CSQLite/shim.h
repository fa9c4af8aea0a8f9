// What Swift cannot call in sqlite3.h: variadic functions and macros that are casts.
#pragma once
#include <sqlite3.h>

/// `sqlite3_db_config` for the options that take a switch (1 on, 0 off); `*now` receives the state after the call.
static inline int csqlite_db_config_switch(sqlite3 *db, int option, int on, int *now) {
  return sqlite3_db_config(db, option, on, now);
}

/// `SQLITE_TRANSIENT`: SQLite copies what is bound before the call returns.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Switches off the statistics of memory, which take a lock at each allocation. `SQLITE_MISUSE` where SQLite is in use.
static inline int csqlite_config_no_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
