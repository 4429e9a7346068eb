"""Ads to measure on."""

import itertools
import json
import random
import re
from pathlib import Path

import phrases

TEXTS = ("description", "text", "body")
GAPS = {
    name: [choice.strip() for choice in re.split(r"[|\n]", choices)]
    for name, choices in phrases.GAPS.items()
}


def read(path):
    """The ads of an NDJSON file."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def words(ad):
    """What a person reads of an ad: its title and its text."""
    return "\n".join(ad.get(name) or "" for name in ("title", *TEXTS)).replace("\0", " ")


def made(megabytes, seed=1):
    """Ads made by chance, the same for the same seed, so many megabytes of NDJSON."""
    chance = random.Random(seed)
    size = 0
    for number in itertools.count():
        ad = _ad(chance, number)
        size += len(json.dumps(ad, ensure_ascii=False).encode()) + 1
        yield ad
        if size >= megabytes * 1e6:
            return


def _ad(chance, number):
    firm = chance.choice(GAPS["firm"])
    domain = firm.split()[0].lower() + ".example.org"

    def fill(sentence):
        filled = re.sub(
            r"\{(\w+)\}",
            lambda gap: domain if gap[1] == "domain" else chance.choice(GAPS[gap[1]]),
            sentence,
        )
        return re.sub(r"\b([Aa])n? (?=[aeiouAEIOU])", r"\1n ", re.sub(r"\ban (?![aeiou])", "a ", filled))

    def some(sentences, least, most):
        return [fill(one) for one in chance.sample(sentences, chance.randint(least, most))]

    def listed(items):
        return "\n".join(f"- {item}" for item in items)

    offers = some(phrases.OFFERS, 2, 5) + some(phrases.FAULTS, 0, 2)
    chance.shuffle(offers)
    parts = [
        " ".join(some(phrases.OPENINGS, 2, 4)),
        "What you will do\n" + listed(some(phrases.DUTIES, 3, 8)),
        "What we ask for\n" + listed(some(phrases.NEEDS, 2, 7)),
        " ".join(offers),
        " ".join(some(phrases.CLOSINGS, 1, 4)),
    ]
    role, town = chance.choice(GAPS["role"]), chance.choice(GAPS["town"])
    return {
        "id": f"made-{number}",
        "title": chance.choice([role, f"{role} - {town}", f"{role} ({town})", role.upper()]),
        "company": firm,
        "location": town,
        "salary": fill("{pay}") if chance.random() < 0.5 else "",
        "description": "\n\n".join(parts),
    }


def write(ads, path):
    """Writes ads as NDJSON, and gives the number of bytes."""
    with open(path, "w", encoding="utf-8") as file:
        for ad in ads:
            file.write(json.dumps(ad, ensure_ascii=False) + "\n")
    return Path(path).stat().st_size


def first(ads, size):
    """The first ads, `size` bytes of NDJSON or one ad more."""
    taken = []
    for ad in ads:
        taken.append(ad)
        size -= len(json.dumps(ad, ensure_ascii=False).encode()) + 1
        if size <= 0:
            break
    return taken
