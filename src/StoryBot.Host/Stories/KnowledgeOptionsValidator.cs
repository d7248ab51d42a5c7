using Microsoft.Extensions.Options;

namespace StoryBot.Host.Stories;

/// <summary>Checks each value by its attributes.</summary>
[OptionsValidator]
internal sealed partial class KnowledgeOptionsValidator : IValidateOptions<KnowledgeOptions>;
