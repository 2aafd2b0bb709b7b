import Civic
import Pages

/// What happened to a person's case and what comes next, told as far as it is known.
enum CheckHistory {
    static func events(
        of standing: CheckAnswerPage.Standing, proposed: Day?, checked: Day
    ) -> [HistoryEvent] {
        let first = proposed.map { day in
            HistoryEvent(
                text: Phrase("Nama Anda masuk daftar", en: "Your name was put on a list"),
                day: day, state: .done)
        }
        let check = HistoryEvent(
            text: Phrase("Data Anda diperiksa", en: "Your data was checked"),
            day: checked, state: .current)
        let next = next(after: standing).map { HistoryEvent(text: $0, day: nil, state: .expected) }
        return [first, check, next].compactMap(\.self)
    }

    /// Nil where nothing is to be waited for.
    private static func next(after standing: CheckAnswerPage.Standing) -> Phrase? {
        switch standing {
        case .selected: Phrase("Penetapan penerima", en: "The decree names those covered")
        case .waiting: Phrase("Giliran Anda bila ada tempat", en: "Your turn when a place is free")
        case .checking: Phrase("Petugas memastikan data Anda", en: "An officer confirms your data")
        case .fieldCheck:
            Phrase("Petugas RW memastikan pekerjaan Anda", en: "The RW officer confirms your work")
        case .toCorrect:
            Phrase(
                "Pemeriksaan ulang setelah data diperbaiki",
                en: "A new check once the data is right")
        case .refused, .insured: nil
        }
    }
}
