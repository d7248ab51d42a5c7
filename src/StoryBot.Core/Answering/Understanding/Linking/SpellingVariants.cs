namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>The British spelling of an American word and the other way round, by rule.</summary>
internal static class SpellingVariants
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("our", "or"), ("ence", "ense"), ("ice", "ise"), ("tre", "ter"),
        ("ogue", "og"), ("amme", "am"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("sce", "ske"), ("mould", "mold"),
        ("grey", "gray"), ("tyre", "tire"), ("kerb", "curb"), ("cheque", "check"), ("aluminium", "aluminum"), ("aeroplane", "airplane"),
        ("plough", "plow"), ("defence", "defense"), ("oestr", "estr"), ("aemi", "emi"), ("paed", "ped"), ("jewell", "jewel"), ("fulfil", "fulfill"),
    ];

    /// <summary>The other spellings that the rules give; they need not be words.</summary>
    public static IEnumerable<string> Of(string word)
    {
        foreach (var (one, other) in Pairs)
        {
            foreach (var (from, to) in ((string, string)[])[(one, other), (other, one)])
            {
                var at = word.LastIndexOf(from, StringComparison.Ordinal);
                if (at > 0 || (at == 0 && from.Length > 3) || (at == 0 && from is "sce" or "ske"))
                {
                    yield return string.Concat(word.AsSpan(0, at), to, word.AsSpan(at + from.Length));
                }
            }
        }
    }
}
