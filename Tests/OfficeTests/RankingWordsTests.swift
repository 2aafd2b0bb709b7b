import Civic
import Office
import Programme
import Testing

@Suite("The order of need in words")
struct RankingWordsTests {
    @Test func `names every step with its figures`() {
        let policy = RankingPolicy(
            decileGroups: [[1, 2, 3], [4, 5]], seed: 7, floorPerVillage: 20)
        let rule = RankingWords.rule(policy)
        #expect(rule.indonesian.hasPrefix("Desil 1–3, lalu 4–5; lalu pekerjaan paling berisiko"))
        #expect(rule.indonesian.contains("benih 7"))
        #expect(rule.indonesian.contains("sedikitnya 20 orang"))
        #expect(rule.english.contains("Deciles 1–3, then 4–5"))
    }

    @Test func `a group of one decile is written as one`() {
        let policy = RankingPolicy(decileGroups: [[1], [2, 3]], seed: 1, floorPerVillage: 0)
        #expect(RankingWords.rule(policy).indonesian.hasPrefix("Desil 1, lalu 2–3;"))
    }
}
