#ifndef CPLACES_H
#define CPLACES_H

#include <stddef.h>

/// The gazetteer, as `Rules/places/places.tsv` has it: UTF-8 lines sorted by their key.
struct CPlaces {
  const unsigned char *start;
  size_t count;
};

/// The table that is part of the program; it lives as long as the process.
struct CPlaces cplaces(void);

#endif
