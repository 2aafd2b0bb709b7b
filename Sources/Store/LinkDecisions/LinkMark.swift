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
    ///
    /// A name alone may be anybody's. With it goes how many rows of the agency say just that
    /// (`twins`): where more do later, nobody knows which were meant.
    package func mark(
        agency: String, name: String, birth: Day?, nik: NIK?, twins: Int = 1
    ) -> LinkMark {
        let crowd = twins > 1 && birth == nil && nik == nil ? "|\(twins)" : ""
        let number = nik.map { String($0.digits) } ?? "-"
        let day = birth.map { String($0.number) } ?? "-"
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("link-row|\(agency)|\(number)|\(day)|\(name)\(crowd)".utf8), using: key)
        return LinkMark(bytes: Array(code.prefix(16)))
    }
}
