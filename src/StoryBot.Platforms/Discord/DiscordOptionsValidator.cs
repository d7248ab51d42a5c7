using Microsoft.Extensions.Options;

namespace StoryBot.Platforms.Discord;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
