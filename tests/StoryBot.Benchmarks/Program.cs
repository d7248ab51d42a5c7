using StoryBot.Benchmarks.Answers;
using StoryBot.Benchmarks.Retrieval;
using StoryBot.Testing;

return args is ["answers", .. var rest]
    ? AnswersCommand.Run(Repository.Root.FullName, rest.FirstOrDefault())
    : RetrievalCommand.Run(args);
