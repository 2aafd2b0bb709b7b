package import Civic
import Courier
package import Store

/// Sends files over a channel until they have arrived, and brings answers in. A file that arrived
/// although nobody said so arrives as the same file again.
package struct InsurerSending: Sendable {
    private let store: CityStore
    private let region: Region
    private let channel: any InsurerChannel
    private let tries: Int
    /// Waits before the next try; the number of tries so far is given.
    private let pause: @Sendable (Int) async -> Void

    package init(
        _ store: CityStore, _ region: Region, over channel: any InsurerChannel, tries: Int,
        pause: @escaping @Sendable (Int) async -> Void
    ) {
        self.store = store
        self.region = region
        self.channel = channel
        self.tries = tries
        self.pause = pause
    }

    /// Over the service of the city's branch, with pauses that double.
    init(_ store: CityStore, _ region: Region, over service: InsurerTemplate.Service)
        throws(Problem)
    {
        self.init(
            store, region, over: ServiceChannel(try Courier(service.address)),
            tries: service.tries
        ) { tries in
            // Whoever waits no longer goes on at once.
            try? await Task.sleep(for: .seconds(service.secondsBetween << (tries - 1)))
        }
    }

    /// Sends a file that was made before.
    ///
    /// - Throws: what the channel says at the last try; `insurer-file-changed` when the file cannot
    ///   be made again as it was.
    package func send(_ id: Int, by act: Act) async throws(Problem) {
        let desk = EnrolmentDesk(store: store, region: region)
        guard let content = try await desk.file(id, by: act) else {
            throw InsurerProblem.unknownFile()
        }
        guard content.file.handover == nil else { return }
        var trouble: Problem?
        for attempt in 1...tries {
            try await store.noteInsurerTry(id)
            trouble = await attemptToSend(content.content)
            guard let found = trouble, found.kind == .service, attempt < tries else { break }
            await pause(attempt)
        }
        if let trouble { throw trouble }
        _ = try await store.handOver(id, "layanan", over: .service, by: act)
    }

    private func attemptToSend(_ file: EnrolmentFile) async -> Problem? {
        var trouble: Problem?
        do throws(Problem) { try await channel.send(file) } catch { trouble = error }
        return trouble
    }

    /// Sends again what somebody sent and what did not arrive. What cannot arrive does not keep the
    /// rest from being sent.
    ///
    /// - Throws: the last thing that went wrong.
    package func resend(by act: Act) async throws(Problem) {
        var trouble: Problem?
        for file in try await store.insurerFilesUnderWay() {
            do throws(Problem) { try await send(file.id, by: act) } catch { trouble = error }
        }
        if let trouble { throw trouble }
    }

    /// Takes every answer in that has come to files sent over this channel.
    ///
    /// - Returns: files that are new, in order.
    package func fetch(by act: Act) async throws(Problem) -> [Int] {
        var found: [Int] = []
        for file in try await store.insurerFilesWithService() {
            for reply in try await channel.answers(to: file.digest) {
                let intake = try await InsurerIntakeDesk(store: store, region: region).take(
                    InsurerUpload(
                        name: reply.name, bytes: reply.bytes, kind: file.kind.answer,
                        month: file.month, fund: file.fund, answers: file.id, channel: .service),
                    by: act)
                if !intake.isKnown { found.append(intake.file) }
            }
        }
        return found
    }
}
