package import Civic

/// What does an identity number say, and is it sound?
package struct NIKQuestion: Sendable {
    let text: String
    let day: Day
    let declaredBirth: Day?

    /// Reads the arguments of `sigap calc nik`.
    /// - Parameters:
    ///   - number: as written on a paper or in a list.
    ///   - on: the day that decides the century of birth; nil for today.
    ///   - birthDate: the birth date of another document; nil for none.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage.
    package init(
        number: String, on: String?, birthDate: String?, today: Day
    ) throws(Problem) {
        text = number
        day = try Argument("--on", on).given?.day() ?? today
        declaredBirth = try Argument("--birth-date", birthDate).given?.day()
    }
}

extension Law {
    /// Answers `sigap calc nik`. A number with doubts is valid; one with a fault is not.
    package func answer(_ question: NIKQuestion, home: HomeRegion) -> CalculatorAnswer {
        let assessment = NIKAssessment(
            question.text, on: question.day, declaredBirth: question.declaredBirth, home: home)
        let sex: JSONValue =
            switch assessment.sex {
            case .male: .string("male")
            case .female: .string("female")
            case nil: .null
            }
        let faults = assessment.fault.map { [(code: $0.rawValue, severity: "error")] } ?? []
        let doubts = assessment.doubts.map { (code: $0.rawValue, severity: "warning") }
        let problems = (faults + doubts).map { problem in
            JSONValue.object([
                JSONValue.Member("code", .string(problem.code)),
                JSONValue.Member("severity", .string(problem.severity)),
            ])
        }
        let rules = provinces.reduce(CitationSet.none) { $0.union($1.source) }
        return CalculatorAnswer(
            [
                JSONValue.Member("valid", .bool(assessment.fault == nil)),
                JSONValue.Member("sex", sex),
                JSONValue.Member("birth_date", .day(assessment.birthDate)),
                JSONValue.Member(
                    "place", assessment.place.map { .string($0.description) } ?? .null),
                JSONValue.Member("problems", .array(problems)),
            ], rules: citations(of: rules))
    }
}
