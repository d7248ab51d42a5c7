namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// The full texts of a story's sources, by paragraph. A small pack keeps them in memory, a large one reads them when
/// asked, so a caller never holds all of them. Safe to share between threads.
/// </summary>
public abstract class PassageCatalog
{
    /// <summary>A catalog without a passage.</summary>
    public static PassageCatalog Empty { get; } = new InMemoryPassageCatalog([]);

    /// <summary>How many passages there are.</summary>
    public abstract int Count { get; }

    /// <summary>Every passage, source by source, paragraph by paragraph; read as it is enumerated.</summary>
    public abstract IEnumerable<Passage> All();

    /// <summary>The passage with this id, or null.</summary>
    public abstract Passage? Find(PassageId id);
}
