package import Civic

/// An emulated insurer at the end of a channel. It can lose its answer on the way, so that the
/// sender cannot know whether a file arrived.
package actor EmulatedChannel: InsurerChannel {
    private var emulator: InsurerEmulator
    private let day: Day
    private var lost: Int
    /// Deliveries that arrived, repeated ones included.
    package private(set) var deliveries = 0

    /// - Parameters:
    ///   - emulator: who answers.
    ///   - day: today.
    ///   - lost: how many of the first answers never reach the sender.
    package init(_ emulator: InsurerEmulator, on day: Day, losing lost: Int = 0) {
        self.emulator = emulator
        self.day = day
        self.lost = lost
    }

    package var insurer: InsurerEmulator { emulator }

    package func send(_ file: EnrolmentFile) async throws(Problem) {
        try deliver(file.bytes, name: file.name, digest: file.digest)
    }

    /// A file that arrives by whatever way.
    package func deliver(_ bytes: [UInt8], name: String, digest: String) throws(Problem) {
        deliveries += 1
        _ = try emulator.receive(bytes, name: name, digest: digest, on: day)
        guard lost > 0 else { return }
        lost -= 1
        throw Problem(
            .service, "emulator-lost",
            Phrase("Jawaban hilang di jalan.", en: "The answer was lost on the way."),
            do: Phrase("Kirim lagi.", en: "Send again."))
    }

    package func answers(to digest: String) async throws(Problem) -> [InsurerReply] {
        emulator.answers(to: digest)
    }
}
