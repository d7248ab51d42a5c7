using StoryBot.Benchmarks;
using StoryBot.Benchmarks.Answers;
using StoryBot.Benchmarks.Retrieval;

return args is ["answers", .. var rest]
    ? AnswersCommand.Run(BenchmarkRepository.Root(), rest.FirstOrDefault())
    : RetrievalCommand.Run(args);
