using StoryBot.Core.Chat;
using StoryBot.Sockets.Discord;

[assembly: PlatformModule(typeof(DiscordGatewayModule))]
