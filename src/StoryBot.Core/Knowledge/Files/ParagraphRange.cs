namespace StoryBot.Core.Knowledge.Files;

/// <summary>The numbers of a text's paragraphs, both ends included; empty when the last is before the first.</summary>
internal readonly record struct ParagraphRange(int First, int Last);
