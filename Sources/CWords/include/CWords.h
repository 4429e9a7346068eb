#ifndef CWORDS_H
#define CWORDS_H

#include <stddef.h>

/// A word list of Rules/words, baked into the binary: sorted lines, each ended by a line feed.
typedef struct {
  const unsigned char *start;
  size_t count;
} CWordList;

/// Words that English knows or job ads use: `word frequency+marks`.
CWordList cwords_known(void);
/// Words that a misspelling may stand for: `first letter and length word frequency+marks`.
CWordList cwords_common(void);
/// Joint forms of neighbours: `joint how to write it`.
CWordList cwords_joins(void);
/// Parts of hyphenated words: `-based`, `self-`.
CWordList cwords_hyphens(void);
/// Function words and the languages that use them: `word en de`.
CWordList cwords_languages(void);
/// Words that stand for others: `wrong right bias weights`.
CWordList cwords_confused(void);

#endif
