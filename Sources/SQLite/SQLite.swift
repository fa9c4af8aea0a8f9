public enum SQLiteStub {}
