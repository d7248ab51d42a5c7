using Microsoft.Extensions.Logging;

namespace StoryBot.Core.Answering.Composition;

/// <summary>The log messages of composition.</summary>
internal static partial class ComposerLog
{
    /// <summary>A configured model could not be reached or refused.</summary>
    public static void ModelFailed(ILoggerFactory factory, Exception failure) =>
        ModelFailed(factory.CreateLogger("StoryBot.Composition"), failure);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "The language model could not word the answer; the extractive composer did.")]
    private static partial void ModelFailed(ILogger logger, Exception failure);
}
