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

/// The catalogue of indicators with the names they had over time.
extern const CTable CTableIndicators;

/// Words around an indicator's name: replacements, scope words, suffixes.
extern const CTable CTableIndicatorWords;
/// Words of the clause grammar.
extern const CTable CTableLexicon;
