using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>Says in a sentence or two why a story cannot be given, and what to do.</summary>
internal static class StoryProblem
{
    /// <summary>No story in service has this id.</summary>
    public static string Unknown(string story, IReadOnlyList<StoryState> stories)
    {
        var ids = Ids(stories);
        var bad = stories.FirstOrDefault(state => state.Snapshot is null && Path.GetFileName(state.Folder) == story);
        if (bad is not null)
        {
            return Bad(bad);
        }

        var near = NearestWord.Find(story, ids) is { } word ? $" Did you mean '{word}'?" : string.Empty;
        return ids.Count == 0
            ? $"There is no story '{story}': no story is loaded."
            : $"There is no story '{story}'.{near} The stories are: {string.Join(", ", ids)}.";
    }

    /// <summary>No story was named, and there is not exactly one.</summary>
    public static string NotOne(string folder, IReadOnlyList<StoryState> stories)
    {
        var ids = Ids(stories);
        if (ids.Count > 1)
        {
            return $"There are several stories: {string.Join(", ", ids)}. Say which one.";
        }

        if (stories.Count > 0)
        {
            return Bad(stories[0]);
        }

        return Directory.Exists(folder)
            ? $"There is no story in '{folder}'. Make one with 'knowledge new', or give the folder that holds your stories."
            : $"The knowledge folder '{folder}' does not exist. Give the folder that holds your stories.";
    }

    private static string Bad(StoryState state)
    {
        var first = state.Report.Findings.FirstOrDefault(finding => finding.Severity == Linting.LintSeverity.Error);
        return $"The story in '{state.Folder}' has {state.Report.ErrorCount} error(s) and is not loaded; the first: {first}";
    }

    private static List<string> Ids(IReadOnlyList<StoryState> stories) =>
        [.. stories.Where(state => state.Snapshot is not null).Select(state => state.Snapshot!.Story.Id.Value)];
}
