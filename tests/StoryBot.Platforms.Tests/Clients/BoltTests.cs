using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Slack.SocketMode;

namespace StoryBot.Platforms.Tests.Clients;

/// <summary>The loopback Slack, shown to behave as Slack does to Slack's own client.</summary>
public sealed class BoltTests
{
    private const string Client = "bolt";
    private const string PeoplePath = "/people";
    private const string Ann = "U0ANN";

    private FakeSlack _slack = null!;
    private JsonObject _mention = [];

    [Fact]
    public async Task Bolt_AgainstTheFake_FindsItAsSlackIs()
    {
        Assert.SkipWhen(NodeScript.WhyNot(Client) is not null, NodeScript.WhyNot(Client) ?? string.Empty);
        await using var slack = _slack = await FakeSlack.StartAsync(mount: app => app.MapPost(PeoplePath, (PeopleDo wish) => DoAsync(wish)));
        var settings = new JsonObject
        {
            ["api"] = slack.ApiUrl.ToString(),
            ["token"] = slack.BotToken,
            ["secret"] = slack.SigningSecret,
            ["channel"] = FakeSlack.General,
            ["bot"] = FakeSlack.BotUser,
            ["people"] = new Uri(slack.Address, PeoplePath).ToString(),
        };

        var (exitCode, output) = await NodeScript.RunAsync(Client, "http.mjs", settings.ToJsonString(), TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
        Assert.Equal(["invalid_blocks: section has 3001 characters, 3000 allowed"], slack.Violations.Items);
        Assert.Contains(slack.Messages, message => message.Text == "heard: <@U0BOT> what fell?" && message.Thread is not null);
        Assert.Contains(slack.Messages, message => message.OnlyFor == Ann && message.Text == "only for you");
        Assert.Contains(Ann, slack.Homes.Keys);
        Assert.Equal("picture"u8.ToArray(), Assert.Single(slack.Files).Bytes.ToArray());
    }

    [Fact]
    public async Task Bolt_BySocketAgainstTheFake_FindsItAsSlackIs()
    {
        Assert.SkipWhen(NodeScript.WhyNot(Client) is not null, NodeScript.WhyNot(Client) ?? string.Empty);
        var sockets = new FakeSocketMode(TimeProvider.System);
        await using var slack = _slack = await FakeSlack.StartAsync(mount: app =>
        {
            sockets.MapTo(app);
            app.MapPost(PeoplePath, (PeopleDo wish) => DoBySocketAsync(sockets, wish));
        });
        var settings = new JsonObject
        {
            ["api"] = slack.ApiUrl.ToString(),
            ["token"] = slack.BotToken,
            ["appToken"] = sockets.AppToken,
            ["people"] = new Uri(slack.Address, PeoplePath).ToString(),
        };

        var (exitCode, output) = await NodeScript.RunAsync(Client, "socket.mjs", settings.ToJsonString(), TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
        Assert.Empty(slack.Violations.Items);
        Assert.Contains(slack.Messages, message => message.Text == "heard: hello & goodbye");
        Assert.Contains(slack.Messages, message => message.OnlyFor == Ann && message.Text == "only for you");
    }

    private async Task<IResult> DoBySocketAsync(FakeSocketMode sockets, PeopleDo wish)
    {
        var said = SlackPayloads.Message(_slack.Say(_slack.Direct(Ann).Id, Ann, "hello & goodbye"));
        var command = SlackPayloads.Command("/ask", "what fell?", Ann, FakeSlack.General, _slack.NewResponseUrl(FakeSlack.General, Ann), _slack.NewTrigger());
        var isTaken = wish.What == "message"
            ? await sockets.DeliverAsync(SlackPayloads.Callback(said, "Ev-message", TimeProvider.System.GetUtcNow()))
            : await sockets.SendAsync("slash_commands", new JsonObject(command.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Value))));
        return isTaken ? Results.Ok() : Results.BadRequest("Bolt did not acknowledge it.");
    }

    private async Task<IResult> DoAsync(PeopleDo wish)
    {
        _slack.Requests.Target = wish.Target!;
        if (wish.What == "limit")
        {
            _slack.Faults.Limit("chat.postMessage", retryAfterSeconds: 0);
            return Results.Ok();
        }

        using var response = await SendAsync(wish.What);
        var expected = wish.What == "forged" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK;
        return response.StatusCode == expected ? Results.Ok() : Results.BadRequest($"Bolt answered {(int)response.StatusCode}.");
    }

    private async Task<HttpResponseMessage> SendAsync(string what)
    {
        switch (what)
        {
            case "mention":
                _mention = SlackPayloads.Mention(_slack.Say(FakeSlack.General, Ann, $"<@{FakeSlack.BotUser}> what fell?"));
                return await _slack.Requests.EventAsync(_mention, "Ev-mention");
            case "mention-again":
                return await _slack.Requests.EventAsync(_mention, "Ev-mention", retry: 1);
            case "message":
                return await _slack.Requests.EventAsync(SlackPayloads.Message(_slack.Say(_slack.Direct(Ann).Id, Ann, "hello & goodbye")));
            case "command":
                return await _slack.Requests.CommandAsync("/ask", "what fell?", Ann);
            case "press":
                return await _slack.Requests.PressAsync(WithButton(), "Press", Ann);
            case "submit":
                return await _slack.Requests.SubmitAsync(await _slack.Modals.NthAsync(1), "outdated", null, Ann);
            case "check":
                return await _slack.Requests.CheckAsync(_slack.Say(FakeSlack.General, "U0BEN", "somebody said so"), Ann);
            case "home":
                return await _slack.Requests.OpenHomeAsync(Ann);
            case "forged":
                return await _slack.Requests.SendAsync("slack/events", "{}"u8.ToArray(), "application/json", signature: "v0=" + new string('a', 64));
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody does that.");
        }
    }

    private FakeSlackMessage WithButton() => _slack.Say(FakeSlack.General, FakeSlack.BotUser, "An answer.") with
    {
        IsFromBot = true,
        Blocks =
        [
            new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray(new JsonObject
                {
                    ["type"] = "button",
                    ["action_id"] = "press",
                    ["value"] = "storybot",
                    ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" },
                }),
            },
        ],
    };

    private sealed record PeopleDo(string What, Uri? Target = null);
}
