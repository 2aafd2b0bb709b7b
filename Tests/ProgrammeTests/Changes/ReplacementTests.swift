import Civic
import Testing

@testable import Programme

/// Who takes a place: the same kelurahan first, in the frozen order, whoever cannot is passed over
/// with the reason.
@Suite struct ReplacementTests {
    private let here = PlaceCode("32.75.01.1001")
    private let there = PlaceCode("32.75.01.1002")

    private func person(
        _ place: Int, _ village: PlaceCode?, listed: Bool = true, reason: String? = nil,
        verified: Bool = true, occupation: String? = "online_ojek"
    ) -> WaitingCandidate {
        WaitingCandidate(
            number: "N\(place)", place: place, village: village, occupation: occupation,
            isListed: listed, reason: reason, isVerified: verified)
    }

    @Test func `the next of the same kelurahan comes before an earlier one of another`() {
        let found = Replacement(
            from: [person(1, there), person(9, here), person(4, here)], village: here,
            paidBy: nil)
        #expect(found == Replacement(number: "N4", skipped: []))
    }

    @Test func `where none is left there, the next of all`() {
        let found = Replacement(
            from: [person(7, there), person(3, there), person(9, here, reason: "A13")],
            village: here, paidBy: nil)
        #expect(found.number == "N3")
        #expect(found.skipped == [.init(number: "N9", reason: .refused("A13"))])
    }

    @Test func `whoever cannot take the place is passed over with the reason`() {
        let found = Replacement(
            from: [
                person(1, here, listed: false), person(2, here, reason: "A4"),
                person(3, here, verified: false), person(4, here, occupation: "street_vendor"),
                person(5, here),
            ], village: here, paidBy: FundTerms(occupations: ["online_ojek"]))
        #expect(found.number == "N5")
        #expect(found.skipped.map(\.reason) == [.gone, .refused("A4"), .unverified, .fund])
        for skipped in found.skipped {
            #expect(SkipReason(code: skipped.reason.code) == skipped.reason)
        }
    }

    @Test func `people without a kelurahan are nobody's neighbours`() {
        let found = Replacement(
            from: [person(2, nil), person(1, there)], village: nil, paidBy: nil)
        #expect(found.number == "N1")
    }

    @Test func `nobody is left`() {
        #expect(Replacement(from: [], village: here, paidBy: nil).number == nil)
    }
}
