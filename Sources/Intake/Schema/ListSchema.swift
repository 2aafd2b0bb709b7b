/// Which columns of a list say what, for lists that are no agency's: any two registers that share
/// people can be linked by naming their columns.
package struct ListSchema: Sendable, Hashable {
    /// Columns whose words together are the person's name, in any order.
    package let name: [String]
    package let birthDate: String?
    /// An identity number of any kind.
    package let number: String?
    /// Further columns that tell people apart, six at most; the same in all lists.
    package let attributes: [String]
    /// Lists, by file name without ending, that name each person once.
    package let eachPersonOnce: Set<String>

    package static let attributesMax = 6

    package init(
        name: [String], birthDate: String?, number: String?, attributes: [String],
        eachPersonOnce: Set<String>
    ) {
        self.name = name
        self.birthDate = birthDate
        self.number = number
        self.attributes = attributes
        self.eachPersonOnce = eachPersonOnce
    }
}
