using StoryBot.Host;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
