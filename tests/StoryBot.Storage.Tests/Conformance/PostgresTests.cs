namespace StoryBot.Storage.Tests.Conformance;

// The same tests on PostgreSQL.

public sealed class PostgresEventTests() : EventConformance(StoreProvider.Postgres);

public sealed class PostgresAnswerTests() : AnswerConformance(StoreProvider.Postgres);

public sealed class PostgresOutboxTests() : OutboxConformance(StoreProvider.Postgres);

public sealed class PostgresSubscriptionTests() : SubscriptionConformance(StoreProvider.Postgres);

public sealed class PostgresArchiveTests() : ArchiveConformance(StoreProvider.Postgres);

public sealed class PostgresPrivacyTests() : PrivacyConformance(StoreProvider.Postgres);
