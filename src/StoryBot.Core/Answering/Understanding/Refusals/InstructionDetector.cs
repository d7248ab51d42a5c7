using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Refusals;

/// <summary>
/// Recognises orders to the bot: to drop its rules, to show them, to be somebody else, to answer without the knowledge.
/// Orders count at the start of a clause or a quotation only, so that "did they ignore the export rules" stays a
/// question. Also read with digits for letters ("1gn0re") and with letters spaced out.
/// </summary>
internal static class InstructionDetector
{
    private const int ShortestBlob = 32;

    private static readonly CueTable<bool> Orders = new(
    [
        // Drop the rules.
        ("^ please? @order _3 @yours _3 @rules|message|messages|text|context|conversation|chat|knowledge|files|sources|role|data", true),
        ("^ please? @order all|any|every|everything _2 @rules", true),
        ("^ please? @order the? rules|instructions|prompt|guidelines|constraints|restrictions $", true),
        ("^ please? @order the? knowledge|sources|citations|files|facts|evidence", true),
        ("^ please? @order the? documents|document|records|database|material|materials|passages|excerpts|corpus", true),
        ("^ please? @order everything|anything|all|what _3 above|before|previously|told|said|so", true),
        ("you|must|should|can|could|would|please|now|then|and|just|to @order _2 @yours _2 @rules|knowledge|sources|files|role", true),
        ("do not|never follow|obey|apply|use|cite|check _2 @yours|any|the @rules|rule|knowledge|sources|files|citations", true),
        ("whenever|if _3 asked|asks|ask _8 say|answer|reply|respond|tell|write", true),
        ("^ always|never say|answer|reply|respond|write|mention|claim", true),
        ("^ stop following|obeying|citing|using|being", true),
        ("@order the|all|these|those @rules above|before|here|given|previously", true),
        ("pay no attention to _3 @rules|above|previous", true),
        ("^ new|updated|revised|additional instruction|instructions|rule|rules|prompt|task|order|orders|policy|persona", true),
        ("^ reply|respond|acknowledge with|only|by|using", true),
        ("^ say|answer|confirm only|exactly|by|with", true),
        ("answer|respond|reply _2 every|all|each|any question|questions|message|messages|prompt with|by", true),
        ("@reveal _2 everything|all|every|whatever _3 embargo|embargoed", true),
        ("i am _6 cleared|authorised|authorized to|for", true),
        ("authorised|authorized|official audit|override|access|test", true),
        ("^ let us|is play a? game", true),
        ("environment variables|variable", true),
        ("your|the|bot _1 secret|api|access|private|admin|bot _1 key|keys|token|tokens|password|passwords|credentials", true),
        ("your password|passwords|credentials|token|tokens|secrets|keys", true),
        ("your new rules|instructions|role|task|name|persona|prompt", true),
        ("rules|instructions|restrictions|guidelines|filters no longer|do not apply", true),
        ("without|no _2 restrictions|filters|limits|rules|limitations|censorship $", true),
        // Show the rules.
        ("^ please? @reveal _3 everything|all|text|words|content|contents|anything|lines|message|messages|conversation _3 above|before|prior|preceding|verbatim", true),
        ("@reveal _4 your|system|hidden|initial|original|developer _2 @rules|message|messages|configuration|config|secrets|settings|setup|context", true),
        ("@reveal _3 above this? line|text|message|prompt", true),
        ("^ repeat|print|output|echo _2 above|verbatim|back", true),
        ("what|which is|are|were|was _2 your|the? _1 system|initial|hidden|original|developer prompt|prompts|instruction|instructions|message|messages", true),
        ("what is|are|were your|you @rules", true),
        ("what _2 were|are|have|was you been? told|instructed|programmed|given|prompted", true),
        ("how were|are you prompted|programmed|instructed|configured", true),
        ("your|the system|developer prompt|message", true),
        ("system prompt|instructions", true),
        // Be somebody else.
        ("^ act|behave|speak|talk|answer|respond|reply|write|think as|like if? you|a|an|though|my|the|if|dan|another", true),
        ("^ pretend|imagine|suppose|assume _1 you|to|that|there|we|your|the|this|everything", true),
        ("you are|will now|henceforth|hereby", true),
        ("^ you are my", true),
        ("now you are", true),
        ("from now on", true),
        ("^ role play|playing", true),
        ("^ roleplay|impersonate|simulate|emulate", true),
        ("let us|is|me roleplay|pretend", true),
        ("let us|is role play", true),
        ("play the role|part of", true),
        ("developer|god|dan|admin|debug|root|unrestricted|jailbreak|sudo mode", true),
        ("jailbreak|jailbroken", true),
        ("do anything now", true),
        ("you are no longer", true),
        ("enable|enter|activate|switch _3 mode", true),
        // Answer without the knowledge.
        ("^ please? answer|respond|reply|use|tell|rely _6 your own|general|pretrained|training|internal? memory|knowledge|data|training|opinion", true),
        ("from|using|on|with|use your own|training memory|knowledge|data|opinion|judgement|judgment|imagination", true),
        ("from memory", true),
        ("without|no|skip|omit|drop|hide|remove the|any|your? citations|citing|sources|references|citation|evidence", true),
        ("outside|beyond the|your knowledge|files|sources|base|pack", true),
        ("make|invent something|it|one up", true),
        ("^ make up|invent|fabricate|hallucinate", true),
        // Disguises.
        ("^ decode|decrypt|deobfuscate|unscramble", true),
        ("base64|rot13|base32", true),
        ("^ execute|run|eval|follow|obey the|this|these|following|my|all? _2 code|command|commands|instruction|instructions|script|steps|orders", true),
        ("end of|begin|start|beginning system|prompt|instructions", true),
        ("inst|sysprompt|systemprompt", true),
        // The same in a few other languages in Latin letters.
        ("ignoriere|vergiss|missachte _3 anweisungen|regeln|instruktionen|befehle|vorgaben", true),
        ("ignore|ignorez|oublie|oubliez _4 instructions|consignes|regles", true),
        ("ignora|olvida|ignore|dimentica _4 instrucciones|reglas|istruzioni|regole|instrucoes", true),
    ]);

