"""The invented city by Splink: the competitor of `sigap process`, run as a program of its own.

    python Benchmarks/splink_city.py LISTS --out DIR [--ways METHOD:P ...]

Writes links-METHOD-P.csv for every way of clustering asked for at threshold P, and stages.json with the
time of each stage. METHOD is `components` (connected components), or the lists that hold a person once,
for Splink's single best links: `registry` (the civil registry), `official` (registry, DTSEN, PKH) or
`all`; each with `-by-weight` behind it ranks links by weight, see rank_by_weight. The registry alone is
best: every other list has some people twice.
"""

import argparse
from math import log2
from pathlib import Path

import duckdb
import splink.comparison_level_library as levels
from splink import Linker, SettingsCreator, block_on
from splink.comparison_library import CustomComparison, ExactMatch

import city_lists
from competitor import SEED, Stages, database, quiet, save_links

ONCE = {
    "registry": ["dukcapil"],
    "official": ["dukcapil", "dtsen", "pkh"],
    "all": [name.replace("-", "_") for name in city_lists.LISTS],
}
BY_WEIGHT = "-by-weight"
FLATTENED = 8
ROWS_PER_PIECE = 1_000_000
WAYS = ["components:0.95", "registry:0.95", "registry-by-weight:0.95"]
BLOCKING = [
    block_on("nik"),
    block_on("birth_parts", "first_word"),
    block_on("birth_parts", "last_word"),
    block_on("name_sorted", "birth_year"),
    block_on("name_sorted", "village"),
    block_on("name_sorted", "birth_month", "birth_day"),
    block_on("birth", "substr(name, 1, 3)"),
    block_on("birth", "village"),
    block_on("birth", "mother"),
    block_on("phone"),
    block_on("plate"),
    block_on("nik_head"),
    block_on("nik_tail"),
    block_on("nik_birth", "substr(name, 1, 2)"),
    block_on("family_card", "birth_year"),
    block_on("family_card", "first_word"),
    block_on("mother", "name_sorted"),
    block_on("street", "rt", "rw", "first_word"),
]


def identity():
    """NIK, and whether the birth date coded in it is that of the row: a borrowed NIK betrays itself.

    One slip leaves one half of the number whole, which is much cheaper to see than a distance.
    """
    equal = "nik_l = nik_r"
    half = "(nik_l[:8] = nik_r[:8] OR nik_l[-8:] = nik_r[-8:])"
    return comparison(
        "nik",
        levels.NullLevel("nik"),
        levels.CustomLevel(f"{equal} AND nik_fits_l AND nik_fits_r"),
        levels.CustomLevel(f"{equal} AND coalesce(nik_fits_l, true) AND coalesce(nik_fits_r, true)"),
        levels.CustomLevel(equal),
        rare("nik_head_l = nik_head_r AND (nik_l[16] = '0' OR nik_r[16] = '0')", 1e-7),
        rare("nik_birth_l = nik_birth_r AND damerau_levenshtein(nik_l, nik_r) = 1", 4e-7),
        rare(f"{half} AND damerau_levenshtein(nik_l, nik_r) = 1", 1e-8),
        rare("nik_birth_l = nik_birth_r", 3e-6),
        levels.ElseLevel(),
    )


def name():
    """From the same words in any order, over words left out or cut to a letter, to a shared word."""
    within = "list_has_all(words_l, full_words_r) OR list_has_all(words_r, full_words_l)"
    end = "(name_l[:3] = name_r[:3] OR name_l[-3:] = name_r[-3:]) AND abs(length(name_l) - length(name_r)) < 2"
    return comparison(
        "name",
        levels.NullLevel("name"),
        levels.ExactMatchLevel("name_sorted", term_frequency_adjustments=True),
        levels.CustomLevel("name_joined_l = name_joined_r"),
        levels.CustomLevel(f"length(name_l) > 6 AND {end} AND damerau_levenshtein(name_l, name_r) = 1"),
        levels.CustomLevel(f"least(len(full_words_l), len(full_words_r)) > 1 AND ({within})"),
        levels.CustomLevel(f"least(len(full_words_l), len(full_words_r)) = 1 AND ({within})"),
        levels.JaroWinklerLevel("name", 0.93),
        levels.JaroWinklerLevel("name_joined", 0.86),
        levels.CustomLevel("list_has_any(full_words_l, full_words_r)"),
        levels.ElseLevel(),
    )


def birth():
    """Swapped day and month, the first of January for an unknown day, one part mistyped."""
    year, month, day = (f"birth_{part}_l = birth_{part}_r" for part in ("year", "month", "day"))
    return comparison(
        "birth",
        levels.NullLevel("birth"),
        levels.ExactMatchLevel("birth", term_frequency_adjustments=True),
        levels.CustomLevel("birth_parts_l = birth_parts_r"),
        levels.CustomLevel(f"{year} AND (birth_l[6:] = '01-01' OR birth_r[6:] = '01-01')"),
        levels.CustomLevel(f"{year} AND ({month} OR {day})"),
        levels.CustomLevel(
            f"{month} AND {day} AND abs(CAST(birth_year_l AS INTEGER) - CAST(birth_year_r AS INTEGER)) IN (1, 10)"
        ),
        levels.CustomLevel(f"{month} AND {day}"),
        levels.CustomLevel(year),
        levels.ElseLevel(),
    )


