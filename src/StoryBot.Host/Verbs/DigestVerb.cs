using System.CommandLine;
using System.Text.Json;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Contracts;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>digest</c>: what a digest of the story says.</summary>
internal static class DigestVerb
{
    public static Command Create(StoryOptions stories, Terminal terminal) => new("digest", "Shows digests of the story.") { Preview(stories, terminal) };

    private static Verb Preview(StoryOptions stories, Terminal terminal)
    {
        var since = new Option<string?>("--since")
        {
            Description = "Tell what changed after that day or instant (ISO 8601) [default: an overview, as a channel's first digest is]",
            HelpName = "time",
        };
        var cleared = new Option<bool>("--cleared") { Description = "Also tell what is still under embargo" };
        var json = new Option<bool>("--json") { Description = "Print the digest object instead of text" };
        var verb = new Verb("preview", "Prints the digest as it would be posted; posts nothing.")
        {
            Examples = ["digest preview", "digest preview --since 2025-01-28", "digest preview --since 2025-01-27T16:00-05:00 --json"],
        };
        verb.Add(since);
        verb.Add(cleared);
        verb.Add(json);
        verb.SetAction(async (result, cancellationToken) =>
        {
            var moment = Moment(result.GetValue(since));
            var scope = new ReaderScope(terminal.Clock.GetUtcNow(), result.GetValue(cleared));
            await using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            var composer = new DigestComposer(new AnswerVerifier(services.GetRequiredService<StoryOpener>().Read(id: null, cancellationToken)));
            var digest = DigestObjects.Of(moment is { } start ? composer.Since(start, scope) : composer.Overview(scope));
            if (result.GetValue(json))
            {
                terminal.Out.Write(JsonSerializer.Serialize(digest, HostJson.Written.DigestObject) + "\n");
            }
            else
            {
                AnswerPage.Write(digest, terminal);
            }

            return 0;
        });
        return verb;
    }

    private static DateTimeOffset? Moment(string? text) => text is null
        ? null
        : StoryDate.TryParse(text, out var date)
            ? date.Start
            : throw new UserMistake($"--since is \"{text}\"; write a date such as 2025-01-28 or an instant such as 2025-01-28T16:00-05:00");
}
