using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace StoryBot.Models.Tests;

public sealed class ModelOptionsTests
{
    [Fact]
    public void Options_ByDefault_AreOff()
    {
        var options = Read([]);

        Assert.False(options.IsOn);
        Assert.Null(options.Endpoint);
        Assert.Null(options.Key);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
    }

    [Theory]
    [InlineData("00:00:01")]
    [InlineData("00:10:00")]
    public void Timeout_AtItsBounds_IsAccepted(string timeout)
    {
        Assert.Equal(TimeSpan.Parse(timeout), Read(new() { ["Timeout"] = timeout }).Timeout);
    }

    [Theory]
    [InlineData("00:00:00.9")]
    [InlineData("00:10:01")]
    public void Timeout_BeyondItsBounds_IsAFault(string timeout)
    {
        Assert.Contains("between 00:00:01 and 00:10:00", Fault(new() { ["Timeout"] = timeout }), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_TooLong_IsAFault()
    {
        Assert.Contains("Model", Fault(new() { ["Model"] = new string('m', 201), ["Key"] = "k" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://host/v1")]
    [InlineData("host/v1")]
    public void Endpoint_NotHttp_IsAFaultThatShowsIt(string endpoint)
    {
        Assert.Contains($"Models:Chat:Endpoint is \"{endpoint}\"", Fault(new() { ["Model"] = "m", ["Endpoint"] = endpoint }), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_WithoutModel_IsAFaultThatDoesNotShowTheKey()
    {
        var fault = Fault(new() { ["Key"] = "sesame" });

        Assert.Contains("Models:Chat:Model is missing", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_WithoutKeyAndEndpoint_IsAFault()
    {
        Assert.Contains("neither Models:Chat:Key", Fault(new() { ["Model"] = "m" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_OfSeveralKinds_AreAllReported()
    {
        var fault = Fault(new() { ["Endpoint"] = "ftp://host", ["Timeout"] = "01:00:00" });

        Assert.Contains("Endpoint is", fault, StringComparison.Ordinal);
        Assert.Contains("Model is missing", fault, StringComparison.Ordinal);
        Assert.Contains("00:10:00", fault, StringComparison.Ordinal);
    }

    private static string Fault(Dictionary<string, string?> values) => Assert.Throws<OptionsValidationException>(() => Read(values)).Message;

    private static ModelOptions Read(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"{ModelOptions.ChatSection}:{pair.Key}", pair.Value)))
            .Build();
        using var provider = new ServiceCollection().AddModels(configuration).BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ModelOptions>>().Get(ModelOptions.ChatSection);
    }
}
