using System.ComponentModel.DataAnnotations;

namespace StoryBot.Core.Chat;

/// <summary>How the bot behaves in chats, on every platform alike.</summary>
public sealed class ChatOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Chat";

    /// <summary>How long an answer may take before the asker gets an apology, 1 second to 10 minutes. Default: 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After how long the asker is shown that an answer is being worked on, 0 to 10 seconds: most answers are faster, and showing it is
    /// a call of its own. Default: 300 milliseconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan ShowWorkingAfter { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How many events may wait or be worked on, 10 to 1,000,000; beyond it events are refused. Default: 10,000.</summary>
    [Range(10, 1_000_000)]
    public int QueueCapacity { get; set; } = 10_000;

    /// <summary>How many conversations are worked on side by side, 1 to 10,000. Default: 256.</summary>
    [Range(1, 10_000)]
    public int Workers { get; set; } = 256;

    /// <summary>The longest question, 50 to 2,000 UTF-16 units, which is the most that is ever read. Default: 2,000.</summary>
    [Range(50, Answering.Understanding.QuestionReader.LongestMessage)]
    public int QuestionLength { get; set; } = Answering.Understanding.QuestionReader.LongestMessage;

    /// <summary>How many requests a minute one person may make, 1 to 1,000,000. Default: 30.</summary>
    [Range(1, 1_000_000)]
    public int PersonPerMinute { get; set; } = 30;

    /// <summary>How many requests a minute are answered in one channel, 1 to 1,000,000. Default: 120.</summary>
    [Range(1, 1_000_000)]
    public int ChannelPerMinute { get; set; } = 120;

    /// <summary>The ids of the workspaces (Slack teams, Discord servers) in which the bot answers. Default: none named, which is all.</summary>
    public IList<string> Workspaces { get; } = [];

    /// <summary>The ids of the channels in which the bot answers, direct messages aside. Default: none named, which is all.</summary>
    public IList<string> Channels { get; } = [];

    /// <summary>Whether direct messages are answered. Default: yes.</summary>
    public bool DirectMessages { get; set; } = true;

    /// <summary>The ids of the people who may do what concerns a whole channel. Default: none.</summary>
    public IList<string> Admins { get; } = [];

    /// <summary>The ids of the roles whose holders may do so as well. Default: none.</summary>
    public IList<string> AdminRoles { get; } = [];

    /// <summary>The ids of the channels in which records under an embargo are shown before their time. Default: none.</summary>
    public IList<string> ClearedChannels { get; } = [];

    /// <summary>The story of a channel or workspace: its id, and the story's id. A channel's goes before its workspace's. Default: none.</summary>
    public IDictionary<string, string> Stories { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long a conversation can be referred back to after its last turn, 1 minute to 30 days. Default: 12 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ConversationLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How many conversations are remembered, 10 to 1,000,000; the oldest go first. Default: 10,000.</summary>
    [Range(10, 1_000_000)]
    public int ConversationCount { get; set; } = 10_000;

    /// <summary>How long the buttons under an answer work, 1 minute to 30 days. Default: 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan AnswerLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many answers are kept for their buttons, 10 to 1,000,000; the oldest go first. Default: 10,000.</summary>
    [Range(10, 1_000_000)]
    public int AnswerCount { get; set; } = 10_000;
}
