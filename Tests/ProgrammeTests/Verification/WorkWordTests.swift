import Programme
import Testing

@Suite struct WorkWordTests {
    private static let answers: [Programme.Confirmation.Answer] = [.yes, .no, .unknown, .withdrawn]
    private static let works: [WorkAnswer?] = [.known, .witnessed, .not, nil]

    @Test(arguments: [CaseState.open, .field])
    func `yes and no answer the question, whatever stood there`(_ state: CaseState) {
        for work in Self.works {
            for previous in Self.answers.map(Optional.some) + [nil] {
                let yes = WorkWord(.yes, correcting: previous, state: state, work: work)
                let no = WorkWord(.no, correcting: previous, state: state, work: work)
                #expect((yes.work, no.work) == (.witnessed, .not))
                // Whoever waited for the neighbourhood waits for the kelurahan again.
                #expect((yes.state, no.state) == (.open, .open))
            }
        }
    }

    @Test(arguments: [CaseState.approved, .refused])
    func `what was decided stays as it was decided`(_ state: CaseState) {
        for work in Self.works {
            for answer in Self.answers {
                let word = WorkWord(answer, correcting: nil, state: state, work: work)
                #expect((word.state, word.work) == (state, work))
            }
        }
    }

    @Test func `not knowing takes back what the RW said itself, and nothing else`() {
        typealias Example = (Programme.Confirmation.Answer?, WorkAnswer?, WorkAnswer?)
        let examples: [Example] = [
            (nil, nil, nil), (nil, .known, .known), (nil, .witnessed, .witnessed),
            (nil, .not, .not), (.yes, .witnessed, nil), (.no, .not, nil), (.yes, .not, .not),
            (.no, .known, .known), (.unknown, .not, .not), (.yes, .known, .known),
        ]
        for (previous, before, after) in examples {
            let word = WorkWord(.unknown, correcting: previous, state: .field, work: before)
            #expect((word.state, word.work) == (.open, after), "\(String(describing: previous))")
        }
    }
}
