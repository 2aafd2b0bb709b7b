package import Civic
package import Programme

extension QueuePage {
    /// One case in the list.
    package struct Row: Sendable {
        package let number: String
        package let name: String
        package let nik: NIK?
        package let occupation: Phrase?
        package let rt: Int?
        package let rw: Int?
        package let decile: Int?
        package let state: CaseState
        package let lane: CaseLane
        package let work: WorkAnswer?
        package let version: Int
        /// The one reason that matters; nil where every condition is met.
        package let reason: Phrase?

        package init(
            number: String, name: String, nik: NIK?, occupation: Phrase?, rt: Int?, rw: Int?,
            decile: Int?, state: CaseState, lane: CaseLane, work: WorkAnswer?, version: Int,
            reason: Phrase?
        ) {
            self.number = number
            self.name = name
            self.nik = nik
            self.occupation = occupation
            self.rt = rt
            self.rw = rw
            self.decile = decile
            self.state = state
            self.lane = lane
            self.work = work
            self.version = version
            self.reason = reason
        }

        func view(_ say: Speech) -> View {
            [
                "number": .text(number), "name": .text(name),
                "href": .text(Address.queueCase(number)),
                "nik": .text(nik?.masked ?? "–"),
                "occupation": .text(occupation.map(say.text) ?? "–"),
                "rtRW": .text(QueueWords.rtRW(rt, rw)),
                "decile": .text(decile.map { "\($0)" } ?? "–"),
                "badge": .part(QueueWords.badge(state, lane, say)),
                "workText": .text(work == nil ? "–" : QueueWords.work(work, say)),
                "note": .text(reason.map(say.text) ?? say("queue-all-met")),
                "state": .text(state.rawValue), "version": .text("\(version)"),
                "isDone": .flag(state != .open),
            ]
        }
    }

    /// How far the work is.
    package struct Progress: Sendable {
        package let waiting: Int
        package let inField: Int
        package let doneByMe: Int
        package let doneByAll: Int
        /// When all will be done at the present speed, seen from `now`; nil where nobody can tell.
        package let end: Moment?
        package let now: Moment

        package init(
            waiting: Int, inField: Int, doneByMe: Int, doneByAll: Int, end: Moment?, now: Moment
        ) {
            self.waiting = waiting
            self.inField = inField
            self.doneByMe = doneByMe
            self.doneByAll = doneByAll
            self.end = end
            self.now = now
        }

        package func waitingText(_ say: Speech) -> String {
            say("queue-waiting", ["jumlah": say.number(waiting)])
        }

        package func doneText(_ say: Speech) -> String {
            say("queue-done-today", ["jumlah": say.number(doneByMe)])
        }

        /// `Sisa 218, dengan kecepatan Anda selesai 14.20.` Empty where nobody can tell.
        package func paceText(_ say: Speech) -> String {
            guard let end else { return "" }
            let time = end.day == now.day ? end.clock : say.moment(end)
            return say("queue-pace", ["jumlah": say.number(waiting), "waktu": time])
        }

        func view(_ say: Speech) -> View {
            [
                "waitingText": .text(waitingText(say)), "doneText": .text(doneText(say)),
                "allText": .text(
                    say(
                        "queue-done-all",
                        ["jumlah": say.number(doneByAll), "lapangan": say.number(inField)])),
                "paceText": .text(paceText(say)),
            ]
        }
    }
}
