import Testing

@testable import ReportReading

/// The search in what is in order finds what a plain one finds.
@Suite struct AscendingTests {
  @Test(arguments: 0..<20) func findsTheFirst(count: Int) {
    // Each number twice, so that the first of equal ones is asked for.
    let numbers = (0..<count).map { $0 / 2 * 3 }
    for low in 0...count {
      for least in -1...(3 * count) {
        let found = Ascending.first(of: low..<count, from: least) { numbers[$0] }
        #expect(found == numbers[low...].firstIndex { $0 >= least } ?? count)
      }
    }
  }
}
