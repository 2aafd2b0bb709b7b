extension SmallWorld {
    /// Rows that say little, as of a list that was taken by ear: half of the names are one word,
    /// a third of the birth dates are left out.
    func byEar(_ count: Int) -> List {
        let lines = people.prefix(count).enumerated().map { index, person in
            var line = Line(truth: person.truth, name: person.name, sex: person.sex)
            if index % 2 == 0 { line.name = String(person.name.prefix { $0 != " " }) }
            if index % 3 == 0 {
                (line.place, line.rt, line.rw) = (person.place, person.rt, person.rw)
            } else {
                line.birth = person.birth
            }
            return line
        }
        return List(lines)
    }
}
