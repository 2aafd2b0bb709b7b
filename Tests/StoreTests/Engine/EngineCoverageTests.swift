import Foundation
import Testing

@Suite struct EngineCoverageTests {
    /// Whoever has no PostgreSQL at hand says so with `SIGAP_TEST_SQLITE_ONLY=1`.
    @Test func `PostgreSQL is tested as well`() {
        let isLeftOut = ProcessInfo.processInfo.environment["SIGAP_TEST_SQLITE_ONLY"] == "1"
        #expect(
            TestEngine.server != nil || isLeftOut,
            "Run make unit, or set SIGAP_TEST_SQLITE_ONLY=1.")
    }
}
