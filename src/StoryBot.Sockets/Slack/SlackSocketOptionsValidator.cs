using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Slack;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class SlackSocketOptionsValidator : IValidateOptions<SlackSocketOptions>;
