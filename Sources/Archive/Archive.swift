public enum ArchiveStub {}
