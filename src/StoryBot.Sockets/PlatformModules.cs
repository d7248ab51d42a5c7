using StoryBot.Core.Chat;
using StoryBot.Sockets.Discord;
using StoryBot.Sockets.Slack;

[assembly: PlatformModule(typeof(DiscordGatewayModule))]
[assembly: PlatformModule(typeof(SlackSocketModule))]
