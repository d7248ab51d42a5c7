namespace StoryBot.Core.Knowledge.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="BytesRead">How many bytes of the file of documents were read.</param>
/// <param name="BytesTotal">How many it has.</param>
/// <param name="Documents">How many documents were taken.</param>
public readonly record struct ImportProgress(long BytesRead, long BytesTotal, int Documents);
