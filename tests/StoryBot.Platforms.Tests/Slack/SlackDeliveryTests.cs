using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Waiting;
using static StoryBot.Platforms.Tests.Slack.SlackBot;
using static StoryBot.Platforms.Tests.Slack.SlackSenderTests;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>Order, limits and faults of what is sent.</summary>
public sealed class SlackDeliveryTests
{
    private const int SignedIn = 3210;
    private const int SignInFailed = 3211;

    private readonly SteppingClock _clock = new();

    [Fact]
    public async Task Replies_ToOneChannel_KeepTheirOrderAndSlacksPace()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.LimitsChannels = true;

        await _clock.RunAsync(Task.WhenAll(Enumerable.Range(1, 8).Select(number => Start(bot, In(FakeSlack.General), Public($"Reply {number}."), $"k{number}"))));

        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"Reply {number}."), bot.Slack.Written.Items.Select(message => message.Shown));
        Assert.Equal(8, bot.Slack.Calls.Items.Count(call => call.Method == "chat.postMessage"));
    }

    [Fact]
    public async Task Reply_ToAnotherChannel_DoesNotWaitForAHeldOne()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Add(new FakeSlackChannel("C0OTHER"));
        var release = bot.Slack.Faults.Hold("chat.postMessage");
        var held = Start(bot, In(FakeSlack.General), Public("Held."), "k1");
        await bot.Slack.Calls.FirstAsync(call => call.Method == "chat.postMessage");

        await _clock.RunAsync(Start(bot, In("C0OTHER"), Public("Free."), "k2")).Within();

        Assert.False(held.IsCompleted);
        release.SetResult();
        await _clock.RunAsync(held).Within();
        Assert.Equal(["Free.", "Held."], bot.Slack.Written.Items.Select(message => message.Shown));
    }

    [Fact]
    public async Task Limit_WithRetryAfter_IsWaitedOut()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Limit("chat.postMessage", retryAfterSeconds: 30);

        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("Patience."), "k1"));

        Assert.Equal("Patience.", Assert.Single(bot.Slack.Written.Items).Shown);
        Assert.Contains(TimeSpan.FromSeconds(30), _clock.Waits);
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("response_url")]
    public async Task Limit_WithoutRetryAfter_IsBackedOff(string method)
    {
        await using var bot = await StartAsync(_clock);
        for (var count = 0; count < 4; count++)
        {
            bot.Slack.Faults.Limit(method, retryAfterSeconds: null);
        }

        await _clock.RunAsync(Start(bot, bot.Command(_clock), method == "response_url" ? Private("Patience.") : Public("Patience."), "k1"));

        Assert.Equal("Patience.", Assert.Single(bot.Slack.Written.Items).Shown);
        var waits = _clock.Waits.Where(wait => wait > TimeSpan.FromSeconds(0.7)).ToList();
        Assert.InRange(waits.Sum(wait => wait.TotalSeconds), 15 * 0.75, 16);
        Assert.Equal(waits.Order(), waits);
    }

    [Fact]
    public async Task Limit_InTheFormOfAnAnswer_IsWaitedOut()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Refuse("chat.postMessage", "ratelimited");

        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("Patience."), "k1"));

        Assert.Single(bot.Slack.Written.Items);
    }

    [Fact]
    public async Task Limit_LongerThanAnybodyWaits_EndsWithItsReason()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Limit("chat.postMessage", retryAfterSeconds: 3600);

        var fault = await Assert.ThrowsAsync<ChatSendException>(() => _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("No."), "k1")));

        Assert.False(fault.IsFinal);
        Assert.Contains("rate limit", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("thread")]
    public async Task Answer_LostAfterTheMessageWasPosted_DoesNotPostItTwice(string? inThread)
    {
        await using var bot = await StartAsync(_clock);
        var thread = inThread is null ? null : bot.Slack.Say(FakeSlack.General, Ann, "what fell?").Ts;
        bot.Slack.Faults.ResetAfterwards("chat.postMessage");
        bot.Slack.Faults.FailAfterwards("chat.postMessage", 502);
        bot.Slack.Faults.FailAfterwards("chat.postMessage", 200);

        foreach (var key in new[] { "k1", "k2", "k3" })
        {
            await _clock.RunAsync(Start(bot, In(FakeSlack.General, thread), Public($"Reply {key}."), key));
        }

        Assert.Equal(["Reply k1.", "Reply k2.", "Reply k3."], bot.Slack.Written.Items.Select(message => message.Shown));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(200)]
    public async Task Failure_BeforeTheMessageWasPosted_IsTriedAgain(int status)
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Fail("chat.postMessage", status);
        bot.Slack.Faults.Reset("chat.postMessage");

        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("Once."), "k1"));

        Assert.Equal("Once.", Assert.Single(bot.Slack.Written.Items).Shown);
    }

    [Fact]
    public async Task Failure_ThatLasts_EndsAfterSoManyAttempts()
    {
        await using var bot = await StartAsync(_clock);
        for (var count = 0; count < 20; count++)
        {
            bot.Slack.Faults.Fail("chat.postMessage", 502);
        }

        var fault = await Assert.ThrowsAsync<ChatSendException>(() => _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("No."), "k1")));

        Assert.False(fault.IsFinal);
        Assert.Equal(6, bot.Slack.Calls.Items.Count(call => call.Method == "chat.postMessage"));
        Assert.InRange(_clock.Waits.Sum(wait => wait.TotalSeconds), 10, 60);
    }

    [Fact]
    public async Task Lookup_ThatTheScopesDoNotAllow_PostsRatherThanBeingSilent()
    {
        await using var bot = await StartAsync(_clock, slack => slack.Scopes.Remove("channels:history"));
        bot.Slack.Faults.Fail("chat.postMessage", 500);

        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("Here."), "k1"));

        Assert.Equal("Here.", Assert.Single(bot.Slack.Written.Items).Shown);
    }

    [Fact]
    public async Task Reply_SentAgainAfterAFailureHalfway_GoesOnWhereItStopped()
    {
        await using var bot = await StartAsync(_clock);
        var note = string.Join(' ', Enumerable.Range(1, 600).Select(number => $"Sentence number {number}."));
        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public(note), "k0"));
        var whole = bot.Slack.Written.Items.Select(message => message.Shown).ToList();
        Assert.Equal(2, whole.Count);
        bot.Slack.Faults.Pass("chat.postMessage");
        bot.Slack.Faults.Limit("chat.postMessage", retryAfterSeconds: 3600);
        await Assert.ThrowsAsync<ChatSendException>(() => _clock.RunAsync(Start(bot, In(FakeSlack.General), Public(note), "k1")));

        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public(note), "k1"));

        Assert.Equal([.. whole, .. whole], bot.Slack.Written.Items.Select(message => message.Shown));
    }

    [Fact]
    public async Task Reply_OfAProcessThatCrashed_IsNotPostedTwice()
    {
        await using var bot = await StartAsync(_clock);
        var thread = bot.Slack.Say(FakeSlack.General, Ann, "what fell?").Ts;
        await _clock.RunAsync(Start(bot, In(FakeSlack.General, thread), Public("Nvidia."), "k1"));
        using var other = OtherProcess(bot);

        var to = In(FakeSlack.General, thread) with { MayHaveBeenSent = true };
        await _clock.RunAsync(other.GetRequiredService<IChatSender>().SendAsync(to, Public("Nvidia."), "k1", TestContext.Current.CancellationToken));
        await _clock.RunAsync(other.GetRequiredService<IChatSender>().SendAsync(to, Public("Another."), "k2", TestContext.Current.CancellationToken));

        Assert.Equal(["Nvidia.", "Another."], bot.Slack.Written.Items.Select(message => message.Shown));
    }

    [Theory]
    [InlineData("missing_scope", "chat:write")]
    [InlineData("invalid_auth", "Slack:BotToken")]
    [InlineData("token_revoked", "Install the app again")]
    [InlineData("account_inactive", "Install the app again")]
    [InlineData("messages_tab_disabled", "App Home")]
    [InlineData("a_code_of_tomorrow", "a_code_of_tomorrow")]
    public async Task Refusal_NamesWhatIsMissingAndWhereToSwitchItOn(string code, string expected)
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Refuse("chat.postMessage", code);

        var fault = await Assert.ThrowsAsync<ChatSendException>(() => _clock.RunAsync(Start(bot, In(bot.Slack.Direct(Ann).Id), Public("A secret reply."), "k1")));

        Assert.True(fault.IsFinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-fake", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret reply", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_OfAPlaceWithNobodyToTell_SaysHowToGetIn()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Add(new FakeSlackChannel("C0OTHER") { HasBot = false });

        var fault = await Assert.ThrowsAsync<ChatSendException>(() => _clock.RunAsync(Start(bot, In("C0OTHER") with { Person = null }, Public("No."), "k1")));

        Assert.Contains("/invite", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ThatFails_IsDegradedHealthWithItsReasonAndNoCrash()
    {
        await using var bot = await StartAsync(_clock, slack => slack.BotToken = "xoxb-another");
        await bot.Logs.FirstAsync(entry => entry.Id == SignInFailed);

        var health = await HealthAsync(bot);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("Slack does not know the token in Slack:BotToken", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterAnOutage_Heals()
    {
        await using var bot = await StartAsync(_clock, slack => slack.Faults.Refuse("auth.test", "account_inactive"));
        await bot.Logs.FirstAsync(entry => entry.Id == SignInFailed);

        await _clock.RunAsync(bot.Logs.FirstAsync(entry => entry.Id == SignedIn));

        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(bot)).Status);
        Assert.Contains(TimeSpan.FromMinutes(5), _clock.Waits);
    }

    [Fact]
    public async Task Logs_OfEverythingThatCanHappen_HoldNoTokenNoAddressAndNoText()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Limit("response_url", retryAfterSeconds: 1);
        bot.Slack.Faults.Reset("chat.postMessage");
        var command = bot.Command(_clock);

        await _clock.RunAsync(Start(bot, command, Private("A confidential reply."), "k1"));
        await _clock.RunAsync(Start(bot, In(FakeSlack.General), Public("A confidential reply."), "k2"));
        (await bot.Slack.Requests.CommandAsync("/ask", "a confidential question", Ann)).Dispose();

        Assert.NotEmpty(bot.Logs.Items);
        foreach (var secret in new[] { "xoxb-fake-bot-token", bot.Slack.SigningSecret, command.ResponseToken!, "confidential" })
        {
            Assert.DoesNotContain(bot.Logs.Items, entry => entry.Text.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static ServiceProvider OtherProcess(SlackBot bot)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(bot.Services.GetRequiredService<TimeProvider>());
        services.AddSingleton(bot.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>());
        Platforms.Slack.SlackServiceCollectionExtensions.AddSlack(services, bot.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>());
        return services.BuildServiceProvider();
    }

    private static async Task<HealthReportEntry> HealthAsync(SlackBot bot) =>
        (await bot.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["slack"];

    private static Task Start(SlackBot bot, ReplyAddress to, ChatReply reply, string key) =>
        bot.Sender.SendAsync(to, reply, key, TestContext.Current.CancellationToken);
}
