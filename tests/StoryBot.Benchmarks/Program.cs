using StoryBot.Benchmarks.Retrieval;

return RetrievalCommand.Run(args);
