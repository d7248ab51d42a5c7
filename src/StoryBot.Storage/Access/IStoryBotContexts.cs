using Microsoft.EntityFrameworkCore;
using StoryBot.Storage.Model;

namespace StoryBot.Storage.Access;

/// <summary>Makes contexts of the configured database. Safe to share between threads.</summary>
internal interface IStoryBotContexts
{
    /// <summary>A context for one piece of work.</summary>
    StoryBotContext Create();
}

/// <summary>Takes contexts of one database from its pool.</summary>
internal sealed class StoryBotContexts<TContext>(IDbContextFactory<TContext> factory) : IStoryBotContexts
    where TContext : StoryBotContext
{
    /// <inheritdoc/>
    public StoryBotContext Create() => factory.CreateDbContext();
}
