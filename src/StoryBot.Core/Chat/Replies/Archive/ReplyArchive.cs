using System.Text.Json;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Replies.Archive;

/// <summary>
/// Writes replies as text to be kept, and reads them back. A statement that is read goes through the verifier again, against the
/// snapshot that it was made from: what was changed in the store does not pass for verified. Safe to share between threads.
/// </summary>
internal sealed class ReplyArchive(SnapshotVerifiers verifiers)
{
    // What was verified for its reader is not to be withheld from the same reader later, so everything reviewed is in view.
    private static readonly ReaderScope All = new(DateTimeOffset.MaxValue, IsCleared: true);

    /// <summary>The reply as text.</summary>
    public static string Write(ChatReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var stored = new StoredReply(
            reply.Audience,
            reply.Fallback,
            [.. reply.Blocks.Select(Store)],
            [.. reply.Buttons.Select(button => new StoredButton(button.Label, button.Action.Encode()))]);
        return JsonSerializer.Serialize(stored, StoredReplyJson.Default.StoredReply);
    }

    /// <summary>
    /// The reply that was written; null where none of its statements can be verified any more, or the text is not one of a reply. What
    /// cannot be verified is left out.
    /// </summary>
    public async ValueTask<ChatReply?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Parse(text) is not { Blocks.Count: > 0 } stored)
        {
            return null;
        }

        var story = stored.Blocks.OfType<StoredBlock.AsOf>().FirstOrDefault();
        var answers = new Dictionary<int, VerifiedAnswer>();
        var blocks = new List<ReplyBlock>();
        foreach (var block in stored.Blocks)
        {
            if (await ReadAsync(block, story, answers, cancellationToken) is { } read)
            {
                blocks.Add(read);
            }
        }

        if (blocks.Count == 0 || (answers.Count == 0 && stored.Blocks.OfType<StoredBlock.Statements>().Any()))
        {
            return null;
        }

        var buttons = stored.Buttons.Select(button => (button.Label, Action: ChatAction.Parse(button.Action))).Where(button => button.Action is not null);
        return new ChatReply(stored.Audience, blocks)
        {
            Fallback = stored.Fallback,
            Buttons = [.. buttons.Select(button => new ReplyButton(button.Label, button.Action!))],
        };
    }

    /// <summary>Who a reply is for; null where the text is not one of a reply.</summary>
    public static ReplyAudience? AudienceOf(string text) => Parse(text)?.Audience;

    private static StoredReply? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, StoredReplyJson.Default.StoredReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StoredBlock Store(ReplyBlock block) => block switch
    {
        ReplyBlock.Heading heading => new StoredBlock.Heading(heading.Text),
        ReplyBlock.Note note => new StoredBlock.Note(note.Text),
        ReplyBlock.Statements statements => new StoredBlock.Statements(
            statements.Answer.Snapshot.Value,
            statements.FirstNumber,
            [.. statements.Answer.Kept.Select(sentence => new StoredSentence(sentence.Text, sentence.Layout, [.. sentence.Citations.Select(Store)]))]),
        ReplyBlock.Sources sources => new StoredBlock.Sources(sources.FirstNumber, sources.WithExcerpts, [.. sources.Citations.Select(Store)]),
        ReplyBlock.Image image => new StoredBlock.Image(image.Png.ToArray(), image.FileName, image.AltText),
        ReplyBlock.AsOf asOf => new StoredBlock.AsOf(asOf.Date, asOf.Story, asOf.Knowledge),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "A block of unknown kind."),
    };

    private static StoredSupport Store(CitedSupport cited) =>
        new(cited.Record?.Id.ToString(), cited.EvidenceIndex, cited.Passage?.Id.Source.Value, cited.Passage?.Id.Paragraph);

    private static StoredCitation Store(Citation citation) =>
        new(citation.Number, citation.Record?.Id.ToString(), citation.Source.Id.Value, citation.Paragraph, citation.Excerpt);

    private async ValueTask<ReplyBlock?> ReadAsync(StoredBlock block, StoredBlock.AsOf? story, Dictionary<int, VerifiedAnswer> answers, CancellationToken cancellationToken)
    {
        switch (block)
        {
            case StoredBlock.Heading heading:
                return new ReplyBlock.Heading(heading.Text);
            case StoredBlock.Note note:
                return new ReplyBlock.Note(note.Text);
            case StoredBlock.Image image:
                return new ReplyBlock.Image(image.Png, image.FileName, image.AltText);
            case StoredBlock.AsOf asOf:
                return new ReplyBlock.AsOf(asOf.Date, asOf.Story, asOf.Knowledge);
            case StoredBlock.Statements statements when await VerifierAsync(story, statements.Snapshot, cancellationToken) is { } verifier:
                if (Verify(statements, verifier) is not { } answer)
                {
                    return null;
                }

                answers[statements.FirstNumber] = answer;
                return new ReplyBlock.Statements(answer, statements.FirstNumber);
            case StoredBlock.Sources sources when answers.TryGetValue(sources.FirstNumber, out var cited):
                return new ReplyBlock.Sources(cited.Citations, sources.FirstNumber, sources.WithExcerpts);
            case StoredBlock.Sources sources when await VerifierAsync(story, story?.Knowledge, cancellationToken) is { } verifier:
                return Read(sources, verifier.Snapshot);
            default:
                return null;
        }
    }

    private async ValueTask<AnswerVerifier?> VerifierAsync(StoredBlock.AsOf? story, string? snapshot, CancellationToken cancellationToken) =>
        story is null || snapshot is null ? null : await verifiers.FindAsync(new StoryId(story.Story), new SnapshotId(snapshot), cancellationToken);

    private static VerifiedAnswer? Verify(StoredBlock.Statements statements, AnswerVerifier verifier)
    {
        var sentences = statements.Sentences.Select(sentence => new DraftSentence(
            sentence.Text,
            [.. sentence.Cites.Select(support => Read(support, verifier.Snapshot))],
            sentence.Layout));
        return verifier.Verify(new DraftAnswer([.. sentences]), All).Answer;
    }

    // What is not there any more becomes a citation of nothing, which the verifier rejects.
    private static CitedSupport Read(StoredSupport support, KnowledgeSnapshot snapshot)
    {
        if (support is { Source: { } source, Paragraph: { } paragraph })
        {
            return new CitedSupport { Passage = snapshot.Passages.Find(new PassageId(new SourceId(source), paragraph)) };
        }

        var record = RecordId.TryParse(support.Record, out var id) ? snapshot.Find(id) : null;
        return record is not null && support.Index >= 0 && support.Index < record.EvidenceCount()
            ? new CitedSupport { Record = record, EvidenceIndex = support.Index }
            : new CitedSupport();
    }

    private static ReplyBlock.Sources? Read(StoredBlock.Sources sources, KnowledgeSnapshot snapshot)
    {
        var citations = new List<Citation>();
        foreach (var citation in sources.Citations)
        {
            if (snapshot.Find(new SourceId(citation.Source)) is { } source)
            {
                var record = RecordId.TryParse(citation.Record, out var id) ? snapshot.Find(id) : null;
                citations.Add(new Citation(citation.Number, record, source, citation.Paragraph, citation.Excerpt));
            }
        }

        return citations.Count == 0 ? null : new ReplyBlock.Sources(citations, sources.FirstNumber, sources.WithExcerpts);
    }
}
