import Civic
import Testing

@testable import Programme

@Suite struct AgreementTests {
    private func agreement(
        _ number: String, _ from: Int, _ to: Int, call: Int? = nil
    ) -> PartnerAgreement {
        PartnerAgreement(
            agency: "a", number: number, from: Day(number: Int32(from)),
            to: Day(number: Int32(to)), purpose: "p", retentionDays: 30,
            callUntil: call.map { Day(number: Int32($0)) })
    }

    @Test func `first and last days count`() {
        let one = agreement("1", 100, 200, call: 150)
        for (day, state) in [
            (99, PartnerAgreement.State.upcoming), (100, .open), (150, .open), (151, .closed),
            (200, .closed), (201, .expired),
        ] { #expect(one.state(on: Day(number: Int32(day))) == state, "\(day)") }
        #expect(agreement("2", 100, 200).state(on: Day(number: 150)) == .closed)
        // A call does not outlive its agreement.
        #expect(agreement("3", 100, 200, call: 300).state(on: Day(number: 250)) == .expired)
    }

    @Test func `rows go so many days after they were sent`() {
        #expect(
            agreement("1", 0, 1).deletionDay(ofSent: Day(number: 100)) == Day(number: 130))
    }

    @Test func `the decisive one is the most useful`() {
        let day = Day(number: 150)
        let expired = agreement("old", 0, 100)
        let next = agreement("next", 160, 300)
        let closed = agreement("closed", 100, 200)
        let open = agreement("open", 100, 180, call: 170)
        let longer = agreement("longer", 100, 190, call: 160)
        #expect([expired, next, closed, open, longer].decisive(on: day) == longer)
        #expect([expired, next, closed].decisive(on: day) == closed)
        #expect([expired, next].decisive(on: day) == next)
        #expect([expired].decisive(on: day) == expired)
        #expect([PartnerAgreement]().decisive(on: day) == nil)
    }
}
