import ArgumentParser

@main
struct Duibiao: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "duibiao")
}
