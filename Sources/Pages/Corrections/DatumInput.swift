package import Civic
package import Programme

/// The fields of a form into which somebody writes what a datum should be.
package struct DatumInput: Sendable {
    package struct Option: Sendable {
        package let value: String
        package let name: Phrase

        package init(value: String, name: Phrase) {
            self.value = value
            self.name = name
        }
    }

    package let field: CorrectionField
    /// What may be chosen, for a field with a choice.
    package let options: [Option]
    /// What stands in the field already, as the datum is kept.
    package let written: String

    package init(field: CorrectionField, options: [Option], written: String) {
        self.field = field
        self.options = options
        self.written = written
    }

    func view(_ say: Speech) -> View {
        [
            "label": .text(field.text(say)),
            "typed": .part(typedView),
            "date": .part(field == .birth ? dateView : nil),
            "choice": .part(choiceView(say)),
            "question": .part(questionView),
        ]
    }

    private var typedView: View? {
        guard [.name, .address, .nik].contains(field) else { return nil }
        return [
            "writtenText": .text(written), "isNIK": .flag(field == .nik),
            "isOther": .flag(field != .nik),
        ]
    }

    private func choiceView(_ say: Speech) -> View? {
        guard field == .decile || field == .occupation else { return nil }
        return ["options": .list(options.map { option(say, $0) })]
    }

    private func option(_ say: Speech, _ option: Option) -> View {
        [
            "value": .text(option.value), "optionName": .text(say.text(option.name)),
            "isSelected": .flag(option.value == written),
        ]
    }

    private var questionView: View? {
        guard field.isQuestion else { return nil }
        return ["isYes": .flag(written == "yes"), "isNo": .flag(written == "no")]
    }

    private var dateView: View {
        let parts = Day(iso: written)?.parts
        return [
            "dayText": .text(parts.map { "\($0.day)" } ?? ""),
            "monthText": .text(parts.map { "\($0.month)" } ?? ""),
            "yearText": .text(parts.map { "\($0.year)" } ?? ""),
        ]
    }
}
