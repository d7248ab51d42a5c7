namespace StoryBot.Platforms.Slack;

/// <summary>A call to Slack failed: Slack refused it (<see cref="Code"/>), or it could not be made to work in time.</summary>
internal sealed class SlackApiException : Exception
{
    private SlackApiException(string method, string code, string? needed, bool isUnclear, string message, Exception? inner)
        : base(message, inner)
    {
        Method = method;
        Code = code;
        Needed = needed;
        IsUnclear = isUnclear;
    }

    /// <summary>The method that was called.</summary>
    public string Method { get; }

    /// <summary>Slack's error code; <c>unreachable</c> or <c>limited</c> where Slack gave none.</summary>
    public string Code { get; }

    /// <summary>The scope that Slack says is missing; null where it names none.</summary>
    public string? Needed { get; }

    /// <summary>Whether the call may have had its effect all the same.</summary>
    public bool IsUnclear { get; }

    /// <summary>Slack refused the call.</summary>
    public static SlackApiException Refused(string method, string code, string? needed) =>
        new(method, code, needed, isUnclear: false, $"{method}: {code}", inner: null);

    /// <summary>Slack did not answer, or answered with failures, until it was given up.</summary>
    public static SlackApiException Unreachable(string method, string failure, bool isUnclear, Exception? inner) =>
        new(method, "unreachable", needed: null, isUnclear, $"{method}: {failure}", inner);

    /// <summary>Slack's rate limit lasted longer than we wait.</summary>
    public static SlackApiException Limited(string method, TimeSpan wait) =>
        new(method, "limited", needed: null, isUnclear: false, $"{method}: limited for {wait}", inner: null);
}
