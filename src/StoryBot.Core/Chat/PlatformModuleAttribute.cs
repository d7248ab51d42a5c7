namespace StoryBot.Core.Chat;

/// <summary>Names a platform module of the assembly that it stands on.</summary>
/// <param name="moduleType">A type that implements <see cref="IPlatformModule"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PlatformModuleAttribute(Type moduleType) : Attribute
{
    /// <summary>The module's type.</summary>
    public Type ModuleType { get; } = moduleType;
}
