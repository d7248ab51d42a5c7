using System.Globalization;

namespace StoryBot.Core.Chat;

/// <summary>
/// What a button does: exactly one of these. <see cref="Encode"/> is what a platform keeps in the component, at most
/// <see cref="MaxLength"/> ASCII characters; <see cref="Parse"/> reads it back, and anything else as null.
/// </summary>
public abstract record ChatAction
{
    /// <summary>The most characters of an encoded action: Discord's limit on a component's id (100) is the lowest.</summary>
    public const int MaxLength = 100;

    private const char Separator = '.';
    private const string Prefix = "storybot";

    private ChatAction(AnswerId answer) => Answer = answer;

    /// <summary>The answer that the button stands under.</summary>
    public AnswerId Answer { get; }

    /// <summary>Reads what <see cref="Encode"/> wrote; null for anything else, such as a component of another version.</summary>
    public static ChatAction? Parse(string? text)
    {
        if (text?.Split(Separator) is not [Prefix, var verb, var id, .. var rest] || AnswerId.Parse(id) is not { } answer)
        {
            return null;
        }

        return (verb, rest) switch
        {
            ("sources", []) => new ShowSources(answer),
            ("share", []) => new Share(answer),
            ("feedback", []) => new GiveFeedback(answer),
            ("ask", [var index]) when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new AskSuggestion(answer, number),
            _ => null,
        };
    }

    /// <summary>The action as text; see <see cref="Parse"/>.</summary>
    public string Encode() => this switch
    {
        ShowSources => Join("sources"),
        Share => Join("share"),
        GiveFeedback => Join("feedback"),
        AskSuggestion ask => Join("ask") + Separator + ask.Index.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"An action of unknown kind: {GetType().Name}."),
    };

    private string Join(string verb) => string.Join(Separator, Prefix, verb, Answer.Value);

    /// <summary>Shows the sources with their excerpts, to the person alone.</summary>
    public sealed record ShowSources : ChatAction
    {
        /// <summary>Shows the sources of an answer.</summary>
        public ShowSources(AnswerId answer)
            : base(answer)
        {
        }
    }

    /// <summary>Posts an answer that one person saw to the channel, citations and as-of line kept.</summary>
    public sealed record Share : ChatAction
    {
        /// <summary>Shares an answer.</summary>
        public Share(AnswerId answer)
            : base(answer)
        {
        }
    }

    /// <summary>Opens the feedback form: the platform does so at once, without the pipeline.</summary>
    public sealed record GiveFeedback : ChatAction
    {
        /// <summary>Asks what is wrong with an answer.</summary>
        public GiveFeedback(AnswerId answer)
            : base(answer)
        {
        }
    }

    /// <summary>Asks one of the questions that the answer suggested.</summary>
    public sealed record AskSuggestion : ChatAction
    {
        /// <summary>Asks the suggestion at an index, counted from 0.</summary>
        public AskSuggestion(AnswerId answer, int index)
            : base(answer) => Index = index;

        /// <summary>Which of the answer's suggestions, counted from 0.</summary>
        public int Index { get; }
    }
}
