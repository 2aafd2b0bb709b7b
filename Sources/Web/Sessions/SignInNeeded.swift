import Hummingbird
import Pages

/// Thrown where nobody is signed in but somebody must be.
struct SignInNeeded: Error {
    /// Where to go afterwards.
    let next: String

    var address: String { SignInNeeded.address(Address.login, next: next) }

    static func address(_ address: String, next: String?) -> String {
        next.map { "\(address)?lanjut=\($0)" } ?? address
    }

    /// An address on this site, or nil.
    static func local(_ text: String?) -> String? {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return nil }
        return text
    }
}
