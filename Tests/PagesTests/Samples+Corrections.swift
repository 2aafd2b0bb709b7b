import Civic
import Pages
import Programme

extension Samples {
    private static let dukcapil = Phrase("Dinas Kependudukan", en: "Civil registry")

    static func line(
        _ state: CorrectionState, _ field: CorrectionField = .birth, mayOpen: Bool = true
    ) -> CorrectionLine {
        CorrectionLine(
            receipt: "PRB-7K4M-92", field: field, state: state, office: dukcapil,
            due: day(2026, 4, 3), closed: state == .open ? nil : day(2026, 4, 1),
            mayOpen: mayOpen)
    }

    static func card(
        _ standing: CaseStanding?, objection: ReasonCardPage.Objection? = nil,
        reasons: Bool = true, waiting: Bool = false
    ) -> ReasonCardPage {
        ReasonCardPage(
            number: "BKS-C8VZ-61", name: "Eka Lestari",
            status: waiting ? "tunggu_kuota" : "tidak",
            waiting: waiting ? (214, "Bekasijaya") : nil, asOf: day,
            reasons: reasons
                ? [
                    ReasonCardPage.Reason(
                        text: outOfCity,
                        data: [
                            ReasonCardPage.Datum(
                                what: Phrase("Di luar Kota Bekasi", en: "Outside"),
                                source: dukcapil, day: day),
                            ReasonCardPage.Datum(
                                what: Phrase("belum ada datanya", en: "no data yet"), source: nil,
                                day: nil),
                        ])
                ] : [], verification: standing, objection: objection,
            corrections: waiting ? [] : [line(.open), line(.refused, .nik, mayOpen: false)],
            mayRequest: !waiting, printed: Moment(day: day, minute: 642), printedBy: "Yuni")
    }

    static func input(_ field: CorrectionField, _ written: String = "") -> DatumInput {
        DatumInput(
            field: field,
            options: [
                DatumInput.Option(value: "a", name: Phrase("Ojek", en: "Ojek")),
                DatumInput.Option(value: "b", name: Phrase("Pedagang", en: "Vendor")),
            ], written: written)
    }

    static func form(_ field: CorrectionField?, trouble: Bool = false) -> CorrectionFormPage {
        let kept = CorrectionFormPage.Kept(
            field: field ?? .name, value: Phrase("5 Juli 1990", en: "5 July 1990"))
        return CorrectionFormPage(
            number: "BKS-C8VZ-61", name: "Eka Lestari", choices: [kept],
            entry: field.map { field in
                CorrectionFormPage.Entry(
                    kept: kept, input: input(field, trouble ? "1990-07-05" : ""),
                    proof: trouble ? .idCard : nil, key: "k1k1k1k1",
                    trouble: trouble ? Phrase("Belum lengkap.", en: "Incomplete.") : nil)
            })
    }

    static func correction(
        _ state: CorrectionState, _ field: CorrectionField, written: String = "",
        moves: Set<CorrectionStep> = [], daysLeft: Int = 3
    ) -> CorrectionPage {
        let at = Moment(day: day, minute: 642)
        let kinds: [(CorrectionStep, CorrectionProof?, CorrectionRefusal?)] = [
            (.request, CorrectionProof.none, nil), (.forward, .letter, nil), (.pass, nil, nil),
            (.accept, nil, nil), (.refuse, nil, .proofDiffers),
        ]
        return CorrectionPage(
            line: line(state, field), number: "BKS-C8VZ-61",
            name: state == .refused ? nil : "Eka Lestari",
            kept: state == .open ? Phrase("5 Juli 1990", en: "5 July 1990") : nil,
            asked: state == .refused ? nil : Phrase("5 Juli 1960", en: "5 July 1960"),
            decided: state == .accepted ? Phrase("5 Juli 1960", en: "5 July 1960") : nil,
            proof: .familyCard, opened: day, daysLeft: daysLeft,
            steps: kinds.map { what, proof, reason in
                CorrectionPage.Step(
                    what: what, office: dukcapil, proof: proof, reason: reason, actor: "yuni",
                    at: at)
            },
            answering: moves.isEmpty
                ? nil
                : CorrectionPage.Answering(
                    seen: 2, key: "k2k2k2k2", moves: moves, input: input(field, written)),
            trouble: daysLeft < 0 ? Phrase("Sudah dijawab.", en: "Answered already.") : nil)
    }

    static func corrections(
        _ state: CorrectionState, rows: Int, next: Int? = nil, isLater: Bool = false
    ) -> CorrectionsPage {
        CorrectionsPage(
            state: state,
            rows: (0..<rows).map { place in
                CorrectionsPage.Row(
                    line: line(state), name: place == 0 ? "Eka Lestari" : nil,
                    village: place == 0 ? "Bekasijaya" : nil, daysLeft: 1 - 2 * place)
            }, total: rows, next: next, isLater: isLater)
    }

    static let correctionPages: [any Page] =
        [
            card(.open, objection: .init(until: day(2026, 4, 27), isOver: false)),
            card(.field, objection: .init(until: day(2026, 2, 27), isOver: true)),
            card(.refused), card(.confirming), card(.conflict), card(.verified),
            card(nil, reasons: false, waiting: true), form(nil),
            form(.birth, trouble: true), form(.birth), form(.nik), form(.name),
            form(.residence), form(.occupation),
            correction(.open, .birth, written: "1990-07-05", moves: [.accept, .refuse, .pass]),
            correction(.open, .decile, written: "a", moves: [.forward, .refuse], daysLeft: -1),
            correction(.open, .occupation, written: "a", moves: [.accept, .refuse], daysLeft: 1),
            correction(.open, .alive, written: "yes", moves: [.accept, .refuse], daysLeft: -2),
            correction(.open, .insured, written: "no", moves: [.accept, .refuse]),
            correction(.accepted, .stateEmployee), correction(.refused, .address),
            correction(.open, .working), correction(.open, .willing),
            corrections(.open, rows: 2, next: 7), corrections(.accepted, rows: 1),
            corrections(.refused, rows: 0, isLater: true),
        ]
}
