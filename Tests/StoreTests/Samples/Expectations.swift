import Civic
import Store
import Testing

/// Expects `body` to fail with the problem of this code.
func expectProblem(
    _ code: String, _ location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Any
) async {
    do {
        _ = try await body()
        Issue.record("expected \(code), but nothing failed", sourceLocation: location)
    } catch let problem as Problem {
        #expect(problem.code == code, sourceLocation: location)
    } catch {
        Issue.record("expected \(code), but got \(error)", sourceLocation: location)
    }
}

extension PersonSummary {
    /// Whether the store tells of `person` what was handed over.
    func matches(_ person: ImportedPerson) -> Bool {
        let isPlaceRight =
            district == person.place?.district
            && village == (person.place?.level == .village ? person.place : nil)
        return number == person.number.text && name == person.name && birth == person.birth
            && sex == person.sex && nik == person.nik && isPlaceRight
            && occupation == person.occupation && decile == person.decile
            && standing == person.standing && reasons == person.reasons && rank == person.rank
            && waitingPlace == person.waitingPlace && fund == person.fund
            && proposed == person.proposed && sources == person.rows.count
    }
}
