import Civic
import Pages

extension Samples {
    static func plan(budget: Rupiah?, shortfall: Rupiah) -> DashboardPage.PlanOutlook {
        DashboardPage.PlanOutlook(
            people: 11_666, start: Month(year: 2026, month: 1),
            monthly: Array(repeating: Rupiah(195_988_800), count: 12), budget: budget,
            affordableTenths: 102, affordablePeople: 9920, shortfall: shortfall)
    }

    static let map = TileMap(
        districts.map { district in
            let slug = district.name.lowercased().replacing(" ", with: "-")
            return TileMap.Tile(
                name: district.name, href: PeopleFilter(district: slug).address,
                row: district.row, column: district.column, part: district.selected,
                whole: district.eligible)
        })

    static let dashboard = DashboardPage(
        asOf: day,
        coverage: DashboardPage.Coverage(
            workers: 18_291, insured: 4871,
            funds: [
                DashboardPage.Coverage.Fund(
                    code: "apbd", name: Phrase("APBD", en: "City budget"), people: 9920),
                DashboardPage.Coverage.Fund(
                    code: "csr", name: Phrase("CSR", en: "CSR"), people: 1400),
                DashboardPage.Coverage.Fund(
                    code: "psr", name: Phrase("PSR", en: "PSR"), people: 346),
            ]),
        plan: plan(budget: Rupiah(2_000_000_000), shortfall: Rupiah(351_865_600)),
        work: DashboardPage.WorkToDo(
            reviewPairs: 318, reviewHref: "/kerja/peserta?hasil=periksa", rejectedValues: 2104,
            rejectsHref: nil,
            damages: [
                DashboardPage.WorkToDo.Damage(
                    file: "usulan_kel_bekasijaya.xlsx",
                    agency: Phrase("Kelurahan", en: "Village offices"),
                    sentence: Phrase(
                        "62 NIK berakhir angka 0. Excel mungkin memotong angka ke-16.",
                        en:
                            "62 NIKs end in 0. Excel may have cut the 16th digit."
                    ))
            ]),
        map: map,
        funnel: DashboardPage.Funnel(
            rows: 48_211, people: 31_204, eligible: 13_420, selected: 11_666, waiting: 1754),
        reasons: reasonCounts,
        sources: [
            DashboardPage.SourceFile(
                agency: Phrase("Dinas Kependudukan dan Pencatatan Sipil", en: "Civil registry"),
                file: "dukcapil_2026-03.csv", rows: 18_201, people: 18_190, rejected: 211,
                dated: day(2026, 2, 15), isOld: true),
            DashboardPage.SourceFile(
                agency: Phrase("Dinas Sosial (DTSEN)", en: "Welfare register (DTSEN)"),
                file: "dtsen_tw1.xlsx", rows: 14_020, people: 13_990, rejected: 102,
                dated: day(2026, 3, 20), isOld: false),
            DashboardPage.SourceFile(
                agency: Phrase("Aplikator ojek online", en: "Ride-hailing platforms"),
                file: "mitra_pengemudi_aplikator_gelombang_satu.csv", rows: 5011, people: 4980,
                rejected: 1204, dated: nil, isOld: false),
        ], insured: DashboardPage.Insured(programme: 11_663, cohorts: 43_000))

    /// Enough money, nothing to do.
    static let calmDashboard = quietDashboard(budget: Rupiah(2_400_000_000), rows: 900)
    static let openDashboard = quietDashboard(budget: nil, rows: 900)
    static let emptyDashboard = quietDashboard(budget: nil, rows: 0)

    private static func quietDashboard(budget: Rupiah?, rows: Int) -> DashboardPage {
        DashboardPage(
            asOf: day,
            coverage: DashboardPage.Coverage(workers: 0, insured: 0, funds: []),
            plan: plan(budget: budget, shortfall: .zero),
            work: DashboardPage.WorkToDo(
                reviewPairs: 0, reviewHref: nil, rejectedValues: 0, rejectsHref: nil, damages: []),
            map: TileMap([]),
            funnel: DashboardPage.Funnel(
                rows: rows, people: 0, eligible: 0, selected: 0, waiting: 0),
            reasons: [], sources: [])
    }

    static let choices = PeopleChoices(
        districts: districts.map {
            PeopleChoices.Choice(
                value: $0.name.lowercased().replacing(" ", with: "-"),
                name: Phrase($0.name, en: $0.name))
        },
        villages: [
            PeopleChoices.Choice(value: "bekasijaya", name: Phrase("Bekasijaya", en: "Bekasijaya"))
        ],
        reasons: [
            PeopleChoices.Choice(
                value: "A3",
                name: Phrase("Di luar kelompok penerima", en: "Outside the welfare group"))
        ],
        occupations: [
            PeopleChoices.Choice(
                value: "online_ojek",
                name: Phrase("Ojek online (motor)", en: "Online motorcycle taxi driver"))
        ],
        funds: [PeopleChoices.Choice(value: "apbd", name: Phrase("APBD", en: "City budget"))])

    private static let people1: [(String, String, String, Int, String, Int?)] = [
        ("BKS-7K4M-92", "Dedi Supriatna", "Ojek online (motor)", 1, "terpilih", 1),
        ("BKS-0Q2R-18", "Siti Aminah", "Pedagang kaki lima", 2, "terpilih", 2),
        ("BKS-XW31-40", "Udin Saepudin", "Buruh bangunan", 2, "terpilih", 3),
        ("BKS-91TN-77", "Nur Hasanah", "Pekerja rumah tangga", 3, "diperiksa", nil),
        ("BKS-4HHP-05", "Yuli Astuti", "Pelaku usaha mikro", 5, "tunggu_kuota", 11_880),
        (
            "BKS-C8VZ-61", "Eka Lestari Ramadhani Putri Wulandari", "Pengangkut sampah warga", 7,
            "tidak", nil
        ),
    ]

    static let rows: [PeoplePage.Row] =
        people1.map { person in
            PeoplePage.Row(
                number: person.0, name: person.1, nik: nik, village: "Bekasijaya",
                occupation: Phrase(person.2, en: person.2), decile: person.3, status: person.4,
                rank: person.5,
                reasons: person.4 == "tidak"
                    ? [
                        Phrase("Di luar kelompok penerima", en: "Outside the welfare group"),
                        Phrase("Sudah peserta BPJS TK", en: "Already insured"),
                    ] : [])
        } + [
            PeoplePage.Row(
                number: "BKS-0000-01", name: "<script>alert(1)</script>", nik: nil, village: nil,
                occupation: nil, decile: nil, status: "perbaiki", rank: nil, reasons: [])
        ]

    static let people = PeoplePage(
        filter: PeopleFilter(), choices: choices, searched: nil, total: 31_204, rows: rows,
        previousHref: nil, nextHref: "/kerja/peserta?sesudah=abc")
    static let filteredPeople = PeoplePage(
        filter: PeopleFilter(
            district: "bekasi-timur", village: "bekasijaya", outcome: .ineligible, reason: "A3",
            occupation: "online_ojek", decile: 7, fund: "apbd"),
        choices: choices, searched: nil, total: 1, rows: rows,
        previousHref: "/kerja/peserta?sebelum=abc", nextHref: nil)
    static let searchedPeople = PeoplePage(
        filter: PeopleFilter(), choices: choices, searched: "\"><b>siti", total: 120, rows: rows,
        previousHref: nil, nextHref: nil)
    static let noPeople = PeoplePage(
        filter: PeopleFilter(outcome: .review), choices: choices, searched: nil, total: 0,
        rows: [], previousHref: nil, nextHref: nil)
}
