"""People of the sample city, found in its own lists and truth: nothing personal stands in a test."""

import csv


def truth(site):
    with open(site.lists / "truth" / "persons.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def somebody(site, wanted):
    """The first invented person for whom `wanted` holds."""
    return next(person for person in truth(site) if wanted(person))


def registered(person):
    return person["alive"] == "true" and person["resident"] == "true"
