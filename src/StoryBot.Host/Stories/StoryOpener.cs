using Microsoft.Extensions.Logging.Abstractions;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Host.Stories;

/// <summary>Opens stories: from their files to something that can be asked.</summary>
internal sealed class StoryOpener(KnowledgeOptions options, ChatModel? model, TimeProvider clock)
{
    /// <summary>The names of the stories' folders, in order.</summary>
    public IReadOnlyList<string> List() => [.. KnowledgeFolder.FindStories(options.Path).Select(folder => Path.GetFileName(folder))];

    /// <summary>Opens the story with this id; without one, the default or the only one.</summary>
    /// <exception cref="UserMistake">There is no such story, or its files have errors.</exception>
    public OpenedStory Open(string? id, CancellationToken cancellationToken) => Open(Read(id, cancellationToken), cancellationToken);

    /// <summary>Reads the story with this id, without what searches it; without an id, the default or the only one.</summary>
    /// <exception cref="UserMistake">There is no such story, or its files have errors.</exception>
    public KnowledgeSnapshot Read(string? id, CancellationToken cancellationToken)
    {
        var wanted = string.IsNullOrEmpty(id) ? options.DefaultStory : id;
        using var store = new KnowledgeStore(options.Store(FolderOf(wanted)), clock, NullLogger<KnowledgeStore>.Instance);
        store.LoadAll(cancellationToken);
        var choice = store.Choose(wanted);
        return choice.Snapshot ?? throw new UserMistake(choice.Problem!);
    }

    /// <summary>The folders of the story that is named, or of all there are. A folder that is named need not hold a good pack.</summary>
    /// <exception cref="UserMistake">There is none.</exception>
    public IReadOnlyList<string> Folders(string? id)
    {
        var folders = KnowledgeFolder.FindStories(FolderOf(id));
        var problem = Directory.Exists(options.Path) ? "holds no story" : "does not exist";
        return (folders.Count, id) switch
        {
            (0, _) => throw new UserMistake($"The knowledge folder {options.Path} {problem}: name another with --knowledge <dir>, or start a story with knowledge new <id>."),
            ( > 1, not null) => throw new UserMistake($"There is no story \"{id}\"; there are: {string.Join(", ", List())}."),
            _ => folders,
        };
    }

    /// <summary>The folder of the story to write to: it need not exist where the story is named.</summary>
    /// <exception cref="UserMistake">None is named, and there is not exactly one.</exception>
    public string FolderToWrite()
    {
        var folders = KnowledgeFolder.FindStories(options.Path);
        var isStory = folders is [var only] && only == Path.GetFullPath(options.Path);
        if (!string.IsNullOrWhiteSpace(options.DefaultStory) && !isStory)
        {
            return Path.Combine(options.Path, options.DefaultStory);
        }

        return folders.Count == 1 ? folders[0] : throw new UserMistake("Which story do the documents belong to? Name it with --story <id>; a new one is started.");
    }

    /// <summary>Loads the pack in a folder, with everything that is wrong with it.</summary>
    public KnowledgeLoad Load(string folder, CancellationToken cancellationToken) =>
        new KnowledgePipeline(options.Store(folder).Pipeline).Load(folder, cancellationToken);

    /// <summary>Opens a snapshot.</summary>
    public OpenedStory Open(KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var search = LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions { CacheDirectory = options.Cache }, cancellationToken);
        // Each verb pays only for what it uses: a search needs none of these.
        var verifier = new Lazy<AnswerVerifier>(() => new AnswerVerifier(snapshot));
        var pipeline = new Lazy<AnswerPipeline>(() => new AnswerPipeline(new QuestionReader(snapshot), search, verifier.Value, model));
        var checker = new Lazy<StatementChecker>(() => new StatementChecker(search, verifier.Value));
        return new OpenedStory(verifier, pipeline, checker, search, clock);
    }

    // A story is named after its folder, so the packs beside it need not be read.
    private string FolderOf(string? id)
    {
        var folder = string.IsNullOrWhiteSpace(id) ? options.Path : Path.Combine(options.Path, id);
        return Directory.Exists(folder) ? folder : options.Path;
    }
}
