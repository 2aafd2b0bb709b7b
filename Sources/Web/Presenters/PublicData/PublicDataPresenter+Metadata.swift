import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

extension PublicDataPresenter {
    private static let licence = "CC-BY-4.0"

    /// What stands in the download: a JSON document with title, owner, licence, columns, measures,
    /// codes and sources, in both languages.
    static func metadata(_ facts: CityFacts, funds: FundNames, settings: RunSettings) -> String {
        let region = facts.region
        return JSONValue.object([
            .init("title", title(facts)),
            .init("owner", .string(region.programmeOwner)),
            .init("publisher", json(region.government)),
            .init("frequency", frequency),
            .init("as_of", .string(settings.asOf.iso)),
            .init("rule_version", .string(settings.ruleVersion)),
            .init("licence", .string(licence)),
            .init("columns", .array(columnMeanings.map(column))),
            .init("measures", .array(PublicMeasure.allCases.map(measure))),
            .init("groups", groups(facts, funds)),
            .init("hidden_values", hiddenValues),
            .init("sources", .array(region.agencies.map { json($0.name) })),
        ]).text
    }

    private static func json(_ phrase: Phrase) -> JSONValue {
        .object([
            .init("id", .string(phrase.indonesian)), .init("en", .string(phrase.english)),
        ])
    }

    private static func title(_ facts: CityFacts) -> JSONValue {
        let (programme, city) = (facts.region.programmeName, facts.region.name)
        return json(
            Phrase("\(programme) \(city) dalam angka", en: "\(programme) \(city) in figures"))
    }

    private static let frequency = json(
        Phrase(
            "Setiap kali daftar dinas diperiksa.",
            en: "Whenever the lists of the offices are checked."))

    private static let columnMeanings: [(name: String, meaning: Phrase, unit: Phrase)] = [
        (
            columns[0], Phrase("Apa yang dihitung; lihat measures.", en: "What is counted."),
            Phrase("kode", en: "code")
        ),
        (
            columns[1],
            Phrase(
                "Kode wilayah Kementerian Dalam Negeri.",
                en: "Area code of the Ministry of Home Affairs."),
            Phrase("kode", en: "code")
        ),
        (columns[2], Phrase("Nama wilayah.", en: "Name of the area."), Phrase("teks", en: "text")),
        (
            columns[3],
            Phrase(
                "Kelompok; kosong untuk semua orang. Lihat groups.",
                en: "Group; empty for everybody. See groups."),
            Phrase("kode", en: "code")
        ),
        (
            columns[4], Phrase("Jumlah orang.", en: "Number of people."),
            Phrase("orang", en: "people")
        ),
    ]

    private static func column(
        _ column: (name: String, meaning: Phrase, unit: Phrase)
    ) -> JSONValue {
        .object([
            .init("name", .string(column.name)), .init("meaning", json(column.meaning)),
            .init("unit", json(column.unit)),
        ])
    }

    private static func measure(_ measure: PublicMeasure) -> JSONValue {
        .object([
            .init("code", .string(measure.rawValue)), .init("meaning", json(measure.meaning)),
            .init("unit", json(Phrase("orang", en: "people"))),
        ])
    }

    /// What the codes of the column `group` mean.
    private static func groups(_ facts: CityFacts, _ funds: FundNames) -> JSONValue {
        let reasons =
            facts.region.reasons.reasons.map { ($0.code, $0.short) } + [
                (
                    PublicFigures.otherReasons,
                    Phrase("Alasan lain yang jarang", en: "Other, rare reasons")
                )
            ]
        let occupations = facts.region.occupations.occupations.map { ($0.code, $0.name) }
        return .object([
            .init(PublicMeasure.firstReason.rawValue, codes(reasons)),
            .init(PublicMeasure.selectedByOccupation.rawValue, codes(occupations)),
            .init(
                PublicMeasure.selectedByFund.rawValue, codes(funds.funds.map { ($0.code, $0.name) })
            ),
            .init(
                PublicMeasure.selectedByAgeAndSex.rawValue,
                codes([
                    (women, Phrase("Perempuan", en: "Women")),
                    (men, Phrase("Laki-laki", en: "Men")),
                ])),
        ])
    }

    private static func codes(_ names: [(code: String, name: Phrase)]) -> JSONValue {
        .object(names.map { .init($0.code, json($0.name)) })
    }

    private static let hiddenValues = JSONValue.object([
        .init(
            smallMark,
            json(
                Phrase(
                    "Jumlah kecil yang disembunyikan agar tidak menunjuk orang.",
                    en: "A small number, hidden so that it points to nobody."))),
        .init(
            withheldMark,
            json(
                Phrase(
                    "Disembunyikan agar jumlah kecil tidak dapat dihitung kembali.",
                    en: "Hidden so that a small number cannot be reckoned back."))),
    ])
}
