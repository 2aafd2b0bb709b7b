"""The nine lists of an invented city as one clean table in DuckDB: what a careful engineer does
before any linking tool sees a row.

Numbers of records count everything in the file from 1, titles and blank rows too, as ours do.
"""

import datetime
import re

import pyarrow
from python_calamine import CalamineWorkbook

# Heading of each field in each list. Fields that only one list has cannot be compared.
LISTS = {
    "dukcapil": {
        "nik": "NIK", "family_card": "NO_KK", "name": "NAMA_LGKP", "mother": "NAMA_LGKP_IBU",
        "birth": "TGL_LHR", "birth_place": "TMPT_LHR", "sex": "JENIS_KLMIN", "street": "ALAMAT",
        "rt": "NO_RT", "rw": "NO_RW", "village": "NAMA_KEL",
    },
    "dtsen": {
        "nik": "NIK", "family_card": "No KK", "name": "Nama", "mother": "Ibu Kandung", "birth": "Tgl Lahir",
        "street": "Alamat", "rt_rw": "RT/RW", "village": "Kelurahan",
    },
    "pkh": {
        "nik": "NIK", "family_card": "No. KK", "name": "Nama Pengurus", "mother": "Nama Ibu Kandung",
        "birth": "Tgl Lahir", "street": "Alamat", "rt": "RT", "rw": "RW", "village": "Kelurahan",
    },
    "diskopukm": {
        "nik": "NIK", "name": "Nama Pemilik", "birth_place_date": "Tempat/Tgl Lahir", "sex": "L/P",
        "street": "Alamat", "village": "Kelurahan", "phone": "No. Telp",
    },
    "organda": {
        "nik": "NIK", "name": "Nama Sopir", "birth": "Tanggal Lahir", "full_address": "Alamat",
        "phone": "No HP", "plate": "No. Polisi",
    },
    "dishub-ojek": {
        "nik": "No. KTP", "name": "Nama Lengkap", "birth": "Tgl. Lahir", "full_address": "Alamat",
        "phone": "No. HP", "plate": "No. Polisi",
    },
    "aplikator": {"nik": "NIK", "name": "Nama", "birth": "Tgl Lahir", "phone": "No HP"},
    "bpjs": {"nik": "NIK", "name": "Nama", "birth": "Tgl Lahir"},
    "kelurahan": {
        "nik": "NIK", "name": "Nama", "birth_place_date": "Tempat, Tgl Lahir", "full_address": "Alamat",
        "phone": "No HP",
    },
}  # fmt: skip
SEPARATORS = {"dukcapil": ";", "diskopukm": ";", "organda": ";", "kelurahan": ";", "bpjs": "|"}
ENCODINGS = {"dishub-ojek": "latin-1"}
FIELDS = [
    "nik", "family_card", "name", "mother", "birth", "birth_place", "birth_place_date", "sex", "street", "rt",
    "rw", "rt_rw", "village", "full_address", "phone", "plate",
]  # fmt: skip
MONTHS = "JANFEBMARAPRMEIJUNJULAGUSEPOKTNOVDES"
MEN = "H|BPK|BP|BAPAK|DRS|UST|IR"
WOMEN = "HJ|IBU|DRA|USTZ"
STREETS = (
    "JALAN|JLN|JL|GANG|GG|KAMPUNG|KP|KAMP|PERUMAHAN|PERUM|PRM|KOMPLEK|KOMPLEKS|KOMP|NOMOR|NO|BLOK|BLK"
)

