using Microsoft.Extensions.Configuration;
using StoryBot.Core.Chat;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Host.Stories;
using StoryBot.Models;
using StoryBot.Storage;

namespace StoryBot.Host.Tests;

/// <summary>The shipped appsettings.json: a key that nothing reads would mislead whoever edits it.</summary>
public sealed class AppSettingsTests
{
    private static readonly IConfigurationRoot Shipped = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false)
        .Build();

    private static readonly HashSet<string> Known = new(
        [
            "Urls",
            .. KeysOf<KnowledgeOptions>(KnowledgeOptions.Section),
            .. KeysOf<ChatOptions>(ChatOptions.Section),
            .. KeysOf<StoreOptions>(StoreOptions.Section),
            .. KeysOf<PrivacyOptions>(PrivacyOptions.Section),
            .. KeysOf<DigestOptions>(DigestOptions.Section),
            .. KeysOf<ModelOptions>(ModelOptions.ChatSection),
            .. KeysOf<ModelOptions>(ModelOptions.EmbeddingSection),
        ],
        StringComparer.Ordinal);

    [Fact]
    public void Key_InTheShippedFile_IsKnown()
    {
        var keys = Shipped.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).ToList();

        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys, key => !Known.Contains(key) && !key.StartsWith("Logging:LogLevel:", StringComparison.Ordinal));
    }

    [Fact]
    public void Value_InTheShippedFile_IsTheDefault()
    {
        var knowledge = Shipped.GetSection(KnowledgeOptions.Section).Get<KnowledgeOptions>()!;
        var model = Shipped.GetSection(ModelOptions.ChatSection).Get<ModelOptions>()!;

        Assert.Equal(new KnowledgeOptions().Path, knowledge.Path);
        Assert.Equal(string.Empty, knowledge.DefaultStory);
        var chat = Shipped.GetSection(ChatOptions.Section).Get<ChatOptions>()!;
        Assert.Equal(new ChatOptions().Timeout, chat.Timeout);
        Assert.Equal((new ChatOptions().PersonPerMinute, new ChatOptions().ChannelPerMinute, true), (chat.PersonPerMinute, chat.ChannelPerMinute, chat.DirectMessages));
        var (store, privacy) = (Shipped.GetSection(StoreOptions.Section).Get<StoreOptions>()!, Shipped.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>()!);
        Assert.Equal((StoreProvider.Sqlite, string.Empty), (store.Provider, store.ConnectionString));
        Assert.Equal((new PrivacyOptions().StoreQuestions, new PrivacyOptions().KeepDays), (privacy.StoreQuestions, privacy.KeepDays));
        Assert.Equal(new DigestOptions().TimeZone, Shipped.GetSection(DigestOptions.Section).Get<DigestOptions>()!.TimeZone);
        Assert.Equal(new ModelOptions().Timeout, model.Timeout);
        Assert.False(model.IsOn);
    }

    [Fact]
    public void Secret_InTheShippedFile_IsAbsent()
    {
        Assert.DoesNotContain(Shipped.AsEnumerable(), pair => pair.Key.EndsWith("Key", StringComparison.Ordinal) || pair.Key.EndsWith("Token", StringComparison.Ordinal));
    }

    private static IEnumerable<string> KeysOf<T>(string section) =>
        typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => $"{section}:{property.Name}");
}
