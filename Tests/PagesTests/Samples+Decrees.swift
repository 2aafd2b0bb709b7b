import Civic
import Pages

extension Samples {
    private static let decreeYear = Month(year: 2026, month: 1)...Month(year: 2026, month: 12)
    private static let digest = String(repeating: "0123456789abcdef", count: 4)
    private static let decreeMoment = Moment(day: day, minute: 642)

    private static func redraft(
        _ part: DecreeRedraftPage.Part, isEmpty: Bool = false
    ) -> DecreeRedraftPage {
        DecreeRedraftPage(
            facts: decree(), counts: DecreeChanges(added: 1, removed: 0, changed: 1), part: part,
            lines: isEmpty
                ? []
                : [
                    DecreeRedraftPage.Line(
                        number: "BKS-7K4M-92", name: "Siti <b>Aminah</b>",
                        nik: "3275••••••••0007", village: "Bekasijaya",
                        funds: "APBD 2026 2026-01–2026-12",
                        differences: part == .changed
                            ? DecreeRedraftPage.Field.allCases.map { field in
                                DecreeRedraftPage.Difference(
                                    field: field,
                                    before: field == .cause ? nil : Phrase("dulu", en: "then"),
                                    after: field == .nik ? nil : Phrase("kini", en: "now"))
                            } : []),
                    DecreeRedraftPage.Line(
                        number: "BKS-7K4M-93", name: "", nik: nil, village: nil, funds: "–",
                        differences: []),
                ], next: part == .changed ? 50 : nil)
    }

    static func decree(
        _ stage: DecreeStage = .draft, isAmendment: Bool = false
    ) -> DecreeSummary {
        let isNumbered = stage == .numbered || stage == .inForce
        return DecreeSummary(
            id: 7, number: isNumbered ? "500.15.1/Kep.655-Disnaker/X/2025" : nil,
            title: "PENETAPAN PENERIMA BANTUAN IURAN JAMINAN SOSIAL KETENAGAKERJAAN <TAHUN 2026>",
            isAmendment: isAmendment, stage: stage, people: 11_666, months: decreeYear,
            signedOn: isNumbered ? day : nil)
    }

    private static func decreePage(
        _ stage: DecreeStage, _ task: DecreePage.Task, findings: [DecreeFindingGroup] = [],
        isOurs: Bool = true, trouble: Phrase? = nil
    ) -> DecreePage {
        let isFrozen = stage != .draft
        return DecreePage(
            facts: decree(stage, isAmendment: stage == .numbered),
            text: DecreeBody(
                considering: ["bahwa pekerja rentan perlu dilindungi;"],
                recalling: ["Undang-Undang Nomor 24 Tahun 2011;"],
                deciding: ["Menetapkan 11.666 orang."]), task: task, mayIssue: isOurs,
            mayReveal: isOurs, mayHandOut: true, findings: findings,
            marked: stage == .draft
                ? [
                    DecreeMark(
                        number: "BKS-7K4M-92", name: "Siti <b>Aminah</b>", isKept: false,
                        reason: "Meninggal 2 Maret"),
                    DecreeMark(number: "BKS-7K4M-93", name: "", isKept: true, reason: "Keliru"),
                ] : [],
            steps: isFrozen
                ? [
                    DecreeStepLine(
                        what: Phrase("Lampiran dibekukan", en: "Frozen"), who: "ratna",
                        at: decreeMoment, note: nil),
                    DecreeStepLine(
                        what: Phrase("Kepala Dinas", en: "Head"), who: "lukman",
                        at: decreeMoment, note: "Sesuai"),
                    DecreeStepLine(
                        what: Phrase("Wali Kota", en: "Mayor"), who: nil, at: nil, note: nil),
                ] : [],
            papers: stage == .numbered
                ? [
                    SignedPaperLine(
                        name: "sk-wali-kota.pdf", pages: 214, digest: digest, differing: [],
                        who: "ratna", at: decreeMoment),
                    SignedPaperLine(
                        name: "sk.pdf", pages: 213, digest: digest, differing: Array(14...30),
                        who: "ratna", at: decreeMoment),
                ] : [],
            changes: stage == .draft
                ? DecreeChanges(added: 0, removed: findings.isEmpty ? 0 : 1, changed: 0) : nil,
            amended: stage == .numbered ? decree(.inForce) : nil,
            amendments: stage == .inForce ? [decree(.inForce, isAmendment: true)] : [],
            marks: PaperMarks(
                code: isFrozen ? "7K4M-92QX-H3TD" : nil, digest: isFrozen ? digest : nil,
                publicDigest: isFrozen ? digest : nil), trouble: trouble, key: "k1")
    }

