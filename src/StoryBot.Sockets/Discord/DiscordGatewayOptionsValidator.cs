using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Discord;

/// <summary>Checks each value on its own, by its attributes.</summary>
[OptionsValidator]
internal sealed partial class DiscordGatewayOptionsValidator : IValidateOptions<DiscordGatewayOptions>;
