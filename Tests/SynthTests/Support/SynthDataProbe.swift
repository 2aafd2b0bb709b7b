import Civic
import Synth

/// Loads the tables with one of them spoiled.
enum SynthDataProbe {
    static func load(
        _ places: PlaceDirectory, _ occupations: OccupationCatalogue, breaking table: String
    ) throws(Problem) -> SynthData {
        try SynthData(places: places, occupations: occupations) { name throws(Problem) in
            guard name == table else { return try SampleTables.table(name) }
            return Table(name: name, text: "kind\tdukcapil\nno_such_damage\t0.5\n")
        }
    }
}
