package import Civic

/// `/kerja/usulan/{id}/kolom`: what the columns of a list mean, with its first rows beside them.
package struct ProposalColumnsPage: Page {
    package struct Choice: Sendable {
        /// As the form sends it.
        package let value: String
        package let name: String

        package init(value: String, name: String) {
            self.value = value
            self.name = name
        }
    }

    package struct Column: Sendable {
        /// `C`.
        package let letters: String
        package let heading: String
        /// Value of the choice that fits best; nil for a column that is not needed.
        package let guess: String?
        /// The first cells, numbers masked.
        package let cells: [String]

        package init(letters: String, heading: String, guess: String?, cells: [String]) {
            self.letters = letters
            self.heading = heading
            self.guess = guess
            self.cells = cells
        }
    }

    package static let template = "proposal-columns"
    package static let room = Room.work
    package var section: NavigationItem? { .proposals }

    package let id: Int
    package let rows: Int
    package let columns: [Column]
    /// Keys of the words that name columns, by value.
    package let choices: [String]
    package let trouble: Problem?

    package init(
        id: Int, rows: Int, columns: [Column], choices: [String], trouble: Problem? = nil
    ) {
        self.id = id
        self.rows = rows
        self.columns = columns
        self.choices = choices
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("proposal-columns-title")),
            "homeHref2": .text(Address.proposals),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "lead": .text(say("proposal-columns-lead", ["jumlah": say.number(rows)])),
            "action": .text(Address.proposalColumns(id)),
            "undoHref": .text(Address.proposalUndo(id)),
            "columns": .list(columns.enumerated().map { view($0.element, $0.offset, say) }),
        ]
    }

    private func view(_ column: Column, _ field: Int, _ say: Speech) -> View {
        let name = column.guess.map { ProposalColumn.name($0, say) }
        let guess =
            name.map { say("proposal-columns-guess", ["kolom": column.letters, "arti": $0]) }
            ?? say("proposal-columns-unknown", ["kolom": column.letters])
        return [
            "guessText": .text(guess),
            "headingText": .text(column.heading.isEmpty ? "–" : column.heading),
            "fieldName": .text("kolom\(field)"),
            "label": .text(say("proposal-columns-label", ["kolom": column.letters])),
            "options": .list(
                choices.map { value in
                    [
                        "value": .text(value),
                        "optionName": .text(ProposalColumn.name(value, say)),
                        "isSelected": .flag(value == column.guess),
                    ]
                }),
            "cells": .list(column.cells.map { ["cell": .text($0.isEmpty ? "–" : $0)] }),
        ]
    }
}

/// What columns are called.
enum ProposalColumn {
    /// The words by the names of the columns in the data.
    private static let words = [
        "nik": "proposal-column-nik",
        "name": "proposal-column-name",
        "birth_date": "proposal-column-birth-date",
        "birth_place": "proposal-column-birth-place",
        "birth_place_date": "proposal-column-birth-place-date",
        "sex": "proposal-column-sex",
        "address": "proposal-column-address",
        "rt": "proposal-column-rt",
        "rw": "proposal-column-rw",
        "rt_rw": "proposal-column-rt-rw",
        "village": "proposal-column-village",
        "district": "proposal-column-district",
        "regency": "proposal-column-regency",
        "phone": "proposal-column-phone",
        "occupation": "proposal-column-occupation",
        "family_card": "proposal-column-family-card",
        "mother_name": "proposal-column-mother-name",
        "decile": "proposal-column-decile",
        "working_status": "proposal-column-working-status",
        "willingness": "proposal-column-willingness",
        "recorded_date": "proposal-column-recorded-date",
    ]

    static func name(_ column: String, _ say: Speech) -> String { say(words[column] ?? column) }
}
