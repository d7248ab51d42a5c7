using System.Diagnostics;
using StoryBot.Storage.Tests.Support;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Slack;

namespace StoryBot.Storage.Tests.Killing;

/// <summary>Processes that post; each that is killed is started again.</summary>
internal sealed class KilledProcesses(TestDatabase database, FakeDiscord discord, FakeSlack slack, Random random) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Process> _running = [];
    private bool _isOver;

    /// <summary>How many were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>Starts one.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledProcesses).Assembly.Location);
        }

        start.ArgumentList.Add(PostingProcess.Argument);
        foreach (var (key, value) in Settings())
        {
            start.Environment[key] = value;
        }

        lock (_lock)
        {
            if (!_isOver)
            {
                _running.Add(Process.Start(start)!);
            }
        }
    }

    /// <summary>Kills one at random, at once and without a word to it, and starts another.</summary>
    public void KillOne()
    {
        lock (_lock)
        {
            if (_isOver || _running.Count == 0)
            {
                return;
            }

            var chosen = _running[random.Next(_running.Count)];
            _running.Remove(chosen);
            Kill(chosen);
            Killed++;
            Start();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isOver = true;
            _running.ForEach(Kill);
            _running.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Store__Provider"] = database.Provider.ToString(),
        ["Store__ConnectionString"] = database.ConnectionString,
        ["Store__ReplicaTimeout"] = "00:00:05",
        ["Posting__Interval"] = "00:00:00.2",
        ["Posting__FirstWait"] = "00:00:00.2",
        ["Posting__Channels"] = "16",
        ["Discord__ApplicationId"] = FakeDiscord.ApplicationId,
        ["Discord__PublicKey"] = new string('a', 64),
        ["Discord__BotToken"] = discord.BotToken,
        ["Discord__ApiUrl"] = discord.ApiUrl.ToString(),
        ["Slack__BotToken"] = slack.BotToken,
        ["Slack__SigningSecret"] = slack.SigningSecret,
        ["Slack__ApiUrl"] = slack.ApiUrl.ToString(),
    };
}