# Spellings of one sound, and short forms of the commonest words, brought to one form.
WORDS = [
    (r"^M\b|\b(MOH|MOCH|MUH|MHD|MOHD|MOC?HAM+AD|MUC?HAM+[AE][DT]|MOHAM+ED)\b", "MUHAMAD"),
    (r"\bA[CK]?HM[AE]D\b|\bAKMAD\b", "AHMAD"),
    (r"\bABD\b|\bABDOUL\b", "ABDUL"),
    (r"^ST\b|\bCITI\b", "SITI"),
    (r"\bTB\b", "TUBAGUS"),
    (r"^R\b|\bRD\b", "RADEN"),
]
SOUNDS = [
    ("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("CH", "H"), ("KH", "H"), ("DH", "D"), ("TH", "T"), ("SY", "S"),
    ("SJ", "S"), ("SH", "S"), ("PH", "P"), ("GH", "G"), ("IY", "I"), ("V", "P"), ("F", "P"), ("Z", "J"),
    ("Q", "K"), ("Y", "I"), ("OO", "O"), ("O", "U"), ("EE", "I"), ("AE", "AI"), ("IE", "I"),
]  # fmt: skip


def load(connection, folder):
    """Leaves every row of the city in the table `city`, clean."""
    connection.execute(f"CREATE TABLE raw (source_dataset VARCHAR, row_id INTEGER, {columns('VARCHAR')})")
    for name in LISTS:
        read(connection, folder, name)
    clean(connection)


def columns(kind):
    return ", ".join(f'"{field}" {kind}' for field in FIELDS)


def read(connection, folder, name):
    """Adds one list to `raw`, its fields found by heading."""
    sheet, text = folder / f"{name}.xlsx", folder / f"{name}.csv"
    if sheet.exists():
        connection.register("sheet", sheet_cells(sheet, LISTS[name]["name"]))
        connection.execute("CREATE TEMP TABLE cells AS SELECT * FROM sheet")
        connection.unregister("sheet")
    else:
        text_cells(connection, text, name)
    heading_row, places = find_headings(connection, LISTS[name])
    chosen = ", ".join(f'c{places[field]} AS "{field}"' if field in places else "NULL" for field in FIELDS)
    connection.execute(
        f"""INSERT INTO raw SELECT '{name.replace("-", "_")}', row_id, {chosen} FROM cells
        WHERE row_id > {heading_row} AND trim(coalesce(c{places["name"]}, '')) NOT IN ('', '{LISTS[name]["name"]}')
        """
    )
    connection.execute("DROP TABLE cells")


def text_cells(connection, path, name):
    """All cells of a CSV file. Titles above the headings are as wide as the table, so are blank rows."""
    separator = SEPARATORS.get(name, ",")
    with open(path, encoding=ENCODINGS.get(name, "utf-8-sig")) as file:
        width = max(next(file).count(separator) for _ in range(6)) + 1
    kinds = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(width))
    connection.execute(
        f"""CREATE TEMP TABLE cells AS SELECT row_number() OVER () AS row_id, * FROM read_csv('{path}',
            auto_detect = false, header = false, columns = {{{kinds}}}, delim = '{separator}', quote = '"',
            escape = '"', encoding = '{ENCODINGS.get(name, "utf-8")}', null_padding = true, parallel = false)"""
    )


def sheet_cells(path, heading):
    """All cells of the sheet that holds the heading."""
    book = CalamineWorkbook.from_path(str(path))
    for sheet in book.sheet_names:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        if any(heading in row for row in rows[:10]):
            break
    width = max(len(row) for row in rows)
    cells = [[written(row[index]) if index < len(row) else None for row in rows] for index in range(width)]
    names = ["row_id"] + [f"c{index}" for index in range(width)]
    numbers = pyarrow.array(range(1, len(rows) + 1), pyarrow.int32())
    return pyarrow.table([numbers] + [pyarrow.array(cell, pyarrow.string()) for cell in cells], names)


