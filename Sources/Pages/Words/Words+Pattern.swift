extension Words {
    /// A sentence with placeholders in braces: `Data per {tanggal}`.
    package struct Pattern: Sendable {
        private enum Piece: Sendable {
            case text(String)
            case placeholder(String)
        }

        private let pieces: [Piece]

        package init(_ text: String) {
            var pieces: [Piece] = []
            var rest = Substring(text)
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}")
            {
                pieces.append(.text(String(rest[..<open])))
                pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
                rest = rest[rest.index(after: close)...]
            }
            pieces.append(.text(String(rest)))
            self.pieces = pieces
        }

        package var placeholders: Set<String> {
            Set(
                pieces.compactMap { piece in
                    if case .placeholder(let name) = piece { name } else { nil }
                })
        }

        /// The sentence with every placeholder that `values` knows filled in.
        package func filled(_ values: [String: String]) -> String {
            pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .placeholder(let name): values[name] ?? "{\(name)}"
                }
            }.joined()
        }
    }
}
