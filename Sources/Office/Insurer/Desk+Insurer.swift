package import Civic
import Courier
import Jamsostek
package import Store

/// The exchange with the insurer.
extension Desk {
    private static let filesShown = 60

    /// Who waits for files of this kind, by fund: to be enrolled, or to be told of as ended.
    package func enrolmentQueues(
        _ kind: InsurerFile.Kind = .enrol, for viewer: Viewer
    ) async throws(Problem) -> [EnrolmentQueue] {
        try viewer.require(.exchangeInsurer)
        return try await store.enrolmentQueues(kind)
    }

    /// The funds that files are about.
    package func insurerFunds(for viewer: Viewer) async throws(Problem) -> [Fund] {
        try viewer.require(.exchangeInsurer)
        return try await store.funds().map(\.fund)
    }

    /// Makes a file of everybody of a fund who waits for one of this kind; nil when nobody does.
    package func makeEnrolmentFile(
        _ fund: String, _ kind: InsurerFile.Kind = .enrol, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int? {
        try viewer.require(.exchangeInsurer)
        return try await EnrolmentDesk(store: store, region: region).make(
            fund, kind, by: act(viewer, kind == .end ? "tell-ends" : "enrol", key: key))
    }

    /// The last day on which an answer to a file that went out is in time, counted from the day it
    /// was handed over, or from when it was made while it was not.
    package func insurerAnswerDue(_ file: InsurerFile) -> Day {
        law.officeDay(
            region.insurer.deadlineDays,
            workingDaysAfter: .jakarta(at: file.handover?.at ?? file.at))
    }

    /// The bytes of a file that was made before, with full numbers, which is noted; nil when there
    /// is none.
    package func enrolmentFile(
        _ id: Int, for viewer: Viewer
    ) async throws(Problem) -> EnrolmentFile? {
        try viewer.require(.exchangeInsurer)
        return try await EnrolmentDesk(store: store, region: region).file(
            id, by: act(viewer, "insurer", key: nil))?.content
    }

    /// Notes by whom and how a file was handed over; false when there is no such file.
    package func handOver(
        _ id: Int, _ manner: String, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try viewer.require(.exchangeInsurer)
        return try await store.handOver(
            id, String(Text.trimmed(manner).prefix(120)), over: .file,
            by: act(viewer, "insurer", key: nil))
    }

    /// Sends a file over the service of the branch.
    package func sendInsurerFile(_ id: Int, for viewer: Viewer) async throws(Problem) {
        try viewer.require(.exchangeInsurer)
        try await sending().send(id, by: act(viewer, "insurer", key: nil))
    }

    /// Takes in what the service has answered; files that are new.
    package func fetchInsurerAnswers(for viewer: Viewer) async throws(Problem) -> [Int] {
        try viewer.require(.exchangeInsurer)
        return try await sending().fetch(by: act(viewer, "insurer", key: nil))
    }

    /// Takes a file of the insurer in.
    package func takeInsurerFile(
        _ upload: InsurerUpload, for viewer: Viewer
    ) async throws(Problem) -> InsurerIntake {
        try viewer.require(.exchangeInsurer)
        try region.uploads.require(
            upload.bytes.count, .reference, file: UploadReader.shown(upload.name))
        return try await InsurerIntakeDesk(store: store, region: region).take(
            upload, by: act(viewer, "insurer", key: nil))
    }

    /// The latest files that went this way.
    package func insurerFiles(
        _ way: InsurerFile.Way, for viewer: Viewer
    ) async throws(Problem) -> [InsurerFileRecord] {
        try viewer.require(.exchangeInsurer)
        return try await store.insurerFiles(way, limit: Desk.filesShown)
    }

    package func insurerFile(
        _ id: Int, for viewer: Viewer
    ) async throws(Problem) -> InsurerFileRecord? {
        try viewer.require(.exchangeInsurer)
        return try await store.insurerFile(id)
    }

    /// Lines of a file with one of `effects` after the line `position`.
    package func insurerLines(
        of file: Int, _ effects: [LineEffect], after position: Int, limit: Int,
        for viewer: Viewer
    ) async throws(Problem) -> [InsurerLine] {
        try viewer.require(.exchangeInsurer)
        return try await store.insurerLines(
            of: file, effects, after: position, limit: limit)
    }

    private func sending() throws(Problem) -> InsurerSending {
        guard let service = region.insurer.service else { throw InsurerProblem.noService() }
        return try InsurerSending(store, region, over: service)
    }
}
