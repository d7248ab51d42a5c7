namespace StoryBot.Testing.Discord.Rest;

/// <summary>An operation of the interface.</summary>
/// <param name="Method">The method in lower case.</param>
/// <param name="Template">The path as the specification writes it.</param>
/// <param name="Handle">What it does. Runs under the state's lock.</param>
internal sealed record DiscordRoute(string Method, string Template, Func<DiscordCall, DiscordAnswer> Handle)
{
    private readonly string[] _parts = Template.Split('/');

    /// <summary>What stands for the names in the template; null when the path is another.</summary>
    public Dictionary<string, string>? Match(string method, string path)
    {
        var parts = path.Split('/');
        if (method != Method || parts.Length != _parts.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        foreach (var (expected, actual) in _parts.Zip(parts))
        {
            if (expected.StartsWith('{'))
            {
                values[expected[1..^1]] = Uri.UnescapeDataString(actual);
            }
            else if (expected != actual)
            {
                return null;
            }
        }

        return values;
    }
}
