using System.Reflection;
using StoryBot.Core.Chat;

namespace StoryBot.Host.Serving;

/// <summary>Adds the dial-out connections that configuration asks for, where this build has them.</summary>
internal static class SocketModules
{
    private const string AssemblyName = "StoryBot.Sockets";

    private static readonly Wish[] Wishes =
    [
        new("Discord:Gateway", TokenKey: null, "POST /discord/interactions"),
        new("Slack:SocketMode", "Slack:AppToken", "POST /slack/events"),
    ];

    /// <summary>Adds every module that is switched on.</summary>
    /// <exception cref="UserMistake">One is switched on that this build does not have.</exception>
    public static IServiceCollection AddSockets(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSockets(configuration, Find(AssemblyName));

    internal static IServiceCollection AddSockets(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IPlatformModule> modules)
    {
        foreach (var wish in Wishes)
        {
            if (wish.In(configuration) is { } key)
            {
                var module = modules.FirstOrDefault(module => module.Switch == wish.Switch)
                    ?? throw new UserMistake(
                        $"{key} asks for a socket, and this build has none: build with -c Release or -p:Sockets=true, "
                        + $"or take the webhook ({wish.Webhook}) and remove {key}.");
                module.AddTo(services);
            }
        }

        return services;
    }

    /// <summary>The modules of an assembly; none when there is no such assembly.</summary>
    internal static IReadOnlyList<IPlatformModule> Find(string assemblyName)
    {
        try
        {
            return [.. Assembly.Load(assemblyName)
                .GetCustomAttributes<PlatformModuleAttribute>()
                .Select(attribute => (IPlatformModule)Activator.CreateInstance(attribute.ModuleType)!)];
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private sealed record Wish(string Switch, string? TokenKey, string Webhook)
    {
        /// <summary>The key that asks for the socket: its switch, or a token that serves nothing else.</summary>
        public string? In(IConfiguration configuration)
        {
            if (bool.TryParse(configuration[Switch], out var isOn))
            {
                return isOn ? Switch : null;
            }

            return TokenKey is not null && !string.IsNullOrEmpty(configuration[TokenKey]) ? TokenKey : null;
        }
    }
}
