using System.Text.RegularExpressions;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>Finds, for a question on what somebody said, the records that tell it.</summary>
internal sealed partial class VoicePicker(StoryProfile profile)
{
    // Who speaks settles most of such a question, so less of its wording is needed than elsewhere.
    private const double LeastVoiceCoverage = 0.45;

    private const double NearlyAsGood = 0.8;
    private const double QuoteBonus = 0.5;
    private const int VoiceLimit = 4;

    private static readonly string[] SpeechStems =
        ["say", "said", "think", "thought", "view", "opinion", "tell", "told", "comment", "react", "quot", "mention", "respon", "remark", "post", "tweet", "argu"];

    /// <summary>The candidates that tell what those named say themselves; what it is about may be put in other words than the question's.</summary>
    public List<Candidate> Find(QuestionPart part, QuestionNeeds needs, IReadOnlyList<Candidate> candidates)
    {
        var speakers = SpeakersIn(part);
        var voices = candidates.Where(candidate => candidate.Coverage >= LeastVoiceCoverage && needs.HasSomeNoun(candidate.Profile) && IsVoiceOf(candidate.Record, speakers)).ToList();

        // "What did X say about Y?" is not answered by what X said about something else.
        var subjects = part.Entities
            .Where(mention => mention.Match is EntityMatch.Name or EntityMatch.Alias && !profile.IsTopic(mention.Entity.Name) && !profile.IsInTitle(mention.Entity.Name) && !candidates.Any(candidate => IsVoiceOf(candidate.Record, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { mention.Entity.Name })))
            .Select(mention => mention.Entity.Name)
            .ToList();
        if (subjects.Count > 0)
        {
            return [.. voices.Where(candidate => subjects.Any(candidate.Profile.Mentions))];
        }

        return AsksAboutTopic(part) ? [.. voices.Where(candidate => candidate.Profile.Entities.Any(IsTopic))] : voices;
    }

    // "Did the bank accuse the firm?": who does it stands right after the auxiliary.
    private static HashSet<string> SpeakersIn(QuestionPart part)
    {
        var speaker = Doer().Match(part.Text) is { Success: true } match
            ? part.Entities.FirstOrDefault(mention => match.Groups[1].ValueSpan.StartsWith(mention.Text, StringComparison.OrdinalIgnoreCase))
            : null;
        var names = speaker is null ? part.Entities.Select(mention => mention.Entity.Name) : [speaker.Entity.Name];
        return names.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:did|does|do|has|have|had)\s(?:the\s)?(.+)", RegexOptions.IgnoreCase)]
    private static partial Regex Doer();

    // What somebody said on something else is no answer to what they said about the story's own subject.
    private bool AsksAboutTopic(QuestionPart part) =>
        part.Entities.Any(mention => mention.Match is EntityMatch.Name or EntityMatch.Alias && IsTopic(mention.Entity.Name)
            && part.Text.IndexOf(mention.Text, StringComparison.OrdinalIgnoreCase) is > 0 and var at && About().IsMatch(part.Text.AsSpan(0, at)));

    private bool IsTopic(string name) => profile.IsTopic(name) || profile.IsInTitle(name);

    [GeneratedRegex(@"\b(about|on|of|regarding|concerning)( the)? $", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    /// <summary>Those to tell: the quotations first, then what is claimed in the speaker's name.</summary>
    public static List<Candidate> Pick(List<Candidate> voices)
    {
        var best = voices.Max(candidate => candidate.Coverage);
        return [.. voices
            .Where(candidate => candidate.Coverage >= best * NearlyAsGood)
            .OrderByDescending(candidate => candidate.Score + (candidate.Record is Quote ? QuoteBonus : 0))
            .Take(VoiceLimit)];
    }

    /// <summary>Whether somebody's words are what is wanted, so that nothing else is an answer; "who is the CEO?" is asked for no words.</summary>
    public bool AsksForWords(QuestionPart part) =>
        (part.Entities.Any(mention => profile.IsParty(mention.Entity.Name)) && AsksSpeech(part)) || NamesSpeaker(part);

    // "What did the Dutch government say?": a name between the auxiliary and the verb is the speaker's, whatever it names.
    private static bool NamesSpeaker(QuestionPart part) =>
        Speaker().Match(part.Text) is { Success: true } match
        && part.Entities.Any(mention => match.Groups[1].Value.Contains(mention.Text, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:did|does|do|has|have|had)\s(.{1,60}?)\s(?:say|said|think|thought|tell|told|comment|commented|react|reacted|respond|responded|argue|argued)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Speaker();

    private bool IsVoiceOf(KnowledgeRecord record, HashSet<string> speakers) => record switch
    {
        Quote quote => IsSpokenBy(quote, speakers),
        Claim claim => speakers.Contains(claim.Claimant) || profile.OrganisationsOf(claim.Claimant).Any(speakers.Contains) || claim.Disputes.Any(dispute => speakers.Contains(dispute.By)),
        _ => false,
    };

    /// <summary>Whether one of the speakers says the quotation, or the organisation that the speaker speaks for.</summary>
    public static bool IsSpokenBy(Quote quote, HashSet<string> speakers) =>
        speakers.Contains(quote.Speaker) || (quote.Organisation is { } organisation && speakers.Contains(organisation));

    private static bool AsksSpeech(QuestionPart part) =>
        Stems.Of(part.Text).Any(stem => SpeechStems.Any(beginning => stem.StartsWith(beginning, StringComparison.Ordinal)));
}
