namespace StoryBot.Storage.Tests.Conformance;

// The same tests on an SQLite file.

public sealed class SqliteEventTests() : EventConformance(StoreProvider.Sqlite);

public sealed class SqliteAnswerTests() : AnswerConformance(StoreProvider.Sqlite);

public sealed class SqliteOutboxTests() : OutboxConformance(StoreProvider.Sqlite);

public sealed class SqliteSubscriptionTests() : SubscriptionConformance(StoreProvider.Sqlite);

public sealed class SqliteArchiveTests() : ArchiveConformance(StoreProvider.Sqlite);

public sealed class SqlitePrivacyTests() : PrivacyConformance(StoreProvider.Sqlite);
