using System.CommandLine;

namespace StoryBot.Host.Verbs;

/// <summary>An argument of free words: with or without quotation marks around them, they are one text.</summary>
internal static class Words
{
    public static Argument<string[]> Create(string name, string description)
    {
        var words = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.ZeroOrMore };
        words.Validators.Add(result =>
        {
            // A mistyped option must not become part of the question.
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                result.AddError($"There is no option {token.Value}.");
            }
        });
        return words;
    }
}
