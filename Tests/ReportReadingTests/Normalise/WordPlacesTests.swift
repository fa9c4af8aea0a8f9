import Testing

@testable import ReportReading

/// What the places of a text let through: no word may be lost.
@Suite struct WordPlacesTests {
  /// Texts in which a word stands at the end, before a character, before a letter, and before another word.
  private static let surroundings = [("", ""), ("在", "，"), ("a", "b"), ("，", "建设发展年"), ("年", "\n")]

  private static func expectPlaces(
    of words: some Sequence<[UInt8]>, _ reader: WordPlaces.Readers,
    in list: (WordPlaces) -> WordPlaces.List, _ location: SourceLocation = #_sourceLocation
  ) {
    for word in words {
      for (before, after) in surroundings {
        let text = Array(before.utf8) + word + Array(after.utf8)
        let isFound = list(WordPlaces(text)).from(before.utf8.count).first.map {
          Int($0.offset) == before.utf8.count && $0.readers.contains(reader)
        }
        if isFound != true {
          Issue.record("\(String(decoding: text, as: UTF8.self)) has no place", sourceLocation: location)
        }
      }
    }
  }

  @Test func everyWordOfIdentificationHasAPlace() {
    Self.expectPlaces(of: IdentityWords.standard.words.map(\.bytes), .identity) { $0.identification }
  }

  @Test func everyNameHasAPlace() {
    let index = Gazetteer.standard.index
    let names = stride(from: 0, to: index.forms.count, by: 7).map { Array(index.bytes(of: $0)) }
    Self.expectPlaces(of: names, .names) { $0.identification }
  }

  @Test(arguments: ["一、", "（三）", "第一，", "2、", "①"])
  func everyNumberBehindAMarkHasAPlace(number: String) {
    Self.expectPlaces(of: ["。", "；", "：", "，", "!", ","].map { Array(($0 + number).utf8) }, .numbering) { $0.structure }
  }

  @Test(arguments: ["各位代表", "过去一年", "主要预期目标", "清醒", "未来五年"])
  func cuesHavePlaces(cue: String) {
    let text = Array(("建设。" + cue + "建设").utf8)
    let places = WordPlaces(text).structure.all
    #expect(places.contains { $0.offset == 9 && $0.readers.contains(.cues) })
  }

  /// Two characters that words begin with, in words that are none.
  @Test(arguments: ["建设", "发展", "社会", "农村"])
  func otherWordsHaveNone(word: String) {
    let places = WordPlaces(Array((word + "者的心声").utf8))
    #expect(!places.identification.all.contains { $0.readers.contains(.identity) })
  }
}