    private static let findings = [
        DecreeFindingGroup(
            kind: .dead, listed: day,
            mayBeKept: true,
            people: (1...23).map { place in
                DecreeFindingGroup.Person(
                    number: "BKS-7K4M-92", name: place == 1 ? "" : "Muhammad Rizky Setiawan",
                    village: place == 2 ? nil : "Bekasijaya")
            }),
        DecreeFindingGroup(
            kind: .unidentified, listed: nil,
            mayBeKept: false,
            people: [
                DecreeFindingGroup.Person(
                    number: "BKS-7K4M-92", name: "Siti Aminah", village: "Bekasijaya")
            ]),
    ]

    private static let annexLine = DecreeAnnexPage.Line(
        line: 1_234, number: "BKS-7K4M-92", name: "Muhammad Rizky Ramadhani Setiawan",
        nik: "3275••••••••0417", neighbourhood: "003/011",
        occupation: Phrase("Ojek online (motor)", en: "Online motorcycle taxi"),
        funds: "APBD 2026, CSR PT Contoh", change: .add, cause: nil)

    private static func annexPage(_ isAmendment: Bool) -> DecreeAnnexPage {
        let bare = DecreeAnnexPage.Line(
            line: 0, number: "BKS-7K4M-93", name: "Udin", nik: nil, neighbourhood: nil,
            occupation: nil, funds: "–", change: .remove,
            cause: Phrase("Tercatat meninggal", en: "Recorded as dead"))
        let altered = DecreeAnnexPage.Line(
            line: 2, number: "BKS-7K4M-94", name: "Eka", nik: nil, neighbourhood: nil,
            occupation: nil, funds: "CSR", change: .alter, cause: nil)
        return DecreeAnnexPage(
            facts: decree(.inForce, isAmendment: isAmendment), places: [],
            current: DecreeAnnexPage.Place(
                name: isAmendment ? nil : "Bekasijaya", district: nil,
                href: "/kerja/sk/7/lampiran?kel=bekasijaya", people: 208),
            lines: [annexLine, bare, altered],
            nextHref: isAmendment ? nil : "/kerja/sk/7/lampiran?kel=bekasijaya&setelah=100")
    }

    private static func paper(
        _ standing: PaperCheckPage.Paper.Standing, amended: DecreeSummary? = nil,
        amendments: [DecreeSummary] = []
    ) -> PaperCheckPage {
        PaperCheckPage(
            code: "7K4M-92QX-H3TD",
            answer: .found(
                PaperCheckPage.Paper(
                    standing: standing, facts: decree(.inForce), publicDigest: digest,
                    amended: amended, amendments: amendments)))
    }

