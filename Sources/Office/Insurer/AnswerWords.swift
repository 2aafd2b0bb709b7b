import Civic

/// What the insurer writes into the cells of an answer.
struct AnswerWords: Sendable {
    enum Status: Sendable { case accepted, refused, pending }

    /// Why the insurer refuses people, and what the city says for it.
    struct Refusal: Sendable {
        /// Letters and digits of the insurer's codes, leading zeros left out.
        let codes: Set<String>
        /// Letters of words in its remarks.
        let words: [String]
        let reason: String

        init(codes: [String], words: [String], reason: String) {
            self.codes = Set(codes.map(AnswerWords.code))
            self.words = words.map(AnswerWords.letters)
            self.reason = reason
        }
    }

    private let exact: [String: Status]
    private let refusedBeginnings: [String]
    let refusals: [Refusal]

    init(accepted: [String], refused: [String], pending: [String], refusals: [Refusal]) {
        var exact: [String: Status] = [:]
        for word in accepted { exact[AnswerWords.letters(word)] = .accepted }
        for word in pending { exact[AnswerWords.letters(word)] = .pending }
        for word in refused { exact[AnswerWords.letters(word)] = .refused }
        self.exact = exact
        refusedBeginnings = refused.map(AnswerWords.letters)
        self.refusals = refusals
    }

    /// What a status means; nil for an unknown one. A refusal may go on to tell why; of an
    /// acceptance nothing may follow, as "belum aktif" is none.
    func status(_ cell: String) -> Status? {
        let letters = AnswerWords.letters(cell)
        if let status = exact[letters] { return status }
        return refusedBeginnings.contains { letters.hasPrefix($0) } ? .refused : nil
    }

    /// The city's reason for a refusal; nil for an unknown one.
    func reason(code: String, remark: String) -> String? {
        let written = AnswerWords.code(code)
        if !written.isEmpty, let known = refusals.first(where: { $0.codes.contains(written) }) {
            return known.reason
        }
        let letters = AnswerWords.letters(remark)
        guard !letters.isEmpty else { return nil }
        return refusals.first { $0.words.contains { letters.contains($0) } }?.reason
    }

    /// A code by which the insurer would refuse for this reason.
    func code(for reason: String) -> String? {
        refusals.first { $0.reason == reason }?.codes.sorted().first
    }

    private static func code(_ text: String) -> String {
        let kept = letters(text).drop { $0 == "0" }
        return String(kept)
    }

    private static func letters(_ text: String) -> String {
        let kept = text.utf8.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }.map(ASCII.upper)
        return String(decoding: kept, as: UTF8.self)
    }
}
