using System.CommandLine;
using StoryBot.Host.Serving;
using StoryBot.Storage.Access;

namespace StoryBot.Host.Verbs;

/// <summary><c>serve</c>: the bot as a server; also what runs without a verb.</summary>
internal static partial class ServeVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Where the server listens [default: Urls, http://localhost:5080]",
            HelpName = "addresses",
        };
        var verb = new Verb("serve", "Runs the bot: Discord and Slack as far as their keys are set, the knowledge files, health checks.")
        {
            Examples = ["serve", "serve --urls http://0.0.0.0:8080 --knowledge /srv/knowledge"],
        };
        verb.Add(urls);
        verb.SetAction(async (result, cancellationToken) =>
        {
            await using var app = StoryBotServer.Create(StoryBotBuilder.Configure(stories.Read(result)), result.GetValue(urls), terminal.Clock);
            await StartAsync(app, cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
        return verb;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            throw new UserMistake(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or FormatException or InvalidOperationException { InnerException: IOException })
        {
            throw new UserMistake($"The server cannot listen there: {fault.Message} Name another address with --urls.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotStarted(app.Logger, fault);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The server does not start.")]
    private static partial void NotStarted(ILogger logger, Exception fault);
}
