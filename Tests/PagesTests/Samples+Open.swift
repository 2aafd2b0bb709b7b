import Civic
import Pages

extension Samples {
    /// Name, place on the map, eligible and selected people of each district.
    static let districts: [(name: String, row: Int, column: Int, eligible: Int, selected: Int)] = [
        ("Medansatria", 0, 1, 968, 861), ("Bekasi Utara", 0, 2, 1702, 1489),
        ("Bekasi Barat", 1, 1, 1333, 1180), ("Bekasi Selatan", 1, 2, 1020, 834),
        ("Bekasi Timur", 1, 3, 1287, 1196), ("Pondokgede", 2, 0, 1175, 1003),
        ("Jatiasih", 2, 1, 1264, 1101), ("Rawalumbu", 2, 2, 1103, 982),
        ("Mustikajaya", 2, 3, 1140, 973), ("Pondokmelati", 3, 0, 742, 668),
        ("Jatisampurna", 3, 1, 786, 606), ("Bantargebang", 3, 2, 900, 773),
    ]

    static let reasonCounts = [
        ReasonCount(
            code: "A3", name: Phrase("Di luar kelompok penerima", en: "Outside the welfare group"),
            people: 6112),
        ReasonCount(
            code: "A4", name: Phrase("Sudah peserta BPJS TK", en: "Already insured"), people: 4871),
        ReasonCount(
            code: "A1", name: Phrase("Bukan penduduk kota", en: "Not a resident"), people: 2450),
        ReasonCount(
            code: "A9", name: Phrase("Pekerjaan belum pasti", en: "Work not confirmed"),
            people: 1980),
        ReasonCount(
            code: "A2", name: Phrase("Di luar batas usia", en: "Outside the age limits"),
            people: 1204),
        ReasonCount(
            code: "A6",
            name: Phrase("ASN, TNI, Polri, atau bergaji", en: "Civil servant or salaried"),
            people: 533),
        ReasonCount(
            code: "A13", name: Phrase("Tercatat meninggal", en: "Recorded as dead"), people: 118),
        ReasonCount(code: "A14", name: Phrase("Menolak ikut", en: "Declined"), people: 3),
    ]

    static let publicData = PublicDataPage(
        asOf: day,
        totals: PublicDataPage.Totals(
            people: 31_204, eligible: 13_420, selected: 11_666, waiting: 1754, ineligible: 17_231,
            review: 553),
        districts: districts.map {
            PublicDataPage.District(
                name: $0.name, row: $0.row, column: $0.column, selected: $0.selected,
                waiting: $0.eligible - $0.selected)
        },
        reasons: reasonCounts,
        occupations: [
            PublicDataPage.Group(
                name: Phrase("Ojek online (motor)", en: "Online motorcycle taxi driver"),
                people: 4120),
            PublicDataPage.Group(
                name: Phrase("Pedagang kaki lima", en: "Street vendor"), people: 2730),
            PublicDataPage.Group(
                name: Phrase("Buruh harian lepas", en: "Casual day labourer"), people: 2211),
            PublicDataPage.Group(
                name: Phrase("Pekerja rumah tangga", en: "Domestic worker"), people: 1480),
            PublicDataPage.Group(name: Phrase("Sopir angkot", en: "Angkot driver"), people: 1122),
            PublicDataPage.Group(name: Phrase("Nelayan", en: "Fisher"), people: 3),
        ],
        ages: [
            PublicDataPage.AgeBand(years: 18...24, women: 402, men: 731),
            PublicDataPage.AgeBand(years: 25...34, women: 1204, men: 2011),
            PublicDataPage.AgeBand(years: 35...44, women: 1530, men: 2210),
            PublicDataPage.AgeBand(years: 45...54, women: 1101, men: 1630),
            PublicDataPage.AgeBand(years: 55...64, women: 360, men: 487),
        ],
        funds: [
            PublicDataPage.Group(name: Phrase("APBD Kota Bekasi", en: "City budget"), people: 9920),
            PublicDataPage.Group(name: Phrase("CSR perusahaan", en: "Company CSR"), people: 1746),
        ],
        csvHref: "/data/unduh?berkas=ringkasan", metadataHref: "/data/unduh?berkas=keterangan")

