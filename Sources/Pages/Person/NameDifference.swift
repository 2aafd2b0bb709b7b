/// A written name cut into runs of letters that agree with the best known name and runs that do
/// not, so that the eye finds the difference.
package enum NameDifference {
    package struct Run: Equatable, Sendable {
        package var text: String
        package var isDifferent: Bool

        package init(text: String, isDifferent: Bool) {
            self.text = text
            self.isDifferent = isDifferent
        }
    }

    static func view(of written: String, against best: String) -> [View] {
        runs(of: written, against: best).map { run in
            ["run": .text(run.text), "isDifferent": .flag(run.isDifferent)]
        }
    }

    /// Letters of `written` outside its longest common subsequence with `best` are different; case
    /// is not. Where less than half is common, it is another name and different as a whole.
    package static func runs(of written: String, against best: String) -> [Run] {
        let letters = Array(written)
        let kept = common(letters.map(folded), Array(best).map(folded))
        guard kept.count(where: { $0 }) * 2 >= letters.count else {
            return [Run(text: written, isDifferent: true)]
        }
        var runs: [Run] = []
        for (letter, isKept) in zip(letters, kept) {
            if runs.last?.isDifferent == !isKept {
                runs[runs.count - 1].text.append(letter)
            } else {
                runs.append(Run(text: String(letter), isDifferent: !isKept))
            }
        }
        return runs
    }

    private static func folded(_ letter: Character) -> String { letter.uppercased() }

    /// Which of `left` belong to the longest common subsequence.
    private static func common(_ left: [String], _ right: [String]) -> [Bool] {
        var lengths = Array(
            repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for i in left.indices.reversed() {
            for j in right.indices.reversed() {
                lengths[i][j] =
                    left[i] == right[j]
                    ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var kept = Array(repeating: false, count: left.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                kept[i] = true
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return kept
    }
}
