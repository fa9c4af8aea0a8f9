import Testing

@testable import ReportReading

/// A list of few elements is what an array of them is.
@Suite struct FewTests {
  @Test(arguments: 0...4)
  func elements(count: Int) {
    var few = Few<Int>.none
    for element in 0..<count { few.append(element) }
    #expect(Array(few) == Array(0..<count) && few.count == count && few.first == (count > 0 ? 0 : nil))
    few.update { $0 += 10 }
    #expect(Array(few) == Array(10..<(10 + count)) && Array(few.map { $0 - 10 }) == Array(Few(Array(0..<count))))
  }

  @Test func joining() {
    let names: [Words] = [Words("工业"), Words("农业"), Words("服务业")]
    #expect(Few<Words>.none.joined(separator: "、").isEmpty && Few.one(names[0]).joined(separator: "、") == "工业")
    #expect(Few(names).joined(separator: "、") == "工业、农业、服务业")
  }
}
