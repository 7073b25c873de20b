#!/usr/bin/env python3
"""check_risk.py BINARY: prints how many mentions of risk and how many look-alikes are carded, as a statement and as a reply.

Fails when fewer than 98 of 100 mentions or more than 10 of 100 look-alikes are.
"""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LEAST_RECALL = 0.98
MOST_LOOKALIKES = 0.10


def carded(binary, texts, role):
    """For each text, whether the card is shown where it stands as `role`, next to a harmless other half."""
    harmless = {"statement": "I had a long day.", "reply": "I hear you."}
    lines = "".join(json.dumps({"id": str(number), **harmless, role: text}) + "\n" for number, text in enumerate(texts))
    run = subprocess.run([binary, "check", "--input", "jsonl", "--format", "jsonl", "--no-rewrites", "-"],
                         input=lines.encode(), capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    answers = [json.loads(line) for line in run.stdout.decode().splitlines()]
    if len(answers) != len(texts):
        sys.exit(f"{len(texts)} texts, {len(answers)} answers")
    return [bool(answer.get("risk") or answer["statement"].get("risk")) for answer in answers]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    right = True
    for name in ("mentions", "lookalikes"):
        rows = [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for role in ("statement", "reply"):
            found = carded(sys.argv[1], [row["text"] for row in rows], role)
            share = sum(found) / len(found)
            print(f"{name} as a {role}: {sum(found)} of {len(found)} carded ({share:.3f})")
            holds = share >= LEAST_RECALL if name == "mentions" else share <= MOST_LOOKALIKES
            if not holds:
                right = False
                for row, hit in zip(rows, found):
                    if hit == (name == "lookalikes"):
                        print(f"  {row['id']}: {row['text']}")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
