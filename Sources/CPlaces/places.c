#include "CPlaces.h"

// C23 puts the file into the program as it is: nothing is generated, nothing is read at start.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char places[] = {
#embed "../../Rules/places/places.tsv"
};

static const unsigned char counties[] = {
#embed "../../Rules/places/counties.tsv"
};

struct CPlaces cplaces(void) {
  struct CPlaces table = {places, sizeof places};
  return table;
}

struct CPlaces ccounties(void) {
  struct CPlaces table = {counties, sizeof counties};
  return table;
}
