import Civic
import Foundation
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store
import Testing

@testable import Web

/// The tables of access, walked over every route of the real router.
@Suite struct AccessTableTests {
    private func routes(_ site: TestSite) -> Set<String> {
        Set(
            site.app.router().routes.filter { $0.method != .head }.map { route in
                let path = "\(route.path)"
                return "\(route.method) \(path.hasPrefix("/") ? path : "/\(path)")"
            })
    }

    @Test func `every route stands in the table once, and nothing else does`() async throws {
        let lines = try PageTable().lines
        let routes = routes(try TestSite(try await TestCity()))
        let known = lines.map(\.route)
        #expect(Set(known).count == known.count, "a route stands in pages.tsv twice")
        for route in routes.subtracting(known).sorted() {
            let words = route.split(separator: " ")
            Issue.record(
                """
                Tests/WebTests/Access/pages.tsv lacks the route \(route). Add the line
                \(words[0])<tab>\(words[1])<tab>NEEDS<tab>SAMPLE
                where NEEDS is open, signed-in or an action of Data/access/grants.tsv, and SAMPLE is \
                the path with its {parts} filled in, or nothing.
                """)
        }
        for route in Set(known).subtracting(routes).sorted() {
            Issue.record("pages.tsv has the line \(route), which is no route: take it out.")
        }
    }

    @Test func `each role may do what its grants say and nothing else`() async throws {
        let site = try await AccessSite()
        for line in try PageTable().lines {
            for role in site.access.roles {
                let answer = try await site.ask(line, try await site.signIn(role.id))
                let (status, isLed) = (answer.status, answer.wantsSignIn)
                let note: Comment = "\(line) as \(role.id): \(status) \(answer.place)"
                guard case .action(let action) = line.need else {
                    #expect(status < 500 && status != 403, note)
                    if line.need != .open {
                        #expect(isLed == (line.need == .half), note)
                    }
                    continue
                }
                guard let reach = site.access.reach(of: action, for: role) else {
                    #expect(status == 403, note)
                    continue
                }
                #expect(!isLed && status != 403 && status < 500, note)
                guard line.method == "GET" else { continue }
                let isMoved = answer.isMoved
                // Who is in reach of a part of the city only may not know this person.
                let mayBeForeign =
                    line.sample.contains("{person}") && reach != .city
                    || line.sample.contains("{absent}")
                #expect(
                    status == 200 || isMoved || (mayBeForeign && status == 404), note)
            }
        }
    }

    @Test func `who is not signed in, or half, is led to the login page`() async throws {
        let site = try await AccessSite()
        for line in try PageTable().lines where line.need != .open && line.need != .watch {
            let stranger = try await site.ask(line)
            let isLed = stranger.wantsSignIn
            #expect(isLed, "\(line) without a session: \(stranger.status)")
            let half = try await site.ask(
                line, try await site.signIn("manager", isHalf: true))
            let isHalfLed = half.wantsSignIn
            #expect(
                isHalfLed == (line.need != .half), "\(line) half signed in: \(half.status)")
        }
    }

    @Test func `who must set up a second factor reaches nothing else`() async throws {
        let site = try await AccessSite(secondFactor: .required)
        for line in try PageTable().lines where line.need != .open && line.need != .watch {
            for role in site.access.roles where role.needsSecondFactor {
                let answer = try await site.ask(line, try await site.signIn(role.id))
                let (status, isLed) = (answer.status, answer.wantsSignIn)
                let note: Comment = "\(line) as \(role.id): \(status) \(answer.place)"
                if line.need == .step {
                    #expect(!isLed && status < 500, note)
                } else {
                    #expect(isLed, note)
                }
            }
        }
    }

    @Test func `a form without the token, or from another site, changes nothing`() async throws {
        let site = try await AccessSite()
        for line in try PageTable().lines where line.method == "POST" {
            let role = site.access.roles.first { role in
                guard case .action(let action) = line.need else { return true }
                return site.access.reach(of: action, for: role) != nil
            }
            let session = try await site.signIn(try #require(role).id)
            let before = try await site.eventCount()
            let foreign = try await site.ask(line, session, origin: "https://jahat.example")
            let status = foreign.status
            #expect(status == 403, "\(line) from another site")
            if line.need != .open || line.path == "/keluar" {
                let bare = try await site.ask(line, session, csrf: false)
                let note: Comment = "\(line) without the token: \(bare.status) \(bare.place)"
                let isRefused = (400..<500).contains(bare.status) || bare.wantsSignIn
                #expect(isRefused, note)
            }
            let after = try await site.eventCount()
            #expect(after == before, "\(line) did something")
        }
    }
}
