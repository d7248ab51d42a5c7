using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>Who speaks in a record: whom "he" means after an answer that named somebody. Safe to share between threads.</summary>
internal sealed class CitedPeople(KnowledgeSnapshot snapshot, EntityIndex index)
{
    /// <summary>The first person among the speakers and claimants of the records, or null.</summary>
    public Entity? First(IEnumerable<RecordId> records)
    {
        foreach (var id in records)
        {
            var name = snapshot.Find(id) switch
            {
                Quote quote => quote.Speaker,
                Claim claim => claim.Claimant,
                _ => null,
            };
            var forms = name is null ? [] : index.Find(string.Concat(WordReader.Read(name).Select(word => word.Key)));
            if (forms.FirstOrDefault(form => form.Entity.Kind == "person") is { } person)
            {
                return person.Entity;
            }
        }

        return null;
    }
}
