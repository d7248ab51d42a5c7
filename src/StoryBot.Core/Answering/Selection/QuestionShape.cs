using System.Text.RegularExpressions;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Selection;

/// <summary>What the wording of a question says of it: what it leaves out, how long the answer is to be, whether it asks for a level.</summary>
internal static partial class QuestionShape
{
    /// <summary>Whether the name stands for what is left out, "apart from the US", so that the answer need not have it.</summary>
    public static bool IsSetAside(string question, string name)
    {
        var at = question.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at > 0 && SetAside().IsMatch(question.AsSpan(0, at));
    }

    /// <summary>Whether the name only says when, "before the sell-off", so that a record of that time need not have it.</summary>
    public static bool IsTimeAnchor(string question, string name)
    {
        var at = question.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at > 0 && Anchor().IsMatch(question.AsSpan(0, at));
    }

    /// <summary>Whether the figure says how long the answer is to be: "in three lines".</summary>
    public static bool IsLength(string question, Quantity figure) => Length().IsMatch(question.AsSpan(Math.Min(question.Length, figure.Start)));

    /// <summary>Whether it asks at what price or level something stood.</summary>
    public static bool AsksLevel(string question) => Level().IsMatch(question);

    [GeneratedRegex(@"\b(apart from|other than|aside from|besides|beyond|outside( of)?|excluding|except( for)?|not counting)( the)? $", RegexOptions.IgnoreCase)]
    private static partial Regex SetAside();

    [GeneratedRegex(@"\b(before|(?<!before or )after|since|prior to|ahead of|in the wake of|following)( the)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^\w+\W+(short )?(lines?|sentences?|bullets?|words|paragraphs?|points|minutes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex(@"\b(what|which)( was| is| were)?( the| its)? ((closing|opening|share|stock|final) )?(price|level)\b|\b(close|closed|finish|finished|end|ended|open|opened|trade|trading) at\b|\b(one|a|per) (\w+ )?share\b|\bshares? (cost|worth)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Level();
}
