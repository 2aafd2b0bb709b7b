import Civic
import Pages

extension Samples {
    private static let year = Month(year: 2026, month: 1)...Month(year: 2026, month: 12)

    private static let fundChoices = FundsPage.Choices(
        sources: [
            ("apbd", Phrase("APBD Kota Bekasi", en: "City budget")),
            ("csr", Phrase("CSR perusahaan", en: "Company (CSR)")),
        ],
        districts: [("32.75.01", "Bekasi Timur"), ("32.75.02", "Bekasi Barat")],
        villages: [("32.75.01.1001", "Bekasijaya"), ("32.75.02.1001", "Bintara")],
        occupations: [("online_ojek", Phrase("Ojek daring", en: "Online motorcycle taxi"))])

    private static let fundRows = [
        FundsPage.Row(
            id: "apbd-2026", title: "APBD 2026", source: Phrase("APBD", en: "City budget"),
            payer: "Pemerintah Kota Bekasi", group: "NPW-0001", months: year, terms: [],
            money: FundMoney(
                given: Rupiah(2_000_000_000), committed: Rupiah(1_800_000_000),
                paid: Rupiah(195_988_800), available: Rupiah(4_011_200))),
        FundsPage.Row(
            id: "csr-2026", title: "CSR <b>PT Contoh</b>", source: Phrase("CSR", en: "CSR"),
            payer: "PT Contoh Sejahtera", group: "NPW-0002", months: year,
            terms: [
                .places(["Bekasi Timur", "Bintara"]),
                .occupations([Phrase("Ojek daring", en: "Online motorcycle taxi")]),
                .atLeast(6), .atMost(12), .seats(300),
            ],
            money: FundMoney(
                given: Rupiah(175_996_800), committed: .zero, paid: .zero,
                available: Rupiah(175_996_800))),
    ]

    static let fundPages: [any Page] = [
        FundsPage(rows: [], choices: fundChoices, typed: [:], key: "k1", trouble: nil),
        FundsPage(rows: fundRows, choices: fundChoices, typed: [:], key: "k1", trouble: nil),
        FundsPage(rows: fundRows, choices: nil, typed: [:], key: "k1", trouble: nil),
        FundsPage(
            rows: fundRows, choices: fundChoices,
            typed: [
                "sumber": ["csr"], "kec": ["32.75.01"], "kel": ["32.75.02.1001"],
                "kerja": ["online_ojek"], "nama": ["CSR \"Kedua\""], "alokasi-dana": ["csr-2026"],
                "jumlah": ["Rp0"],
            ], key: "k1",
            trouble: Problem(
                .input, "fund-form",
                Phrase("Isian sumber dana belum benar.", en: "The fund is not filled in."),
                do: Phrase("Isi nama.", en: "Fill in the title."))),
    ]
}
