package import Civic
import Crypto

/// What a row of a list is known again by when lists come anew: agency, NIK, name and birth date as
/// written, keyed, so that nobody without the key file learns anything from it.
package struct LinkMark: Hashable, Sendable {
    /// 16 bytes.
    let bytes: [UInt8]
}

/// Makes marks. The key is the one of erasures, which stays when other keys are changed, so that a
/// mark made years ago still fits.
package struct LinkMarks: Sendable {
    private let key: SymmetricKey

    init(_ ring: KeyRing) { key = ring.erasures }

    /// Of the row of an agency (by id) that says this.
    package func mark(agency: String, name: String, birth: Day?, nik: NIK?) -> LinkMark {
        let number = nik.map { String($0.digits) } ?? "-"
        let day = birth.map { String($0.number) } ?? "-"
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("link-row|\(agency)|\(number)|\(day)|\(name)".utf8), using: key)
        return LinkMark(bytes: Array(code.prefix(16)))
    }
}
