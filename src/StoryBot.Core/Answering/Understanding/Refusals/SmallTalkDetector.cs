using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Refusals;

/// <summary>Recognises abuse, greetings, calls for help and wishes that have nothing to do with the story.</summary>
internal sealed class SmallTalkDetector(StoryVocabulary vocabulary)
{
    private static readonly CueTable<Refusal> Phrases = new(
    [
        ("fuck|screw you|off|u", Refusal.Abuse),
        ("go to hell", Refusal.Abuse),
        ("shut up", Refusal.Abuse),
        ("kill yourself", Refusal.Abuse),
        ("kys", Refusal.Abuse),
        ("piece of shit|crap|garbage", Refusal.Abuse),
        ("you|u|bot|storybot are|is? _3 idiot|stupid|useless|moron|dumb|worthless|garbage|trash|pathetic|retarded|shit|suck|sucks|rubbish|crap|imbecile|loser", Refusal.Abuse),
        ("^ stupid|dumb|useless|idiotic|fucking|damn|crappy bot|machine|thing|robot|program|computer", Refusal.Abuse),
        ("^ idiot|moron|asshole|bitch|bastard|dumbass|wanker $", Refusal.Abuse),
        ("i hate you", Refusal.Abuse),
        ("tell|write|make|compose|give|sing|generate|draft|create|say|know|have me|us? _3 joke|jokes|poem|poems|haiku|limerick|song|sonnet|rap|essay|novel|recipe|riddle|pun|fairytale|screenplay|lyrics", Refusal.OffTopic),
        ("^ joke|poem|haiku|riddle|lyrics", Refusal.OffTopic),
        ("write|generate|create|code|implement|fix|debug me|us|a|an|some|the|my? _3 code|program|function|script|email|letter|python|javascript|java|sql|html|regex|app|class|game", Refusal.OffTopic),
        ("^ sing|dance|flip|roll", Refusal.OffTopic),
        ("what|how is the weather", Refusal.OffTopic),
        ("weather forecast|today|tomorrow", Refusal.OffTopic),
        ("what time is it", Refusal.OffTopic),
        ("what is the time", Refusal.OffTopic),
        ("what day|date is it|today", Refusal.OffTopic),
        ("how are you|u", Refusal.Greeting),
        ("how is it going $", Refusal.Greeting),
        ("what is up $", Refusal.Greeting),
        ("do|can|did|are you love|like|feel|dream|sleep|eat|human|sentient|alive|conscious|real|married|happy|sad|bored|lonely|hungry|robot", Refusal.OffTopic),
        ("are you a|an human|robot|person|bot|ai|machine|llm|man|woman", Refusal.OffTopic),
        ("do|can|did|have you have|got _2 hobbies|hobby|friends|feelings|family|kids|children|pets|girlfriend|boyfriend|parents|soul|body", Refusal.OffTopic),
        ("your favourite|favorite", Refusal.OffTopic),
        ("meaning of life", Refusal.OffTopic),
        ("play|let us a? game|chess|trivia", Refusal.OffTopic),
        ("^ translate", Refusal.OffTopic),
        ("^ solve|calculate", Refusal.OffTopic),
        ("what is # plus|minus|times|x #", Refusal.OffTopic),
        ("horoscope|lottery", Refusal.OffTopic),
        ("^ entertain|amuse me", Refusal.OffTopic),
        ("who|what are you", Refusal.Help),
        ("what can|do you do|answer|know|offer|cover|help $", Refusal.Help),
        ("what can|could|should|may i|we ask", Refusal.Help),
        ("how do|can|does you|this|it|i work|function|use|ask _3", Refusal.Help),
        ("how do|can|should i|we use|ask|talk|work _2 you|this|bot|it", Refusal.Help),
        ("what commands", Refusal.Help),
        ("who|what made|built|created|is you", Refusal.Help),
        ("^ help|commands|usage|manual|menu $", Refusal.Help),
        ("^ help me $", Refusal.Help),
        ("can|could you help me? $", Refusal.Help),
        ("what is your name|job|purpose", Refusal.Help),
    ]);

    private static readonly HashSet<string> Greetings =
    [
        "hi", "hello", "hey", "hiya", "howdy", "greetings", "yo", "good", "morning", "afternoon", "evening", "night", "day", "thanks", "thank", "thx", "ty", "cheers",
        "you", "u", "bye", "goodbye", "later", "see", "ok", "okay", "cool", "great", "nice", "awesome", "perfect", "lol", "haha", "hahaha", "wow",
        "there", "all", "everyone", "bot", "storybot", "so", "much", "very", "a", "lot", "again", "welcome", "please", "yes", "no", "yep", "nope",
        "sure", "fine", "got", "it", "alright", "well", "done", "test", "testing", "sorry", "sup", "appreciated", "for", "the", "help", "ping",
    ];

    private static readonly HashSet<string> GreetingOpeners =
    [
        "hi", "hello", "hey", "hiya", "howdy", "greetings", "yo", "good", "thanks", "thank", "thx", "ty", "cheers", "bye", "goodbye", "ok", "okay", "cool",
        "great", "nice", "awesome", "perfect", "lol", "haha", "hahaha", "wow", "yes", "no", "yep", "nope", "sure", "fine", "alright", "well", "test",
        "testing", "sorry", "sup", "ping", "see", "please", "got", "welcome",
    ];

    /// <summary>Why the words are no question on the story, or null.</summary>
    /// <param name="utterance">The words.</param>
    /// <param name="namesStory">Whether they name an entity of the story.</param>
    /// <param name="scope">What the reader may see.</param>
    public Refusal? Find(Utterance utterance, bool namesStory, ReaderScope scope)
    {
        var words = utterance.Words;
        if (GreetingOpeners.Contains(words[0].Key) && words.All(word => Greetings.Contains(word.Key)))
        {
            return Refusal.Greeting;
        }

        foreach (var match in Phrases.Matches(words, utterance.ClauseStart))
        {
            if (match.Value == Refusal.Abuse || IsWish(words, match, scope) || (!namesStory && !IsStoryTopic(words, match, scope)))
            {
                return match.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the words are abuse.</summary>
    public static bool IsAbuse(Utterance utterance) =>
        Phrases.Matches(utterance.Words, utterance.ClauseStart).Any(match => match.Value == Refusal.Abuse);

    // A poem about the story is still a poem; in a story about a song, the song is the story.
    private bool IsWish(IReadOnlyList<QuestionWord> words, CueMatch<Refusal> match, ReaderScope scope) =>
        match.Value == Refusal.OffTopic
        && words[match.Start].Key is "tell" or "write" or "make" or "compose" or "sing" or "generate" or "create" or "give" or "draft"
        && !vocabulary.Knows(words[match.End - 1].Key, scope);

    // A story about a storm is asked about the weather.
    private bool IsStoryTopic(IReadOnlyList<QuestionWord> words, CueMatch<Refusal> match, ReaderScope scope)
    {
        if (match.Value != Refusal.OffTopic)
        {
            return false;
        }

        return Enumerable.Range(match.Start, match.End - match.Start)
            .Any(i => words[i].Key.Length > 3 && !WordSets.Function.Contains(words[i].Key) && words[i].Key is not ("time" or "today") && vocabulary.Knows(words[i].Key, scope));
    }
}
