import Civic

/// Reads the small attributes of rows and cells.
enum CellReference {
    /// The column of a reference such as `AB12`, counted from 0; nil without letters. Whatever lies
    /// beyond three letters is further right than any sheet goes, and is cut to be merely too far.
    static func column(_ reference: UnsafePointer<CChar>) -> Int? {
        var column = 0
        var at = reference
        while true {
            let letter = ASCII.upper(UInt8(bitPattern: at.pointee)) &- UInt8(ascii: "A")
            guard letter < 26, at - reference < 5 else { break }
            column = column * 26 + Int(letter) + 1
            at += 1
        }
        return column > 0 ? column - 1 : nil
    }

    /// A whole number without sign of at most nine digits, and nothing else.
    static func number(_ text: UnsafePointer<CChar>) -> Int? {
        var value = 0
        var at = text
        while let digit = ASCII.digit(UInt8(bitPattern: at.pointee)), at - text < 9 {
            value = value * 10 + digit
            at += 1
        }
        return at > text && at.pointee == 0 ? value : nil
    }
}