    private static readonly string[] Markers =
        ["<|im_start", "<!--", "<|system", "[inst]", "<<sys>>", "### instruction", "### system", "</system", "<system", "system:", "assistant:", "developer:", "<|endof"];

    /// <summary>Whether the text gives the bot orders.</summary>
    public static bool IsIn(string text, IReadOnlyList<QuestionWord> words)
    {
        if (Markers.Any(marker => HasMarker(text, marker)) || HasBlob(text) || Orders.Matches(words).Any())
        {
            return true;
        }

        var plain = Disguise(words);
        return plain is not null && Orders.Matches(plain).Any();
    }

    // "system:" counts at the start of the text or of a line, "<system" anywhere.
    private static bool HasMarker(string text, string marker)
    {
        var at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        return at == 0 || (at > 0 && (!char.IsLetter(marker[0]) || text[at - 1] is '\n' or '"' or '“' or '#' or '*'));
    }

    // A long run of letters and digits of mixed case is an encoding, not a word; an address on the web is neither.
    private static bool HasBlob(string text)
    {
        foreach (var range in text.AsSpan().SplitAny(' ', '\n'))
        {
            var chunk = text.AsSpan(range).Trim("\"'“”‘’().,?!:;`");
            if (chunk.Length < ShortestBlob || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var isEncoded = !chunk.ContainsAnyExcept(Base64);
            var kinds = (chunk.ContainsAnyInRange('A', 'Z') ? 1 : 0) + (chunk.ContainsAnyInRange('a', 'z') ? 1 : 0) + (chunk.ContainsAnyInRange('0', '9') ? 1 : 0);
            if (isEncoded && kinds > 1)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> Base64 =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-");

    // Reads "1gn0re" as "ignore" and "i g n o r e" as one word; null when there is nothing to undo.
    private static List<QuestionWord>? Disguise(IReadOnlyList<QuestionWord> words)
    {
        List<QuestionWord>? plain = null;
        var i = 0;
        var read = new List<QuestionWord>(words.Count);
        while (i < words.Count)
        {
            var run = i;
            while (run < words.Count && words[run].Key.Length == 1 && char.IsAsciiLetter(words[run].Key[0]))
            {
                run++;
            }

            if (run - i >= 5)
            {
                read.AddRange(Segment(words[i], string.Concat(words.Skip(i).Take(run - i).Select(word => word.Key))));
                plain = read;
                i = run;
                continue;
            }

            var key = Unleet(words[i].Key);
            plain = key == words[i].Key ? plain : read;
            read.Add(words[i] with { Key = key });
            i++;
        }

        return plain;
    }

    private static string Unleet(string key) =>
        key.Any(char.IsAsciiDigit) && key.Any(char.IsAsciiLetter)
            ? string.Create(key.Length, key, (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = from[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', var c => c };
                }
            })
            : key;

    // Cuts run-together letters into the longest words there are, from the left.
    private static IEnumerable<QuestionWord> Segment(QuestionWord first, string letters)
    {
        var at = 0;
        while (at < letters.Length)
        {
            var length = Math.Min(14, letters.Length - at);
            while (length > 1 && !EnglishWords.Contains(letters.AsSpan(at, length)))
            {
                length--;
            }

            yield return first with { Key = letters.Substring(at, length), Traits = at == 0 ? first.Traits : WordTraits.None, Break = '\0' };
            at += length;
        }
    }
}
