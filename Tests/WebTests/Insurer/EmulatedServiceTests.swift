import Civic
import Courier
import Office
import Testing

@testable import Store
@testable import Web

/// The emulated insurer behind HTTP on this machine, and our side of the line.
@Suite struct EmulatedServiceTests {
    /// Serves while `body` runs.
    private func serving(
        _ channel: EmulatedChannel, _ body: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        let (ports, sender) = AsyncStream<Int>.makeStream()
        let service = EmulatedService(channel)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await service.serve(host: "127.0.0.1", port: 0) { port in
                    sender.yield(port)
                    sender.finish()
                }
            }
            for await port in ports { try await body("http://127.0.0.1:\(port)") }
            group.cancelAll()
            // The server ends by being cancelled.
            while let result = await group.nextResult() { _ = result }
        }
    }

    @Test func `a delivery whose answer is lost is sent again and counts once`() async throws {
        let setup = try await InsurerSite(people: 9)
        let (city, region) = (setup.site.store.city, setup.site.app.facts.region)
        let channel = EmulatedChannel(
            InsurerEmulator(plan: EmulatorPlan(seed: 3), region: region),
            on: InsurerSite.january.firstDay, losing: 2)
        let file = try await setup.makeFile()
        let id = try #require(Int(file.split(separator: "/").last ?? ""))
        try await serving(channel) { address in
            let sending = InsurerSending(
                city, region, over: ServiceChannel(try Courier(address, seconds: 20)), tries: 3
            ) { _ in }
            try await sending.send(id, by: InsurerSite.act())
            #expect(try await sending.fetch(by: InsurerSite.act()).count == 1)
            #expect(try await sending.fetch(by: InsurerSite.act()).isEmpty)
        }
        #expect(await channel.deliveries == 3)
        #expect(await channel.insurer.peopleCovered == 9)
        let page = try await setup.reza.get(file)
        #expect(page.text.contains("9 diterima, 0 ditolak, 0 belum dijawab"))
        #expect(page.text.contains("Diserahkan: layanan"))
    }

    @Test func `a service that is not there is told plainly`() async throws {
        let courier = try Courier("http://127.0.0.1:9", seconds: 2)
        let problem = await #expect(throws: Problem.self) {
            try await courier.carry("GET", "/")
        }
        #expect(problem?.code == "courier-failed" && problem?.kind == .service)
    }

    @Test(arguments: [
        "https://127.0.0.1:1", "http://example.com", "http://10.0.0.1:80", "http://127.0.0.1:0",
        "http://127.0.0.1.example.com", "", "127.0.0.1:80",
    ])
    func `nothing leaves this machine in the clear`(_ address: String) {
        let problem = #expect(throws: Problem.self) { try Courier(address) }
        #expect(problem?.code == "courier-address")
    }
}
