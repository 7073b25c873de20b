// SPDX-License-Identifier: MIT
/* What misses the person in a reply, and what one could say instead.
 *
 *   cc example.c $(pkg-config --cflags --libs attune) -o example */
#include <attune/attune.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    const char *statement = "I got demoted today.";
    const char *reply = "At least you still have a job.";
    char *error = NULL;
    attune_coach *coach = attune_coach_new(NULL, &error);
    if (coach == NULL) {
        fprintf(stderr, "%s\n", error);
        attune_text_free(error);
        return 2;
    }
    attune_reading *reading = attune_read_and_rewrite(coach, statement, reply, 3);
    if (reading == NULL) return 2;
    int minimizing = 0;
    for (size_t i = 0; i < attune_finding_count(reading); ++i) {
        const attune_finding finding = attune_finding_at(reading, i);
        printf("%s: \"%.*s\": %s\n", finding.pattern, (int)(finding.end - finding.begin), reply + finding.begin,
               finding.why);
        minimizing |= strcmp(finding.pattern, "minimizing") == 0;
    }
    for (size_t i = 0; i < attune_rewrite_count(reading); ++i)
        printf("you could say: %s\n", attune_rewrite_at(reading, i).text);
    printf("attune %s, score %d, level %d\n", attune_version(), attune_score(reading), attune_level(reading));
    const int as_expected = minimizing && attune_rewrite_count(reading) > 0 && !attune_mentions_risk(reading) &&
                            attune_finding_at(reading, 999).end == 0;
    attune_reading_free(reading);
    attune_coach_free(coach);
    return as_expected ? 0 : 1;
}
