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

/// Traditional and variant characters and their simplified ones.
extern const CTable CTableTraditional;
/// Words that decide what a traditional character becomes.
extern const CTable CTableTraditionalWords;
/// Compatibility characters, radicals, full-width letters and digits.
extern const CTable CTableForms;
/// Variants of punctuation, spaces and invisible characters.
extern const CTable CTablePunctuation;
/// The most frequent characters of reports.
extern const CTable CTableCommon;
/// What web sites print around a report.
extern const CTable CTableChrome;

/// Words that tell the unit or the year of a report.
extern const CTable CTableIdentityWords;
/// Words that date a report by facts of the calendar.
extern const CTable CTableDatedEvidence;
/// Short names of units that are ordinary words.
extern const CTable CTableOrdinaryNames;

/// Words of targets without a number.
extern const CTable CTableReferences;
/// Lists of the clause grammar: list, words separated by spaces.
extern const CTable CTableGrammarLists;

/// Words of headings and the kind of section they speak for.
extern const CTable CTableSectionWords;

/// Phrases of body text that tell where a stretch of a report begins or ends.
extern const CTable CTableSectionCues;

/// Words that tell whether a paragraph looks back or ahead.
extern const CTable CTableTenseWords;

/// Words that government work reports use throughout.
extern const CTable CTableGenreWords;
