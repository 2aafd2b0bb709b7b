/// Where a paper that came back is not the one that was sent.
package struct PaperDifference: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Something else stands on the page.
        case text
        /// The page did not come back.
        case missing
        /// The page was put in.
        case added
    }

    /// From 1.
    package let page: Int
    package let kind: Kind

    package init(page: Int, kind: Kind) {
        self.page = page
        self.kind = kind
    }
}

/// Compares the text of two papers page by page, word by word.
///
/// How words are broken into lines, and blanks between them, do not count. Signing adds words of its
/// own (`Ditandatangani secara elektronik …`): lines of the signed paper that begin with one of
/// `additions` are passed over.
package struct PaperComparison: Sendable {
    private let additions: [String]

    package init(additions: [String]) { self.additions = additions.map { $0.lowercased() } }

    /// The pages that differ, in order, of the text of each page as it was sent and as it came back.
    package func differences(draft: [String], signed: [String]) -> [PaperDifference] {
        (0..<max(draft.count, signed.count)).compactMap { page in
            if page >= signed.count { return PaperDifference(page: page + 1, kind: .missing) }
            if page >= draft.count { return PaperDifference(page: page + 1, kind: .added) }
            guard words(of: draft[page]) != words(of: signed[page]) else { return nil }
            return PaperDifference(page: page + 1, kind: .text)
        }
    }

    private func words(of page: String) -> [Substring] {
        page.split { $0.isNewline || $0 == "\u{c}" }
            .filter { line in !isAddition(line) }
            .flatMap { line in line.split { $0.isWhitespace || $0 == "\u{ad}" } }
    }

    private func isAddition(_ line: Substring) -> Bool {
        guard !additions.isEmpty else { return false }
        let text = line.drop(while: \.isWhitespace).lowercased()
        return additions.contains { text.hasPrefix($0) }
    }
}
