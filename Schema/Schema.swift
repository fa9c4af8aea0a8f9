/// The SQL of the archive.
public enum Schema {}
