internal import CSQLite

/// A prepared statement; finalized when it goes away.
///
/// Text goes in and comes out by byte count, never as a C string, so that NUL bytes and invalid sequences survive.
/// A statement may outlive its ``Connection`` (the handle is closed with `sqlite3_close_v2`, which waits for it).
@safe public struct Statement: ~Copyable {
  // Because the handle belongs to this value alone and is not null: `prepare` checked it, `deinit` finalizes it.
  private let handle: OpaquePointer
  /// The statement as written.
  public let sql: String
  /// How many values ``bind(_:)`` takes.
  public let argumentCount: Int

  init(adopting handle: OpaquePointer, sql: String) {
    unsafe self.handle = unsafe handle
    self.sql = sql
    argumentCount = unsafe Int(sqlite3_bind_parameter_count(handle))
  }

  deinit {
    // Because no call uses the handle after this. The result repeats the last step's error, which was thrown then.
    unsafe sqlite3_finalize(handle)
  }

  /// Number of columns of a row.
  public var columnCount: Int { unsafe Int(sqlite3_column_count(handle)) }

  /// Whether the statement leaves the database's content as it is.
  public var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }

  /// A column's name.
  public func columnName(_ column: Int) -> String {
    // Because SQLite keeps the name until the statement is finalized, and it is copied here.
    unsafe sqlite3_column_name(handle, Int32(column)).map { unsafe String(cString: $0) } ?? ""
  }

  // MARK: Binding and stepping

  /// Starts the statement anew with these values.
  /// - Throws: ``SQLiteError`` with code `SQLITE_RANGE` when the number of values is not ``argumentCount``.
  public func bind(_ values: [Value]) throws(SQLiteError) {
    reset()
    guard values.count == argumentCount else {
      throw SQLiteError(
        code: SQLITE_RANGE, message: "\(argumentCount) values expected, \(values.count) given", context: "bind",
        sql: sql)
    }
    for (i, value) in values.enumerated() { try bind(value, at: Int32(i + 1)) }
  }

  private func bind(_ value: Value, at index: Int32) throws(SQLiteError) {
    switch value {
    case .null: try check(unsafe sqlite3_bind_null(handle, index))
    case .integer(let integer): try bind(integer, at: Int(index))
    case .real(let real): try bind(real, at: Int(index))
    case .text(let text): try bind(text, at: Int(index))
    case .utf8(let bytes):
      try check(unsafe bytes.withUnsafeBytes { unsafe bindText($0, at: index, csqlite_transient()) })
    case .blob(let bytes):
      let code = unsafe bytes.withUnsafeBytes { bytes in
        // Because the buffer is valid during the call and SQLite copies it before returning (SQLITE_TRANSIENT). A null
        // pointer would bind NULL: an empty blob needs a call of its own.
        unsafe bytes.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : sqlite3_bind_blob64(
            handle, index, bytes.baseAddress, UInt64(bytes.count), csqlite_transient())
      }
      try check(code)
    }
  }

  // One value at a time, for statements that run for each row of a report: no list is made. Places count from 1; a value
  // stays until another takes its place.

  public func bind(_ value: Int64, at place: Int) throws(SQLiteError) {
    try check(unsafe sqlite3_bind_int64(handle, Int32(place), value))
  }

  public func bind(_ value: Int, at place: Int) throws(SQLiteError) { try bind(Int64(value), at: place) }

  public func bind(_ value: Double, at place: Int) throws(SQLiteError) {
    try check(unsafe sqlite3_bind_double(handle, Int32(place), value))
  }

  /// Binds a number, or NULL for none.
  public func bind(_ value: Int?, at place: Int) throws(SQLiteError) {
    if let value { try bind(Int64(value), at: place) } else { try bindNull(at: place) }
  }

  /// Binds a number, or NULL for none.
  public func bind(_ value: Int64?, at place: Int) throws(SQLiteError) {
    if let value { try bind(value, at: place) } else { try bindNull(at: place) }
  }

  /// Binds a number, or NULL for none.
  public func bind(_ value: Double?, at place: Int) throws(SQLiteError) {
    if let value { try bind(value, at: place) } else { try bindNull(at: place) }
  }

  /// Binds a copy of the text.
  public func bind(_ value: String, at place: Int) throws(SQLiteError) {
    var value = value
    // Because the buffer is valid during the call and SQLite copies it before returning (SQLITE_TRANSIENT).
    let code = value.withUTF8 { bytes in
      unsafe bindText(UnsafeRawBufferPointer(bytes), at: Int32(place), csqlite_transient())
    }
    try check(code)
  }

  public func bindNull(at place: Int) throws(SQLiteError) { try check(unsafe sqlite3_bind_null(handle, Int32(place))) }

  private func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw failure(code, "bind") }
  }

  private func bindText(
    _ bytes: UnsafeRawBufferPointer, at index: Int32, _ lifetime: sqlite3_destructor_type?
  ) -> Int32 {
    // Because an empty buffer may have no address, which would bind NULL instead of the empty text. The caller keeps the
    // bytes for as long as `lifetime` says.
    guard let address = bytes.baseAddress else {
      return unsafe sqlite3_bind_text64(handle, index, "", 0, csqlite_transient(), UInt8(SQLITE_UTF8))
    }
    return unsafe sqlite3_bind_text64(
      handle, index, address.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), lifetime, UInt8(SQLITE_UTF8))
  }

  /// Runs the statement to its end with what is bound, ignoring rows.
  public func runBound() throws(SQLiteError) {
    while try step() {}
    reset()
  }

  /// Runs the statement to its end with what is bound and with a long text, which is lent and not copied.
  /// - Parameters:
  ///   - text: UTF-8; its place is NULL afterwards.
  ///   - isBlob: whether it is a blob instead, any bytes.
  public func runBound(lending text: Span<UInt8>, at place: Int, isBlob: Bool = false) throws(SQLiteError) {
    let failure: SQLiteError? = unsafe text.withUnsafeBufferPointer { bytes in
      // Because the buffer is valid within this closure, and SQLite gives it up in `bind_null` before it ends
      // (SQLITE_STATIC, the null destructor).
      defer { unsafe sqlite3_bind_null(handle, Int32(place)) }
      do throws(SQLiteError) {
        let bytes = UnsafeRawBufferPointer(bytes)
        try check(
          unsafe isBlob && !bytes.isEmpty
            ? sqlite3_bind_blob64(handle, Int32(place), bytes.baseAddress, UInt64(bytes.count), nil)
            : bindText(bytes, at: Int32(place), nil))
        try runBound()
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Goes to the next row.
  /// - Returns: false after the last row.
  public func step() throws(SQLiteError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = failure(code, "step")
      reset()
      throw error
    }
  }

  /// Runs the statement to its end, ignoring rows.
  public func run(_ values: [Value] = []) throws(SQLiteError) {
    try bind(values)
    while try step() {}
    reset()
  }

  /// Ends the run: releases locks; values stay bound.
  public func reset() {
    // Because the result repeats the last step's error, which was thrown then.
    _ = unsafe sqlite3_reset(handle)
  }

  private func failure(_ code: Int32, _ context: String) -> SQLiteError {
    // Because the handle of the connection stays valid until its last statement is finalized.
    unsafe SQLiteError.of(sqlite3_db_handle(handle), code: code, context: context, sql: sql)
  }

  // MARK: The current row

  public func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  public func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  /// A count, a place or a year. Numbers beyond ``furthest``, which only a hostile file has, come as that, so that reckoning
  /// with a few of them cannot overflow.
  public func int(_ column: Int) -> Int { max(-Self.furthest, min(Self.furthest, Int(integer(column)))) }

  /// More than any count, place or year of an archive.
  public static let furthest = 1 << 53

  public func real(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  /// A text; invalid sequences are repaired, NUL bytes kept.
  public func text(_ column: Int) -> String {
    withBytes(column) { bytes in
      // Because the span is valid within this closure and the string copies it.
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// A text or blob, exactly as stored.
  public func bytes(_ column: Int) -> [UInt8] {
    withBytes(column) { bytes in
      // Because the span is valid within this closure and the array copies it.
      unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    }
  }

  /// Appends a text or blob, exactly as stored; a number as SQLite writes it; nothing for NULL.
  public func append(_ column: Int, to bytes: inout [UInt8]) {
    // Because SQLite keeps the bytes until the next step, reset or conversion of this column, and they are copied at
    // once; the count is asked after the address, as SQLite demands.
    guard let address = unsafe sqlite3_column_blob(handle, Int32(column)) else { return }
    let count = unsafe Int(sqlite3_column_bytes(handle, Int32(column)))
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: count))
  }

  public func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

  public func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

  public func optionalReal(_ column: Int) -> Double? { isNull(column) ? nil : real(column) }

  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// Lends the bytes of a text or blob without copying them; empty for NULL.
  public func withBytes<Result>(_ column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    // Because SQLite keeps the bytes until the next step, reset or conversion of this column, none of which can
    // happen while the closure borrows them; the count is asked after the address, as SQLite demands.
    let index = Int32(column)
    let isBlob = unsafe sqlite3_column_type(handle, index) == SQLITE_BLOB
    let address =
      unsafe isBlob ? sqlite3_column_blob(handle, index) : UnsafeRawPointer(sqlite3_column_text(handle, index))
    let count = unsafe address == nil ? 0 : Int(sqlite3_column_bytes(handle, index))
    let start = unsafe address?.assumingMemoryBound(to: UInt8.self)
    let buffer = unsafe UnsafeBufferPointer(start: start, count: count)
    return unsafe body(Span(_unsafeElements: buffer))
  }
}
