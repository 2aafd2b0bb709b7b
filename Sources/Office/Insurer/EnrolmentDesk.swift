import Civic
import Store

/// Makes files that ask for people, and makes them again.
struct EnrolmentDesk {
    let store: CityStore
    let region: Region

    /// Makes a file of everybody of a fund who waits for one of this kind; nil when nobody does.
    func make(
        _ fund: String, _ kind: InsurerFile.Kind = .enrol, by act: Act
    ) async throws(Problem) -> Int? {
        let people = try await store.enrolments(waitingFor: fund, kind)
        let months = people.compactMap { kind == .end ? $0.ended : $0.months.lowerBound }
        guard let first = months.min() else { return nil }
        let paying = try await self.fund(fund)
        let made = try EnrolmentFile(
            kind, people, of: paying, on: .jakarta(at: act.at), region)
        let file = NewInsurerFile(
            kind: kind, month: first, fund: fund, name: made.name, digest: made.digest,
            channel: .file)
        if kind == .end { return try await store.tellEnds(people, in: file, by: act) }
        return try await store.enrol(people.map(\.number), in: file, by: act)
    }

    /// The bytes of a file that was made before; nil when there is none.
    ///
    /// - Throws: `insurer-file-changed` when people of it were corrected since, so that it would not
    ///   be the same file.
    func file(
        _ id: Int, by act: Act
    ) async throws(Problem) -> (file: InsurerFile, content: EnrolmentFile)? {
        guard let (file, people) = try await store.reopenInsurerFile(id, by: act),
            let fund = file.fund
        else { return nil }
        let content = try EnrolmentFile(
            file.kind, people, of: try await self.fund(fund), on: .jakarta(at: file.at), region)
        guard content.digest == file.digest else { throw InsurerProblem.fileChanged(file.name) }
        return (file, content)
    }

    private func fund(_ id: String) async throws(Problem) -> Fund {
        let known = try await store.funds().first { $0.fund.id == id }
        guard let known else { throw InsurerProblem.unknownFile() }
        return known.fund
    }
}
