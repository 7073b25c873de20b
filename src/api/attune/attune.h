// SPDX-License-Identifier: MIT
/* libattune for C, and for every language that can call C: a statement and a reply in, a reading out.
 *
 *   attune_coach *coach = attune_coach_new(NULL, NULL);
 *   attune_reading *reading = attune_read(coach, "I got demoted today.", "At least you have a job.");
 *   for (size_t i = 0; i < attune_finding_count(reading); ++i)
 *       puts(attune_finding_at(reading, i).why);
 *   attune_reading_free(reading);
 *   attune_coach_free(coach);
 *
 * Texts are UTF-8 that ends with a zero byte; bytes that are not UTF-8 are accepted. A coach belongs to one
 * thread at a time; a reading is never changed once it is there and may be looked at by any. What a reading
 * hands out lives as long as the reading. Nothing is written anywhere and no network is used. Functions that
 * free accept NULL; the others take what the library gave.
 *
 * Until version 1.0 the second number of the version changes with this interface, and so does the name that
 * programs are linked to. */
#ifndef ATTUNE_ATTUNE_H
#define ATTUNE_ATTUNE_H

#include <stddef.h>

#if defined(ATTUNE_BUILDS_LIBRARY)
#define ATTUNE_API __attribute__((visibility("default")))
#else
#define ATTUNE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct attune_coach attune_coach;
typedef struct attune_reading attune_reading;

/* Where a reply misses the person. `begin` and `end` are bytes of the reply, half open. */
typedef struct attune_finding {
    const char* pattern; /* "fixing" */
    const char* kind;    /* "fixing.direct" */
    const char* rule;    /* "fixing.direct.you-should" */
    const char* why;     /* one line for the writer of the reply */
    size_t begin, end;
    float confidence; /* (0, 1]; it counts from 0.5 on */
    int severity;     /* 1 slip, 2 misses the person, 3 denies or attacks */
} attune_finding;

/* Where it meets them. */
typedef struct attune_move {
    const char* name; /* "naming" */
    const char* rule;
    size_t begin, end;
    float confidence;
} attune_move;

/* A better reply. */
typedef struct attune_rewrite {
    const char* text;
    const char* does; /* "names the feeling, asks one open question" */
} attune_rewrite;

/* "0.1.0" */
ATTUNE_API const char* attune_version(void);

/* A coach that reads with the built-in rules and, over them, the pack folders in `packs`, a list that ends
 * with NULL; NULL for none. The environment is not asked. NULL when a folder cannot be read or has mistakes;
 * then
 * `*error`, unless `error` is NULL, tells every one of them, for attune_text_free. */
ATTUNE_API attune_coach* attune_coach_new(const char* const* packs, char** error);
ATTUNE_API void attune_coach_free(attune_coach* coach);
ATTUNE_API void attune_text_free(char* text);

/* Reads a reply to a statement, which may be NULL where it is not known. NULL only when memory runs out. */
ATTUNE_API attune_reading* attune_read(attune_coach* coach, const char* statement, const char* reply);
/* The same, with up to `at_most` better replies, which takes about a millisecond more. */
ATTUNE_API attune_reading* attune_read_and_rewrite(attune_coach* coach, const char* statement,
                                                   const char* reply, size_t at_most);
ATTUNE_API void attune_reading_free(attune_reading* reading);

/* 0..100, higher where the person is met more; 0 where risk is mentioned. */
ATTUNE_API int attune_score(const attune_reading* reading);
/* 1..5; 0 where risk is mentioned. */
ATTUNE_API int attune_level(const attune_reading* reading);
/* 1 when suicide, self-harm, abuse or danger is mentioned: care of another kind is needed, and nothing is
 * rewritten. */
ATTUNE_API int attune_mentions_risk(const attune_reading* reading);

/* In the order of the text, weak ones too. An index past the end gives empty texts and zeros. */
ATTUNE_API size_t attune_finding_count(const attune_reading* reading);
ATTUNE_API attune_finding attune_finding_at(const attune_reading* reading, size_t index);
ATTUNE_API size_t attune_move_count(const attune_reading* reading);
ATTUNE_API attune_move attune_move_at(const attune_reading* reading, size_t index);
/* The best first. */
ATTUNE_API size_t attune_rewrite_count(const attune_reading* reading);
ATTUNE_API attune_rewrite attune_rewrite_at(const attune_reading* reading, size_t index);

#ifdef __cplusplus
}
#endif

#endif
