using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StoryBot.Storage.Tests;

public sealed class StoreOptionsTests
{
    [Fact]
    public void Defaults_AreAnSqliteFileAndThirtyDays()
    {
        using var services = Build();

        var store = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        var privacy = services.GetRequiredService<IOptions<PrivacyOptions>>().Value;

        Assert.Equal(StoreProvider.Sqlite, store.Provider);
        Assert.Contains("storybot.db", StoreConnection.Build(store), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(15), store.ReplicaTimeout);
        Assert.Equal(30, privacy.KeepDays);
        Assert.True(privacy.StoreQuestions);
    }

    [Theory]
    [InlineData("Store:Provider", "Postgres", "needs Store:ConnectionString")]
    [InlineData("Store:ConnectionString", "Host=db", "not one for SQLite")]
    [InlineData("Store:ReplicaTimeout", "00:00:01", "ReplicaTimeout")]
    [InlineData("Store:KeepIds", "00:10:00", "KeepIds")]
    public void Value_ThatIsWrong_IsNamed(string key, string value, string expected)
    {
        using var services = Build((key, value));

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<StoreOptions>>().Value);

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
    }
}