    static let decreePages: [any Page] =
        [
            DecreesPage(decrees: [], waves: [], key: "k1"),
            DecreesPage(
                decrees: DecreeStage.allCases.map { decree($0, isAmendment: $0 == .signing) },
                waves: [
                    DecreesPage.Wave(
                        id: 2, title: "Gelombang 2 tahun 2026", people: 11_666, months: decreeYear)
                ], key: "k1"),
            DecreesPage(decrees: [decree(.signing)], waves: [], key: "k1"),
            decreePage(.draft, .begin(open: 24), findings: findings),
            decreePage(
                .draft, .begin(open: 1),
                findings: DecreeFindingGroup.Kind.allCases.map { kind in
                    DecreeFindingGroup(
                        kind: kind, listed: nil, mayBeKept: false,
                        people: [
                            DecreeFindingGroup.Person(
                                number: "BKS-7K4M-92", name: "Siti Aminah", village: "Bekasijaya")
                        ])
                }),
            decreePage(
                .draft, .begin(open: 0),
                trouble: Phrase("Dana tidak cukup.", en: "There is not enough money.")),
            decreePage(
                .signing,
                .sign(office: Phrase("Kepala Dinas", en: "Head"), obstacle: nil, digest: digest)),
            decreePage(
                .signing,
                .sign(
                    office: Phrase("Kepala Dinas", en: "Head"),
                    obstacle: Phrase("Anda memaraf langkah sebelumnya.", en: "You signed before."),
                    digest: digest)),
            decreePage(.signing, .number(example: "500.15.1/Kep.1-Disnaker/III/2026")),
            decreePage(.numbered, .issue(obstacle: nil)),
            decreePage(
                .numbered, .issue(obstacle: .missing)),
            decreePage(.numbered, .issue(obstacle: .differs)),
            decreePage(.inForce, .none, isOurs: false), decreePage(.withdrawn, .none),
            DecreeAnnexPage(
                facts: decree(.signing),
                places: [
                    DecreeAnnexPage.Place(
                        name: "Bekasijaya", district: "Bekasi Timur",
                        href: "/kerja/sk/7/lampiran?kel=bekasijaya", people: 208),
                    DecreeAnnexPage.Place(
                        name: nil, district: nil, href: "/kerja/sk/7/lampiran?kel=-", people: 1),
                ], current: nil, lines: [], nextHref: nil),
            annexPage(false), annexPage(true),
            redraft(.changed), redraft(.added), redraft(.removed, isEmpty: true),
            PaperCheckPage(code: "", answer: .none), PaperCheckPage(code: "x", answer: .unknown),
            PaperCheckPage(code: "x", answer: .tooMany(minutes: 10)), paper(.pending),
            paper(.valid),
            paper(.valid, amendments: [decree(.inForce, isAmendment: true)]),
            paper(.valid, amended: decree(.inForce)), paper(.withdrawn),
            sealed(.payment, .pending), sealed(.receipt, .valid), sealed(.minutes, .valid),
            sealed(.ranking, .withdrawn), sealed(.ranking, .valid),
        ] + cardPages

    private static func sealed(
        _ kind: PaperCheckPage.Sealed.Kind, _ standing: PaperCheckPage.Paper.Standing
    ) -> PaperCheckPage {
        let isMoney = kind != .ranking
        return PaperCheckPage(
            code: "7K4M-92QX-H3TD",
            answer: .sealed(
                PaperCheckPage.Sealed(
                    kind: kind, standing: standing,
                    month: isMoney ? Month(year: 2026, month: 3) : nil,
                    day: standing == .pending ? nil : day, people: 11_666,
                    amount: isMoney ? Rupiah(195_988_800) : nil,
                    digests: kind == .minutes ? [digest, digest] : [digest])))
    }

    private static let cardPages: [any Page] = [
        CardsPage(places: [], decree: nil, decreeName: nil, perSheet: 10),
        CardsPage(
            places: [
                CardsPage.Place(
                    name: "Bekasijaya", district: "Bekasi Timur", slug: "bekasijaya", ready: 208,
                    waiting: 1),
                CardsPage.Place(
                    name: "Margahayu", district: "Bekasi Timur", slug: "margahayu", ready: 0,
                    waiting: 12),
                CardsPage.Place(name: nil, district: nil, slug: nil, ready: 1, waiting: 0),
            ], decree: 7, decreeName: "500.15.1/Kep.655-Disnaker/X/2025", perSheet: 10),
        CardsPage(
            places: [
                CardsPage.Place(
                    name: "Bekasijaya", district: "Bekasi Timur", slug: "bekasijaya", ready: 1,
                    waiting: 0)
            ], decree: nil, decreeName: nil, perSheet: 10),
    ]
}
