using StoryBot.Core.Answering.Verification.Support;
namespace StoryBot.Core.Answering.Checking;

/// <summary>Who a statement says something of, and what.</summary>
/// <param name="Speaker">The name, as written.</param>
/// <param name="Said">What is put into their mouth.</param>
internal sealed record Attribution(string Speaker, string Said)
{
    // A verb further back than this belongs to what is said and not to who says it.
    private const int Reach = 14;

    /// <summary>Reads "X said that ...", "X called ..." and "according to X, ..."; null when there is none.</summary>
    public static Attribution? Read(AnalysedText text)
    {
        for (var index = 0; index < Math.Min(Reach, text.Tokens.Count); index++)
        {
            var token = text.Tokens[index];
            if (token.Is(text.Text, "according") && index + 2 < text.Tokens.Count && text.Tokens[index + 1].Is(text.Text, "to"))
            {
                return ReadAccording(text, index);
            }

            if (text.Roles.StemAt(index) is { } stem && FramingWords.IsReporting(stem) && token.In(text.Text)[^1] is 's' or 'd' or 'e')
            {
                return ReadVerb(text, index);
            }
        }

        return null;
    }

    private static Attribution? ReadVerb(AnalysedText text, int verb)
    {
        var names = text.Names.FindAll(name => name.Start + name.Length <= text.Tokens[verb].Start);
        var start = verb + 1;
        while (start < text.Tokens.Count && (text.Tokens[start].Is(text.Text, "that") || text.Tokens[start].Is(text.Text, ':') || text.Tokens[start].Is(text.Text, ',')))
        {
            start++;
        }

        return names.Count == 0 || start >= text.Tokens.Count
            ? null
            : new Attribution(FirstPart(names[0].In(text.Text).ToString()), text.Text[text.Tokens[start].Start..]);
    }

    private static Attribution? ReadAccording(AnalysedText text, int index)
    {
        var name = text.Names.Find(name => name.Start > text.Tokens[index].Start);
        if (name.Length == 0)
        {
            return null;
        }

        var comma = text.Text.IndexOf(',', name.Start + name.Length);
        var said = index <= 1 && comma > 0 ? text.Text[(comma + 1)..].Trim() : text.Text[..text.Tokens[index].Start].Trim().TrimEnd(',');
        return said.Length == 0 ? null : new Attribution(FirstPart(name.In(text.Text).ToString()), said);
    }

    // "Jane Smith of Acme": the person speaks.
    private static string FirstPart(string name) => name.Split(" of ", 2)[0];
}
