package import Civic

/// One row of a list: what it says, what is wrong with it, and what can be done.
package struct ProposalRowView: Sendable {
    package struct Trouble: Sendable {
        package let code: String
        package let sentence: Phrase
        /// What would be right, ready to be shown; nil where nobody knows.
        package let suggestion: String?
        /// The two birth dates to choose from: in the number, and in the column.
        package let births: (number: String, column: String)?

        package init(
            code: String, sentence: Phrase, suggestion: String?,
            births: (number: String, column: String)?
        ) {
            self.code = code
            self.sentence = sentence
            self.suggestion = suggestion
            self.births = births
        }
    }

    package struct Field: Sendable {
        /// As the form sends it: the name of the column.
        package let name: String
        /// Empty for a number that is not shown.
        package let value: String
        /// `3275••••••••0417`: what stays when nothing is typed.
        package let kept: String?
        package let isWrong: Bool

        package init(name: String, value: String, kept: String?, isWrong: Bool) {
            self.name = name
            self.value = value
            self.kept = kept
            self.isWrong = isWrong
        }
    }

    package let record: Int
    package let version: Int
    package let name: String
    package let nik: String
    package let troubles: [Trouble]
    package let fields: [Field]
    /// Whether the row may be sent as it is.
    package let canBeSettled: Bool
    /// SIGAP number, once sent.
    package let number: String?

    package init(
        record: Int, version: Int, name: String, nik: String, troubles: [Trouble],
        fields: [Field], canBeSettled: Bool, number: String?
    ) {
        self.record = record
        self.version = version
        self.name = name
        self.nik = nik
        self.troubles = troubles
        self.fields = fields
        self.canBeSettled = canBeSettled
        self.number = number
    }

    func view(_ list: Int, _ group: ProposalPage.Group, _ isForm: Bool, _ say: Speech) -> View {
        [
            "rowText": .text(say("proposal-row", ["baris": say.number(record)])),
            "recordNumber": .text(String(record)),
            "rowName": .text(name.isEmpty ? say("proposal-nameless") : name),
            "nikText": .text(nik),
            "troubles": .list(troubles.map { view($0, isForm, say) }),
            "troubleLine": .text(
                troubles.map { say.text($0.sentence) }.joined(separator: " ")),
            "person": .part(
                number.map { ["personHref": .text(Address.person($0)), "number": .text($0)] }),
            "edit": .part(isForm ? editing(list, group, say) : nil),
        ]
    }

    private func view(_ trouble: Trouble, _ isForm: Bool, _ say: Speech) -> View {
        [
            "sentence": .text(say.text(trouble.sentence)),
            "suggestion": .part(
                isForm
                    ? trouble.suggestion.map {
                        [
                            "suggestionText": .text(say("proposal-use", ["nilai": $0])),
                            "code": .text(trouble.code), "formName": .text("b\(record)"),
                        ]
                    } : nil),
            "births": .part(
                isForm
                    ? trouble.births.map {
                        [
                            "numberDay": .text($0.number), "columnDay": .text($0.column),
                            "formName": .text("b\(record)"),
                        ]
                    } : nil),
        ]
    }

    private func editing(_ list: Int, _ group: ProposalPage.Group, _ say: Speech) -> View {
        let isShort = group == .ready || group == .ignored
        return [
            "formName": .text("b\(record)"),
            "action": .text(Address.proposalRow(list, record)),
            "version": .text(String(version)),
            "groupValue": .text(group.rawValue),
            "fields": .list(isShort ? [] : fields.map { view($0, say) }),
            "canSave": .flag(!isShort),
            "canSettle": .flag(group == .look && canBeSettled),
            "canIgnore": .flag(group != .ignored),
            "canTakeIn": .flag(group == .ignored),
        ]
    }

    private func view(_ field: Field, _ say: Speech) -> View {
        [
            "fieldID": .text("b\(record)-\(field.name)"),
            "fieldName": .text("k-\(field.name)"),
            "label": .text(ProposalColumn.name(field.name, say)),
            "value": .text(field.value),
            "kept": .text(field.kept ?? ""),
            "isWrong": .flag(field.isWrong),
            "isNumber": .flag(field.name == "nik"),
        ]
    }
}
