import Civic
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Office
import Store
import StoreSQLite
import Synchronization

@testable import Web

/// A site on a new store, asked through its real router.
final class TestSite: Sendable {
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String
        /// As they came, of a file.
        let bytes: [UInt8]

        /// Whether it is a PDF that a browser saves under this name.
        func isPaper(_ name: String) -> Bool {
            status == 200 && headers[.contentType] == "application/pdf"
                && headers[.contentDisposition] == "attachment; filename=\"\(name)\""
                && bytes.starts(with: Array("%PDF-".utf8))
        }

        /// The cookie's value, as a browser keeps it.
        func cookie(_ name: String) -> String? {
            let name = name + "="
            for value in headers[values: .setCookie] where value.hasPrefix(name) {
                return value.dropFirst(name.count).split(separator: ";").first.map(String.init)
            }
            return nil
        }
    }

    /// Lines of the log.
    final class Lines: Sendable {
        private let held = Mutex<[String]>([])

        var all: [String] { held.withLock { $0 } }

        func add(_ line: String) { held.withLock { $0.append(line) } }
    }

    let store: TestCity
    let app: WebApp
    let lines = Lines()
    private let responder: RouterResponder<WebContext>

    init(
        _ store: TestCity, isBehindProxy: Bool = false, metricsFrom: [String] = []
    ) throws {
        self.store = store
        let data = try Sample().data
        let lines = lines
        var logger = Logger(label: "test") { _ in JSONLogHandler(write: lines.add) }
        logger.logLevel = .trace
        app = try WebApp(
            desk: Desk(
                store: store.city, region: try data.region("bekasi"), law: try data.law(),
                access: try data.access()),
            data: data, isSample: false,
            options: WebOptions(
                host: "127.0.0.1", port: 1, isBehindProxy: isBehindProxy,
                metricsFrom: try AddressList(loopbackAnd: metricsFrom),
                // A machine that runs all tests at once is slow.
                patience: .seconds(120), samples: []),
            logger: logger)
        responder = app.router().buildResponder()
    }

    func ask(
        _ path: String, _ headers: [String: String] = [:], method: HTTPRequest.Method = .get,
        form: String = "", from address: String = "127.0.0.1"
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields[name] = value
        }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "sigap.test", path: path,
            headerFields: fields)
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: SocketAddress(ipAddress: address, port: 40_000)).get()
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: form))),
            context: WebContext(source: .init(channel: channel, logger: app.logger)))
        let body = BodyCollector.Bytes()
        try await response.body.write(BodyCollector(bytes: body))
        return Answer(
            status: response.status.code, headers: response.headers, text: body.text,
            bytes: body.all)
    }
}

/// Takes what an answer writes.
private struct BodyCollector: ResponseBodyWriter {
    final class Bytes: Sendable {
        private let held = Mutex<[UInt8]>([])

        var all: [UInt8] { held.withLock { $0 } }
        var text: String { String(decoding: all, as: UTF8.self) }

        func add(_ buffer: ByteBuffer) {
            held.withLock { $0.append(contentsOf: buffer.readableBytesView) }
        }
    }

    let bytes: Bytes

    mutating func write(_ buffer: ByteBuffer) async throws { bytes.add(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// A new city in a folder that goes away with it.
final class TestCity: Sendable {
    let engine: any StoreEngine
    let city: CityStore
    let key: KeyFile
    private let folder: String

    /// `secondFactor` says whether roles that need a second factor must have one.
    init(secondFactor: SecondFactorRule = .offered) async throws {
        folder = NSTemporaryDirectory() + "sigap-web-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        engine = try SQLiteEngine("\(folder)/kota.db", .create)
        key = try KeyFile.create(at: "\(folder)/kota.key")
        city = try await CityStore.create(
            on: engine, key: key, region: "bekasi", by: Act(actor: "test", at: .now()))
        try await city.setSecondFactorRule(secondFactor, by: Act(actor: "test", at: .now()))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func addAccount(_ login: String, _ password: String) async throws {
        try await city.createAccount(
            NewAccount(
                login: login, name: "Dewi Lestari", role: "manager", agency: nil, areas: [],
                password: password), by: Act(actor: "test", at: .now()))
    }

    func tamper(_ statement: String) async throws {
        try await engine.write { writer throws(Problem) in _ = try writer.execute(statement) }
    }
}
