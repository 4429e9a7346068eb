#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H
#ifdef __linux__
#include <malloc.h>
#endif

/// Asks for the memory at `address`, which is read soon; any address will do.
static inline void cmemory_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
