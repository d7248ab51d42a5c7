using Microsoft.Extensions.Options;

namespace StoryBot.Models;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class ModelOptionsValidator : IValidateOptions<ModelOptions>;
