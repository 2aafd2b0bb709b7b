import Civic
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct RoundRouteTests {
    // MARK: Staff

    @Test func `an operator makes a list, prints it and keys it in`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let overview = try await yuni.get("/kerja/konfirmasi-rw")
        #expect(overview.text.contains("6 calon peserta menunggu kata RW"))
        #expect(overview.text.contains("/kerja/konfirmasi-rw/baru?kel=bekasijaya&amp;rw=11"))
        let new = try await yuni.get("/kerja/konfirmasi-rw/baru?kel=bekasijaya&rw=11")
        #expect(new.text.contains("<h1>RW 011: 5 orang</h1>"))
        let round = try await setup.makeRound(yuni)
        #expect(try await setup.makeRound(yuni) == round)
        let paper = try await yuni.get("\(round)?cetak=1")
        #expect(paper.text.contains("NAMA0 CONTOH"))
        #expect(!paper.text.contains("3275") && !paper.text.contains("BKS-"))
        let kept = try await yuni.post(
            "\(round)/jawaban", "kunci=k9&j1=ya&j2=tidak&j3=tak-kenal&j4=x&j99=ya&j5=ya")
        #expect(kept.status == 303)
        let page = try await yuni.get(round)
        #expect(page.text.contains("RW 011: 4 dari 5 sudah dijawab"))
        #expect(page.text.contains("id=\"j2-tidak\" name=\"j2\" value=\"tidak\" checked"))
        #expect(try await setup.count("confirmation") == 4)
        #expect(try await yuni.get("/kerja/konfirmasi-rw").text.contains("4 dari 5"))
    }

    @Test func `a list without a name of who answers is not made`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let answer = try await yuni.post(
            "/kerja/konfirmasi-rw", "kel=bekasijaya&rw=11&saksi=++&kunci=k1")
        #expect(answer.status == 422)
        #expect(answer.text.contains("Isi nama yang menjawab."))
        #expect(try await setup.count("confirmation_round") == 0)
    }

    @Test func `nobody reaches the lists of another kelurahan`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let round = try await setup.makeRound(yuni)
        let dani = try await setup.browser("dani")
        for path in [
            round, "\(round)?cetak=1", "/kerja/konfirmasi-rw?kel=bekasijaya",
            "/kerja/konfirmasi-rw/baru?kel=bekasijaya&rw=12", "/kerja/konfirmasi-rw/0",
            "/kerja/konfirmasi-rw/99", "/kerja/konfirmasi-rw/x",
        ] {
            #expect(try await dani.get(path).status == 404, "\(path)")
        }
        for action in ["jawaban", "tautan", "cabut", "tutup"] {
            let answer = try await dani.post("\(round)/\(action)", "kunci=d-\(action)&j1=ya")
            #expect(answer.status == 404, "\(action)")
        }
        let made = try await dani.post(
            "/kerja/konfirmasi-rw", "kel=bekasijaya&rw=12&saksi=X&kunci=d1")
        #expect(made.status == 404)
        #expect(try await setup.count("confirmation_round") == 1)
        #expect(try await setup.count("confirmation") == 0)
        #expect(try await setup.count("round_link") == 0)
        let own = try await dani.get("/kerja/konfirmasi-rw")
        #expect(own.status == 200)
        #expect(!own.text.contains("RW 011"))
    }

    @Test func `forms without the token of the session change nothing`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let round = try await setup.makeRound(yuni)
        for path in ["", "/1/jawaban", "/1/tautan", "/1/cabut", "/1/tutup"] {
            let answer = try await yuni.post(
                "/kerja/konfirmasi-rw\(path)", "kel=bekasijaya&rw=12&saksi=X&kunci=z&j1=ya",
                token: "wrong")
            #expect(answer.status == 409, "\(path)")
        }
        #expect(round == "/kerja/konfirmasi-rw/1")
        #expect(try await setup.count("confirmation_round") == 1)
        #expect(try await setup.count("confirmation") == 0)
        let nobody = try await setup.site.ask(round)
        #expect(nobody.status == 303 || nobody.status == 302)
        #expect(nobody.headers[.location]?.hasPrefix("/masuk") == true)
    }

    // MARK: The link

    @Test func `an RW opens the list with the code and taps answers`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let link = try await setup.makeLink(try await setup.makeRound(yuni), yuni)
        let shut = try await setup.site.ask(link.path)
        #expect(shut.status == 200)
        #expect(!shut.text.contains("NAMA0"))
        let phone = try await setup.phone(link)
        let list = try await phone.get(link.path)
        #expect(list.text.contains("NAMA0 CONTOH"))
        for secret in ["3275", "BKS-", "esil"] {
            let main = list.text.split(separator: "<main").last ?? ""
            #expect(!main.contains(secret), "\(secret)")
        }
        for (place, word) in [(1, "ya"), (2, "tidak"), (1, "ya")] {
            let answer = try await phone.post("\(link.path)/jawaban", "j=\(place)-\(word)")
            #expect(answer.status == 303)
            #expect(answer.headers[.location]?.hasPrefix("\(link.path)#o") == true)
        }
        #expect(try await setup.count("confirmation") == 2)
        let after = try await phone.get(link.path)
        #expect(after.text.contains("RW 011: 2 dari 5 sudah dijawab"))
        #expect(after.text.contains("Tersimpan "))
        let tap = try await setup.site.ask(
            "\(link.path)/jawaban", ["Cookie": phone.cookie, "Accept": "application/json"],
            method: .post, form: "csrf=\(phone.csrf)&j=3-ya&kunci=a1")
        #expect(tap.text.contains("\"dijawab\":3,\"dari\":5"))
    }

    @Test func `a phone without the code, or with another list's, can tap nothing`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let link = try await setup.makeLink(try await setup.makeRound(yuni), yuni)
        let other = try await yuni.post(
            "/kerja/konfirmasi-rw", "kel=bekasijaya&rw=12&saksi=Y&kunci=o1")
        let second = try await setup.makeLink(
            try #require(other.headers[.location]), yuni, key: "o2")
        let phone = try await setup.phone(second)
        for (cookie, csrf) in [
            (phone.cookie, phone.csrf), ("sigap_rw=x", "x"), (yuni.cookie, yuni.csrf),
        ] {
            let answer = try await setup.site.ask(
                "\(link.path)/jawaban", ["Cookie": cookie], method: .post,
                form: "csrf=\(csrf)&j=1-ya")
            #expect(!answer.text.contains("NAMA0"))
        }
        let mine = try await setup.phone(link)
        let forged = try await mine.post("\(link.path)/jawaban", "j=1-ya", token: "wrong")
        #expect(forged.status == 303)
        #expect(try await setup.count("confirmation") == 0)
        let foreign = try await setup.site.ask(
            "\(link.path)/jawaban", ["Cookie": mine.cookie, "Origin": "https://jahat.test"],
            method: .post, form: "csrf=\(mine.csrf)&j=1-ya")
        #expect(foreign.status == 403)
        #expect(try await setup.count("confirmation") == 0)
    }

    @Test func `codes are tried four times, from all addresses together`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let link = try await setup.makeLink(try await setup.makeRound(yuni), yuni)
        let wrong = link.code == "0000" ? "1111" : "0000"
        var said: [String] = []
        for host in 1...6 {
            let answer = try await setup.site.ask(
                "\(link.path)/kode", method: .post, form: "kode=\(wrong)",
                from: "203.0.113.\(host)")
            #expect(answer.status == 403)
            #expect(answer.cookie("sigap_rw") == nil)
            let text = answer.text
            said.append(
                String(text.firstMatch(of: /Sisa ([0-9]) kali mencoba/)?.1 ?? "-")
                    + (text.contains("Tautan ini dikunci.") ? "!" : ""))
        }
        #expect(said == ["3", "2", "1", "-!", "-!", "-!"])
        let right = try await setup.site.ask(
            "\(link.path)/kode", method: .post, form: "kode=\(link.code)")
        #expect(right.status == 403)
        #expect(right.cookie("sigap_rw") == nil)
    }

    @Test func `links that ended say so, and unknown ones do not exist`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let round = try await setup.makeRound(yuni)
        let link = try await setup.makeLink(round, yuni)
        let phone = try await setup.phone(link)
        try await setup.store.tamper(
            "UPDATE round_link SET created_at = 1, expires_at = 2")
        let late = try await phone.get(link.path)
        #expect(late.status == 410)
        #expect(
            late.text.contains("Tautan ini sudah lewat 7 hari. Minta tautan baru ke kelurahan."))
        let tap = try await phone.post("\(link.path)/jawaban", "j=1-ya")
        #expect(tap.status == 410)
        let second = try await setup.makeLink(round, yuni, key: "n2")
        #expect(try await setup.site.ask(link.path).text.contains("tidak berlaku lagi"))
        #expect(try await yuni.post("\(round)/cabut", "").status == 303)
        #expect(try await setup.site.ask(second.path).status == 410)
        #expect(try await setup.site.ask(second.path + "A").status == 404)
        #expect(try await setup.count("confirmation") == 0)
    }

    @Test func `the secret address is told to nobody`() async throws {
        let setup = try await RoundSite()
        let yuni = try await setup.browser("yuni")
        let link = try await setup.makeLink(try await setup.makeRound(yuni), yuni)
        let token = try #require(link.path.split(separator: "/").last)
        let phone = try await setup.phone(link)
        _ = try await phone.post("\(link.path)/jawaban", "j=1-ya")
        for answer in [try await setup.site.ask(link.path), try await phone.get(link.path)] {
            #expect(
                HTTPField.Name("Referrer-Policy").flatMap { answer.headers[$0] } == "no-referrer")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.text.contains("content=\"noindex\""))
            #expect(!answer.text.contains("name=\"referrer\""))
        }
        // Links of the page to other sites could carry it in their own addresses.
        let list = try await phone.get(link.path)
        let foreign = list.text.matches(of: /href="https?:[^"]*"/).map { String($0.0) }
        #expect(foreign.allSatisfy { !$0.contains(token) })
        #expect(!setup.site.lines.all.isEmpty)
        for line in setup.site.lines.all {
            #expect(!line.contains(token) && !line.contains("NAMA0"))
        }
        for event in try await setup.store.city.events(before: nil, limit: 99) {
            #expect(!"\(event)".contains(token))
        }
    }
}
