using Microsoft.SemanticKernel.ChatCompletion;

namespace StoryBot.Core.Answering.Composition;

/// <summary>A configured language model that words answers; what it writes is verified like anything else.</summary>
/// <param name="Name">Its name as shown in an answer.</param>
/// <param name="Service">The service that calls it.</param>
public sealed record ChatModel(string Name, IChatCompletionService Service)
{
    /// <summary>The service's id in the kernel.</summary>
    public const string ServiceId = "model";
}
