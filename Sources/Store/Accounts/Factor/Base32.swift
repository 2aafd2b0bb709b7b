/// Bytes as letters and digits that can be typed (RFC 4648), as apps for one-time codes read them.
package enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Without padding: apps do without it.
    package static func text(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var bits = 0
        var value = 0
        for byte in bytes {
            value = value << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                characters.append(letters[value >> bits & 31])
            }
            value &= (1 << bits) - 1
        }
        if bits > 0 { characters.append(letters[value << (5 - bits) & 31]) }
        return String(decoding: characters, as: UTF8.self)
    }
}
