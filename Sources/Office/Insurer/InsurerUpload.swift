package import Civic
package import Store

/// A file of the insurer as it comes in.
package struct InsurerUpload: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package let kind: InsurerFile.Kind
    /// The month that a list is about, or that enrolment begins in.
    package let month: Month
    /// Nil for all funds.
    package let fund: String?
    package let answers: Int?
    package let channel: InsurerFile.Channel

    package init(
        name: String, bytes: [UInt8], kind: InsurerFile.Kind, month: Month, fund: String?,
        answers: Int? = nil, channel: InsurerFile.Channel = .file
    ) {
        self.name = name
        self.bytes = bytes
        self.kind = kind
        self.month = month
        self.fund = fund
        self.answers = answers
        self.channel = channel
    }
}

/// Reads files of the insurer and takes them in.
struct InsurerIntakeDesk {
    let store: CityStore
    let region: Region

    private static let kinds: Set<InsurerFile.Kind> = [.result, .end, .members, .bill]

    func take(_ upload: InsurerUpload, by act: Act) async throws(Problem) -> InsurerIntake {
        guard InsurerIntakeDesk.kinds.contains(upload.kind) else {
            throw InsurerProblem.wrongKind()
        }
        let name = UploadReader.shown(upload.name)
        let rows = try AnswerSheet(
            template: region.insurer, today: .jakarta(at: act.at),
            prefix: region.personNumberPrefix
        ).read(upload.bytes, name: name, upload.kind)
        return try await store.takeInsurerFile(
            NewInsurerFile(
                kind: upload.kind, month: upload.month, fund: upload.fund,
                answers: upload.answers, name: name, digest: Fingerprint.of(upload.bytes),
                channel: upload.channel), rows, by: act)
    }
}
