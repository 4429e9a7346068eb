/* Measures Hyperscan on patterns and texts.
 *
 *     hyperscan PATTERNS ROUNDS TEXTS…
 *
 * PATTERNS has a line for each pattern, as “hirelint rules patterns” writes them. The texts of a file
 * are separated by null bytes. All patterns are compiled into one database in block mode, with starts of matches
 * (HS_FLAG_SOM_LEFTMOST). What Hyperscan does not take (lookarounds, groups that are referred to,
 * starts of very long patterns) is left out: as prefilters they would cost it more time. Each text is
 * scanned by itself, on one thread; only that is timed. Prints a JSON object.
 */
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void stop(const char *what, const char *why) {
  fprintf(stderr, "hyperscan: %s: %s\n", what, why);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* All of the file at `path`, ended by a null byte; its size goes to `size`. */
static char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) stop(path, "cannot be read");
  fseek(file, 0, SEEK_END);
  *size = ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (bytes == NULL || fread(bytes, 1, *size, file) != *size) stop(path, "cannot be read");
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

/* The patterns that there are, as hs_compile_multi takes them. */
static const char **sources;
static unsigned *flags, *ids;
static unsigned count, left_out;

/* Whether Hyperscan compiles `source` with `flags` alone. */
static int takes(const char *source, unsigned flags) {
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  int is_taken = hs_compile(source, flags, HS_MODE_BLOCK, NULL, &database, &error) == HS_SUCCESS;
  hs_free_database(database);
  hs_free_compile_error(error);
  return is_taken;
}

/* Adds the pattern of a line such as 17:/colou?r/im8W. */
static void add(char *line) {
  char *start = strchr(line, '/');
  char *end = strrchr(line, '/');
  if (start == NULL || end == start) stop(line, "is not like 17:/colou?r/i");
  *end = 0;
  unsigned given = 0;
  for (const char *letter = end + 1; *letter; letter++) {
    switch (*letter) {
      case 'i': given |= HS_FLAG_CASELESS; break;
      case 'm': given |= HS_FLAG_MULTILINE; break;
      case '8': given |= HS_FLAG_UTF8; break;
      case 'W': given |= HS_FLAG_UCP; break;
    }
  }
  given |= HS_FLAG_SOM_LEFTMOST;
  if (!takes(start + 1, given)) {
    left_out++;
    return;
  }
  sources[count] = start + 1;
  flags[count] = given;
  ids[count] = count;
  count++;
}

static int on_match(
    unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *matches) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long long *)matches;
  return 0;
}

/* Scans all texts of the file at `path` so many times, and prints what it took. */
static void measure(
    const char *path, int rounds, const hs_database_t *database, hs_scratch_t *scratch) {
  size_t size;
  char *texts = contents(path, &size);
  unsigned long long matches = 0;
  printf("{\"seconds\": [");
  for (int round = 0; round < rounds; round++) {
    matches = 0;
    double start = now();
    for (size_t at = 0; at < size;) {
      size_t length = strlen(texts + at);
      if (hs_scan(database, texts + at, length, 0, scratch, on_match, &matches)) {
        stop("hs_scan", "failed");
      }
      at += length + 1;
    }
    printf("%s%.6f", round ? ", " : "", now() - start);
  }
  printf("], \"matches\": %llu}", matches);
  free(texts);
}

int main(int argc, char **argv) {
  if (argc < 4) stop("usage", "hyperscan PATTERNS ROUNDS TEXTS…");
  size_t size;
  char *patterns = contents(argv[1], &size);
  sources = calloc(size, sizeof *sources);
  flags = calloc(size, sizeof *flags);
  ids = calloc(size, sizeof *ids);
  for (char *line = strtok(patterns, "\n"); line != NULL; line = strtok(NULL, "\n")) add(line);

  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  double start = now();
  if (hs_compile_multi(sources, flags, ids, count, HS_MODE_BLOCK, NULL, &database, &error)) {
    stop("hs_compile_multi", error->message);
  }
  double compiling = now() - start;
  size_t database_size = 0;
  hs_database_size(database, &database_size);
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch)) stop("hs_alloc_scratch", "failed");

  printf(
      "{\"patterns\": %u, \"leftOut\": %u, \"compileSeconds\": %.3f, \"databaseBytes\": %zu, "
      "\"texts\": [",
      count, left_out, compiling, database_size);
  for (int index = 3; index < argc; index++) {
    if (index > 3) printf(", ");
    measure(argv[index], atoi(argv[2]), database, scratch);
  }
  printf("]}\n");
}
