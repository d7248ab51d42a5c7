using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace StoryBot.Storage.Model;

/// <summary>The tables. Each database has its own derived context, because each has its own migrations.</summary>
internal abstract class StoryBotContext(DbContextOptions options) : DbContext(options)
{
    private const int IdLength = 200;
    private const int HashLength = 64;

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<CitationRow> Citations => Set<CitationRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<GapRow> Gaps => Set<GapRow>();

    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<OutboxContentRow> OutboxContents => Set<OutboxContentRow>();

    public DbSet<ReplicaRow> Replicas => Set<ReplicaRow>();

    public DbSet<ChannelStoryRow> ChannelStories => Set<ChannelStoryRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.HasKey(entry => new { entry.Platform, entry.EventId });
            row.Property(entry => entry.Platform).HasMaxLength(HashLength);
            row.Property(entry => entry.EventId).HasMaxLength(IdLength);
            row.HasIndex(entry => entry.Owner).HasFilter("\"FinishedAt\" IS NULL");
            row.HasIndex(entry => entry.ReceivedAt);
        });
        OnAnswers(modelBuilder);
        modelBuilder.Entity<TurnRow>(row =>
        {
            row.HasKey(entry => entry.Id);
            row.HasIndex(entry => new { entry.Conversation, entry.Id });
            row.HasIndex(entry => new { entry.Platform, entry.Person });
            row.HasIndex(entry => entry.At);
        });
        modelBuilder.Entity<FeedbackRow>(row =>
        {
            row.HasIndex(entry => new { entry.Story, entry.Id });
            row.HasIndex(entry => new { entry.Platform, entry.Person });
            row.HasIndex(entry => entry.At);
        });
        modelBuilder.Entity<GapRow>(row =>
        {
            row.HasIndex(entry => new { entry.Story, entry.Words }).HasFilter("\"ClosedAt\" IS NULL");
            row.HasIndex(entry => new { entry.Platform, entry.Person });
            row.HasIndex(entry => entry.At);
        });
        modelBuilder.Entity<SnapshotRow>(row => row.HasKey(entry => new { entry.Story, entry.Id }));
        OnDigests(modelBuilder);
        modelBuilder.Entity<ReplicaRow>(row => row.HasKey(entry => entry.Id));
        modelBuilder.Entity<ChannelStoryRow>(row => row.HasKey(entry => new { entry.Platform, entry.Workspace, entry.Channel }));
    }

    private static void OnAnswers(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AnswerRow>(row =>
        {
            row.HasKey(entry => entry.Id);
            row.HasIndex(entry => new { entry.Platform, entry.Person });
            row.HasIndex(entry => new { entry.Story, entry.At });
            row.HasIndex(entry => new { entry.Platform, entry.Workspace, entry.Channel, entry.At }).HasFilter("\"AskedWords\" IS NOT NULL");
            row.HasIndex(entry => entry.At);
            row.HasMany(entry => entry.Citations).WithOne().HasForeignKey(entry => entry.AnswerId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<CitationRow>(row =>
        {
            row.HasKey(entry => new { entry.AnswerId, entry.Record });
            // Everything that looking for answers to correct needs: those that read as the record does now are passed over at once, and of each
            // place the newest is the last, because ids are in the order of time.
            row.HasIndex(entry => new { entry.Story, entry.Record, entry.Hash, entry.Place, entry.AnswerId });
        });
    }

    private static void OnDigests(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SubscriptionRow>(row =>
        {
            row.HasKey(entry => entry.Id);
            row.HasIndex(entry => new { entry.Platform, entry.Workspace, entry.Channel });
            row.HasIndex(entry => entry.NextAt).HasFilter("\"IsPaused\" = FALSE");
        });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.HasKey(entry => entry.Sequence);
            row.HasIndex(entry => entry.Key).IsUnique();
            // What is posted long since is far more than what waits, and is not to be passed over at each look.
            row.HasIndex(entry => new { entry.Sequence, entry.State, entry.NextAttempt }).HasFilter("\"State\" < 2");
            row.HasIndex(entry => new { entry.Lane, entry.Sequence }).HasFilter("\"State\" < 2");
            row.HasIndex(entry => entry.PostedAt);
        });
        modelBuilder.Entity<OutboxContentRow>(row =>
        {
            row.HasKey(entry => entry.Hash);
            row.Property(entry => entry.Hash).HasMaxLength(HashLength);
        });
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

/// <summary>The tables in an SQLite file.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StoryBotContext(options);

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StoryBotContext(options);
