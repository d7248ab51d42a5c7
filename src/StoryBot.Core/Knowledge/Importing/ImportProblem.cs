namespace StoryBot.Core.Knowledge.Importing;

/// <summary>Something wrong with one line of the file of documents.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="IsRejected">True when the document was left out; false when it was taken without the part that is wrong.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record ImportProblem(int Line, bool IsRejected, string Message);
