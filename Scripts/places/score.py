#!/usr/bin/env python3
"""Counts the ads whose workplace is read as their location field says.

    score.py PLACES BLIND ADS...   # PLACES: what Scripts/places/main.swift wrote for ADS
                                   # BLIND: the same for ADS that say nothing in a location field

The truth of a field such as “US, IL, Chicago” or “Chicago, IL” is told by its codes and its town; what
they do not tell was read by hand (HAND). Fields that name no town do not count.
"""
import json, re, sys, unicodedata
from collections import Counter

# Countries whose second column is an ISO 3166-2 code.
CODED = {"US", "CA", "AU", "DE", "ES"}
STATES = {"VA": "US-VA", "IL": "US-IL", "CA": "US-CA", "NY": "US-NY", "D.C.": "US-DC",
          "New York": "US-NY", "Ontario": "CA-ON"}
COUNTRIES = {"UK": "GB", "India": "IN", "Germany": "DE", "South Korea": "KR", "Australia": "AU"}
# Other names of the same town, folded.
SAME = {"goteborg": "gothenburg", "munchen": "munich", "milano": "milan", "ny": "new york city",
        "nyc": "new york city", "new york": "new york city", "bangalore": "bengaluru",
        "new york city metro area": "new york city", "new york metro": None,
        "st paul": "saint paul", "st louis": "st louis", "mt pocono": "mount pocono",
        "linthicum heights": "linthicum", "east nashville": "nashville",
        "allendale charter township": "allendale", "taguig city": "taguig", "athena": "athens",
        "wel": "wellington", "danville area": "danville", "western queens": "western queens",
        "dublin": "dublin", "newyork": "new york city", "raliegh": "raleigh",
        "sacremento": "sacramento", "cape girardo": "cape girardeau", "stocton": "stockton",
        "abudhabi": "abu dhabi", "hazelcrest": "hazel crest", "nasrcity": "nasr city",
        "rtp": "research triangle park", "st cloud": "saint cloud", "fort collins denver": "denver",
        "huddersfield wakefield": "huddersfield", "harlan or ames": "harlan",
        "bakersfield mt poso": "bakersfield"}
# Read by hand: (town or None where it names none, state or None, country); None: it contradicts itself.
HAND = {
    "US, IN, 46259  ACTON": ("Acton", "US-IN", "US"), "US, NY, new": (None, "US-NY", "US"),
    "US, AL, califonia": None, "US, FL, Fort Worth": None, "US, NM, New York": None,
    "US, WI, St. Cloud": None, "CA, AB, Toronto": None, "GB, UKM, Stockholm, Sweden": None,
    "GB, ABE, Scotland": (None, "GB-SCT", "GB"), "PH, 00, Philippies": (None, None, "PH"),
    "DE, , Germany": (None, None, "DE"), "HK, , Hong Kong": (None, None, "HK"),
    "US, MA, New England": (None, "US-MA", "US"), "US, CA, California": (None, "US-CA", "US"),
    "US, NJ, USA Northeast": (None, "US-NJ", "US"), "US, PA, USA Northeast": (None, "US-PA", "US"),
    "US, WI, Western Wisconsin": (None, "US-WI", "US"),
    "US, CA, Orange County": ("Orange County", "US-CA", "US"),
    "US, , Stocton, CA": ("Stockton", "US-CA", "US"), "US, , Brooklyn, NY": ("Brooklyn", "US-NY", "US"),
    "US, , Brooklyn": ("Brooklyn", "US-NY", "US"), "US, , AUSTIN": ("Austin", "US-TX", "US"),
    "US, , San Diego": ("San Diego", "US-CA", "US"), "US, , San Jose": ("San Jose", "US-CA", "US"),
    "US, , St. Petersburg": ("St. Petersburg", "US-FL", "US"), "US, , Waco": ("Waco", "US-TX", "US"),
    "US, , Oshkosh": ("Oshkosh", "US-WI", "US"), "US, , chicago": ("Chicago", "US-IL", "US"),
    "EG, C, Cairo, Nasr City": ("Cairo", None, "EG"), "GR, I, Acharnai, Athens": ("Athens", None, "GR"),
    "GR, I, Neo Iraklio, Athens": ("Athens", None, "GR"), "SA, 01, Riyadh, Olaya": ("Riyadh", None, "SA"),
    "SA, 01, Murabba Riyadh": ("Riyadh", None, "SA"), "Gotland": (None, "SE-I", "SE"),
    "Berlin, Berlin, Germany": ("Berlin", "DE-BE", "DE"),
}


