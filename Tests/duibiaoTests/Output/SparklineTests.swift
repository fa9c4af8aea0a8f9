import Testing

@testable import duibiao

@Suite struct SparklineTests {
  @Test(
    arguments: [
      ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([8, nil, 1], "█ ▁"), ([5, 5], "▅▅"), ([], ""), ([nil, nil], ""),
      ([-3.7, 8], "▁█"),
    ] as [([Double?], String)]) func showsTheCourse(numbers: [Double?], line: String)
  {
    #expect(Sparkline.text(numbers) == line)
  }

  @Test func marksABreak() {
    #expect(Sparkline.text([1, 2, 3], breaks: [false, true, false]) == "▁¦▅█")
  }
}
