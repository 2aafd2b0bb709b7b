import Civic
import Jamsostek
import Testing

struct DeadlineTests {
    /// Example 27.
    @Test func `an accident is reported within two days of the clock`() throws {
        let accident = moment("2026-01-02", 8)
        let due = try law.due(.accidentReport, after: accident)
        #expect(due == moment("2026-01-04", 8))
        #expect(try law.claimExpires(.workAccident, after: day("2026-01-02")) == day("2031-01-02"))
        #expect(try law.standing(ofReport: due, accident: accident) == .inTime)
        let late = moment("2026-01-04", 8, 1)
        #expect(try law.standing(ofReport: late, accident: accident) == .lateWithReason)
        let strict = try NationalData.law(overriding: ["lateAccidentReport": "refuse"])
        #expect(try strict.standing(ofReport: late, accident: accident) == .refused)
    }

    /// Example 28: Friday 16 January 2026 is Isra Mikraj.
    @Test func `the insurer pays within working days`() throws {
        let received = day("2026-01-09")
        #expect(try law.paymentDue(.death, receivedOn: received) == day("2026-01-14"))
        #expect(try law.paymentDue(.workAccident, receivedOn: received) == day("2026-01-21"))
    }

    /// Example 28, without the holiday.
    @Test func `without the holiday the term ends a day earlier`() throws {
        let lines = NationalData.text(of: "holidays").split(separator: "\n")
        let kept = lines.filter { !$0.hasPrefix("2026-01-16") }.joined(separator: "\n")
        let law = try NationalData.law(replacing: ["holidays": kept])
        #expect(
            try law.paymentDue(.workAccident, receivedOn: day("2026-01-09"))
                == day("2026-01-20"))
    }

    @Test func `joint leave counts as working day only by setting`() throws {
        // Thursday 24 December 2026 is joint leave, Friday is Christmas.
        let received = day("2026-12-22")
        #expect(try law.paymentDue(.death, receivedOn: received) == day("2026-12-29"))
        let office = try NationalData.law(overriding: ["jointLeaveIsWorkingDay": "true"])
        #expect(try office.paymentDue(.death, receivedOn: received) == day("2026-12-28"))
    }

    @Test func `gives no term in a year whose holidays are unknown`() {
        let problem = #expect(throws: Problem.self) {
            try law.paymentDue(.death, receivedOn: day("2027-12-30"))
        }
        #expect(problem?.code == "holidays-unknown")
    }

    @Test func `claims before PP 82/2019 lapsed after two years`() throws {
        #expect(try law.claimExpires(.death, after: day("2019-12-01")) == day("2021-12-01"))
        #expect(try law.claimExpires(.death, after: day("2019-12-02")) == day("2024-12-02"))
    }

    /// Example 37.
    @Test func `data protection allows seventy-two hours, weekends included`() throws {
        #expect(
            try law.due(.dataAccess, after: moment("2026-02-06", 10))
                == moment("2026-02-09", 10))
        #expect(
            try law.due(.breachNotice, after: moment("2026-03-01", 22, 15))
                == moment("2026-03-04", 22, 15))
    }

    @Test func `moments carry hours over midnight and back`() {
        let start = moment("2025-12-31", 23, 30)
        #expect(start.adding(hours: 1).description == "2026-01-01 00:30")
        #expect(start.adding(hours: 1).adding(hours: -1) == start)
        #expect(start.adding(hours: -24).description == "2025-12-30 23:30")
        #expect(LocalMoment(day("2026-01-01"), hour: 24) == nil)
    }
}
