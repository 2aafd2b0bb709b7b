import Civic

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the lists that ``JSONText`` wrote.
enum StoredList {
    static func rows(_ text: String) throws(Problem) -> [[String?]] {
        try decoded([[String?]].self, text)
    }

    static func strings(_ text: String) throws(Problem) -> [String?] {
        try decoded([String?].self, text)
    }

    static func object(_ text: String) throws(Problem) -> [String: String] {
        try decoded([String: String].self, text)
    }

    private static func decoded<T: Decodable>(_ type: T.Type, _ text: String) throws(Problem) -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw Problem.storeDamaged("JSON")
        }
    }
}
