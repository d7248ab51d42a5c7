namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>A distorted printing of a quotation. For the curators and for recognising it, never shown as the speaker's words.</summary>
public sealed record AsPrinted(SourceId Source, string Text);
