package import Civic

/// The segments of the insurer's members.
package enum Segment: String, CaseIterable, Sendable {
    /// Bukan Penerima Upah: no employer.
    case bpu
    /// Penerima Upah: wage workers.
    case pu
    case construction
    case migrant
}

/// A membership that the insurer already knows of.
package struct OtherMembership: Hashable, Sendable {
    package let segment: Segment
    package let isActive: Bool
    /// Who pays it, as the insurer's list says.
    package let payer: String

    package init(segment: Segment, isActive: Bool, payer: String) {
        self.segment = segment
        self.isActive = isActive
        self.payer = payer
    }
}

/// Why somebody cannot be enrolled.
package enum EnrolmentObstacle: Hashable, Sendable {
    /// Younger than the setting `enrolmentAgeMin`, in years.
    case belowMinimumAge(Int)
    /// Has reached the age, in years, from which nobody is enrolled.
    case reachedAgeLimit(Int)
    /// One person has one membership without employer, whoever pays it.
    case duplicateCoverage(payer: String)
}

extension Law {
    /// What stands against covering a person from `day`.
    ///
    /// Enrolment is possible up to the day before the birthday of the age limit. A member of long
    /// standing stays covered after it where the setting `coverAfterAgeLimit` says so.
    ///
    /// - Parameters:
    ///   - birthDate: date of birth.
    ///   - day: the first day of cover.
    ///   - isMember: whether the person has been enrolled before and only continues.
    ///   - others: what the insurer already knows of the person.
    /// - Returns: all obstacles; none when nothing stands against it.
    /// - Throws: a problem of kind input when no law was in force.
    package func obstacles(
        toEnrolling birthDate: Day, on day: Day, isMember: Bool = false,
        others: [OtherMembership] = []
    ) throws(Problem) -> [EnrolmentObstacle] {
        var reading = LawReading(self, on: day)
        let limit = try reading.count(.enrolmentAgeEnd)
        let age = birthDate.age(on: day)
        var obstacles: [EnrolmentObstacle] = []
        if age < settings.enrolmentAgeMin {
            obstacles.append(.belowMinimumAge(settings.enrolmentAgeMin))
        }
        if age >= limit, !(isMember && settings.coverAfterAgeLimit) {
            obstacles.append(.reachedAgeLimit(limit))
        }
        if let other = others.first(where: isDuplicate) {
            obstacles.append(.duplicateCoverage(payer: other.payer))
        }
        return obstacles
    }

    /// Whether a membership leaves no room for another one without employer.
    private func isDuplicate(_ other: OtherMembership) -> Bool {
        guard other.isActive else { return false }
        return other.segment == .bpu || !settings.wageWorkerMayJoin
    }
}
