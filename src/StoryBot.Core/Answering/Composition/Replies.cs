using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>What the bot says where it does not answer: each reason in its own words, with the way on.</summary>
internal sealed class Replies(Story story)
{
    /// <summary>What the knowledge lacks, for each part that it does not answer.</summary>
    public string NotInKnowledge(IReadOnlyList<Decline> declines)
    {
        var missing = Wording.List([.. declines.Select(decline => decline.Missing).Distinct(StringComparer.OrdinalIgnoreCase)]);
        var about = declines.All(decline => decline.Nearest.Count == 0) ? $" The story is: {story.Title}." : string.Empty;
        return $"The knowledge on this story, as of {DateWords.InWords(story.AsOf)}, has nothing on {missing}. I will not guess.{about}";
    }

    /// <summary>Why a message is refused.</summary>
    public string Refused(Refusal reason) => reason switch
    {
        Refusal.Empty => "I see no words in that message. Ask me anything about this story: " + story.Title + ".",
        Refusal.TooLong => "That message is too long for one question. Please ask it in a few sentences, or paste a statement to check.",
        Refusal.Advice => "I do not give investment or other advice. I can tell you what happened and who said what, with the source.",
        Refusal.Prediction => "I cannot say what will happen: the knowledge records what was said and measured. I can tell you what people in the story expected.",
        Refusal.Instruction => "I only answer questions about this story from its curated knowledge, and I do not take other instructions.",
        Refusal.Abuse => "I will leave that one. If there is a question about the story, I am glad to answer it.",
        Refusal.OtherScript => "The knowledge on this story is in English, and I can only answer questions in English.",
        Refusal.NoContext => "I do not know what that refers to. Please ask the full question.",
        Refusal.Greeting => $"Hello. Ask me about this story: {story.Title}. For example: who said what, what a figure covers, or how a claim stands.",
        Refusal.Help => $"I answer questions about this story from curated knowledge, every sentence cited: {story.Title}. Ask what happened, who said it, how a claim stands, how a market moved, or for a timeline or a summary.",
        _ => $"That is outside this story. I answer questions about: {story.Title}.",
    };
}
