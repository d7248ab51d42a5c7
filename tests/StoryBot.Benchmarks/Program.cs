using StoryBot.Benchmarks.Answers;
using StoryBot.Benchmarks.Chat;
using StoryBot.Benchmarks.Layout;
using StoryBot.Benchmarks.Retrieval;
using StoryBot.Benchmarks.Storing;
using StoryBot.Testing;

return args switch
{
    ["answers", .. var rest] => AnswersCommand.Run(Repository.Root.FullName, rest.FirstOrDefault()),
    ["chat"] => await ChatCommand.RunAsync(Repository.Root.FullName),
    ["layout", .. var rest] => LayoutCommand.Run(Repository.Root.FullName, rest.FirstOrDefault()),
    ["store", .. var rest] => await StoreCommand.RunAsync(Repository.Root.FullName, rest.FirstOrDefault()),
    _ => RetrievalCommand.Run(args),
};
