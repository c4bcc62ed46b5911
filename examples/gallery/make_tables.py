"""Draws up the tables of the gallery by a rule: runs.csv (14 models on 4 benchmarks) and samples.csv (600 samples)."""

from __future__ import annotations

import csv
import datetime as dt
import math
import random
from pathlib import Path

HERE = Path(__file__).parent
LABS = {"Aster": 0.0, "Boreal": 0.35, "Cobalt": -0.3, "Dune": -0.1}
BENCHMARKS = {"algebra": 0.6, "coding": 0.2, "reading": 1.3, "tools": -0.5}
TOPICS = {"logic": 2.1, "planning": 4.3, "recall": 5.6, "writing": 7.4}
OUTCOMES = ("passed", "failed", "stopped")


def share(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def models(rule: random.Random) -> list[dict[str, object]]:
    """Models of four labs: each stronger and dearer than the one before, more or less."""
    made = []
    for lab, edge in LABS.items():
        for version in range(1, 5 if lab in ("Aster", "Boreal") else 4):
            months = 7 * (version - 1) + rule.randrange(5)
            day = dt.date(2024, 1, 10) + dt.timedelta(days=30 * months + rule.randrange(20))
            size = round(4 * 2.6**version * math.exp(rule.gauss(0, 0.35)))
            strength = -1.5 + 0.075 * months + edge + 0.25 * math.log(size / 20)
            made.append({"model": f"{lab}-{version}", "lab": lab, "released": day, "size": size, "strength": strength})
    return made


def runs(rule: random.Random) -> list[dict[str, object]]:
    """The score of each model on each benchmark, with its interval, its cost in dollars and its time in minutes."""
    rows = []
    for model in models(rule):
        for benchmark, ease in BENCHMARKS.items():
            score = share(float(model["strength"]) + ease + rule.gauss(0, 0.25))  # type: ignore[arg-type]
            error = math.sqrt(score * (1 - score) / 150)
            cost = float(model["size"]) ** 0.8 * math.exp(rule.gauss(-1, 0.3))  # type: ignore[arg-type]
            rows.append(
                {
                    **{k: v for k, v in model.items() if k != "strength"},
                    "benchmark": benchmark,
                    "score": round(score, 3),
                    "low": round(max(0, score - 1.96 * error), 3),
                    "high": round(min(1, score + 1.96 * error), 3),
                    "cost": round(cost, 2),
                    "minutes": round(3 + 0.9 * cost + rule.gauss(0, 2.5), 1),
                }
            )
    return rows


def samples(rule: random.Random, number: int) -> list[dict[str, object]]:
    """Samples of four topics: how hard they are, what they took, and how they ended."""
    rows = []
    for i in range(number):
        topic = rule.choice(list(TOPICS))
        hard = min(10.0, max(0.0, rule.gauss(TOPICS[topic], 1.5)))
        turns = 1 + min(29, int(rule.expovariate(1 / (2 + hard))))
        tokens = round(math.exp(rule.gauss(5.2 + 0.22 * hard + 0.05 * turns, 0.55)))
        score = min(1.0, max(0.0, share(2.6 - 0.55 * hard + rule.gauss(0, 0.9))))
        outcome = OUTCOMES[2] if turns > 20 or rule.random() < 0.03 else OUTCOMES[score < 0.5]
        day = dt.date(2025, 3, 1) + dt.timedelta(days=int(rule.triangular(0, 60, 42)))
        rows.append(
            {
                "id": i + 1,
                "day": day,
                "topic": topic,
                "difficulty": round(hard, 2),
                "turns": turns,
                "tokens": tokens,
                "seconds": round(tokens / 60 * math.exp(rule.gauss(0, 0.25)), 1),
                "score": round(score, 3),
                "outcome": outcome,
            }
        )
    return rows


def write(name: str, rows: list[dict[str, object]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    write("runs.csv", runs(random.Random(3)))
    write("samples.csv", samples(random.Random(5), 600))


if __name__ == "__main__":
    main()
