import Civic
import Store
import Testing

@Suite struct ScopeTests {
    private let district = SampleCity.districts[0]
    private let other = SampleCity.districts[1]
    private let village = SampleCity.villages[0]

    @Test func `a village inside a district of the scope adds nothing`() {
        #expect(Scope.areas([village, district, other, village]) == .areas([other, district]))
    }

    @Test func `narrowing never widens`() {
        #expect(Scope.city.narrowed(to: village) == .areas([village]))
        #expect(Scope.areas([district]).narrowed(to: village) == .areas([village]))
        #expect(Scope.areas([village]).narrowed(to: district) == .areas([village]))
        #expect(Scope.areas([other]).narrowed(to: village) == .areas([]))
        #expect(
            Scope.agency("welfare").narrowed(to: village)
                == Scope(agency: "welfare", areas: [village]))
    }
}
