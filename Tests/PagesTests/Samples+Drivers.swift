import Civic
import Pages
import Programme

extension Samples {
    private static let platform = Phrase("AntarCepat", en: "AntarCepat")

    static func agreement(
        from: Day = day(2026, 1, 5), to: Day = day(2026, 12, 31),
        call: Day? = day(2026, 6, 30)
    ) -> PartnerAgreement {
        PartnerAgreement(
            agency: "antarcepat", number: "PKS/001/2026", from: from, to: to,
            purpose: "Melindungi pengemudi.", retentionDays: 30, callUntil: call)
    }

    private static func list(_ id: Int, _ stage: DriverStage) -> DriverListRow {
        DriverListRow(
            id: id, partner: platform, stage: stage, moment: Moment(day: day, minute: 615),
            rows: 4787,
            counts: [.accepted: 3120, .waiting: 402, .refused: 1101, .checking: 164],
            deleteOn: stage == .draft ? nil : day(2026, 4, 26))
    }

    private static let faults: [DriverFault: Int] = Dictionary(
        uniqueKeysWithValues: DriverFault.allCases.enumerated().map { ($1, $0 + 1) })

    private static let lists = [list(3, .draft), list(2, .sent), list(1, .ended)]

    private static func drivers(
        _ agreement: PartnerAgreement?, lists: [DriverListRow] = [],
        _ notice: DriversPage.Notice? = nil
    ) -> DriversPage {
        DriversPage(
            partner: agreement == nil ? nil : platform, agreement: agreement, today: day,
            oldestDays: 365, rowsMax: 5000, lists: lists, notice: notice)
    }

    private static let certificates = [
        DriverListPage.Certificate(id: 4, text: Phrase("Surat 4", en: "Certificate 4"))
    ]

    private static func driverList(
        _ list: DriverListRow, isOwn: Bool = true, isRepeated: Bool = false, asOf: Day? = day,
        faults: [DriverFault: Int] = faults
    ) -> DriverListPage {
        DriverListPage(
            list: list, faults: faults, dropped: faults.isEmpty ? [] : ["saldo <b>", "No"],
            rows: DriverAnswer.Outcome.allCases.enumerated().map { place, outcome in
                DriverListPage.Row(
                    record: place + 2, nik: place == 0 ? nil : nik,
                    outcome: list.stage == .draft
                        ? nil : (outcome, Phrase("Hasil", en: "Result")),
                    reason: outcome == .refused
                        ? Phrase("Sudah peserta BPJS TK", en: "Already insured") : nil)
            },
            faultRows: faults.isEmpty
                ? []
                : [
                    DriverListPage.FaultRow(
                        record: 12, fault: Phrase("NIK tidak terbaca", en: "NIK cannot be read"))
                ],
            certificates: list.stage == .ended ? certificates : [], asOf: asOf,
            checkAddress: "https://sigap.example/cek",
            salt: isOwn ? "00ff00ff" : nil, isOwn: isOwn, isRepeated: isRepeated)
    }

    private static func certificate(
        _ why: DriverCertificatePage.Why, digest: String?, actor: String?
    ) -> DriverCertificatePage {
        DriverCertificatePage(
            id: 4, list: 1, partner: platform, agreement: "PKS/001/2026", why: why, rows: 1265,
            digest: digest, moment: Moment(day: day, minute: 75), actor: actor)
    }

    static let driverPages: [any Page] =
        [
            drivers(agreement(), lists: lists), drivers(nil),
            drivers(agreement(call: nil)), drivers(agreement(to: day(2026, 2, 1))),
            drivers(agreement(from: day(2026, 5, 1))),
            drivers(agreement(), .nothing(faults: faults, dropped: ["saldo"])),
            drivers(agreement(), .withdrawn(0)), drivers(agreement(), .withdrawn(2)),
            drivers(agreement(), .notNIK), drivers(agreement(), .notDate),
            drivers(
                agreement(),
                .problem(
                    Problem(
                        .input, "x", Phrase("Berkas kosong.", en: "The file is empty."),
                        do: Phrase("Kirim ulang.", en: "Send it again.")))),
            driverList(list(3, .draft)), driverList(list(2, .sent)),
            driverList(list(2, .sent), isRepeated: true, asOf: nil, faults: [:]),
            driverList(list(2, .sent), isOwn: false), driverList(list(1, .ended)),
        ]
        + DriverCertificatePage.Why.allCases.map { why in
            certificate(
                why, digest: why == .withdrawn ? nil : String(repeating: "0f", count: 32),
                actor: why == .promised ? nil : "mira")
        } + partnerPages

    private static let partnerPages: [any Page] = [
        PartnersPage(
            agreements: [
                PartnersPage.Agreement(id: 1, partner: platform, terms: agreement()),
                PartnersPage.Agreement(id: 2, partner: platform, terms: agreement(call: nil)),
            ], lists: lists, certificates: certificates,
            partners: [(id: "antarcepat", name: platform)], today: day, mayManage: true,
            key: "k3y",
            trouble: Problem(
                .input, "x", Phrase("Tanggal salah.", en: "Wrong date."),
                do: Phrase("Perbaiki.", en: "Correct it."))),
        PartnersPage(
            agreements: [], lists: [], certificates: [], partners: [], today: day,
            mayManage: false, key: "k3y", trouble: nil),
    ]
}
