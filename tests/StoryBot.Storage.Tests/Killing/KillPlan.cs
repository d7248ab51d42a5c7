namespace StoryBot.Storage.Tests.Killing;

/// <summary>
/// Says when to kill: as random messages arrive, half of the time before the sender has its answer, half of the time a little later, spread
/// over all but the last posts.
/// </summary>
internal sealed class KillPlan
{
    private readonly Lock _lock = new();
    private readonly KilledProcesses _processes;
    private readonly Dictionary<int, TimeSpan> _moments;
    private int _messages;
    private int _inTheMiddle;

    public KillPlan(KilledProcesses processes, int posts, int kills, Random random)
    {
        _processes = processes;
        _moments = Enumerable.Range(1, posts * 4 / 5)
            .OrderBy(_ => random.Next())
            .Take(kills)
            .ToDictionary(moment => moment, _ => random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(random.Next(1, 300)));
    }

    /// <summary>How many kills were while a platform was answering.</summary>
    public int InTheMiddle => Volatile.Read(ref _inTheMiddle);

    /// <summary>A platform has a message; it has not said so yet.</summary>
    public void Count()
    {
        TimeSpan wait;
        lock (_lock)
        {
            if (!_moments.Remove(++_messages, out wait))
            {
                return;
            }
        }

        if (wait == TimeSpan.Zero)
        {
            Interlocked.Increment(ref _inTheMiddle);
            _processes.KillOne();
            return;
        }

        _ = Task.Delay(wait, TimeProvider.System).ContinueWith(_ => _processes.KillOne(), TaskScheduler.Default);
    }
}
