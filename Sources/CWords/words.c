#include "CWords.h"

static const unsigned char known[] = {
#embed "../../Rules/words/known.txt"
};
static const unsigned char common[] = {
#embed "../../Rules/words/common.txt"
};
static const unsigned char joins[] = {
#embed "../../Rules/words/joins.txt"
};
static const unsigned char hyphens[] = {
#embed "../../Rules/words/hyphens.txt"
};
static const unsigned char confused[] = {
#embed "../../Rules/words/confused.txt"
};
static const unsigned char languages[] = {
#embed "../../Rules/words/function-words.txt"
};

CWordList cwords_known(void) { return (CWordList){known, sizeof known}; }
CWordList cwords_common(void) { return (CWordList){common, sizeof common}; }
CWordList cwords_joins(void) { return (CWordList){joins, sizeof joins}; }
CWordList cwords_hyphens(void) { return (CWordList){hyphens, sizeof hyphens}; }
CWordList cwords_languages(void) { return (CWordList){languages, sizeof languages}; }
CWordList cwords_confused(void) { return (CWordList){confused, sizeof confused}; }
