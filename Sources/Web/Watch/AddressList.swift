package import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Network addresses and networks, as `10.20.0.7` and `10.20.0.0/16`.
package struct AddressList: Sendable {
    private struct Network {
        let bytes: [UInt8]
        let bits: Int
    }

    private let networks: [Network]

    /// This machine itself.
    private static let loopback = [
        Network(bytes: [127, 0, 0, 0], bits: 8),
        Network(bytes: [UInt8](repeating: 0, count: 15) + [1], bits: 128),
    ]

    /// Loopback and the `others`.
    ///
    /// - Throws: `address-form`.
    package init(loopbackAnd others: [String]) throws(Problem) {
        var networks = AddressList.loopback
        for text in others {
            guard let network = AddressList.network(text) else { throw AddressList.unknown(text) }
            networks.append(network)
        }
        self.networks = networks
    }

    func contains(_ address: String) -> Bool {
        guard let bytes = AddressList.bytes(address) else { return false }
        return networks.contains { AddressList.isIn($0, bytes) }
    }

    private static func isIn(_ network: Network, _ address: [UInt8]) -> Bool {
        guard address.count == network.bytes.count else { return false }
        let (whole, rest) = (network.bits / 8, network.bits % 8)
        guard address.prefix(whole) == network.bytes.prefix(whole) else { return false }
        guard rest > 0 else { return true }
        return (address[whole] ^ network.bytes[whole]) >> UInt8(8 - rest) == 0
    }

    private static func network(_ text: String) -> Network? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let bytes = bytes(String(first)) else { return nil }
        guard parts.count == 2 else { return Network(bytes: bytes, bits: bytes.count * 8) }
        guard let bits = Int(parts[1]), (0...bytes.count * 8).contains(bits) else { return nil }
        return Network(bytes: bytes, bits: bits)
    }

    /// Four bytes or sixteen; nil for what is no address.
    private static func bytes(_ text: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        // An IPv4 visitor of a server that listens on IPv6.
        let isMapped = sixteen.prefix(10).allSatisfy { $0 == 0 } && sixteen[10...11] == [255, 255]
        return isMapped ? Array(sixteen.suffix(4)) : sixteen
    }

    private static func unknown(_ text: String) -> Problem {
        Problem(
            .usage, "address-form",
            Phrase("\"\(text)\" bukan alamat jaringan.", en: "\"\(text)\" is no network address."),
            do: Phrase(
                "Contoh: --metrics-from 10.20.0.0/16", en: "Example: --metrics-from 10.20.0.0/16"))
    }
}