    static let law = Citation(id: "pp-44-2015", title: "PP 44/2015")

    static let infoPages: [any Page] = [
        ConditionsPage(
            conditions: RuleName.allCases.map { ConditionsPage.Condition(rule: $0, source: law) },
            minimumAge: 18, ageEnd: 65,
            occupations: [
                Phrase("Ojek online (motor)", en: "Online motorcycle taxi driver"),
                Phrase("Pedagang kaki lima", en: "Street vendor"),
                Phrase("Buruh harian lepas", en: "Casual day labourer"),
                Phrase("Pekerja rumah tangga", en: "Domestic worker"),
            ], quota: 11_666),
        AccidentPage(districts: []),
        AccidentPage(districts: [
            AccidentPage.District(
                name: "Bekasi Timur",
                hospitals: [
                    AccidentPage.Hospital(
                        name: "RS Contoh Sehat", address: "Jalan Contoh 1", phone: "021-0000-0001"),
                    AccidentPage.Hospital(name: "RS Contoh Dua", address: nil, phone: nil),
                ])
        ]),
        heirs, HelpPage(),
        PrivacyPage(
            agencies: [
                Phrase("Dinas Sosial (DTSEN)", en: "Welfare register (DTSEN)"),
                Phrase("Dinas Perhubungan", en: "Transport office"),
            ], answerHours: 72,
            retention: [
                PrivacyPage.Retention(
                    what: Phrase("Data yang tidak memenuhi syarat", en: "People not eligible"),
                    years: 2),
                PrivacyPage.Retention(what: Phrase("Catatan uang", en: "Money records"), years: 10),
            ], law: Citation(id: "uu-27-2022", title: "UU 27/2022")),
        AccessibilityPage(checked: day), quota,
    ]

    static let heirs = HeirsPage(
        benefit: HeirsPage.Benefit(
            full: Rupiah(42_000_000), early: Rupiah(10_000_000), fullAfterMonths: 3,
            scholarships: Rupiah(174_000_000), scholarshipChildren: 2, scholarshipAfterMonths: 36,
            paidWithinDays: 3, lapsesAfterYears: 5,
            sources: [law, Citation(id: "permenaker-1-2025", title: "Permenaker 1/2025")]),
        papers: [
            HeirsPage.Paper(name: Phrase("Akta kematian", en: "Death certificate"), condition: nil),
            HeirsPage.Paper(
                name: Phrase("KTP-el peserta dan ahli waris", en: "ID cards of member and heir"),
                condition: nil),
            HeirsPage.Paper(
                name: Phrase("Buku nikah", en: "Marriage book"),
                condition: Phrase(
                    "bila ahli waris suami atau istri", en: "if the heir is the spouse")),
        ],
        heirs: [
            Phrase("Suami, istri, atau anak", en: "Spouse or child"),
            Phrase("Orang tua, cucu, kakek, atau nenek", en: "Parent, grandchild or grandparent"),
            Phrase("Saudara kandung", en: "Brother or sister"),
        ])

    static let quota = QuotaPage(
        asOf: day, quota: 11_666, villageFloor: 20,
        steps: [.welfare, .hazard, .olderProposal, .draw(seed: 20_251_105)],
        districts: [
            QuotaPage.District(
                name: "Bekasi Timur",
                villages: [
                    QuotaPage.Village(name: "Bekasijaya", selected: 318, waiting: 22),
                    QuotaPage.Village(name: "Margahayu", selected: 290, waiting: 3),
                    QuotaPage.Village(name: "Durenjaya", selected: 301, waiting: 31),
                ]),
            QuotaPage.District(
                name: "Jatisampurna",
                villages: [
                    QuotaPage.Village(name: "Jatikarya", selected: 122, waiting: 40),
                    QuotaPage.Village(name: "Jatirangga", selected: 119, waiting: 0),
                ]),
        ])
}
