import Civic
import Intake
import Office
import Pages
import Store

enum ReferencesPresenter {
    static func page(
        _ voice: AgencyVoice, _ lists: [ReferenceListRecord], on today: Day,
        columns: [ReferencesPage.Column] = [], notice: ReferencesPage.Notice? = nil,
        typed: ReferencesPage.Typed = ReferencesPage.Typed(), pasted: String = "", key: String
    ) -> ReferencesPage {
        ReferencesPage(
            agency: voice.agency.name,
            lists: lists.map { list in
                ReferencesPage.List(
                    day: list.dataDay, file: list.file, rows: list.kept, who: list.actor,
                    at: JournalWords.moment(list.at))
            },
            oldMonths: voice.isOld
                ? voice.list.map { AnswersPresenter.months(since: $0.dataDay, on: today) } : nil,
            columns: columns, notice: notice, typed: typed, pasted: pasted, key: key)
    }

    private static let examplesMax = 3

    /// The columns of a list of which somebody must say what they mean.
    static func columns(_ list: UploadedList) -> [ReferencesPage.Column] {
        let width = max(list.headings.count, list.preview.map(\.count).max() ?? 0)
        return (0..<width).map { place in
            let column = place < list.columns.count ? list.columns[place] : nil
            return ReferencesPage.Column(
                letter: letters(place),
                heading: place < list.headings.count ? list.headings[place] : "",
                examples: list.preview.prefix(examplesMax).compactMap { cells in
                    place < cells.count && !cells[place].isEmpty ? cells[place] : nil
                },
                guess: column.flatMap(meaning))
        }
    }

    static func column(_ meaning: ReferencesPage.Meaning) -> Column {
        switch meaning {
        case .name: .name
        case .nik: .nik
        case .birth: .birthDate
        case .occupation: .occupation
        case .village: .village
        case .district: .district
        }
    }

    private static func meaning(_ column: Column) -> ReferencesPage.Meaning? {
        ReferencesPage.Meaning.allCases.first { self.column($0) == column }
    }

    /// What a spreadsheet calls the column.
    private static func letters(_ place: Int) -> String {
        var (letters, rest) = ("", place)
        repeat {
            letters = "\(Character(UnicodeScalar(UInt8(65 + rest % 26))))\(letters)"
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
