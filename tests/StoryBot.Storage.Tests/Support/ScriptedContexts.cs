using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage.Tests.Support;

/// <summary>A database that is away, or full, when a test says so.</summary>
internal sealed class ScriptedContexts
{
    private volatile bool _isAway;
    private volatile bool _isFull;

    /// <summary>Whether nothing can be reached.</summary>
    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    /// <summary>Whether the SQLite file may not grow.</summary>
    public bool IsFull
    {
        get => _isFull;
        set => _isFull = value;
    }

    /// <summary>Puts the script before the database.</summary>
    public void AddTo(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(IStoryBotContexts)).ImplementationFactory!;
        services.RemoveAll<IStoryBotContexts>();
        services.AddSingleton<IStoryBotContexts>(provider => new Contexts(this, (IStoryBotContexts)real(provider)));
    }

    private sealed class Contexts(ScriptedContexts script, IStoryBotContexts real) : IStoryBotContexts
    {
        public StoryBotContext Create()
        {
            if (script.IsAway)
            {
                throw new NpgsqlException("the database is away");
            }

            var context = real.Create();
            if (context.Database.IsSqlite())
            {
                // Of a connection, not of the file. What is there already always fits.
                context.Database.OpenConnection();
                context.Database.ExecuteSqlRaw(script.IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823");
            }

            return context;
        }
    }
}
