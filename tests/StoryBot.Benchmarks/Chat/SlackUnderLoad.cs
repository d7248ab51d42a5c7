using StoryBot.Core.Chat;
using StoryBot.Platforms.Slack;
using StoryBot.Testing.Slack;

namespace StoryBot.Benchmarks.Chat;

/// <summary>Slack's events endpoint: signed mentions, each of another person.</summary>
internal sealed class SlackUnderLoad : LoadedBot
{
    private readonly FakeSlack _slack;

    private SlackUnderLoad(FakeSlack slack, RunningBot bot)
        : base(bot)
    {
        _slack = slack;
        slack.Requests.Target = bot.Address;
    }

    /// <inheritdoc/>
    public override string Platform => "Slack";

    public static async Task<LoadedBot> StartAsync(TimeSpan answerTime)
    {
        var slack = await FakeSlack.StartAsync();
        var keys = new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = slack.BotToken,
            ["Slack:SigningSecret"] = slack.SigningSecret,
            ["Slack:ApiUrl"] = slack.ApiUrl.ToString(),
        };
        var bot = await StartAsync(new PlatformId("slack"), keys, answerTime, builder => builder.Services.AddSlack(builder.Configuration), app => app.MapSlack());
        return new SlackUnderLoad(slack, bot);
    }

    /// <inheritdoc/>
    public override Func<Task> Next(int number)
    {
        var mention = SlackPayloads.Mention(_slack.Say(FakeSlack.General, $"U{number:D8}", $"<@{FakeSlack.BotUser}> What did it cost?"));
        var id = $"Ev{_slack.NextNumber():D10}";
        var isFirst = true;
        return async () =>
        {
            using var response = await _slack.Requests.EventAsync((System.Text.Json.Nodes.JsonObject)mention.DeepClone(), id, isFirst ? null : 1);
            isFirst = false;
            response.EnsureSuccessStatusCode();
        };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _slack.DisposeAsync();
    }
}
