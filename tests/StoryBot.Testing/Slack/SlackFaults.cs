using System.Collections.Concurrent;

namespace StoryBot.Testing.Slack;

/// <summary>
/// What goes wrong by script. A fault applies to the next call of a method; several are taken in order. The methods
/// <c>response_url</c> and <c>upload</c> stand for the addresses that Slack gives out. Safe to share between threads.
/// </summary>
public sealed class SlackFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackFault>> _next = [];

    /// <summary>Whether more than one message a second to a channel is refused. Default: false.</summary>
    public bool LimitsChannels { get; set; }

    /// <summary>Answers with status 429.</summary>
    /// <param name="method">The method.</param>
    /// <param name="retryAfterSeconds">The header; null leaves it out.</param>
    public void Limit(string method, int? retryAfterSeconds) => Add(method, new SlackFault.Limited(retryAfterSeconds));

    /// <summary>Answers with a status and a page of HTML, and has no effect.</summary>
    public void Fail(string method, int status) => Add(method, new SlackFault.Page(status));

    /// <summary>Answers <c>ok: false</c> with a code, and has no effect.</summary>
    public void Refuse(string method, string code) => Add(method, new SlackFault.Refused(code));

    /// <summary>Has its effect, and breaks the connection instead of answering.</summary>
    public void ResetAfterwards(string method) => Add(method, new SlackFault.Reset(HasEffect: true));

    /// <summary>Breaks the connection without an effect.</summary>
    public void Reset(string method) => Add(method, new SlackFault.Reset(HasEffect: false));

    /// <summary>Has its effect, and answers with a page of HTML all the same.</summary>
    public void FailAfterwards(string method, int status) => Add(method, new SlackFault.Page(status) { HasEffect = true });

    /// <summary>Lets a call through, before a fault that is to come later.</summary>
    public void Pass(string method) => Add(method, new SlackFault.None());

    /// <summary>Answers once the returned source is completed.</summary>
    public TaskCompletionSource Hold(string method)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(method, new SlackFault.Held(release.Task));
        return release;
    }

    internal SlackFault? Take(string method) => _next.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : null;

    private void Add(string method, SlackFault fault) => _next.GetOrAdd(method, _ => []).Enqueue(fault);
}

/// <summary>A scripted fault: exactly one of these.</summary>
internal abstract record SlackFault
{
    public sealed record None : SlackFault;

    public sealed record Limited(int? RetryAfterSeconds) : SlackFault;

    public sealed record Page(int Status) : SlackFault
    {
        public bool HasEffect { get; init; }
    }

    public sealed record Refused(string Code) : SlackFault;

    public sealed record Reset(bool HasEffect) : SlackFault;

    public sealed record Held(Task Until) : SlackFault;
}
