internal import Glibc

/// Words for `errno`.
enum SystemError {
  static func text(_ code: Int32) -> String {
    switch code {
    case ENOENT: return "no such file or folder"
    case EACCES, EPERM: return "no permission"
    case EISDIR: return "is a folder"
    case ENOTDIR: return "a part of the path is not a folder"
    case ELOOP: return "symbolic links lead in a circle"
    case ENOSPC: return "the disk is full"
    default:
      // Unsafe because strerror_r fills a buffer of ours, or returns a constant of its own; both outlive the copy.
      var buffer = [CChar](repeating: 0, count: 256)
      guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "system error \(code)" }
      return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