def fold(name):
    name = unicodedata.normalize("NFD", name.lower())
    name = "".join(c for c in name if not unicodedata.combining(c))
    name = " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"[.'’]", "", name)).split())
    return SAME.get(name, name)


def truth(location, country):
    """The town, state and country that the field names; `None` where it names no town."""
    if location in HAND:
        return HAND[location] if HAND[location] and HAND[location][0] else None
    columns = re.fullmatch(r"([A-Z]{2}), ?([A-Z0-9]{0,3}), *(\S.*)", location)
    if columns:
        code, state, town = columns.groups()
        town = re.sub(r"[ ,]+(%s)$" % state, "", town) if state else town
        if re.fullmatch(r"[0-9]{5}", town) or town.count(",") > 1 or fold(town) is None:
            return None
        town = town.replace(", CA / ", " / ").split(", ")[0]
        return town, f"{code}-{state}" if state and code in CODED else None, code
    if ";" in location or "|" in location or location.startswith("Remote"):
        return None
    town, _, outer = location.replace(" (HQ)", "").partition(", ")
    if outer in STATES:
        return town, STATES[outer], STATES[outer][:2]
    if outer in COUNTRIES:
        return town, None, COUNTRIES[outer]
    return (town, None, country) if not outer and country == "SE" else None


def main():
    counts, misses, seen, blind = Counter(), Counter(), set(), Counter()
    ads = (json.loads(line) for file in sys.argv[3:] for line in open(file, encoding="utf-8"))
    places, texts = (open(file, encoding="utf-8") for file in sys.argv[1:3])
    for ad, line, text in zip(ads, places, texts, strict=True):
        location = (ad["location"] or "").strip()
        expected = location and truth(location, ad["country"])
        if not expected:
            continue
        town, state, country = expected
        counts["ads"] += 1
        seen.add(location)
        sure = [p["sure"] for p in json.loads(text)["workplaces"] if p["sure"]]
        here = [p for p in sure if p[-1] == country]
        blind["elsewhere" if len(here) < len(sure) or any(state and len(p) > 1 and state not in p
                                                          for p in here)
              else "nowhere" if not here
              else "there" if any(state is None or state in p for p in here)
              else "the country"] += 1
        paths = [place["path"] for place in json.loads(line)["workplaces"]]
        levels = [p for p in paths if p[-1] == country and (state is None or state in p)]
        whole = [p for p in levels if fold(town) in [fold(part) for part in p]]
        counts["jurisdiction"] += bool(levels)
        counts["town"] += bool(whole)
        if not whole:
            misses[location, " + ".join("/".join(p) for p in paths) or "-", bool(levels)] += 1
        others = [p for p in paths if p not in levels]
        counts["elsewhere"] += bool(others)
        for path in others:
            misses[location, "also " + "/".join(path), True] += 1
    n = counts["ads"]
    print(f"{n} ads whose location names a town, in {len(seen)} spellings")
    for what, key in [("state and country right", "jurisdiction"), ("town right, too", "town")]:
        print(f"  {what}: {counts[key]} ({counts[key] / n:.1%})")
    print(f"  a workplace elsewhere besides: {counts['elsewhere']} ({counts['elsewhere'] / n:.1%})")
    print("told beyond doubt by the text alone:",
          ", ".join(f"{what} {blind[what]} ({blind[what] / n:.1%})"
                    for what in ["there", "the country", "nowhere", "elsewhere"]))
    print("\n| location | read as | ads | state and country |\n|---|---|---|---|")
    for (location, path, isRight), count in sorted(misses.items()):
        print(f"| {location} | {path} | {count} | {'right' if isRight else '**wrong**'} |")


main()
