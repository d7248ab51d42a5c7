namespace StoryBot.Core.Answering.Checking;

/// <summary>A relation and how closely the words agree, 0 to 2.</summary>
internal readonly record struct Likeness(Relation Relation, double Closeness);
