using StoryBot.Benchmarks.Answers;
using StoryBot.Benchmarks.Layout;
using StoryBot.Benchmarks.Retrieval;
using StoryBot.Testing;

return args switch
{
    ["answers", .. var rest] => AnswersCommand.Run(Repository.Root.FullName, rest.FirstOrDefault()),
    ["layout", .. var rest] => LayoutCommand.Run(Repository.Root.FullName, rest.FirstOrDefault()),
    _ => RetrievalCommand.Run(args),
};
