"""The FEBRL sets by Splink: the competitor of `sigap link`, run as a program of its own.

    python Benchmarks/splink_febrl.py FILE... --out DIR [--number] [--thresholds P ...]

One file is searched for duplicates. Two files hold each person once and are linked to each other.
Writes links-P.csv for every threshold P, and stages.json. The model began as the FEBRL examples in
Splink's documentation; names, addresses and blocking go further than those.
"""

import argparse
from pathlib import Path

import duckdb
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import Linker, SettingsCreator, block_on

from competitor import SEED, Stages, database, quiet, save_links

THRESHOLDS = [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999]
COLUMNS = [
    "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state",
    "date_of_birth", "soc_sec_id",
]  # fmt: skip
BLOCKING = [
    block_on("date_of_birth"),
    block_on("first_word", "second_word"),
    block_on("surname", "postcode"),
    block_on("given_name", "postcode"),
    block_on("surname", "street_number"),
    block_on("given_name", "street_number"),
    block_on("suburb", "street_number"),
    block_on("postcode", "street_number"),
    block_on("address_1"),
    block_on("address_2", "suburb"),
    block_on("address_2", "postcode"),
    block_on("given_name", "substr(date_of_birth, 1, 6)"),
    block_on("surname", "substr(date_of_birth, 1, 6)"),
    block_on("given_name", "substr(date_of_birth, 5, 4)"),
    block_on("surname", "substr(date_of_birth, 5, 4)"),
    block_on("substr(given_name, 1, 3)", "substr(surname, 1, 3)"),
    block_on("substr(address_1, 1, 6)", "postcode"),
    block_on("substr(address_1, 1, 6)", "suburb"),
]


def read(connection, path):
    """One file as a table. Numbers of records count the headings, as ours do.

    Clerks swap the two words of a name, so blocking also has them in the order of the alphabet.
    """
    columns = ", ".join(f"nullif(trim({column}), '') AS {column}" for column in COLUMNS)
    connection.execute(
        f"""CREATE TABLE {path.stem} AS SELECT
            *, least(given_name, surname) AS first_word, greatest(given_name, surname) AS second_word,
            given_name || ' ' || surname AS full_name
        FROM (
            SELECT '{path.stem}' AS source_dataset, row_number() OVER () + 1 AS row_id, row_id AS unique_id,
                {columns}
            FROM read_csv('{path}', all_varchar = true, header = true, parallel = false)
        )"""
    )
    return path.stem


def both_names():
    """Given name and surname in one comparison, because they are swapped, and depend on each other."""

    def alike(left, right, least):
        return f"jaro_winkler_similarity({left}_l, {right}_r) >= {least}"

    def both(least):
        return f"{alike('given_name', 'given_name', least)} AND {alike('surname', 'surname', least)}"

    def crossed(least):
        return f"{alike('given_name', 'surname', least)} AND {alike('surname', 'given_name', least)}"

    return comparisons.CustomComparison(
        output_column_name="name",
        comparison_levels=[
            levels.CustomLevel(
                "(given_name_l IS NULL AND surname_l IS NULL) OR (given_name_r IS NULL AND surname_r IS NULL)"
            ).configure(is_null_level=True),
            levels.ExactMatchLevel("full_name", term_frequency_adjustments=True),
            levels.CustomLevel(both(0.88)),
            levels.CustomLevel(crossed(0.88)),
            levels.CustomLevel("surname_l = surname_r").configure(tf_adjustment_column="surname"),
            levels.CustomLevel("given_name_l = given_name_r").configure(tf_adjustment_column="given_name"),
            levels.CustomLevel("given_name_l = surname_r OR surname_l = given_name_r"),
            levels.CustomLevel(both(0.7)),
            levels.CustomLevel(
                f"{alike('given_name', 'given_name', 0.85)} OR {alike('surname', 'surname', 0.85)}"
            ),
            levels.ElseLevel(),
        ],
    )


def birth():
    """Digits are mistyped one at a time, or swapped."""
    return comparisons.CustomComparison(
        output_column_name="date_of_birth",
        comparison_levels=[
            levels.NullLevel("date_of_birth"),
            levels.ExactMatchLevel("date_of_birth"),
            levels.DamerauLevenshteinLevel("date_of_birth", 1),
            levels.DamerauLevenshteinLevel("date_of_birth", 2),
            levels.ElseLevel(),
        ],
    )


def place(column, other):
    """A line of an address that may stand in the other line."""
    return comparisons.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.NullLevel(column),
            levels.ExactMatchLevel(column, term_frequency_adjustments=True),
            levels.JaroWinklerLevel(column, 0.9),
            levels.CustomLevel(f"{column}_l = {other}_r OR {other}_l = {column}_r"),
            levels.JaroWinklerLevel(column, 0.75),
            levels.ElseLevel(),
        ],
    )


def digits(column):
    return comparisons.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.NullLevel(column),
            levels.ExactMatchLevel(column, term_frequency_adjustments=True),
            levels.DamerauLevenshteinLevel(column, 1),
            levels.DamerauLevenshteinLevel(column, 2),
            levels.ElseLevel(),
        ],
    )


def settings(link_type, with_number):
    number = [digits("soc_sec_id")] if with_number else []
    return SettingsCreator(
        link_type=link_type,
        comparisons=[
            both_names(),
            birth(),
            place("address_1", "address_2"),
            place("address_2", "address_1"),
            place("suburb", "address_2"),
            digits("postcode"),
            digits("street_number"),
            comparisons.ExactMatch("state").configure(term_frequency_adjustments=True),
            *number,
        ],
        blocking_rules_to_generate_predictions=BLOCKING + ([block_on("soc_sec_id")] if with_number else []),
        em_convergence=0.0001,
        max_iterations=50,
        additional_columns_to_retain=["row_id"],
        retain_matching_columns=False,
    )


def train(linker):
    """m from blocks that leave every comparison free at least twice."""
    linker.training.estimate_probability_two_random_records_match(
        [
            block_on("first_word", "second_word", "date_of_birth"),
            block_on("first_word", "second_word", "postcode"),
            block_on("date_of_birth", "postcode"),
            block_on("address_1", "postcode"),
        ],
        recall=0.95,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=SEED)
    for columns in (["date_of_birth"], ["postcode", "street_number"], ["first_word", "second_word"]):
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(*columns), estimate_without_term_frequencies=False
        )


def cluster(linker, predictions, names, threshold):
    if len(names) == 1:
        return linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
    return linker.clustering.cluster_using_single_best_links(predictions, names, threshold)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--number", action="store_true", help="use soc_sec_id")
    parser.add_argument("--thresholds", type=float, nargs="+", default=THRESHOLDS)
    asked = parser.parse_args()
    quiet()
    asked.out.mkdir(parents=True, exist_ok=True)
    stages, connection = Stages(), duckdb.connect()
    splink_database = database(connection)
    with stages.stage("clean"):
        names = [read(connection, path) for path in asked.files]
        tables = [splink_database.register(name) for name in names]
    with stages.stage("train"):
        link_type = "dedupe_only" if len(names) == 1 else "link_only"
        linker = Linker(tables, settings(link_type, asked.number))
        train(linker)
    with stages.stage("predict"):
        predictions = linker.inference.predict(threshold_match_probability=min(asked.thresholds))
    for threshold in asked.thresholds:
        with stages.stage(f"cluster-{threshold}"):
            clusters = cluster(linker, predictions, names, threshold)
            save_links(clusters, connection, asked.out / f"links-{threshold}.csv")
    stages.save(asked.out / "stages.json")


if __name__ == "__main__":
    main()
