import Civic
import Pages

extension Samples {
    static let nik = NIK("3275014507900003")

    static let outOfCity = ReasonText(
        code: "A1",
        sentence: Phrase(
            "KTP Anda terdaftar di luar Kota Bekasi.",
            en: "Your ID is registered outside Kota Bekasi."),
        remedy: Phrase(
            "Bila sudah pindah, urus pindah datang di Disdukcapil, lalu usulkan lagi.",
            en: "If you have moved, register the move, then be proposed again."),
        office: OfficeText(
            name: Phrase("Dinas Kependudukan", en: "Civil registry"),
            contact: Phrase("Bawa KTP dan KK", en: "Bring ID and family card")))

    static let nameDiffers = ReasonText(
        code: "A7",
        sentence: Phrase(
            "NIK atau nama tidak cocok dengan data Dukcapil.",
            en: "Your NIK or name does not match the civil registry."),
        remedy: Phrase(
            "Bawa KTP dan KK ke kelurahan. Perbaikan data tidak dipungut biaya.",
            en: "Bring ID and family card to the kelurahan. Correcting data is free."))

    static let history = [
        HistoryEvent(
            text: Phrase("Diusulkan RW 011 Kelurahan Bekasi Jaya", en: "Proposed by RW 011"),
            day: day(2026, 1, 6), state: .done),
        HistoryEvent(
            text: Phrase("Diperiksa dengan data 11 dinas", en: "Checked against 11 agencies"),
            day: day(2026, 3, 27), state: .current),
        HistoryEvent(
            text: Phrase("Penetapan penerima", en: "Decree"), day: nil, state: .expected),
    ]

    static func answer(
        _ standing: CheckAnswerPage.Standing, history: [HistoryEvent] = Samples.history,
        nik: NIK? = Samples.nik, own: Rupiah? = Rupiah(16_800)
    ) -> CheckAnswerPage {
        CheckAnswerPage(
            number: "BKS-7K4M-92", name: "Dedi Supriatna", nik: nik, standing: standing,
            asOf: day, history: history, ownContribution: own)
    }

    static var typed: CheckFormPage.Entry {
        var entry = CheckFormPage.Entry()
        entry.nik = "32750145079"
        entry.day = "32"
        entry.month = "7"
        entry.number = "BKS-7K4M"
        return entry
    }

    static let checkPages: [any Page] = [
        CheckFormPage(),
        CheckFormPage(entry: typed, way: .nik, trouble: .fields([.nik, .birthDate])),
        CheckFormPage(entry: typed, way: .number, trouble: .fields([.number, .lastDigits])),
        CheckFormPage(entry: typed, way: .number, trouble: .fields([.lastDigits])),
        CheckFormPage(entry: typed, way: .nik, trouble: .notFound),
        CheckFormPage(trouble: .tooMany(minutes: 10)),
        answer(.selected(payer: Phrase("Pemerintah Kota Bekasi", en: "City of Bekasi"))),
        answer(.selected(payer: nil), history: [], nik: nil, own: nil),
        answer(.checking), answer(.fieldCheck),
        answer(.waiting(position: 214, village: "Bekasi Jaya")),
        answer(.refused([outOfCity])),
        answer(.insured),
        answer(.toCorrect([nameDiffers])),
    ]
}
