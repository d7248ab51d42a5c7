using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace StoryBot.Testing;

/// <summary>Servers that only this machine can reach.</summary>
public static class Loopback
{
    /// <summary>Starts a server on a free port of the loopback interface.</summary>
    /// <returns>Its address, with a slash at the end.</returns>
    public static async Task<Uri> StartOnLoopbackAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
