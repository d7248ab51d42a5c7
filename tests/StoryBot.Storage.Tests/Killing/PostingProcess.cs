using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Posting;
using StoryBot.Platforms.Discord;
using StoryBot.Platforms.Slack;
using StoryBot.Testing.Chat;

namespace StoryBot.Storage.Tests.Killing;

/// <summary>
/// A process that posts what is in the outbox until it is killed: the server's poster, senders and store, configured by environment
/// variables as the server is, without questions and knowledge.
/// </summary>
internal static class PostingProcess
{
    /// <summary>The argument that makes this program one.</summary>
    public const string Argument = "post-until-killed";

    public static async Task<int> RunAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services
            .AddOptions<PostingOptions>().Bind(builder.Configuration.GetSection(PostingOptions.Section)).Services
            .AddSingleton<IStories>(new FixedStories())
            .AddSingleton<SnapshotVerifiers>()
            .AddSingleton<ReplyArchive>()
            .AddSingleton<OutboxSignal>()
            .AddHostedService<PostingWorker>()
            .AddDiscord(builder.Configuration)
            .AddSlack(builder.Configuration);
        using var host = builder.Build();
        await host.RunAsync();
        return 0;
    }
}
