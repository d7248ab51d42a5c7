using Microsoft.Extensions.DependencyInjection;

namespace StoryBot.Core.Chat;

/// <summary>
/// A way into a platform that lives in an assembly of its own and is not in every build. The host finds it by
/// <see cref="PlatformModuleAttribute"/> and adds it when its switch is on. Needs a parameterless constructor.
/// </summary>
public interface IPlatformModule
{
    /// <summary>The configuration key that turns it on when it is true, such as <c>Discord:Gateway</c>.</summary>
    string Switch { get; }

    /// <summary>Adds its services, hosted ones included. Called at most once.</summary>
    void AddTo(IServiceCollection services);
}
