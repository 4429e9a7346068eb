#ifndef CPLACES_H
#define CPLACES_H

#include <stddef.h>

/// UTF-8 lines sorted by their key.
struct CPlaces {
  const unsigned char *start;
  size_t count;
};

/// The gazetteer, as `Rules/places/places.tsv` has it; it lives as long as the process.
struct CPlaces cplaces(void);

/// The American counties by state and digits, as `Rules/places/counties.tsv` has them.
struct CPlaces ccounties(void);

#endif