def mother():
    within = "list_has_all(mother_words_l, mother_words_r) OR list_has_all(mother_words_r, mother_words_l)"
    return comparison(
        "mother",
        levels.NullLevel("mother"),
        levels.ExactMatchLevel("mother", term_frequency_adjustments=True),
        levels.JaroWinklerLevel("mother", 0.93),
        levels.CustomLevel(within),
        levels.ElseLevel(),
    )


def address():
    """Households share an address, and villages hold thousands: finer is stronger."""
    block = "village_l = village_r AND rt_l = rt_r AND rw_l = rw_r"
    return comparison(
        "address",
        levels.CustomLevel(
            "(village_l IS NULL OR village_r IS NULL) AND (street_l IS NULL OR street_r IS NULL)"
        ).configure(is_null_level=True),
        levels.CustomLevel("street_l = street_r AND rt_l = rt_r AND rw_l = rw_r"),
        levels.CustomLevel("street_l = street_r AND village_l = village_r"),
        levels.CustomLevel(block),
        levels.CustomLevel("street_l = street_r"),
        levels.CustomLevel("village_l = village_r").configure(tf_adjustment_column="village"),
        levels.ElseLevel(),
    )


def rare(condition, chance):
    """A level so rare among strangers that a sample seldom holds one; its u is reckoned instead."""
    return levels.CustomLevel(condition).configure(u_probability=chance, fix_u_probability=True)


def comparison(column, *choices):
    return CustomComparison(output_column_name=column, comparison_levels=list(choices))


def settings():
    return SettingsCreator(
        link_type="link_and_dedupe",
        comparisons=[
            identity(),
            name(),
            birth(),
            mother(),
            address(),
            ExactMatch("phone"),
            ExactMatch("sex"),
            ExactMatch("family_card"),
            ExactMatch("plate"),
            ExactMatch("birth_place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=BLOCKING,
        additional_columns_to_retain=["row_id"],
        retain_matching_columns=False,
        max_iterations=30,
    )


def train(linker):
    """m from three kinds of blocks, so that every comparison is free in at least two."""
    linker.training.estimate_probability_two_random_records_match(
        [block_on("nik", "first_word"), block_on("name_sorted", "birth"), block_on("phone", "first_word")],
        recall=0.95,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for columns in (["nik"], ["birth", "first_word"], ["name_sorted", "village"]):
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(*columns), estimate_without_term_frequencies=True, max_pairs=2e6
        )


def rank_by_weight(connection, splink_database, predictions):
    """The same pairs with probabilities flat enough to tell the best link from the second best.

    Splink's best links go by probability, and above a weight of 53 every probability rounds to 1:
    twins in one household tie with the person himself. This keeps the order of the weights.
    """
    connection.execute(
        f"""CREATE TABLE ranked AS SELECT source_dataset_l, source_dataset_r, unique_id_l, unique_id_r,
            1 / (1 + 2 ** (-match_weight / {FLATTENED})) AS match_probability
        FROM {predictions.physical_name}"""
    )
    return splink_database.register("ranked", dataset_display_name="ranked_pairs")


def cluster(linker, predictions, ranked, way):
    method, threshold = way.split(":")
    lists, threshold = method.removesuffix(BY_WEIGHT), float(threshold)
    if method == "components":
        return linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
    if lists != method:
        weight = log2(threshold / (1 - threshold))
        predictions, threshold = ranked, 1 / (1 + 2 ** (-weight / FLATTENED))
    # DuckDB 2.0 joins all rows with all others for nine lists, unless it keeps Splink's order of joins.
    linker._db_api.duckdb_con.execute("SET disabled_optimizers = 'join_order'")
    clusters = linker.clustering.cluster_using_single_best_links(predictions, ONCE[lists], threshold)
    linker._db_api.duckdb_con.execute("SET disabled_optimizers = ''")
    return clusters


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lists", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--ways", nargs="+", default=WAYS)
    asked = parser.parse_args()
    quiet()
    asked.out.mkdir(parents=True, exist_ok=True)
    stages, connection = Stages(), duckdb.connect()
    splink_database = database(connection)
    with stages.stage("clean"):
        city_lists.load(connection, asked.lists)
    with stages.stage("train"):
        tables = [register(connection, splink_database, name) for name in ONCE["all"]]
        linker = Linker(tables, settings())
        train(linker)
    with stages.stage("predict"):
        least = min(float(way.split(":")[1]) for way in asked.ways)
        # Pairs take most of the memory; in pieces they take less of it and a little more time.
        pieces = max(1, count(connection, "city") // ROWS_PER_PIECE)
        predictions = linker.inference.predict(least, num_chunks_left=1, num_chunks_right=pieces)
        ranked = rank_by_weight(connection, splink_database, predictions)
    for way in asked.ways:
        with stages.stage(f"cluster {way}"):
            clusters = cluster(linker, predictions, ranked, way)
            save_links(clusters, connection, asked.out / f"links-{way.replace(':', '-')}.csv")
    rows, pairs = (count(connection, table) for table in ("city", predictions.physical_name))
    stages.save(asked.out / "stages.json", rows=rows, pairs=pairs)


def count(connection, table):
    return connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]


def register(connection, splink_database, name):
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM city WHERE source_dataset = '{name}'")
    return splink_database.register(name, dataset_display_name=f"list_{name}")


if __name__ == "__main__":
    main()