def written(cell):
    """A cell of a sheet as text: no decimals behind whole numbers, dates as ISO 8601 has them."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.date):
        return cell.isoformat()[:10]
    return str(cell)


def find_headings(connection, headings):
    """Number of the record with the headings, and the column of each field."""
    for row_id, *cells in connection.execute("SELECT * FROM cells WHERE row_id <= 10 ORDER BY row_id").fetchall():
        cells = [re.sub("^\ufeff", "", (cell or "")).strip() for cell in cells]
        if headings["name"] in cells:
            return row_id, {field: cells.index(heading) for field, heading in headings.items()}
    raise ValueError(f"no headings among the first ten rows: {headings}")


def clean(connection):
    """From `raw` to `city`, step by step: each step is one table made of the one before."""
    spaced = "nullif(trim(regexp_replace(upper({0}), '[\\s\u00a0]+', ' ', 'g')), '') AS {0}"
    tidy = ", ".join(spaced.format(field) for field in FIELDS)
    step(connection, "tidy", f"SELECT source_dataset, row_id, {tidy} FROM raw")
    step(connection, "split", split_cells(), "tidy")
    step(connection, "parsed", parse_cells(), "split")
    name_keys(connection)
    villages(connection)
    connection.execute(f"CREATE TABLE city AS {finish()}")
    connection.execute("DROP TABLE parsed; DROP TABLE names; DROP TABLE villages")


def step(connection, name, query, before="raw"):
    """Makes a table and drops the one it was made of."""
    connection.execute(f"CREATE TABLE {name} AS {query}")
    connection.execute(f"DROP TABLE {before}")


def split_cells():
    """Cells that hold two things: place and date of birth, street and the rest of an address."""
    rest = r"^.*?\bRT[ .]*\d+ */? *,? *(?:RW)?[ .]*\d+[ ,]*"
    return f"""SELECT source_dataset, row_id, family_card, name, mother, sex, plate,
        regexp_replace(nik, '[ .''`’\u00a0-]', '', 'g') AS nik,
        coalesce(birth, regexp_extract(birth_place_date, '^(?:.*?(?:, ?| / ))?(.*)$', 1)) AS birth,
        coalesce(birth_place, nullif(regexp_extract(birth_place_date, '^(.*?)(?:, ?| / )', 1), '')) AS birth_place,
        coalesce(street, regexp_extract(full_address, '^(.*?),? *(?:\\bRT\\b|$)', 1)) AS street,
        try_cast(coalesce(rt, regexp_extract(rt_rw, '^(\\d+)', 1),
            regexp_extract(full_address, '\\bRT[ .]*(\\d+)', 1)) AS INTEGER) AS rt,
        try_cast(coalesce(rw, regexp_extract(rt_rw, '(\\d+)$', 1),
            regexp_extract(full_address, '\\bRT[ .]*\\d+ */? *,? *(?:RW)?[ .]*(\\d+)', 1)) AS INTEGER) AS rw,
        coalesce(village, nullif(regexp_extract(
            regexp_replace(full_address, '{rest}', ''), '^(?:KEL[. ]+)?(.*?)(?:,| KEC\\b|$)', 1), '')) AS village,
        regexp_replace(phone, '[^0-9]', '', 'g') AS phone
        FROM tidy"""


def parse_cells():
    """Numbers, dates and names in one form each; what cannot be one is left out."""
    return f"""SELECT source_dataset, row_id, birth_place, rt, rw, village, plate, mother AS raw_mother,
        CASE WHEN nik LIKE '%E+%' THEN NULL WHEN length(digits) BETWEEN 14 AND 17 THEN digits END AS nik,
        CASE WHEN length(card) = 16 THEN card END AS family_card,
        CASE WHEN length(regexp_replace(phone, '^(0|62)+', '')) BETWEEN 8 AND 13
            THEN regexp_replace(phone, '^(0|62)+', '') END AS phone,
        {birth()} AS birth,
        CASE WHEN sex[1] = 'L' OR (sex IS NULL AND regexp_matches(name, '^({MEN})[. ]')) THEN 'L'
            WHEN sex[1] = 'P' OR (sex IS NULL AND regexp_matches(name, '^({WOMEN})[. ]')) THEN 'P' END AS sex,
        regexp_replace(regexp_replace(name, ',.*$', ''), '^(?:({MEN}|{WOMEN})[. ]+)+(.)', '\\2') AS raw_name,
        nullif(trim(regexp_replace(regexp_replace(street,
            '\\b({STREETS})\\b', ' ', 'g'),
            '[^A-Z0-9]+', ' ', 'g')), '') AS street
        FROM (SELECT *, regexp_replace(replace(nik, 'O', '0'), '[^0-9]', '', 'g') AS digits,
            regexp_replace(family_card, '[^0-9]', '', 'g') AS card FROM split)"""


def birth():
    """Year, month and day as text, because some dates do not exist."""
    day_first = "regexp_extract(birth, '^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})', ['d', 'm', 'y'])"
    in_words = "regexp_extract(birth, '^(\\d{1,2})[- ]([A-Z]{3})[A-Z]*[- ](\\d{4})', ['d', 'm', 'y'])"
    return f"""CASE
        WHEN regexp_matches(birth, '^\\d{{4}}-\\d{{2}}-\\d{{2}}') THEN birth[1:10]
        WHEN regexp_matches(birth, '^\\d{{4,5}}$')
            THEN strftime(DATE '1899-12-30' + CAST(birth AS INTEGER), '%Y-%m-%d')
        WHEN {day_first}.y <> '' THEN
            {day_first}.y || '-' || lpad({day_first}.m, 2, '0') || '-' || lpad({day_first}.d, 2, '0')
        WHEN {in_words}.y <> '' THEN
            {in_words}.y || '-' || lpad(CAST(strpos('{MONTHS}', {in_words}.m) // 3 + 1 AS VARCHAR), 2, '0')
            || '-' || lpad({in_words}.d, 2, '0')
        END"""


def name_keys(connection):
    """Each different name once: as it is, by its sounds, and with its words in order."""
    spelled = "trim(regexp_replace(replace(replace(name, '''', ''), '-', ' '), '[^A-Z]+', ' ', 'g'))"
    for pattern, word in WORDS:
        spelled = f"regexp_replace({spelled}, '{pattern}', '{word}', 'g')"
    for sound, letter in SOUNDS:
        spelled = f"replace({spelled}, '{sound}', '{letter}')"
    spelled = singled(spelled)
    spelled = f"regexp_replace({spelled}, '([A-Z][A-Z])H\\b', '\\1', 'g')"
    connection.execute(
        f"""CREATE TABLE names AS SELECT *, list_sort(words) AS ordered,
            array_to_string(list_sort(words), ' ') AS sorted, {singled("replace(key, ' ', '')")} AS joined,
            list_filter(words, lambda word: length(word) > 1) AS full_words
        FROM (SELECT name, key, string_split(key, ' ') AS words
            FROM (SELECT name, nullif({spelled}, '') AS key
                FROM (SELECT raw_name AS name FROM parsed UNION SELECT raw_mother FROM parsed)))"""
    )


def singled(text):
    """Double letters as one. RE2 knows no references back, so they fall one letter at a time."""
    for letter in "ABCDEGHIJKLMNPRSTUW":
        text = f"replace({text}, '{letter}{letter}', '{letter}')"
    return text


def villages(connection):
    """Spellings of each kelurahan, by the names that the civil registry uses."""
    plain = "{}"
    for short, whole in (("TGH", "TENGAH"), ("BKS", "BEKASI"), ("MULIA", "MULYA")):
        plain = f"replace({plain}, '{short}', '{whole}')"
    plain = f"regexp_replace({plain}, '[^A-Z]', '', 'g')"
    connection.execute(
        f"""CREATE TABLE villages AS
        WITH proper AS (SELECT village, {plain.format("village")} AS plain FROM parsed
                WHERE source_dataset = 'dukcapil' AND village IS NOT NULL GROUP BY ALL HAVING count(*) > 2),
            spelled AS (SELECT DISTINCT village, {plain.format("village")} AS plain FROM parsed)
        SELECT spelled.village,
            arg_max(proper.village, jaro_winkler_similarity(spelled.plain, proper.plain)) AS proper
        FROM spelled JOIN proper ON jaro_winkler_similarity(spelled.plain, proper.plain) > 0.9
        GROUP BY spelled.village"""
    )


def finish():
    """The table that the model sees, with the columns that blocking needs."""
    born = "(birth[9:10] || birth[6:7] || birth[3:4])"
    coded = "(lpad(CAST(CAST(nik[7:8] AS INTEGER) % 40 AS VARCHAR), 2, '0') || nik[9:12])"
    same = " + ".join(f"CAST({born}[{n}:{n + 1}] = {coded}[{n}:{n + 1}] AS INTEGER)" for n in (1, 3, 5))
    return f"""SELECT
        source_dataset, source_dataset || '-' || row_id AS unique_id, parsed.row_id, nik, family_card, phone,
        plate, birth, sex, birth_place, street, rt, rw, coalesce(villages.proper, parsed.village) AS village,
        own.key AS name, own.sorted AS name_sorted, own.joined AS name_joined,
        own.words, own.full_words,
        own.ordered[1] AS first_word, own.ordered[-1] AS last_word,
        mother.key AS mother, mother.words AS mother_words,
        nik[1:15] AS nik_head, nik[1:12] AS nik_birth, nik[7:16] AS nik_tail,
        birth[1:4] AS birth_year, birth[6:7] AS birth_month, birth[9:10] AS birth_day,
        birth[1:4] || least(birth[6:7], birth[9:10]) || greatest(birth[6:7], birth[9:10]) AS birth_parts,
        CASE WHEN length(nik) = 16 AND birth IS NOT NULL THEN ({same}) >= 2 END AS nik_fits
        FROM parsed LEFT JOIN villages ON parsed.village = villages.village
        LEFT JOIN names AS own ON parsed.raw_name = own.name
        LEFT JOIN names AS mother ON parsed.raw_mother = mother.name"""
