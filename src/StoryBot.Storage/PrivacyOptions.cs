using System.ComponentModel.DataAnnotations;

namespace StoryBot.Storage;

/// <summary>What is kept of what people write.</summary>
public sealed class PrivacyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Privacy";

    /// <summary>
    /// Whether questions are kept: for follow-ups after a restart, for the most asked, and for telling people when a gap is closed. If not, no
    /// text that anybody wrote is stored, notes of feedback included. Default: yes.
    /// </summary>
    public bool StoreQuestions { get; set; } = true;

    /// <summary>For how many days questions, answers, gaps and feedback are kept, 1 to 3,650. Default: 30.</summary>
    [Range(1, 3_650)]
    public int KeepDays { get; set; } = 30;
}
