namespace StoryBot.Core.Knowledge.Files;

/// <summary>A file of a pack as the folder lists it.</summary>
/// <param name="Path">Relative to the pack's folder, with forward slashes.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Modified">When it was last written, in UTC.</param>
/// <param name="IsLink">Whether it is a link.</param>
internal readonly record struct PackFile(string Path, string FullPath, long Length, DateTime Modified, bool IsLink)
{
    /// <summary>Whether it is in the folder of full texts.</summary>
    public bool IsInTexts => Path.StartsWith(PackFileNames.Texts + "/", StringComparison.Ordinal);

    /// <summary>Whether it is the full text of a source.</summary>
    public bool IsText => IsInTexts && Path.EndsWith(PackFileNames.TextExtension, StringComparison.OrdinalIgnoreCase);
}
