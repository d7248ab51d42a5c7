using Microsoft.Extensions.Logging;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>Takes down everything that is logged, whatever its level.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider, ILogger
{
    public Record<(EventId Id, string Text)> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Add((eventId, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
