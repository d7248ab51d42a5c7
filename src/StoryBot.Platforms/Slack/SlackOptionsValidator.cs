using Microsoft.Extensions.Options;

namespace StoryBot.Platforms.Slack;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class SlackOptionsValidator : IValidateOptions<SlackOptions>;
