package import Civic
package import Intake
package import Store

/// An agency's own list, as it comes in.
package struct ReferenceUpload: Sendable {
    package enum Content: Sendable {
        case file(name: String, bytes: [UInt8])
        case pasted(String)
    }

    package let content: Content
    /// The day on which the list was true.
    package let dataDay: Day
    /// What the columns mean, by position; nil to find out.
    package let columns: [Column?]?

    package init(content: Content, dataDay: Day, columns: [Column?]?) {
        self.content = content
        self.dataDay = dataDay
        self.columns = columns
    }
}

/// What became of a list.
package enum ReferenceOutcome: Sendable {
    case kept
    /// Nobody can tell which column holds the names: somebody must say.
    case needsColumns(UploadedList)
}

extension Desk {
    /// What a column of such a list may be said to mean.
    package static let referenceColumns: [Column] = [
        .name, .nik, .birthDate, .occupation, .village, .district,
    ]

    package func referenceLists(for viewer: Viewer) async throws(Problem) -> [ReferenceListRecord] {
        try await store.referenceLists(of: try ask(of: viewer).agency, limit: 12)
    }

    /// Reads a list and puts it in the place of the agency's one before.
    package func replaceReferences(
        _ upload: ReferenceUpload, key: String, for viewer: Viewer
    ) async throws(Problem) -> ReferenceOutcome {
        let voice = try await voice(of: viewer)
        let today = Day.jakarta(at: .now())
        guard upload.dataDay <= today else { throw Desk.futureDay() }
        var list = try read(upload, voice.agency, upload.columns, today)
        let headings = list.headings.joined(separator: "|")
        let known = try await store.referenceColumns(of: voice.ask.agency, under: headings)
        if upload.columns == nil, let columns = Desk.columns(known) {
            list = try read(upload, voice.agency, columns, today)
        }
        guard list.holdsPeople, list.columns.contains(.name) else { return .needsColumns(list) }
        let rows = list.rows.compactMap { Desk.row($0, list, region) }
        _ = try await store.replaceReferences(
            NewReferenceList(
                agency: voice.ask.agency, dataDay: upload.dataDay, file: list.fileName,
                digest: list.digest, read: list.rows.count, rows: rows),
            voice.ask, by: act(viewer, "reference", key))
        if let columns = upload.columns.map(Desk.text), columns != known {
            try await store.rememberReferenceColumns(
                columns, of: voice.ask.agency, under: headings,
                by: Act(actor: viewer.account.login, at: .now()))
        }
        return .kept
    }

    private func read(
        _ upload: ReferenceUpload, _ agency: Agency, _ columns: [Column?]?, _ today: Day
    ) throws(Problem) -> UploadedList {
        let reader = UploadReader(context: region.intake(asOf: today))
        switch upload.content {
        case .file(let name, let bytes):
            try region.uploads.require(bytes.count, .reference, file: nil)
            return try reader.read(
                bytes: bytes, fileName: name, agency: agency, columns: columns)
        case .pasted(let text):
            try region.uploads.require(text.utf8.count, .reference, file: nil)
            return try reader.read(pasted: text, agency: agency, columns: columns)
        }
    }

    private static func row(
        _ row: UploadedRow, _ list: UploadedList, _ region: Region
    ) -> NewReferenceRow? {
        guard let person = row.person, !person.name.isEmpty else { return nil }
        let work = Int(person.occupation)
        let place = Int(person.place)
        return NewReferenceRow(
            record: row.number, name: list.string(person.name),
            birth: person.birthPrecision == .yearOnly ? nil : person.birthDay,
            nik: person.nik == 0 ? nil : NIK(digits: person.nik),
            occupation: work < 0 ? nil : region.occupations[work].code,
            place: place < 0 ? nil : region.places.entries[place].code)
    }

    private static func text(_ columns: [Column?]) -> String {
        columns.map { $0?.rawValue ?? "" }.joined(separator: ",")
    }

    private static func columns(_ text: String?) -> [Column?]? {
        text?.split(separator: ",", omittingEmptySubsequences: false).map { name in
            Column(rawValue: String(name))
        }
    }

    private static func futureDay() -> Problem {
        Problem(
            .input, "reference-day",
            Phrase("Tanggal data ada di masa depan.", en: "The day of the data lies ahead."),
            do: Phrase("Isi tanggal daftar itu dibuat.", en: "Enter the day the list was made."))
    }
}
