import CSodium

/// Secrets as text and back, by libsodium, whose coding takes the same time whatever the secret.
enum Base64 {
    /// The alphabet of addresses, without padding: fit for cookies.
    static func addressText(_ bytes: [UInt8]) -> String {
        text(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    }

    static func text(_ bytes: [UInt8]) -> String { text(bytes, sodium_base64_VARIANT_ORIGINAL) }

    /// Nil unless `text` is base64 with padding and nothing else.
    static func bytes(_ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: text.utf8.count)
        var count = 0
        let result = sodium_base642bin(
            &bytes, bytes.count, text, text.utf8.count, nil, &count, nil,
            sodium_base64_VARIANT_ORIGINAL)
        return result == 0 ? Array(bytes.prefix(count)) : nil
    }

    private static func text(_ bytes: [UInt8], _ variant: Int32) -> String {
        let size = sodium_base64_encoded_len(bytes.count, variant)
        var characters = [CChar](repeating: 0, count: size)
        sodium_bin2base64(&characters, size, bytes, bytes.count, variant)
        return String(decoding: characters.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
