import Civic
import Testing

struct SeededGeneratorTests {
    /// The published sequence of SplitMix64 for the seed 1234567.
    @Test func `gives the published sequence`() {
        var generator = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<5).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `the same seed gives the same numbers, another seed others`() {
        var (one, same, other) = (
            SeededGenerator(seed: 7), SeededGenerator(seed: 7), SeededGenerator(seed: 8)
        )
        let first = (0..<100).map { _ in one.next() }
        #expect(first == (0..<100).map { _ in same.next() })
        #expect(first != (0..<100).map { _ in other.next() })
    }

    @Test func `mixing keeps numbers apart`() {
        #expect(Set((0..<100_000).map { SeededGenerator.mix($0) }).count == 100_000)
    }
}
