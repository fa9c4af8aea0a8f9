// The data tables of the reader (tab-separated text that a person can read and correct), compiled in.
#pragma once
#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} CTable;

/// Units of measurement and classifiers.
extern const CTable CTableUnits;

/// Administrative units with their years.
extern const CTable CTableGazetteer;
/// Generic words and nationalities in unit names.
extern const CTable CTablePlaceWords;
