using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Storage.Tests.Support;

/// <summary>States of the invented knowledge.</summary>
internal static class Packs
{
    /// <summary>The state with so many more quotations.</summary>
    public static KnowledgeSnapshot Longer(int more)
    {
        var pack = InventedPack.Start();
        for (var index = 0; index < more; index++)
        {
            pack.Quote($"more-{index}", "Oskar Lind", $"Word number {index}.", PackBuilder.Excerpt("wire", $"Word number {index}.", 40 + index), "2031-04-14");
        }

        return pack.Build();
    }
}
