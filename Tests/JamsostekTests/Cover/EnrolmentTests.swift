import Civic
import Jamsostek
import Testing

struct EnrolmentTests {
    /// Examples 14 and 15, enrolment on 5 November 2025.
    @Test(arguments: [
        ("1960-11-06", []), ("1960-11-05", [EnrolmentObstacle.reachedAgeLimit(65)]),
        ("1980-01-01", []), ("2007-11-06", [.belowMinimumAge(18)]), ("2007-11-05", []),
    ])
    func `age decides who can be enrolled`(
        _ birth: String, _ obstacles: [EnrolmentObstacle]
    ) throws {
        let found = try law.obstacles(toEnrolling: day(birth), on: day("2025-11-05"))
        #expect(found == obstacles)
    }

    @Test func `a region may ask for another lowest age`() throws {
        let young = try NationalData.law(overriding: ["enrolmentAgeMin": "17"])
        #expect(try young.obstacles(toEnrolling: day("2007-11-06"), on: day("2025-11-05")) == [])
    }

    @Test func `a member stays covered past the age limit, by setting`() throws {
        let (birth, on) = (day("1955-01-01"), day("2026-01-01"))
        #expect(try law.obstacles(toEnrolling: birth, on: on, isMember: true) == [])
        let strict = try NationalData.law(overriding: ["coverAfterAgeLimit": "false"])
        #expect(
            try strict.obstacles(toEnrolling: birth, on: on, isMember: true)
                == [.reachedAgeLimit(65)])
    }

    /// Example 16: already active under the province.
    @Test func `an active membership elsewhere is duplicate coverage`() throws {
        let province = OtherMembership(segment: .bpu, isActive: true, payer: "Pemprov Jabar")
        let found = try law.obstacles(
            toEnrolling: day("1980-01-01"), on: day("2025-11-05"), others: [province])
        #expect(found == [.duplicateCoverage(payer: "Pemprov Jabar")])
    }

    @Test func `an ended membership and a job with wages leave room`() throws {
        let others = [
            OtherMembership(segment: .bpu, isActive: false, payer: "Pemprov Jabar"),
            OtherMembership(segment: .pu, isActive: true, payer: "PT Contoh"),
        ]
        let (birth, on) = (day("1980-01-01"), day("2025-11-05"))
        #expect(try law.obstacles(toEnrolling: birth, on: on, others: others) == [])
        let strict = try NationalData.law(overriding: ["wageWorkerMayJoin": "false"])
        #expect(
            try strict.obstacles(toEnrolling: birth, on: on, others: others)
                == [.duplicateCoverage(payer: "PT Contoh")])
    }
}
