import Civic
import Pages
import Programme

extension Samples {
    private static let registry = Phrase("Dukcapil", en: "Civil registry")
    private static let welfare = Phrase("DTSEN", en: "Welfare register")

    private static func verdict(
        _ rule: RuleName, _ mark: PersonPage.Verdict.Mark, _ datum: PersonPage.Verdict.Datum,
        _ source: Phrase?, _ day: Day?
    ) -> PersonPage.Verdict {
        PersonPage.Verdict(
            rule: rule, mark: mark, datum: datum, source: source, sourceDay: day, citation: law)
    }

    static func verdicts(decile: Int) -> [PersonPage.Verdict] {
        [
            verdict(
                .resident, .met,
                .said(Phrase("Kota Bekasi, Kelurahan Bekasijaya", en: "Kota Bekasi, Bekasijaya")),
                registry, day(2026, 3, 12)),
            verdict(.age, .met, .age(35, minimum: 18, below: 65), registry, day(2026, 3, 12)),
            verdict(
                .decile, decile > 5 ? .failed : .met, .decile(decile, highest: 5), welfare,
                day(2026, 3, 20)),
            verdict(
                .informalWork, .met,
                .said(Phrase("Ojek online (motor)", en: "Online motorcycle taxi driver")),
                Phrase("Aplikator ojek online", en: "Ride-hailing platforms"), nil),
            verdict(
                .alive, .met, .said(Phrase("Tercatat hidup", en: "Recorded as living")), registry,
                day),
            verdict(
                .notStateEmployee, .met,
                .said(Phrase("Tidak ada di daftar ASN", en: "Not on the list of civil servants")),
                nil, nil),
            verdict(
                .notInsured, .met,
                .said(
                    Phrase(
                        "Tidak ada di daftar peserta aktif", en: "Not on the list of active members"
                    )),
                Phrase("BPJS Ketenagakerjaan", en: "BPJS Ketenagakerjaan"), day),
            verdict(.working, .unknown, .nothing, nil, nil),
            verdict(
                .willing, .met, .said(Phrase("Tidak menolak", en: "Has not declined")), nil, nil),
        ]
    }

    static func identity(revealed: String? = nil) -> PersonPage.Identity {
        PersonPage.Identity(
            nik: nik, revealedNIK: revealed, birth: day(1990, 7, 5), age: 35, sex: .female,
            familyCard: FamilyCardNumber(digits: 3_275_011_203_150_007),
            phone: PhoneNumber("081234567890"), address: "Jalan Contoh Gang Mawar 3", rt: 3, rw: 11,
            village: "Bekasijaya", district: "Bekasi Timur",
            occupation: Phrase("Ojek online (motor)", en: "Online motorcycle taxi driver"),
            decile: 2)
    }

    static let emptyIdentity = PersonPage.Identity(
        nik: nil, revealedNIK: nil, birth: day(1990, 7, 5), age: nil, sex: .male, familyCard: nil,
        phone: nil, address: nil, rt: nil, rw: 4, village: nil, district: nil, occupation: nil,
        decile: nil)

    static let sources = [
        PersonPage.SourceRow(
            agency: registry, file: "dukcapil_2026-03.csv", row: 1204, nameAsWritten: "NUR HASANAH",
            certainty: .certain, differences: []),
        PersonPage.SourceRow(
            agency: Phrase("Aplikator ojek online", en: "Ride-hailing platforms"),
            file: "mitra_pengemudi.xlsx", row: 87, nameAsWritten: "Nur Hasannah",
            certainty: .probable(percent: 97),
            differences: [
                Phrase("Tanggal lahir 5 Juli 1991", en: "Born 5 July 1991"),
                Phrase("RW 012", en: "RW 012"),
            ]),
        PersonPage.SourceRow(
            agency: Phrase("Kelurahan", en: "Village offices"), file: "usulan_bekasijaya.xlsx",
            row: 31, nameAsWritten: "Nur Hasanah S.", certainty: .decided, differences: []),
    ]

    static let journal = [
        PersonPage.JournalEntry(
            at: Moment(day: day, minute: 642), who: "Ratna Dewi",
            what: Phrase("NIK dibuka", en: "NIK shown")),
        PersonPage.JournalEntry(
            at: Moment(day: day(2026, 3, 26), minute: 365), who: "SIGAP",
            what: Phrase("Diperiksa dan diurutkan", en: "Checked and ranked")),
    ]

    static func rank(waiting: Bool) -> PersonPage.Rank {
        PersonPage.Rank(
            position: 11_880, of: 13_420, decileGroup: waiting ? 1...3 : nil,
            decile: waiting ? 2 : nil, hazard: waiting ? 2 : nil,
            proposed: waiting ? day(2026, 1, 6) : nil, village: waiting ? "Bekasijaya" : nil,
            villagePosition: waiting ? 214 : nil,
            fund: waiting ? nil : Phrase("APBD", en: "City budget"))
    }

    static let waitingPerson = PersonPage(
        number: "BKS-91TN-77", name: "Nur Hasanah", status: "tunggu_kuota", asOf: day,
        verdicts: verdicts(decile: 2), reasons: [], rank: rank(waiting: true),
        verification: PersonPage.Verification(
            state: .approved, lane: .ready, standing: .confirming,
            missing: [.agency(Phrase("Dinas Perhubungan", en: "Transport office"))],
            objectors: [], mayDecide: true), identity: identity(), sources: sources,
        reviews: [
            PersonPage.ReviewPair(
                otherNumber: "BKS-2M7D-33", otherName: "Nur Hasannah", percent: 78,
                evidence: [
                    Phrase("Tanggal lahir sama", en: "Same date of birth"),
                    Phrase("Nama beda 1 huruf", en: "Name differs by 1 letter"),
                ], pair: 12)
        ], asked: askedAgencies, journal: journal,
        links: PersonPage.Links(decisions: [pairDecision(.same)], key: "k1"),
        members: memberCards, hasMonths: true)

    static let refusedPerson = PersonPage(
        number: "BKS-C8VZ-61", name: "Eka Lestari", status: "tidak", asOf: day,
        verdicts: verdicts(decile: 7), reasons: [outOfCity, nameDiffers], rank: nil,
        identity: emptyIdentity,
        sources: [
            PersonPage.SourceRow(
                agency: registry, file: "dukcapil_2026-03.csv", row: 88,
                nameAsWritten: "<img src=x onerror=alert(1)>", certainty: .certain, differences: [])
        ], reviews: [], journal: [], corrections: [line(.open), line(.accepted, .decile)],
        hasLetter: true)

    static let revealedPerson = PersonPage(
        number: "BKS-7K4M-92", name: "Dedi Supriatna", status: "terpilih", asOf: day,
        verdicts: verdicts(decile: 2), reasons: [], rank: rank(waiting: false),
        verification: PersonPage.Verification(
            state: .approved, lane: .look, standing: .verified, missing: [], objectors: [],
            mayDecide: false), identity: identity(revealed: "3275014507900003"), sources: sources,
        reviews: [],
        journal: journal)
}
