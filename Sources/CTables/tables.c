#include "CTables.h"

// Each table is a file of its own beside this one; `#embed` puts its bytes into the program.
#define TABLE(NAME, FILE_BYTES)                                                                    \
  const CTable CTable##NAME = {FILE_BYTES, sizeof(FILE_BYTES)}

static const unsigned char units[] = {
#embed "units.tsv"
};
TABLE(Units, units);

static const unsigned char gazetteer[] = {
#embed "gazetteer.tsv"
};
TABLE(Gazetteer, gazetteer);

static const unsigned char place_words[] = {
#embed "place-words.tsv"
};
TABLE(PlaceWords, place_words);

static const unsigned char indicators[] = {
#embed "indicators.tsv"
};
TABLE(Indicators, indicators);

static const unsigned char indicator_words[] = {
#embed "indicator-words.tsv"
};
TABLE(IndicatorWords, indicator_words);

static const unsigned char lexicon[] = {
#embed "lexicon.tsv"
};
TABLE(Lexicon, lexicon);

static const unsigned char traditional[] = {
#embed "traditional.tsv"
};
TABLE(Traditional, traditional);

static const unsigned char traditional_words[] = {
#embed "traditional-words.tsv"
};
TABLE(TraditionalWords, traditional_words);

static const unsigned char forms[] = {
#embed "forms.tsv"
};
TABLE(Forms, forms);

static const unsigned char punctuation[] = {
#embed "punctuation.tsv"
};
TABLE(Punctuation, punctuation);

static const unsigned char common[] = {
#embed "common.tsv"
};
TABLE(Common, common);

static const unsigned char chrome[] = {
#embed "chrome.tsv"
};
TABLE(Chrome, chrome);

static const unsigned char identity_words[] = {
#embed "identity-words.tsv"
};
TABLE(IdentityWords, identity_words);

static const unsigned char dated_evidence[] = {
#embed "dated-evidence.tsv"
};
TABLE(DatedEvidence, dated_evidence);

static const unsigned char ordinary_names[] = {
#embed "ordinary-names.tsv"
};
TABLE(OrdinaryNames, ordinary_names);

static const unsigned char references[] = {
#embed "references.tsv"
};
TABLE(References, references);

static const unsigned char grammar_lists[] = {
#embed "grammar-lists.tsv"
};
TABLE(GrammarLists, grammar_lists);

static const unsigned char section_words[] = {
#embed "section-words.tsv"
};
TABLE(SectionWords, section_words);

static const unsigned char section_cues[] = {
#embed "section-cues.tsv"
};
TABLE(SectionCues, section_cues);

static const unsigned char tense_words[] = {
#embed "tense-words.tsv"
};
TABLE(TenseWords, tense_words);

static const unsigned char genre_words[] = {
#embed "genre-words.tsv"
};
TABLE(GenreWords, genre_words);
