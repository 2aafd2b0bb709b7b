import Civic
import Testing

struct ProblemTests {
    private func problem(_ kind: Problem.Kind, at spot: Spot? = nil) -> Problem {
        Problem(
            kind, "nik-length", Phrase("NIK 15 angka.", en: "15 digits."), at: spot,
            do: Phrase("Periksa KTP.", en: "Check the card."))
    }

    @Test func `says where, what and what to do`() {
        let spot = Spot(file: "rw5.csv", row: 27, column: "NIK")
        #expect(
            problem(.input, at: spot).sentence(.indonesian)
                == "rw5.csv, baris 27, kolom NIK: NIK 15 angka. Periksa KTP.")
        #expect(
            problem(.input, at: spot).sentence(.english)
                == "rw5.csv, row 27, column NIK: 15 digits. Check the card.")
        #expect(problem(.input).sentence(.english) == "15 digits. Check the card.")
        #expect(problem(.input, at: Spot()).sentence(.english) == "15 digits. Check the card.")
    }

    @Test(
        arguments: [
            (.nothingUsable, 1), (.usage, 2), (.input, 3), (.notFound, 3), (.forbidden, 3),
            (.conflict, 3), (.service, 4),
        ] as [(Problem.Kind, Int32)])
    func `ends the command with the status of the contract`(_ kind: Problem.Kind, _ status: Int32) {
        #expect(problem(kind).exitStatus == status)
    }
}
