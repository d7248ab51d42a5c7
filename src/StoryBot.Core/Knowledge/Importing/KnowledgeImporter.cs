namespace StoryBot.Core.Knowledge.Importing;

/// <summary>
/// Puts documents into a pack: a source of grade C and a text each. Everything is prepared in a hidden folder beside the
/// pack and then moved to its place, so that a failure or a cancellation leaves the pack as it was. An entry with an id
/// that the pack has is replaced, its text included. Holds no state; safe to share between threads.
/// </summary>
public sealed class KnowledgeImporter(TimeProvider clock)
{
    private const int LineLimit = 96 * 1024 * 1024;
    private const int ReportEvery = 200;

    /// <summary>Imports the documents. A line that cannot be used is told in the result, and the rest goes on.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before the documents were in their place.</exception>
    public ImportResult Import(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            using var documents = new FileStream(request.Documents, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (ImportTarget.Open(request, out var problem) is not { } target)
            {
                return new ImportResult { Failure = problem };
            }

            using (target)
            {
                return Import(documents, target, progress, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new ImportResult { Failure = $"The import failed: {exception.Message} Nothing was changed." };
        }
    }

    private ImportResult Import(FileStream documents, ImportTarget target, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var problems = new ImportProblems();
        var lines = new ByteLines(documents, LineLimit);
        var taken = 0;
        while (lines.Next() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(lines, line, problems) is { } document)
            {
                target.Add(document);
                taken++;
            }

            if (lines.Number % ReportEvery == 0)
            {
                progress?.Report(new ImportProgress(lines.BytesRead, documents.Length, taken));
            }
        }

        progress?.Report(new ImportProgress(lines.BytesRead, documents.Length, taken));
        if (taken == 0)
        {
            return problems.ToResult() with { Failure = problems.Rejected == 0 ? "The file holds no document." : "No line of the file is a document that can be imported." };
        }

        cancellationToken.ThrowIfCancellationRequested();
        var failure = target.Commit(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return problems.ToResult() with { Failure = failure, Added = failure is null ? target.Added : 0, Replaced = failure is null ? target.Replaced + taken - target.Documents : 0 };
    }

    private static ImportDocument? Take(ByteLines lines, ReadOnlyMemory<byte> line, ImportProblems problems)
    {
        if (lines.IsTooLong)
        {
            problems.Reject(lines.Number, $"The line is longer than {LineLimit / 1048576} MB.");
            return null;
        }

        if (line.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        var notices = new List<string>();
        var document = DocumentLineReader.Read(line, out var rejection, notices);
        if (document is null)
        {
            problems.Reject(lines.Number, rejection!);
            return null;
        }

        notices.ForEach(notice => problems.Notice(lines.Number, notice));
        return document;
    }
}
