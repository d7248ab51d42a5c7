using Microsoft.Extensions.Logging;

namespace StoryBot.Charts;

/// <summary>The log messages of drawing.</summary>
internal static partial class ChartLog
{
    [LoggerMessage(5001, LogLevel.Error, "A chart could not be drawn; the table stands alone.")]
    public static partial void NotDrawn(ILogger logger, Exception failure);

    [LoggerMessage(5002, LogLevel.Warning, "A chart was left out: a name in it has letters that the font does not have.")]
    public static partial void NoLetters(ILogger logger);
}
