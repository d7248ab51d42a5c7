using Microsoft.Extensions.Logging;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests;

/// <summary>Remembers what was logged from Information on.</summary>
internal sealed class RecordingLog : ILoggerProvider, ILogger
{
    public Record<(LogLevel Level, string Message)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines.Add((logLevel, formatter(state, exception)));
        }
    }

    public void Dispose()
    {
    }
}
