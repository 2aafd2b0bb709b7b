/// A bar cut into parts of a whole, for how far a programme has come and who pays for it.
///
/// The drawing is 1000 units wide whatever its width on screen; parts keep a gap so that they can
/// be told apart without colour, and the caller lists them as text beside it.
struct StackedMeter {
    struct Part {
        let look: String
        let count: Int
    }

    static let width = 1000
    private static let gap = 4

    let parts: [Part]
    let whole: Int
    /// The whole drawing in one sentence.
    let sentence: String

    func view() -> View {
        var before = 0
        var drawn: [View] = []
        for part in parts where part.count > 0 {
            let start = position(of: before)
            before += part.count
            drawn.append([
                "x": .text("\(start)"),
                "width": .text("\(max(2, position(of: before) - start - StackedMeter.gap))"),
                "partLook": .text(part.look),
            ])
        }
        return ["meterSentence": .text(sentence), "meterParts": .list(drawn)]
    }

    private func position(of count: Int) -> Int {
        let total = max(whole, parts.reduce(0) { $0 + $1.count })
        return total > 0 ? count * StackedMeter.width / total : 0
    }
}
