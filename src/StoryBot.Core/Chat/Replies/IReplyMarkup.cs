namespace StoryBot.Core.Chat.Replies;

/// <summary>
/// How a platform writes text. Whatever is escaped shows as it is and can neither format nor mention anybody. Pure.
/// </summary>
public interface IReplyMarkup
{
    /// <summary>Plain text, made safe: markup shows as characters, and nobody is mentioned.</summary>
    string Escape(string plain);

    /// <summary>Escaped text in bold.</summary>
    string Bold(string escaped);

    /// <summary>Escaped text in italics.</summary>
    string Italic(string escaped);

    /// <summary>Escaped text as a link.</summary>
    string Link(string escaped, Uri target);

    /// <summary>Plain text in columns, in letters of one width; lines are kept.</summary>
    string Preformatted(string plain);
}
